//! Markdown as Chinese people type it: everyday signs stay what they are, and a sign that is wrong is told with the line as it should be.

use crate::support::{Folder, article, lesson, shared};
use publish::fault::Language;

/// What is told of a material with this text, without the name of its file.
fn told(body: &str) -> Vec<String> {
    let folder = Folder::portal()
        .with("materials/t.md", format!("# 题\n\n{body}\n"))
        .with("materials/1.md", "# 一\n\n## 第一节 概况\n\n字。\n")
        .with("materials/图.png", PIXEL);
    let said = folder.said(Language::Chinese);
    said.into_iter().map(|line| line.trim_start_matches("materials/t.md:").to_owned()).collect()
}

/// The smallest picture.
const PIXEL: &[u8] = include_bytes!("../pixel.png");

/// A line of text is told once, with this piece of the right line.
#[track_caller]
fn tells(body: &str, right: &str) {
    let told = told(body);
    let is_there = told.len() == 1 && (told[0].starts_with("3: 提醒") || body.contains("|\n|---"));
    assert!(is_there && told[0].contains(right), "{body} → {told:#?}");
}

#[track_caller]
fn is_silent(body: &str) {
    assert_eq!(told(body), Vec::<String>::new(), "{body}");
}

#[track_caller]
fn becomes(body: &str, html: &str) {
    is_silent(body);
    assert_eq!(article(&format!("# 题\n\n{body}\n")).html, html, "from {body:?}");
}

#[test]
fn everyday_signs_are_no_markup() {
    becomes("1~2，3~4", "<p>1~2，3~4</p>");
    becomes("好的~ 来吧~", "<p>好的~ 来吧~</p>");
    becomes("尺寸6*8*2，长*宽*高", "<p>尺寸6*8*2，长*宽*高</p>");
    becomes("3*4=12，5*6=30", "<p>3*4=12，5*6=30</p>");
    becomes("带*号的必填，打*号的选填", "<p>带*号的必填，打*号的选填</p>");
    becomes("138****5678和139****5678", "<p>138****5678和139****5678</p>");
    becomes("张**和李**来了", "<p>张**和李**来了</p>");
    becomes("（____）和（____）", "<p>（____）和（____）</p>");
    becomes("`1~2*3*4`和**3~5天**", "<p><code>1~2*3*4</code>和<strong>3~5天</strong></p>");
    becomes("~~删1~2~~和*Word*、请*务必*带", "<p><del>删1~2</del>和<em>Word</em>、请<em>务必</em>带</p>");
}

#[test]
fn leading_blanks_are_nothing() {
    for blanks in ["    ", "　　", "\t", "\u{a0}\u{a0}\u{a0}\u{a0}", "        ", "  　"] {
        becomes(
            &format!("{blanks}空了格的**一**段。\n\n{blanks}又一段。"),
            "<p>空了格的<strong>一</strong>段。</p><p>又一段。</p>",
        );
    }
    becomes("- 甲\n\n        空了格的一段\n- 乙", "<ul><li><p>甲</p><p>空了格的一段</p></li><li><p>乙</p></li></ul>");
    becomes("> 甲\n>\n>     空了格的一段", "<blockquote><p>甲</p><p>空了格的一段</p></blockquote>");
    becomes("- 甲\n    - 乙\n- 丙", "<ul><li>甲<ul><li>乙</li></ul></li><li>丙</li></ul>");
    becomes("```\n    码\n　　码\n```", "<pre tabindex=\"0\"><code>    码\n　　码\n</code></pre>");
    becomes("甲。\n　\n乙。", "<p>甲。</p><p>乙。</p>");
}

#[test]
fn hyphens_below_a_sentence_are_a_line() {
    becomes("一句话。\n---", "<p>一句话。</p><hr>");
    becomes("一句话。\n---\n又一句。", "<p>一句话。</p><hr><p>又一句。</p>");
    let told = told("概况\n---\n\n字。");
    assert!(told.len() == 1 && told[0].contains("## 概况"), "{told:?}");
    assert!(!article("# 题\n\n概况\n---").html.contains("<h2"));
}

