//! The names of files and folders: those that every system and every address can hold ([`part`]), and no two that are one on Windows or
//! on a Mac. [`mod@copies`] knows those that were copied beside themselves.

mod copies;
mod part;

pub(crate) use copies::original;
pub(crate) use part::{composed, is_device, is_wrong, seen};

use super::questions::Kind;
use crate::fault::{Fault, phrase};
use crate::nearest::differ_by_case;
use part::{device, wrong};
use std::collections::BTreeMap;

/// The folders whose names become addresses.
const ADDRESSES: [&str; 8] =
    ["lessons/", "materials/", "notices/", "partners/", "questions/", "activities/", "scenes/", "contests/"];
/// Looks at the paths of all files and folders, in order.
pub(crate) fn check<'a>(paths: impl Iterator<Item = &'a str>, faults: &mut Vec<Fault>) {
    let mut seen: BTreeMap<(String, String), &str> = BTreeMap::new();
    for path in paths {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        if ADDRESSES.iter().any(|start| path.starts_with(start)) {
            faults.extend(wrong(name).map(|(what, mend)| Fault::error(path, None, what, mend)));
        } else if is_device(name) {
            let (what, mend) = device(name);
            faults.push(Fault::warning(path, None, what, mend));
        }
        faults.extend(not_published(path));
        match seen.get(&(folder.to_owned(), name.to_lowercase())) {
            Some(first) if differ_by_case(first, path) => faults.push(same_but_case(path, first)),
            Some(_) => faults.push(seen_as_one(path)),
            None => drop(seen.insert((folder.to_owned(), name.to_lowercase()), path)),
        }
    }
}

/// A text that lies where no page is made of it, or whose name does not end as the names of texts do.
fn not_published(path: &str) -> Option<Fault> {
    let lower = path.to_lowercase();
    let ends_otherwise = [".md.txt", ".toml.txt", ".markdown"].iter().any(|end| lower.ends_with(end))
        || lower.ends_with(".md") && !path.ends_with(".md");
    if ends_otherwise {
        let what = phrase(
            "这个文件不会发布：名字要以 .md 或 .toml 结尾。",
            "It is not published: its name must end in .md or .toml.",
        );
        let mend = phrase(
            "改名；Windows 上先在“查看”里打开“文件扩展名”。",
            "Rename it; on Windows show file extensions first.",
        );
        return Some(Fault::warning(path, None, what, mend));
    }
    if let Some(name) = path.strip_prefix("questions/") {
        return no_bank(path, name);
    }
    let is_astray = path.starts_with("lessons/") && path.ends_with(".md") && path.matches('/').count() != 2;
    is_astray.then(|| {
        let what = phrase(
            "这一课不会发布：它不在系列的文件夹里。",
            "It is not published: it does not lie in the folder of a series.",
        );
        let mend =
            phrase("放到 lessons/系列/ 下面，不要再分文件夹。", "Put it into lessons/<series>/, in no folder below.");
        Fault::warning(path, None, what, mend)
    })
}

/// A file that lies among the banks and is none.
fn no_bank(path: &str, name: &str) -> Option<Fault> {
    let is_file = name.contains('.');
    if Kind::of(path).is_some() || !is_file {
        return None;
    }
    let what = phrase("这个文件不是题库，没有读。", "It is no bank of questions, and was not read.");
    let mend = if name.contains('/') {
        phrase("直接放在 questions 文件夹里，不要再分文件夹。", "Put it into questions itself, in no folder below.")
    } else {
        phrase(
            "题库的名字以 .gift、.csv 或 .xlsx 结尾；老的 .xls 用 Excel 或 WPS 另存为 .xlsx。",
            "The name of a bank ends in .gift, .csv or .xlsx; save an old .xls as .xlsx.",
        )
    };
    Some(Fault::warning(path, None, what, mend))
}

fn same_but_case(path: &str, first: &str) -> Fault {
    let what = phrase(
        format!("和 {first} 只有大小写不同，在 Windows 上会变成同一个。"),
        format!("It differs from {first} by case alone; on Windows they are one."),
    );
    let mend = phrase("把其中一个改成别的名字。", "Rename one of the two.");
    Fault::error(path, None, what, mend)
}

/// Two files of one folder that only machines tell apart: a Mac writes é as two characters, Windows as one.
fn seen_as_one(path: &str) -> Fault {
    let what = phrase(
        "这里有两个名字，看上去完全一样，只是字符的编码不同（一个可能是从苹果电脑来的），在别的系统上会变成同一个。",
        "Two names here look the same and differ in how their characters are written, one perhaps on a Mac; elsewhere they are one.",
    );
    Fault::error(path, None, what, phrase("把其中一个改成别的名字，或者删掉。", "Rename or remove one of the two."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_paths(paths: &[&str], expect: &[&str]) {
        let mut faults = Vec::new();
        check(paths.iter().copied(), &mut faults);
        assert_eq!(faults.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn names_that_no_address_holds_are_faults() {
        check_paths(&["lessons/a/一 课.md", "materials/a-b_c.pdf", "figures/c#.svg"], &[]);
        for bad in ["a#", "a\u{7}", "a ", "aux.md", "a\u{200b}.md"] {
            let path = format!("materials/{bad}");
            check_paths(&[&path], &[&path]);
        }
        check_paths(&["figures/nul"], &["figures/nul"]);
    }

    #[test]
    fn names_that_differ_by_case_are_faults() {
        check_paths(&["lessons/A", "lessons/A/1.md", "lessons/a", "lessons/a/1.md", "b/1.md"], &["lessons/a"]);
        check_paths(&["X.md", "x.md"], &["x.md"]);
        check_paths(&["materials/\u{e9}.md", "materials/\u{e9}.md"], &["materials/\u{e9}.md"]);
    }
}
