//! Faults are told all at once, with file and line, in both languages, and stop what must be stopped.

use crate::support::{Folder, lesson};
use publish::fault::Language;

/// What is said about a folder.
/// A sound portal with these files has exactly these faults, which begin so in Chinese.
#[track_caller]
fn check(files: &[(&str, &[u8])], expect: &[&str]) {
    check_in(Language::Chinese, files, expect);
}

#[track_caller]
fn check_in(language: Language, files: &[(&str, &[u8])], expect: &[&str]) {
    let folder = files.iter().fold(Folder::portal(), |folder, (path, content)| folder.with(path, content));
    let said = folder.said(language);
    let fits = said.len() == expect.len() && said.iter().zip(expect).all(|(said, expect)| said.starts_with(expect));
    assert!(fits, "expected {expect:#?}, not {said:#?}");
    let is_wrong = expect.iter().any(|line| line.contains("错误") || line.contains("error"));
    assert_eq!(folder.read().content.is_none(), is_wrong, "errors stop the publishing, warnings do not");
}

/// A lesson with other settings.
fn settings(lines: &str) -> String {
    format!("+++\n{lines}\n+++\n\n正文。\n")
}

/// Good settings but for those that are replaced.
fn replaced(from: &str, to: &str) -> String {
    lesson("a-3", "题", "正文。").replace(from, to)
}

#[test]
fn a_sound_folder_has_no_faults() {
    check(&[], &[]);
}

#[test]
fn all_faults_of_all_files_are_told_at_once() {
    check(
        &[
            ("lessons/a/1.md", lesson("a-2", "题", "![图](no.png)\n\n[坏](nowhere.md)").as_bytes()),
            ("lessons/b/1.md", "没有开头".as_bytes()),
            ("materials/x.md", "# 甲\n\n[坏](y.md)".as_bytes()),
        ],
        &[
            "lessons/a/1.md:9: 错误：找不到文件 lessons/a/no.png",
            "lessons/a/1.md:11: 错误：链接“nowhere.md”指向的文件不存在",
            "lessons/a/2.md:2: 错误：id“a-2”已经被 lessons/a/1.md 用了",
            "lessons/b/series.toml: 错误：这个文件夹里缺少 series.toml",
            "materials/x.md:3: 错误：链接“y.md”指向的文件不存在",
        ],
    );
}

#[test]
fn an_empty_folder_says_what_to_write() {
    let said = Folder::new().said(Language::Chinese);
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("portal.toml"));
}

#[test]
fn a_missing_or_doubled_id_comes_with_a_free_one() {
    let missing = replaced("id = \"a-3\"\n", "");
    check(
        &[("lessons/a/03-x.md", missing.as_bytes())],
        &["lessons/a/03-x.md:1: 错误：“id”没有写。 怎么改：在文件开头补上一行：id = \"a-3\""],
    );
    check(
        &[("lessons/a/02-x.md", missing.as_bytes())],
        &["lessons/a/02-x.md:1: 错误：“id”没有写。 怎么改：在文件开头补上一行：id = \"a-02-x\""],
    );
    check(
        &[("lessons/a/01.md", missing.as_bytes()), ("lessons/a/第二课.md", missing.as_bytes())],
        &[
            "lessons/a/01.md:1: 错误：“id”没有写。 怎么改：在文件开头补上一行：id = \"a-01\"",
            "lessons/a/第二课.md:1: 错误：“id”没有写。 怎么改：在文件开头补上一行：id = \"a-第二课\"",
        ],
    );
    check(
        &[("lessons/a/7.md", lesson("a-1", "题", "正文。").as_bytes())],
        &["lessons/a/7.md:2: 错误：id“a-1”已经被 lessons/a/1.md 用了。 怎么改：换一个从没用过的，比如 id = \"a-7\""],
    );
    check_in(
        Language::English,
        &[("lessons/a/7.md", lesson("a-1", "题", "正文。").as_bytes())],
        &[
            "lessons/a/7.md:2: error: The id \"a-1\" is taken by lessons/a/1.md. To mend it: Choose one that was never used, such as id = \"a-7\".",
        ],
    );
    check(
        &[("lessons/b/series.toml", b"title = \"b\"\nsummary = \"b\"")],
        &["lessons/b/series.toml:1: 错误：“id”没有写。 怎么改：在文件开头补上一行：id = \"b\""],
    );
    check(
        &[("lessons/b/series.toml", b"title = \"b\"\nid = \"a\"\nsummary = \"b\"")],
        &[
            "lessons/a/series.toml:1: 错误：系列的 id“a”已经有别处在用",
            "lessons/b/series.toml:2: 错误：系列的 id“a”已经有别处在用",
        ],
    );
}