#[test]
fn a_sign_that_is_wrong_is_told_with_the_right_line() {
    for (body, right) in [
        ("##节", "写成 ## 节"),
        ("#节", "写成 # 节"),
        ("＃＃ 节", "写成 ## 节"),
        ("##　节", "写成 ## 节"),
        ("####### 七", "写成 ###### 七"),
        ("1.先", "写成 1. 先"),
        ("-条", "写成 - 条"),
        ("－条", "写成 - 条"),
        ("- [x]做完", "写成 - [x] 做完"),
        ("-[x] 做完", "写成 - [x] 做完"),
        ("- [√] 做完", "写成 - [x] 做完"),
        ("- []没做", "写成 - [ ] 没做"),
        ("＞ 引", "写成 > 引"),
        ("** 重 **", "写成 **重**"),
        ("看** 重**要", "写成 看**重**要"),
        ("看**重 **要", "写成 看**重**要"),
        ("＊＊重＊＊", "写成 **重**"),
        ("**重*", "写成 **重**"),
        ("*重**", "写成 **重**"),
        ("**重点：带身份证", "写成 **重点**：带身份证"),
        ("* 重 *", "写成 *重*"),
        ("~~ 删 ~~", "写成 ~~删~~"),
        ("==重==", "写成 **重**"),
        ("[课]（1.md）", "写成 [课](1.md)"),
        ("【课】（1.md）", "写成 [课](1.md)"),
        ("【课】(1.md)", "写成 [课](1.md)"),
        ("［课］(1.md)", "写成 [课](1.md)"),
        ("[课] (1.md)", "写成 [课](1.md)"),
        ("(课)[1.md]", "写成 [课](1.md)"),
        ("[课](1.md", "写成 [课](1.md)"),
        ("[课](1.md）", "写成 [课](1.md)"),
        ("[课（1.md）", "写成 [课](1.md)"),
        ("见[网站]（https://a.cn/）。", "写成 见[网站](https://a.cn/)。"),
        ("[节](1.md#第一节 概况)", "写成 [节](<1.md#第一节 概况>)"),
        ("![门](图 1.png)", "写成 ![门](<图 1.png>)"),
        ("[表](表 1.docx)", "写成 [表](<表 1.docx>)"),
        ("[表](表 (1).docx)", "写成 [表](<表 (1).docx>)"),
        ("！[门](图.png)", "写成 ![门](图.png)"),
        ("![门]（图.png）", "写成 ![门](图.png)"),
        ("![门](图.png “大门”)", "写成 ![门](图.png \"大门\")"),
        ("[[课]]", "写成 [课](课.md)"),
        ("[[课|那一课]]", "写成 [那一课](课.md)"),
        ("![[图.png]]", "写成 ![图.png](图.png)"),
        ("{馄｜hún}", "写成 {馄|hún}"),
        ("｛馄|hún｝", "写成 {馄|hún}"),
        ("{hún|馄}", "写成 {馄|hún}"),
        ("｜甲｜乙｜", "| 甲 | 乙 |，第二行写成 |---|---|"),
        ("|甲|乙|\n|1|2|", "| 甲 | 乙 |，第二行写成 |---|---|"),
        ("甲|乙\n1|2", "| 甲 | 乙 |，第二行写成 |---|---|"),
        ("|甲|乙|\n|－－|－－|\n|1|2|", "| 甲 | 乙 |，第二行写成 |---|---|"),
        ("|甲|乙|\n|---|\n|1|2|", "| 甲 | 乙 |，第二行写成 |---|---|"),
        ("> [!INFO] 话", "写成 > [!NOTE] 话"),
        ("【!TIP】 话", "写成 > [!TIP] 话"),
        ("> 【!TIP】", "写成 > [!TIP]"),
        ("> [！TIP] 话", "写成 > [!TIP] 话"),
        (">[!TIP] 话", "写成 > [!TIP] 话"),
        ("[!TIP] 话", "写成 > [!TIP] 话"),
        ("::: tip 试一试", "写成 > [!TIP] 试一试"),
        ("|甲|乙|\n|---|---|\n|1|2|3|", "多出来的读者看不到"),
        ("有[^乙]。", "[^乙]: 注的内容"),
        ("~~删去", "写成 ~~删去~~"),
        ("很__重__要", "写成 很**重**要"),
        ("##**节**", "写成 ## **节**"),
        ("话^[注]。", "[^注]: 注"),
        ("有【^1】", "写成 有[^1]"),
        ("···gift", "写成 ```gift"),
        ("{{< figure src=\"a.png\" >}}", "别的建站程序"),
    ] {
        tells(body, right);
    }
    for (body, what) in
        [("话。\n\n[^甲]: 没人引用的注。", "没有用到这条注"), ("话。\n\n[1]: 参见《民法典》。", "读者看不到它")]
    {
        let told = told(body);
        assert!(told.len() == 1 && told[0].starts_with("5: 提醒") && told[0].contains(what), "{body}: {told:?}");
    }
    let told = told("话[^1]。\n\n[^1]：注。");
    assert!(told.len() == 1 && told[0].starts_with("5: ") && told[0].contains("写成 [^1]: 注。"), "{told:?}");
}

