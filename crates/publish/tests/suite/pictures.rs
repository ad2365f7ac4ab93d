//! Pictures of a content folder on the site: as they came, or told.

use crate::support::{Folder, lesson, text};
use publish::fault::Language;
use publish::site::Site;

const PHOTO: &[u8] = include_bytes!("../pictures/photo-quality-60.jpg");
const SCREEN: &[u8] = include_bytes!("../pictures/screen-palette.png");
const DOCTYPE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \
\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n\
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"><rect width=\"80\" height=\"40\" fill=\"#c00\"/></svg>";

/// A portal whose first lesson has this text, with these files beside it.
fn folder(body: &str, files: &[(&str, &[u8])]) -> Folder {
    let folder = Folder::portal().with("lessons/a/1.md", lesson("a-1", "第一课", body));
    files.iter().fold(folder, |folder, (name, bytes)| folder.with(&format!("lessons/a/{name}"), bytes))
}

/// The media of a site: how they end, and their bytes.
fn media(site: &Site) -> Vec<(&str, &[u8])> {
    let files = site.files.iter().filter(|(name, _)| name.starts_with("media/"));
    files.map(|(name, file)| (name.rsplit('.').next().unwrap_or_default(), &file[..])).collect()
}

/// What is said of a file that the lesson shows.
#[track_caller]
fn check_told(name: &str, bytes: &[u8], expect: &str) {
    let said = folder(&format!("![图]({name})"), &[(name, bytes)]).said(Language::Chinese);
    assert!(said.len() == 1 && said[0].contains(expect), "{said:#?}");
}

#[test]
fn a_photograph_and_a_screen_are_published_as_they_came() {
    let site = folder("![甲](p.jpg)\n\n![乙](s.png)", &[("p.jpg", PHOTO), ("s.png", SCREEN)]).site();
    assert_eq!(media(&site), [("jpg", PHOTO), ("png", SCREEN)]);
}

#[test]
fn a_picture_goes_by_what_it_is() {
    let site = folder("![甲](a.png)", &[("a.png", PHOTO)]).site();
    assert_eq!(media(&site), [("jpg", PHOTO)]);
}

#[test]
fn a_drawing_loses_its_document_type() {
    let folder = folder("![甲](d.svg)", &[("d.svg", DOCTYPE.as_bytes())]);
    assert_eq!(folder.said(Language::Chinese), Vec::<String>::new());
    let site = folder.site();
    let expect = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"><rect width=\"80\" height=\"40\" fill=\"#c00\"/></svg>";
    assert_eq!(media(&site), [("svg", expect.as_bytes())]);
    assert!(text(&site, "lessons/a/1/index.html").contains("alt=\"甲\" width=\"80\" height=\"40\""));
}

#[test]
fn what_cannot_be_shown_is_told_with_the_way_out() {
    check_told(
        "a.heic",
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        "a.heic 是 HEIC 图片，很多浏览器显示不了。 怎么改：另存为 JPEG",
    );
    check_told("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a.jpg 是 HEIC 图片");
    check_told("a.avif", b"\0\0\0\x1cftypavif\0\0\0\0mif1", "a.avif 是 AVIF 图片");
    check_told("a.tif", b"II*\0", "TIFF");
    check_told("a.png", b"GIT LFS", "a.png 里不是图片");
    check_told("a.svg", b"<!doctype html><p>", "SVG 图读不出来");
}

#[test]
fn what_a_drawing_loses_is_a_warning_that_names_it() {
    let svg = DOCTYPE.replace("<rect", "<script>x</script><image href=\"https://x.cn/a.png\"/><rect onclick=\"x\"");
    let folder = folder("![甲](d.svg)", &[("d.svg", svg.as_bytes())]);
    let said = folder.said(Language::Chinese);
    let expect = "lessons/a/1.md:9: 提醒：lessons/a/d.svg 里有一部分不会发布：<script>、<image href=\"https://x.cn/a.png\">、onclick。";
    assert!(said.len() == 1 && said[0].starts_with(expect), "{said:#?}");
    let site = folder.site();
    let (_, bytes) = media(&site)[0];
    assert!(!String::from_utf8_lossy(bytes).contains("x.cn"));
}

#[test]
fn a_drawing_is_saved_and_never_opened() {
    let folder =
        folder("[标志](<我的 标志.svg>)，<b>[又](<我的 标志.svg>)</b>", &[("我的 标志.svg", DOCTYPE.as_bytes())]);
    let site = folder
        .with(
            "notices/n.md",
            "+++\nid = \"n\"\ntitle = \"通知\"\ndate = \"2026-03-20\"\n+++\n\n[标志](/lessons/a/我的%20标志.svg)\n",
        )
        .site();
    let page = text(&site, "lessons/a/1/index.html");
    assert_eq!(page.matches(".svg\" download=\"我的 标志.svg\"").count(), 2, "{page}");
    let feed = text(&site, "notices/feed.xml");
    assert!(feed.contains("标志") && !feed.contains(".svg"), "{feed}");
}