#[test]
fn settings_are_checked_line_by_line() {
    for (from, to, expect) in [
        ("id = \"a-3\"", "id = \"A 3\"", ":2: 错误：“id”只能用小写字母"),
        ("title = \"题\"", "title = 3", ":3: 错误：“title”应该是引号里的一段文字。 怎么改：改成这样：title = \"3\""),
        ("title = \"题\"", "title = \" \"", ":3: 错误：“title”是空的"),
        ("title = \"题\"\n", "", ":1: 错误：“title”没有写"),
        ("lecturer = \"老师\"\n", "", ":1: 错误：“lecturer”没有写"),
        ("date = \"2026-03-12\"\n", "", ":1: 错误：“date”没有写"),
        ("2026-03-12", "2026-02-30", ":5: 错误：“date”应写成 2026-03-12 这样的日期"),
        ("hours = 1.5\n", "", ":1: 错误：“hours”没有写。 怎么改：在文件开头补上一行：hours = 1.5"),
        ("1.5", "\"1.5\"", ":6: 错误：“hours”应该是数字，不加引号"),
        ("1.5", "-1", ":6: 错误：“hours”应该在 0 和 1000 之间"),
        ("1.5", "nan", ":6: 错误：“hours”应该是数字"),
        ("1.5", "1.5\nlecture = \"x\"", ":7: 错误：没有叫“lecture”的设置。是不是 lecturer？"),
        ("1.5", "1.5\n作者 = \"x\"", ":7: 错误：这一行写错了：等号左边不是设置的名字"),
        ("1.5", "1.5\nauthor_of_all = \"x\"", ":7: 错误：没有叫“author_of_all”的设置。 怎么改：可以用的有：id, title"),
        ("\"题\"", "“题”", ":3: 错误：这一行写错了：用了中文引号“”"),
        ("\"题\"", "\"题", ":3: 错误：这一行写错了：少了后面的引号"),
        ("\"题\"", "题", ":3: 错误：这一行写错了：少了引号"),
        ("title =", "title", ":3: 错误：这一行写错了：少了等号"),
        ("title =", "title ＝", ":3: 错误：这一行写错了：用了中文等号"),
        ("hours = 1.5", "hours =", ":6: 错误：这一行写错了：等号后面没有内容"),
        ("hours = 1.5", "title = \"题\"\nhours = 1.5", ":6: 错误：这一行写错了：同一个设置写了两次"),
    ] {
        let text = replaced(from, to);
        check(&[("lessons/a/3.md", text.as_bytes())], &[&format!("lessons/a/3.md{expect}")]);
    }
    let text = replaced("\"题\"", "“题”");
    check_in(Language::English, &[("lessons/a/3.md", text.as_bytes())], &["lessons/a/3.md:3: error: Bad TOML: "]);
    let text = replaced("1.5", "1.5\nlecture = \"x\"");
    check_in(
        Language::English,
        &[("lessons/a/3.md", text.as_bytes())],
        &["lessons/a/3.md:7: error: There is no setting \"lecture\". Is it lecturer? To mend it: Known are: id, title"],
    );
}

#[test]
fn two_wrong_lines_are_two_faults() {
    let text = replaced("\"题\"", "“题”").replace("\"2026-03-12\"", "三月");
    check(
        &[("lessons/a/3.md", text.as_bytes())],
        &["lessons/a/3.md:3: 错误：这一行写错了：用了中文引号", "lessons/a/3.md:5: 错误：这一行写错了：少了引号"],
    );
}

