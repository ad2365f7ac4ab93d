//! Names as they come from other systems and from file managers.

use crate::support::{Folder, app, lesson, options, texts};
use publish::fault::Language;
use publish::site;

/// What is said of a portal with these files, in Chinese.
fn said(files: &[(&str, &str)]) -> Vec<String> {
    let folder = files.iter().fold(Folder::portal(), |folder, (path, text)| folder.with(path, text));
    folder.said(Language::Chinese)
}

#[track_caller]
fn check(files: &[(&str, &str)], expect: &[&str]) {
    let said = said(files);
    let fits = said.len() == expect.len() && said.iter().zip(expect).all(|(said, expect)| said.starts_with(expect));
    assert!(fits, "expected {expect:#?}, not {said:#?}");
}

#[test]
fn a_file_of_a_mac_is_found_by_a_link_of_windows() {
    let (mac, windows) = ("cafe\u{301}", "caf\u{e9}");
    let folder = Folder::portal()
        .with(&format!("materials/{mac}.md"), format!("# 店\n\n![图]({windows}.svg)\n"))
        .with(&format!("materials/{mac}.svg"), "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>")
        .with("materials/a.md", format!("# 甲\n\n[到店]({windows}.md) [也到店]({mac}.md)\n"));
    let site = site::build(&folder.content(), &app(), &options()).unwrap();
    assert!(site.files.contains_key(&format!("materials/{windows}/index.html")));
    assert_eq!(texts(&site, "materials/a/index.html", "#text a[href$='/caf\u{e9}/']").len(), 2);
    assert_eq!(texts(&site, &format!("materials/{windows}/index.html"), "#text img").len(), 1);
}

#[test]
fn a_link_is_read_as_it_is_seen() {
    let folder = Folder::portal().with("materials/a.md", "# 甲\n\n[一](../lessons/a/1\u{200b}.md)\u{feff}\n");
    let site = site::build(&folder.content(), &app(), &options()).unwrap();
    assert_eq!(texts(&site, "materials/a/index.html", "#text a[href$='lessons/a/1/']"), ["一"]);
}

#[test]
fn names_that_some_systems_cannot_hold_are_faults() {
    let long = format!("materials/{}.md", "a".repeat(241));
    for (path, expect) in [
        ("materials/aux.md", "materials/aux.md: 错误：“aux”是 Windows 留给设备的名字"),
        ("notices/COM1.md", "notices/COM1.md: 错误：“COM1”是 Windows 留给设备的名字"),
        ("materials/nul/一.md", "materials/nul: 错误：“nul”是 Windows 留给设备的名字"),
        (
            "materials/一\u{200b}课.md",
            "materials/一\u{200b}课.md: 错误：文件或文件夹的名字里不能有看不见的字符或乱码（“一”后面，U+200B）",
        ),
        ("materials/一\u{202e}课.md", "materials/一\u{202e}课.md: 错误：文件或文件夹的名字里不能有看不见的字符"),
        (long.as_str(), "materials/aaa"),
        ("figures/con.svg", "figures/con.svg: 提醒：“con”是 Windows 留给设备的名字"),
    ] {
        let said = said(&[(path, "# 题\n\n文。\n")]);
        assert!(said.iter().any(|said| said.starts_with(expect)), "{path}: {said:#?}");
    }
    let aliases =
        |address: &str| lesson("a-3", "题", "正文。").replace("hours", &format!("aliases = [\"{address}\"]\nhours"));
    assert_eq!(said(&[("lessons/a/3.md", &aliases("lessons/con/1/"))]).len(), 1);
    assert_eq!(said(&[("lessons/a/3.md", &aliases("lessons/%E8%AF%BE/1/"))]), [""; 0]);
}

#[test]
fn it_is_the_copy_that_is_blamed_and_nothing_else_is_said_of_it() {
    let questions = "正文。\n\n```gift\n::a-1.q1::对吗？{T}\n```";
    let (original, copy) = (lesson("a-1", "第一课", questions), lesson("a-1", "第一课", questions));
    for name in ["1 - 副本.md", "1 - 副本 (2).md", "1 - Copy.md", "1 副本.md", "1(1).md", "1 copy 2.md", "复件 1.md"]
    {
        check(
            &[("lessons/a/1.md", &original), (&format!("lessons/a/{name}"), &copy)],
            &[&format!(
                "lessons/a/{name}:2: 错误：这是 lessons/a/1.md 的副本，连 id“a-1”也一样。 怎么改：不要就删掉；要留，就改文件名，并换一个从没用过的 id，比如 id = \"a-1-2\""
            )],
        );
    }
    check(
        &[
            ("lessons/a - 副本/series.toml", "id = \"a\"\ntitle = \"系列\"\nsummary = \"两课\"\n"),
            ("lessons/a - 副本/1.md", &lesson("a-1", "第一课", "正文一。\n\n## 小结\n\n完。")),
            ("lessons/a - 副本/2.md", &lesson("a-2", "第二课", "正文二。")),
        ],
        &["lessons/a - 副本: 错误：这个文件夹是 lessons/a 的副本"],
    );
    check(
        &[("questions/b.gift", "::b.q1::对吗？{T}\n"), ("questions/b - 副本.gift", "::b.q1::对吗？{T}\n")],
        &["questions/b - 副本.gift: 错误：这是 questions/b.gift 的副本，题目的编号也都一样"],
    );
}

#[test]
fn a_name_like_that_of_a_copy_is_a_name_when_it_has_an_id_of_its_own() {
    check(&[("lessons/a/1 - 副本.md", &lesson("a-3", "第三课", "正文。"))], &[]);
    check(&[("lessons/a/3(1).md", &lesson("a-3", "第三课", "正文。"))], &[]);
}

#[test]
fn who_had_an_id_at_the_last_publishing_keeps_it() {
    let place = Folder::new();
    let copy_into = |name: &str| {
        for (file, text) in [
            ("portal.toml", "name = \"学苑\"\n".to_owned()),
            ("lessons/a/series.toml", "id = \"a\"\ntitle = \"系列\"\nsummary = \"两课\"\n".to_owned()),
            ("lessons/a/5.md", lesson("a-5", "第五课", "正文。")),
        ] {
            let path = place.path().join(name).join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    };
    copy_into("content");
    let content = place.path().join("content");
    let faults = |expect: &str| {
        let faults = publish::content::read(&content).faults;
        let said: Vec<String> = faults.iter().map(|fault| fault.say(Language::Chinese)).collect();
        assert!(said.len() == 1 && said[0].starts_with(expect), "{said:#?}");
    };
    let read = publish::content::read(&content).content.unwrap();
    // It sorts before the one that was there.
    std::fs::write(content.join("lessons/a/3.md"), lesson("a-5", "第三课", "正文。")).unwrap();
    faults("lessons/a/5.md:2: 错误：id“a-5”已经被 lessons/a/3.md 用了。");
    site::build(&read, &app(), &options()).unwrap().write(&place.path().join("site")).unwrap();
    faults("lessons/a/3.md:2: 错误：id“a-5”已经被 lessons/a/5.md 用了（上次发布时就是它的）。");
}
