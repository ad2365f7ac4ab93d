//! Every article of law in the sample is cited as it is written, and the card of a lesson tells the edition.

use crate::sample::texts;
use crate::support::{checkout, shared};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::path::Path;

/// A mention of an article of a law in a text: `《名称》第二十条[^1]`.
struct Citation {
    law: String,
    article: String,
    /// The words of the footnote's quotation.
    quote: Option<String>,
    line: String,
}

/// All mentions in a text, footnotes left out.
fn citations(text: &str) -> Vec<Citation> {
    let notes: BTreeMap<&str, &str> =
        text.lines().filter_map(|line| line.strip_prefix("[^")?.split_once("]: ")).collect();
    let body = text.lines().filter(|line| !line.starts_with("[^"));
    body.flat_map(|line| in_line(line, &notes)).collect()
}

fn in_line(line: &str, notes: &BTreeMap<&str, &str>) -> Vec<Citation> {
    line.match_indices("》第").filter_map(|(at, _)| one(line, at, notes)).collect()
}

fn one(line: &str, at: usize, notes: &BTreeMap<&str, &str>) -> Option<Citation> {
    let law = line[..at].rsplit_once('《')?.1.to_owned();
    let rest = &line[at + "》".len()..];
    let (number, rest) = rest.split_once('条')?;
    let name = rest.strip_prefix("[^").and_then(|rest| rest.split_once(']')).map(|(name, _)| name);
    let quote = name.and_then(|name| notes.get(name)).and_then(|note| {
        let quote = note.split_once('“')?.1.split_once('”')?.0;
        note.contains(&format!("《{law}》{number}条")).then(|| quote.to_owned())
    });
    Some(Citation { law, article: format!("{number}条"), quote, line: line.to_owned() })
}

/// A row of the table of laws.
struct Row {
    file: String,
    /// The short name.
    law: String,
    /// The day of this version; the books of the Civil Code and the Constitution have none.
    day: Option<String>,
}

/// The table in the folder's README, which tells versions.
fn table(folder: &Path) -> Vec<Row> {
    let table = std::fs::read_to_string(folder.join("README.md")).expect("the table of laws");
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let day = cells[2].rsplit_once('(').map(|(_, day)| day.trim_end_matches(')').to_owned());
        Row { file: cells[0].to_owned(), law: cells[1].trim_start_matches("中华人民共和国").to_owned(), day }
    };
    table.lines().filter(|line| line.starts_with("| d")).map(row).collect()
}

/// The year of the newest text of every law.
fn editions(folder: &Path) -> BTreeMap<String, String> {
    let undated = [("民法典", "2020"), ("宪法", "2018")];
    let mut years = BTreeMap::from(undated.map(|(law, year)| (law.to_owned(), year.to_owned())));
    for Row { law, day, .. } in table(folder) {
        let Some(day) = day else { continue };
        let known = years.entry(law).or_default();
        *known = known.clone().max(day[..4].to_owned());
    }
    years
}

/// The card of a lesson tells from which edition of a law it quotes: a newer one may say something else.
#[test]
fn a_lesson_tells_the_edition_of_each_law_it_cites() {
    let Some(folder) = shared("laws") else { return };
    let years = editions(&folder);
    for (path, text) in texts().iter().filter(|(path, _)| path.contains("/lessons/") && path.ends_with(".md")) {
        let source = text.lines().find(|line| line.starts_with("source = ")).expect("a source");
        for Citation { law, .. } in citations(text) {
            let edition = format!("《{law}》（{}年", years.get(&law).expect("an edition"));
            assert!(source.contains(&edition), "{path}: the card has no {edition}");
        }
    }
}

/// The newest text of every law; the books of the Civil Code stand together.
fn laws(folder: &Path) -> BTreeMap<String, String> {
    let mut laws: BTreeMap<String, (String, String)> = BTreeMap::new();
    for Row { file, law, day } in table(folder) {
        let day = day.unwrap_or_default();
        let text = std::fs::read_to_string(folder.join(file)).expect("a law");
        let known = laws.entry(law).or_default();
        match day.cmp(&known.0) {
            Ordering::Less => {}
            Ordering::Equal => known.1.push_str(&text),
            Ordering::Greater => *known = (day, text),
        }
    }
    laws.into_iter().map(|(name, (_, text))| (name, text)).collect()
}

#[test]
fn every_article_of_law_is_cited_as_it_is_written() {
    let Some(folder) = shared("laws") else { return };
    let laws = laws(&folder);
    let mut checked = 0;
    for entry in walkdir::WalkDir::new(checkout().join("content")).into_iter().filter_map(Result::ok) {
        if entry.path().extension().is_none_or(|kind| kind != "md") {
            continue;
        }
        let text = std::fs::read_to_string(entry.path()).expect("a text");
        for Citation { law, article, quote, line } in citations(&text) {
            let place = format!("{}: 《{law}》{article} in {line:?}", entry.path().display());
            let quote = quote.unwrap_or_else(|| panic!("no footnote quotes it: {place}"));
            let length = quote.chars().count();
            assert!((8..=20).contains(&length), "a quotation of {length} characters: {place}");
            let text = laws.get(&law).unwrap_or_else(|| panic!("the law is not among the shared texts: {place}"));
            assert!(in_article(text, &article).contains(&quote), "{quote} does not stand there: {place}");
            checked += 1;
        }
    }
    println!("{checked} citations were checked");
    assert!(checked >= 100, "{checked} citations");
}

/// The text of an article, up to the next one.
fn in_article<'a>(law: &'a str, article: &str) -> &'a str {
    let begins = |at: usize| law[..at].ends_with('\n') || law[..at].ends_with("**");
    let Some(from) = law.match_indices(article).map(|(at, _)| at).find(|at| begins(*at)) else { return "" };
    let rest = &law[from + article.len()..];
    let next = rest.match_indices('第').map(|(at, _)| at).find(|at| {
        let before = &rest[..*at];
        let starts_line = before.ends_with('\n') || before.ends_with("**");
        starts_line && rest[*at..].split('条').next().is_some_and(|number| number.chars().count() <= 10)
    });
    &rest[..next.unwrap_or(rest.len())]
}