#[test]
fn the_portal_and_series_have_lines_too() {
    check(&[("portal.toml", b"motto = \"x\"")], &["portal.toml:1: 错误：“name”没有写"]);
    check(&[("portal.toml", b"name = \"x\"\nnmae = 1")], &["portal.toml:2: 错误：没有叫“nmae”的设置。是不是 name？"]);
    check(&[("portal.toml", b"name = x")], &["portal.toml:1: 错误：这一行写错了：少了引号"]);
    check(&[("portal.toml", b"name = \"x\"\n\noffline = 1")], &["portal.toml:3: 错误：“offline”应该是 true 或 false"]);
    check(&[("portal.toml", b"name = \"x\"\naddress = \"x\"")], &["portal.toml:2: 错误：address 应以 https://"]);
    check(
        &[("lessons/a/series.toml", b"id = \"a\"\ntitle = \"x\"\nsummary = \"x\"\naudience = \"all\"")],
        &["lessons/a/series.toml:4: 错误：不认识的对象“all”"],
    );
}

#[test]
fn settings_have_a_beginning_and_an_end() {
    check(
        &[("lessons/a/3.md", "只有正文".as_bytes())],
        &["lessons/a/3.md:1: 错误：这一课开头没有设置。 怎么改：第一行写 +++，下面写 id = \"a-3\""],
    );
    let open = lesson("a-3", "题", "正文。").replacen("\n+++\n", "\n", 1);
    check(&[("lessons/a/3.md", open.as_bytes())], &["lessons/a/3.md:1: 错误：开头的设置没有结束"]);
    let loose = format!("\u{feff}{}", lesson("a-3", "题", "正文。").replace("+++\n", "+++  \r\n"));
    check(&[("lessons/a/3.md", loose.as_bytes())], &[]);
    check(
        &[("lessons/a/3.md", settings("").as_bytes())],
        &[
            "lessons/a/3.md:1: 错误：“id”没有写",
            "lessons/a/3.md:1: 错误：“title”没有写",
            "lessons/a/3.md:1: 错误：“lecturer”没有写",
            "lessons/a/3.md:1: 错误：“date”没有写",
            "lessons/a/3.md:1: 错误：“hours”没有写",
        ],
    );
}

/// Each text stands alone, as a material.
#[test]
fn links_and_pictures_lead_somewhere() {
    for (body, expect) in [
        ("[x](../lessons/a/1.md#小节)", ":3: 错误：lessons/a/1.md 里没有标题“小节”。是不是“小结”？"),
        ("[x](../lessons/a/3.md)", ":3: 错误：链接“../lessons/a/3.md”指向的文件不存在。是不是 lessons/a/1.md？"),
        (
            "[x](../lessons/A/1.md)",
            ":3: 错误：链接“../lessons/A/1.md”指向的文件不存在。大小写不对，文件叫 lessons/a/1.md",
        ),
        ("[x](../../x.md)", ":3: 错误：“../../x.md”指到了内容文件夹外面"),
        ("![x](../../x.png)", ":3: 错误：“../../x.png”指到了内容文件夹外面"),
        ("[x](/lesson/a/1/)", ":3: 错误：链接“/lesson/a/1/”指向的网页不存在。是不是 /lessons/a/1/？"),
        ("[x](/none)", ":3: 错误：链接“/none”指向的网页不存在"),
        ("[x](/none.pdf)", ":3: 错误：找不到文件 none.pdf"),
        ("![图](Dot.SVG)", ":3: 错误：找不到文件 materials/Dot.SVG：大小写不对，文件叫 materials/dot.svg"),
        ("![图](dots.svg)", ":3: 错误：找不到文件 materials/dots.svg。是不是 materials/dot.svg？"),
        ("话\n\n![图](https://example.org/a.png)", ":5: 错误：图片或声音"),
        ("[x](javascript:alert(1))", ":3: 错误：不能用这样的链接"),
        ("话\n![](dot.svg)", ":4: 提醒：图片 dot.svg 没有替代文字"),
        ("[x](x.exe)", ":3: 错误：x.exe 不是可以发布的文件类型"),
    ] {
        let text = format!("# 题\n\n{body}\n");
        let expect = expect.replace("：x.exe", "：materials/x.exe");
        check(
            &[("materials/t.md", text.as_bytes()), ("materials/dot.svg", DOT), ("materials/x.exe", b"MZ")],
            &[&format!("materials/t.md{expect}")],
        );
    }
    check_in(
        Language::English,
        &[("materials/t.md", "# 题\n\n[x](../lessons/A/1.md)".as_bytes())],
        &[
            "materials/t.md:3: error: The link \"../lessons/A/1.md\" leads to no file. Its case is wrong: the file is lessons/a/1.md.",
        ],
    );
}

