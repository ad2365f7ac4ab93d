//! What becomes of drawings as programs write them, and as somebody writes them who means harm.

use super::{read, told};

const OPEN: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'";

/// What is published of a drawing with this inside, and what is said to be missing.
fn sieved(inside: &str) -> (String, Vec<String>) {
    let drawing = read(format!("{OPEN}>{inside}</svg>").into_bytes()).ok();
    drawing.map(|drawing| (String::from_utf8_lossy(&drawing.bytes).into_owned(), drawing.gone)).unwrap_or_default()
}

/// Inside a drawing `before` becomes `after`, and `gone` is told.
#[track_caller]
fn check(before: &str, after: &str, gone: &[&str]) {
    let (svg, told) = sieved(before);
    let inside = svg.split_once('>').map(|(_, rest)| rest.trim_end_matches("</svg>")).unwrap_or_default();
    assert_eq!((inside, told), (after, gone.iter().map(|one| (*one).to_owned()).collect()), "{before}");
}

#[track_caller]
fn check_stays(svg: &str) {
    let drawing = read(svg.as_bytes().to_vec()).ok();
    assert_eq!(drawing.map(|drawing| (drawing.bytes, drawing.gone)), Some((svg.as_bytes().to_vec(), Vec::new())));
}

#[track_caller]
fn check_becomes(svg: &[u8], expect: &str) {
    let drawing = read(svg.to_vec()).ok();
    let drawing = drawing.map(|drawing| (String::from_utf8_lossy(&drawing.bytes).into_owned(), drawing.gone));
    assert_eq!(drawing, Some((expect.to_owned(), Vec::new())));
}

#[test]
fn a_drawing_that_only_draws_stays_as_it_is() {
    check_stays(&format!("{OPEN}/>"));
    check_stays("<s:svg xmlns:s='http://www.w3.org/2000/svg' width='9' height='9'/>");
    check_stays(&format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{OPEN} viewBox='0 0 9 9' role='img' aria-label='字'><!-- x --><title>图</title>\
         <defs><linearGradient id='a'><stop offset='0'/></linearGradient></defs><style><![CDATA[a > b{{font:9px '微软雅黑'}}]]></style>\
         <rect fill='url(#a)' style='filter:url(#b)'/><use xlink:href='#a'/><image href='data:image/png;base64,AA'/>\
         <animate attributeName='x' values='0;9' dur='1s'/><text xml:space='preserve'> 甲 &amp; 乙 </text></svg>"
    ));
    check_stays(&format!(
        "{OPEN}><style>@font-face{{font-family:a;src:url(data:font/woff2;base64,AA==)}}</style></svg>"
    ));
}

#[test]
fn what_nobody_sees_goes_without_a_word() {
    const CLEAN: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    let dtd = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">";
    check_becomes(format!("<?xml version=\"1.0\" standalone=\"no\"?>\n{dtd}\n{svg}").as_bytes(), CLEAN);
    check_becomes(format!("<!DOCTYPE svg [<!ENTITY w '9'>]>{}", svg.replacen("'9'", "'&w;'", 1)).as_bytes(), CLEAN);
    check_becomes(format!("{svg}<?xpacket end='w'?>").as_bytes(), CLEAN);
    check_becomes(b"<svg width='9' height='9'/>", CLEAN);
    check_becomes(
        b"<?xml version='1.0' encoding='ISO-2022-JP'?><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        CLEAN,
    );
    let inkscape =
        "xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:export-filename='C:\\张三\\a.png' p-id='3' t='1'";
    check_becomes(svg.replace("width", &format!("{inkscape} width")).as_bytes(), CLEAN);
    check("<metadata><a xmlns='x'/></metadata><y xmlns='x'/><g data-x='y'/>", "<g/>", &[]);
}

#[test]
fn what_runs_or_fetches_goes_and_is_told() {
    check("<script>x</script><g/>", "<g/>", &["<script>"]);
    check("<g onclick='x' OnLoad='y'/>", "<g/>", &["onclick", "OnLoad"]);
    check("<a href='javascript:x'><g/></a>", "<a><g/></a>", &["<a href=\"javascript:x\">"]);
    check("<a xlink:href=' https://x'/>", "<a/>", &["<a href=\" https://x\">"]);
    check("<image href='//x/a.png'/>", "<image/>", &["<image href=\"//x/a.png\">"]);
    check("<image href='a.png'/>", "<image/>", &["<image href=\"a.png\">"]);
    check("<use href='data:image/svg+xml,x#a'/>", "<use/>", &["<use href=\"data:image/svg+xml,x#a\">"]);
    check("<rect fill='url(https://x#a)'/>", "<rect fill=\"none\"/>", &["https://x#a"]);
    check("<rect style='mask:url(//x)'/>", "<rect style=\"mask:none\"/>", &["//x"]);
    check("<style>@import url(//x);b{r:1}</style>", "<style> b{r:1}</style>", &["@import"]);
    check("<style>a{b:<![CDATA[url(]]>//x)}</style>", "<style>a{b:none}</style>", &["//x"]);
    check("<set attributeName='xlink:href' to='x'/>", "", &["<set attributeName=\"xlink:href\">"]);
    check("<animate attributeName='onclick' to='x'/>", "", &["<animate attributeName=\"onclick\">"]);
    check("<set attributeName='fill' to='url(//x)'/>", "<set attributeName=\"fill\" to=\"none\"/>", &["//x"]);
    check("<foreignObject/><handler/>", "", &["<foreignObject>", "<handler>"]);
    check("<meta xmlns='http://www.w3.org/1999/xhtml' http-equiv='refresh'/>", "", &["<meta>"]);
    check("<g xml:base='https://x'><use href='#a'/></g>", "<g><use href=\"#a\"/></g>", &[]);
    let (svg, gone) = sieved("<x:script xmlns:x='http://www.w3.org/2000/svg'/>");
    assert!(!svg.contains("script") && gone == ["<script>"], "{svg}");
    let sheet = read(format!("<?xml-stylesheet href='x'?>{OPEN}/>").into_bytes()).ok();
    assert_eq!(sheet.map(|sheet| sheet.gone), Some(vec!["<?xml-stylesheet?>".to_owned()]));
}

#[test]
fn words_in_html_are_not_lost_in_silence() {
    let words = "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>甲</p></foreignObject>";
    assert!(read(format!("{OPEN}>{words}</svg>").into_bytes()).is_err_and(|(what, _)| what.zh.contains("网页代码")));
    check(
        &format!("<switch>{words}<text>甲</text></switch>"),
        "<switch><text>甲</text></switch>",
        &["<foreignObject>"],
    );
    assert!(read(format!("{OPEN}><switch>{words}</switch></svg>").into_bytes()).is_err());
}

#[test]
fn what_is_no_drawing_is_told() {
    for none in [&b"<html/>"[..], b"<svg", b"", b"<svg xmlns='x' width='1' height='1'/>", b"<svg/>"] {
        assert!(read(none.to_vec()).is_err());
    }
    let laughs = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&c;'>]><svg>&c;</svg>";
    assert!(read(laughs.as_bytes().to_vec()).is_err());
}

#[test]
fn few_names_are_told_and_each_is_short() {
    let gone: Vec<String> = (0..20).map(|number| format!("{number}{}", "x".repeat(99))).collect();
    let (what, _) = told("a.svg", &gone);
    assert_eq!(what.zh.matches('、').count(), 8);
    assert!(what.zh.len() < 700, "{}", what.zh);
}
