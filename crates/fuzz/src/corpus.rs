//! The cases to start from: files of `tests/fixtures/fuzz/<kind>/`, and long ones that are made.

use crate::{Case, Target, folder};
use anyhow::{Context, Result};
use std::fs;

/// What repeats: the folder, a name, the beginning, what comes again and again, how often, and the end.
const LONG: [(&str, &str, &str, &str, usize, &str); 43] = [
    ("material", "brackets", "", "[", 10_000, ""),
    ("material", "links-in-links", "", "[a](", 10_000, ""),
    ("material", "pictures-in-pictures", "", "![", 10_000, "](a.png)"),
    ("material", "quotations", "", ">", 10_000, "话"),
    ("material", "quotations-of-many-lines", "", "> > > > > > > > 话\n", 5_000, ""),
    ("material", "lists-in-lists", "", "- ", 5_000, "话"),
    ("material", "emphasis", "", "*话 **话 ", 5_000, "话"),
    ("material", "closed-emphasis", "", "*话", 5_000, "话*"),
    ("material", "strikes", "", "~~话~", 10_000, ""),
    ("material", "ticks", "", "`a``", 10_000, ""),
    ("material", "braces", "", "{汉|", 20_000, "}"),
    ("material", "readings", "", "{汉|hàn}", 10_000, ""),
    ("material", "rows", "| 甲 | 乙 |\n|---|---|\n", "| 1 | 2 |\n", 10_000, ""),
    ("material", "columns", "", "|甲", 10_000, "\n"),
    ("material", "open-footnotes", "", "[^1", 10_000, ""),
    ("material", "same-footnote", "[^1]: 注\n\n", "话[^1]", 5_000, ""),
    ("material", "footnotes-in-footnotes", "", "[^1]: ", 5_000, "话"),
    ("material", "lost-headings", "# 题\n\n", "[a](#没有) ", 5_000, ""),
    ("material", "found-headings", "", "# 题\n\n[a](#题)\n\n", 3_000, ""),
    ("material", "open-elements", "", "<div>", 20_000, "话"),
    ("material", "open-elements-in-a-line", "话", "<b>", 20_000, "话"),
    ("material", "closed-elements", "", "<p></p>", 20_000, "话"),
    ("material", "many-pictures-and-html", "<b>话</b>", "![话](../lessons/a/photograph.png)", 3_000, ""),
    ("material", "same-words", "", "啊\n\n", 20_000, ""),
    ("material", "products", "", "a*", 50_000, ""),
    ("material", "lines-to-write-on", "填", "____ ", 20_000, ""),
    ("material", "items-without-blank", "", "1.啊\n", 20_000, ""),
    ("material", "unused-addresses", "", "[甲]: 1.md\n\n", 10_000, ""),
    ("material", "wrong-links", "", "【甲】（1.md）", 10_000, ""),
    ("portal", "tables-in-tables", "name = ", "[", 10_000, ""),
    ("svg", "groups", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>", "<g>", 20_000, "</svg>"),
    ("gift", "options", "::a::题{", "=甲 ~乙#否 ", 10_000, "}"),
    ("gift", "pairs", "::a::题{", "=甲 -> 乙\n", 10_000, "}"),
    ("gift", "open-braces", "", "::a::题{\n\n", 10_000, ""),
    ("gift", "blank-lines-in-a-brace", "::a::题{", "\n", 50_000, "}"),
    ("gift", "backslashes", "::a::题", "\\", 50_000, "{T}"),
    ("gift", "marks", "//", " [tag:甲]", 10_000, "\n::a::题{T}"),
    ("gift", "open-marks", "//", " [tag:", 10_000, "\n::a::题{T}"),
    ("gift", "without-ids", "", "::a.q1::题{T}\n\n题{T}\n\n", 5_000, ""),
    ("gift", "same-ids", "", "::a.q1::题{T}\n\n", 10_000, ""),
    ("csv", "columns", "编号,题型,题干,答案", ",选项A,备注", 10_000, "\n"),
    ("csv", "rows", "编号,题型,题干,答案\n", "x,判断,题,对\n", 10_000, ""),
    ("csv", "long-cell", "编号,题型,题干,选项A,答案\nx,多选,题,甲,", "A、", 20_000, ""),
];

/// All cases of a target, folder by folder: the sound file, those of the corpus in order, the long ones.
///
/// # Errors
/// When the corpus cannot be read.
pub fn all(target: &dyn Target) -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for (folder, sound) in target.folders() {
        cases.push(Case { folder, name: "sound".to_owned(), bytes: sound.to_vec() });
        cases.extend(kept(folder)?);
        cases.extend(LONG.iter().filter(|(of, ..)| *of == folder).map(|(_, name, start, part, count, end)| Case {
            folder,
            name: format!("{name} (made)"),
            bytes: format!("{start}{}{end}", part.repeat(*count)).into_bytes(),
        }));
    }
    Ok(cases)
}

/// The cases that are kept as files.
fn kept(of: &'static str) -> Result<Vec<Case>> {
    let folder = folder().join(of);
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
        paths.push(entry?.path());
    }
    paths.sort();
    let case = |path: std::path::PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
        Ok(Case { folder: of, name, bytes })
    };
    paths.into_iter().map(case).collect()
}