const DOT: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";

#[test]
fn links_from_the_root_are_sound() {
    let pages = [
        "/",
        "/lessons/",
        "/lessons/a",
        "/lessons/a/1/#小结",
        "/record/",
        "/settings/",
        "/notices/",
        "/lessons/a/1.md",
    ];
    let links: String = pages.iter().map(|page| format!("[x]({page})\n\n")).collect();
    let text = format!("# 题\n\n{links}![点](/materials/dot.svg)");
    check(&[("materials/t.md", text.as_bytes()), ("materials/dot.svg", DOT)], &[]);
}

#[test]
fn what_a_text_lacks_is_told() {
    for (body, expect) in [
        ("### 细\n\n话", ":9: 提醒：标题“细”跳了级"),
        (
            "## 大\n\n话\n\n#### 细\n\n话",
            ":13: 提醒：标题“细”跳了级：前面还没有 3 个 # 的标题。 怎么改：这里写 3 个 #：### 细",
        ),
        ("", ":7: 提醒：这一篇没有正文"),
        (
            "话\n\n<div>\n<iframe src=\"x\"></iframe>\n</div>",
            ":12: 提醒：这里的网页代码有一部分不会发布：<iframe>、src",
        ),
        ("话<b onclick=\"x\">话</b>", ":9: 提醒：这里的网页代码有一部分不会发布：onclick"),
        ("话\n\n<img src=\"x.png\">", ":11: 提醒：这里的网页代码有一部分不会发布：<img>、src。 怎么改：图片写成"),
    ] {
        let text = lesson("a-3", "题", body);
        check(&[("lessons/a/3.md", text.as_bytes())], &[&format!("lessons/a/3.md{expect}")]);
    }
    let sound = "# 甲\n\n## 乙\n\n### 丙\n\n## 丁\n\n<b>话</b> <!-- 不显示 -->\n\n<div class=\"x\">话</div>";
    check(&[("lessons/a/3.md", lesson("a-3", "题", sound).as_bytes())], &[]);
}

#[test]
fn what_is_too_much_is_told() {
    let deep = format!("{}话", "> ".repeat(100));
    check(
        &[("materials/t.md", format!("话\n\n{deep}").as_bytes())],
        &["materials/t.md:3: 错误：这里的列表、引用或强调套了太多层"],
    );
    let open = "<b>".repeat(100);
    check(
        &[("materials/t.md", format!("话\n\n{open}").as_bytes())],
        &["materials/t.md:3: 错误：这里的网页代码里，没有结束的标签太多"],
    );
    check(&[("materials/t.md", &[b'a'; 1_000_001])], &["materials/t.md: 错误：这篇文字超过 1 MB"]);
    let (heavy, large) = (vec![b'a'; 10_000_000], vec![b'a'; 50_000_001]);
    check(
        &[("materials/t.md", b"[x](a.pdf)"), ("materials/a.pdf", &heavy)],
        &["materials/t.md:1: 提醒：materials/a.pdf 有 10 MB"],
    );
    check(
        &[("materials/t.md", b"[x](a.pdf)"), ("materials/a.pdf", &large)],
        &["materials/t.md:1: 错误：materials/a.pdf 超过 50 MB"],
    );
    check(
        &[("materials/t.md", b"![x](a.png)"), ("materials/a.png", &large[..20_000_001])],
        &["materials/t.md:1: 错误：materials/a.png 超过 20 MB"],
    );
}

