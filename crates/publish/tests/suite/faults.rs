//! Faults are told all at once, with file and line, and stop what must be stopped.

use crate::support::{Folder, lesson};
use publish::fault::Language;

/// What is said about a folder.
fn said(folder: &Folder) -> Vec<String> {
    folder.read().faults.iter().map(|fault| fault.say(Language::Chinese)).collect()
}

#[track_caller]
fn check(path: &str, content: &str, expect: &str) {
    let folder = Folder::portal().with(path, content);
    let said = said(&folder);
    assert!(said.iter().any(|line| line.starts_with(expect)), "expected {expect:?} in {said:#?}");
}

#[test]
fn a_sound_folder_has_no_faults() {
    assert_eq!(said(&Folder::portal()), Vec::<String>::new());
}

#[test]
fn all_faults_of_all_files_are_told_at_once() {
    let folder = Folder::portal()
        .with("lessons/a/1.md", lesson("a-2", "题", "![图](no.png)\n\n[坏](nowhere.md)"))
        .with("lessons/b/1.md", "没有开头")
        .with("materials/x.md", "# 甲\n\n[坏](y.md)");
    let read = folder.read();
    assert!(read.content.is_none());
    let paths: Vec<(&str, Option<usize>)> = read.faults.iter().map(|fault| (fault.path.as_str(), fault.line)).collect();
    for place in [
        ("lessons/a/1.md", Some(9)),
        ("lessons/a/1.md", Some(11)),
        ("lessons/a/2.md", Some(1)),
        ("lessons/b/series.toml", None),
        ("materials/x.md", Some(3)),
    ] {
        assert!(paths.contains(&place), "{place:?} is missing in {paths:#?}");
    }
    assert!(paths.is_sorted(), "{paths:#?}");
}

#[test]
fn each_fault_names_its_file_and_line() {
    check("portal.toml", "motto = \"x\"", "portal.toml:1: 错误：“name”没有写");
    check("portal.toml", "name = \"x\"\nnmae = 1", "portal.toml:2: 错误：没有叫“nmae”的设置");
    check("portal.toml", "name = x", "portal.toml:1: 错误：TOML 写错了");
    check("lessons/a/1.md", &lesson("A 1", "题", "话"), "lessons/a/1.md:1: 错误：“id”只能用小写字母");
    check("lessons/a/3.md", &lesson("a-1", "题", "话"), "lessons/a/3.md:1: 错误：id“a-1”已经被 lessons/a/1.md 用了");
    check(
        "lessons/a/3.md",
        &lesson("a-3", "题", "[x](1.md#没有)"),
        "lessons/a/3.md:9: 错误：lessons/a/1.md 里没有标题",
    );
    check("materials/a.md", "# 题\n\n![](x.svg)", "materials/a.md:3: 错误：找不到文件 materials/x.svg");
    check("materials/a.md", "# 题\n\n![图](https://example.org/a.png)", "materials/a.md:3: 错误：图片或声音");
    check("materials/a.md", "# 题\n\n[x](javascript:alert(1))", "materials/a.md:3: 错误：不能用这样的链接");
}

#[test]
fn a_file_that_is_no_text_is_a_fault_and_no_panic() {
    let folder = Folder::portal().with("materials/a.md", [0xff, 0xfe, 0x00]);
    let said = said(&folder);
    assert!(said[0].starts_with("materials/a.md: 错误：文件读不出来"), "{said:#?}");
}

#[test]
fn an_empty_folder_says_what_to_write() {
    assert_eq!(said(&Folder::new()).len(), 1);
    assert!(said(&Folder::new())[0].contains("portal.toml"));
}
