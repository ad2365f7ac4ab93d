//! The cases to start from: files of `tests/fixtures/fuzz/<kind>/`, and long ones that are made.

use crate::{Case, KINDS, Kind, folder, portal};
use anyhow::{Context, Result};
use std::fs;

/// What repeats: the kind, a name, the beginning, what comes again and again, how often, and the end.
const LONG: [(Kind, &str, &str, &str, usize, &str); 26] = [
    (Kind::Material, "brackets", "", "[", 10_000, ""),
    (Kind::Material, "links-in-links", "", "[a](", 10_000, ""),
    (Kind::Material, "pictures-in-pictures", "", "![", 10_000, "](a.png)"),
    (Kind::Material, "quotations", "", ">", 10_000, "话"),
    (Kind::Material, "quotations-of-many-lines", "", "> > > > > > > > 话\n", 5_000, ""),
    (Kind::Material, "lists-in-lists", "", "- ", 5_000, "话"),
    (Kind::Material, "emphasis", "", "*话 **话 ", 5_000, "话"),
    (Kind::Material, "closed-emphasis", "", "*话", 5_000, "话*"),
    (Kind::Material, "strikes", "", "~~话~", 10_000, ""),
    (Kind::Material, "ticks", "", "`a``", 10_000, ""),
    (Kind::Material, "braces", "", "{汉|", 20_000, "}"),
    (Kind::Material, "readings", "", "{汉|hàn}", 10_000, ""),
    (Kind::Material, "rows", "| 甲 | 乙 |\n|---|---|\n", "| 1 | 2 |\n", 10_000, ""),
    (Kind::Material, "columns", "", "|甲", 10_000, "\n"),
    (Kind::Material, "open-footnotes", "", "[^1", 10_000, ""),
    (Kind::Material, "same-footnote", "[^1]: 注\n\n", "话[^1]", 5_000, ""),
    (Kind::Material, "footnotes-in-footnotes", "", "[^1]: ", 5_000, "话"),
    (Kind::Material, "lost-headings", "# 题\n\n", "[a](#没有) ", 5_000, ""),
    (Kind::Material, "found-headings", "", "# 题\n\n[a](#题)\n\n", 3_000, ""),
    (Kind::Material, "open-elements", "", "<div>", 20_000, "话"),
    (Kind::Material, "open-elements-in-a-line", "话", "<b>", 20_000, "话"),
    (Kind::Material, "closed-elements", "", "<p></p>", 20_000, "话"),
    (Kind::Material, "many-pictures-and-html", "<b>话</b>", "![话](../lessons/a/photograph.png)", 3_000, ""),
    (Kind::Material, "same-words", "", "啊\n\n", 20_000, ""),
    (Kind::Portal, "tables-in-tables", "name = ", "[", 10_000, ""),
    (Kind::Svg, "groups", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>", "<g>", 20_000, "</svg>"),
];

/// All cases: the sound files, those of the corpus in order, the long ones.
///
/// # Errors
/// When the corpus cannot be read.
pub fn all() -> Result<Vec<Case>> {
    let mut cases: Vec<Case> = KINDS.into_iter().map(sound).collect();
    for kind in KINDS {
        cases.extend(kept(kind)?);
    }
    cases.extend(LONG.map(|(kind, name, start, part, count, end)| Case {
        kind,
        name: format!("{name} (made)"),
        bytes: format!("{start}{}{end}", part.repeat(count)).into_bytes(),
    }));
    Ok(cases)
}

fn sound(kind: Kind) -> Case {
    Case { kind, name: "sound".to_owned(), bytes: portal::sound(kind).to_vec() }
}

/// The cases of a kind that are kept as files.
fn kept(kind: Kind) -> Result<Vec<Case>> {
    let folder = folder().join(kind.folder());
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
        Ok(Case { kind, name, bytes })
    };
    paths.into_iter().map(case).collect()
}