#[test]
fn all_that_is_wrong_in_a_line_is_told_at_once() {
    tells("看[课]（1.md），** 重 **", "写成 看[课](1.md)，**重**");
}

#[test]
fn ordinary_writing_is_not_told() {
    for body in [
        "（一）总则",
        "【通知】请看（见下）",
        "【解读】（2020年版）",
        "法发[2020] 3号，[2020]第3号，（苏）[2020]1号",
        "C#、F#和5*6",
        "#邻里中心#来了",
        "#3楼",
        "1.5米，3.15晚会",
        "1．先",
        "1、先",
        "-5℃",
        "——副标题",
        "*注：本表不含税。",
        "怀德｜春天来了",
        "\\[课\\]（1.md）、\\*\\* 重 \\*\\*",
        "`[课]（1.md）`",
        "```\n##节\n[课]（1.md）\n```",
        "[ ] 是　[ ] 否",
        "- [ ] 是\n- [x] 否",
        "集合{x|x>0}",
        "见[1]、[2]",
        "> 引用的话。",
        "{馄饨|hún tun}",
        "好呀~~ 来吧~~",
        "市民王**、李*和138****1234",
        "a == b，c == d",
        "13.其他商标案件。”",
        "- | 甲 | 乙 |\n  |---|---|\n  | 1 | 2 |",
        "> | 甲 | 乙 |\n> |---|---|\n> | 1 | 2 |",
        "1.将第四条修改为：",
        "2.在事故抢救期间擅离职守或者逃匿的；",
        "1.加强组织领导。各单位要把这项工作放在重要位置，主要负责人亲自抓，分管负责人具体抓。",
    ] {
        is_silent(body);
    }
}

#[test]
fn a_paste_from_word_is_told_once() {
    for body in [
        "第一段写了这样一句很长的话。\n第二段也写了这样一句很长的话。\n第三段还是这样一句很长的话。",
        "　　第一段。\n　　第二段。",
        "• 甲\n• 乙",
        "姓名\t电话\n甲\t110",
    ] {
        let told = told(body);
        assert!(told.len() == 1 && told[0].contains("从 Word"), "{body}: {told:?}");
    }
}

#[test]
fn the_rule_is_one_for_all_texts() {
    let text = |settings: &str| format!("+++\n{settings}\n+++\n\n##节\n");
    let folder = Folder::portal()
        .with("lessons/a/3.md", lesson("a-3", "题", "##节"))
        .with("notices/n.md", text("id = \"n\"\ntitle = \"题\"\ndate = \"2026-03-12\""))
        .with("partners/p.md", text("id = \"p\"\ntitle = \"题\""))
        .with(
            "activities/h/season.toml",
            "id = \"h\"\ntitle = \"题\"\nkind = \"winter\"\nfrom = \"2027-01-25\"\nuntil = \"2027-02-21\"\n",
        )
        .with("activities/h/x.md", text("id = \"x\"\ntitle = \"题\"\nkind = \"visit\""))
        .with("questions/q.gift", "::q1::[markdown]看** 重 **点，6*8*2，1~2，3~4{T}\n");
    let said = folder.said(Language::English);
    let of =
        |file: &str| said.iter().filter(|line| line.starts_with(file) && line.contains("To mend it: Write ")).count();
    for file in ["lessons/a/3.md", "notices/n.md", "partners/p.md", "activities/h/x.md", "questions/q.gift"] {
        assert_eq!(of(file), 1, "{file}: {said:#?}");
    }
}

#[test]
fn settings_in_yaml_are_read() {
    let folder = Folder::portal().with("materials/y.md", "---\ntitle: 垃圾分类\ndate: 2026-03-01\n---\n\n正文。\n");
    let content = folder.content();
    let material = &content.materials[0];
    assert_eq!((material.title.as_str(), material.article.html.as_str()), ("垃圾分类", "<p>正文。</p>"));
    assert_eq!(folder.said(Language::Chinese).len(), 1);
}

/// Texts of law are everyday writing: nothing in them is markup by mistake.
#[test]
fn laws_are_not_told() {
    let Some(laws) = shared("laws") else { return };
    let mut folder = Folder::portal();
    for (at, entry) in walkdir::WalkDir::new(laws).sort_by_file_name().into_iter().filter_map(Result::ok).enumerate() {
        if entry.path().extension().is_some_and(|kind| kind == "md") && entry.file_name() != "README.md" {
            folder = folder.with(&format!("materials/{at}.md"), std::fs::read(entry.path()).expect("a law"));
        }
    }
    assert_eq!(folder.said(Language::English), Vec::<String>::new());
}
