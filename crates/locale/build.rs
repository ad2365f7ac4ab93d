//! Turns `locales/*.toml` into one function per phrase. A phrase that a language lacks, or whose arguments differ
//! between languages, stops the build and is named. A language has one file, and may have more for parts of the portal:
//! `en.toml`, `en.youth.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

const FOLDER: &str = "../../locales";
const LANGUAGES: [(&str, &str); 2] = [("zh", "zh-Hans"), ("en", "en")];

type Table = BTreeMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={FOLDER}");
    let mut tables = Vec::new();
    for (field, language) in LANGUAGES {
        let mut table = Table::new();
        for file in files(language)? {
            table.extend(read(&file)?);
        }
        tables.push((field, table));
    }
    let out = PathBuf::from(env::var("OUT_DIR")?).join("phrases.rs");
    fs::write(out, functions(&tables)?)?;
    Ok(())
}

/// The files of a language.
fn files(language: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(FOLDER)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.strip_prefix(language).is_some_and(|rest| rest.starts_with('.')) && name.ends_with(".toml") {
            files.push(path);
        }
    }
    Ok(files)
}

/// All phrases of a file, `[section] name` as `section_name`.
fn read(path: &Path) -> Result<Table, Box<dyn Error>> {
    let sections: BTreeMap<String, Table> = toml::from_str(&fs::read_to_string(path)?)?;
    let phrases = sections.into_iter().flat_map(|(section, phrases)| {
        phrases.into_iter().map(move |(name, text)| (format!("{section}_{name}"), text))
    });
    Ok(phrases.collect())
}

fn functions(tables: &[(&str, Table)]) -> Result<String, Box<dyn Error>> {
    let names: BTreeSet<&String> = tables.iter().flat_map(|(_, table)| table.keys()).collect();
    let mut out = String::new();
    for name in names {
        function(&mut out, name, tables)?;
    }
    Ok(out)
}

fn function(out: &mut String, name: &str, tables: &[(&str, Table)]) -> Result<(), Box<dyn Error>> {
    let mut texts = Vec::new();
    for (field, table) in tables {
        texts.push((field, table.get(name).ok_or(format!("locales: {field} lacks {name}"))?));
    }
    let arguments: Vec<BTreeSet<&str>> = texts.iter().map(|(_, text)| arguments(text)).collect();
    if arguments.iter().any(|set| *set != arguments[0]) {
        return Err(format!("locales: the arguments of {name} differ between languages").into());
    }
    let signature: Vec<String> = arguments[0].iter().map(|name| format!("{name}: impl Argument")).collect();
    writeln!(out, "/// {}", texts[0].1.replace('\n', " "))?;
    writeln!(out, "#[must_use]\npub fn {name}({}) -> Phrase {{\n    Phrase {{", signature.join(", "))?;
    for (field, text) in texts {
        writeln!(out, "        {field}: {},", expression(field, text))?;
    }
    writeln!(out, "    }}\n}}\n")?;
    Ok(())
}

fn arguments(text: &str) -> BTreeSet<&str> {
    parts(text).into_iter().filter_map(|(is_argument, part)| is_argument.then_some(part)).collect()
}

fn expression(field: &str, text: &str) -> String {
    let word = |(is_argument, part): &(bool, &str)| {
        if *is_argument { format!("&*{part}.{field}()") } else { format!("{part:?}") }
    };
    match &parts(text)[..] {
        [(false, whole)] => format!("{whole:?}.to_owned()"),
        parts => format!("[{}].concat()", parts.iter().map(word).collect::<Vec<_>>().join(", ")),
    }
}

/// Cuts `a {b} c` into words and arguments.
fn parts(text: &str) -> Vec<(bool, &str)> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, (argument, after))) =
        rest.split_once('{').and_then(|(before, tail)| Some((before, tail.split_once('}')?)))
    {
        out.extend([(false, before), (true, argument)]);
        rest = after;
    }
    out.push((false, rest));
    out.retain(|(_, part)| !part.is_empty());
    out
}