#[test]
fn files_of_other_encodings_are_read() {
    let gb = b"# \xcc\xe2\n\n\xd5\xfd\xce\xc4";
    check(
        &[("materials/t.md", gb)],
        &["materials/t.md: 提醒：这个文件是 GB18030 编码。 怎么改：内容照常读了；用记事本打开，另存为 UTF-8"],
    );
    check_in(Language::English, &[("materials/t.md", gb)], &["materials/t.md: warning: This file is in GB18030."]);
    assert_eq!(Folder::portal().with("materials/t.md", gb).content().materials[0].title, "题");
    let utf16: Vec<u8> = "\u{feff}# 题\r\n\r\n正文".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&[("materials/t.md", &utf16)], &["materials/t.md: 提醒：这个文件是 UTF-16 编码"]);
    assert_eq!(Folder::portal().with("materials/t.md", &utf16).content().materials[0].article.html, "<p>正文</p>");
}

#[test]
fn a_file_that_is_no_text_is_a_fault_and_no_panic() {
    check(&[("materials/a.md", &[0xff, 0xfe, 0x00])], &["materials/a.md: 错误：文件读不出来"]);
    check(&[("materials/a.md", b"\x89PNG\r\n\0\0")], &["materials/a.md: 错误：文件读不出来"]);
    let damaged = [&"第一行\n第二".repeat(2).into_bytes()[..], b"\xe8\xa1"].concat();
    check(&[("materials/a.md", &damaged)], &["materials/a.md:3: 错误：文件读不出来：这一行有坏掉的字节"]);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_other_systems_lack_are_told() {
    check(
        &[("materials/c#.md", "话".as_bytes()), ("materials/x.", b""), ("materials/z%.md", "话".as_bytes())],
        &[
            "materials/c#.md: 错误：文件或文件夹的名字里不能有 #。 怎么改：改名",
            "materials/x.: 错误：文件或文件夹的名字里不能有开头的空格、末尾的句点或空格",
            "materials/z%.md: 错误：文件或文件夹的名字里不能有 %",
        ],
    );
    check(
        &[
            ("materials/X.md", "话".as_bytes()),
            ("materials/x.md", "话".as_bytes()),
            ("materials/B/1.pdf", b""),
            ("materials/b/2.pdf", b""),
        ],
        &["materials/b: 错误：和 materials/B 只有大小写不同", "materials/x.md: 错误：和 materials/X.md 只有大小写不同"],
    );
}

#[test]
fn a_text_can_hold_the_marks_of_the_publisher() {
    let body = "\u{f8ff}0\u{f8ff} &#xF8FF; to-0- [x](#小结) 后\u{f8ff}<b>话</b>\n\n## 小结\n\n完";
    let folder = Folder::portal().with("materials/t.md", format!("# 题\n\n{body}"));
    let html = &folder.content().materials[0].article.html;
    let start = html.split("<a href=\"#").next().unwrap_or_default();
    assert_eq!(start, "<p>\u{f8ff}0\u{f8ff} \u{f8ff} to-0- ");
    assert!(html.contains(">x</a> 后\u{f8ff}<b>话</b></p>"), "{html}");
}

#[test]
fn texts_that_are_not_published_are_told() {
    let said: Vec<String> = Folder::portal()
        .with("lessons/stray.md", "文")
        .with("lessons/a/sub/x.md", "文")
        .with("materials/a.md.txt", "文")
        .with("materials/B.MD", "文")
        .read()
        .faults
        .iter()
        .filter(|fault| fault.what.en.starts_with("It is not published"))
        .map(|fault| fault.path.clone())
        .collect();
    assert_eq!(said, ["lessons/a/sub/x.md", "lessons/stray.md", "materials/B.MD", "materials/a.md.txt"]);
}
