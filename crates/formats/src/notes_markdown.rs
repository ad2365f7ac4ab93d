//! A learner's notes as Markdown: by document the marked passages with what their colour means and the notes in the margin, and the
//! study notes (心得体会) with their 字数; passages whose words the text no longer has stand in a section of their own.

use crate::words;
use learning::deed::Highlight;
use learning::log::{Kept, Log};
use locale::Phrase;
use model::{DocumentId, EventId, length};
use std::collections::{BTreeMap, BTreeSet};

/// The notes of one document.
#[derive(Default)]
struct Sheet<'a> {
    title: &'a str,
    highlights: Vec<&'a Highlight>,
    reflection: Option<&'a str>,
}

/// Writes the notes of a log. `lost` are the highlights that could not be placed, `say` gives a phrase in the reader's language.
#[must_use]
pub fn write(log: &Log, lost: &BTreeSet<EventId>, say: impl Fn(Phrase) -> String) -> String {
    let mut out = format!("# {}\n", say(locale::notes_file_title()));
    let sheets = sheets(log, lost);
    if sheets.is_empty() && lost.is_empty() {
        out.push_str(&format!("\n{}\n", say(locale::notes_file_empty())));
    }
    for sheet in sheets.values() {
        out.push_str(&format!("\n## {}\n", plain(sheet.title)));
        if !sheet.highlights.is_empty() {
            out.push_str(&format!("\n### {}\n", say(locale::notes_file_highlights())));
        }
        sheet.highlights.iter().for_each(|highlight| passage(&mut out, highlight, &say));
        if let Some(text) = sheet.reflection {
            let length = locale::unit_characters(length::characters(text));
            out.push_str(&format!("\n### {}\n\n{}\n", say(locale::notes_file_reflection(length)), paragraphs(text)));
        }
    }
    let lost: Vec<&Kept<Highlight>> = log.highlights.iter().filter(|kept| lost.contains(&kept.event)).collect();
    if !lost.is_empty() {
        let (title, why) = (say(locale::notes_file_lost()), say(locale::notes_file_lost_why()));
        out.push_str(&format!("\n## {title}\n\n{why}\n"));
    }
    for kept in lost {
        passage(&mut out, &kept.value, &say);
        out.push_str(&format!("\n{}\n", say(locale::notes_file_from(plain(&kept.value.title)))));
    }
    out
}

/// By document, in the order of the documents' ids: lessons of a series are named in order.
fn sheets<'a>(log: &'a Log, lost: &BTreeSet<EventId>) -> BTreeMap<&'a DocumentId, Sheet<'a>> {
    let mut sheets: BTreeMap<&DocumentId, Sheet<'_>> = BTreeMap::new();
    for kept in log.highlights.iter().filter(|kept| !lost.contains(&kept.event)) {
        let sheet = sheets.entry(&kept.value.document).or_default();
        sheet.title = &kept.value.title;
        sheet.highlights.push(&kept.value);
    }
    for (document, kept) in &log.reflections {
        let sheet = sheets.entry(document).or_default();
        sheet.title = &kept.value.title;
        sheet.reflection = Some(&kept.value.text);
    }
    sheets
}

fn passage(out: &mut String, highlight: &Highlight, say: &impl Fn(Phrase) -> String) {
    let (meaning, quote) = (say(words::pen(highlight.colour)), plain(&highlight.quote));
    out.push_str(&format!("\n> {}\n>\n> —— {meaning}\n", quote.replace('\n', "\n> ")));
    if !highlight.note.trim().is_empty() {
        out.push_str(&format!("\n{}\n", paragraphs(&say(locale::notes_file_margin(&*highlight.note)))));
    }
}

/// A text whose lines stay lines: each becomes a paragraph, for no reader of Markdown joins those.
fn paragraphs(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(plain).collect::<Vec<_>>().join("\n\n")
}

/// A text that Markdown takes as it is.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    // What begins like a list is none.
    let digits = out.chars().take_while(char::is_ascii_digit).count();
    if out.starts_with(['-', '+', '=']) {
        out.insert(0, '\\');
    } else if digits > 0 && out[digits..].starts_with(['.', ')']) {
        out.insert(digits, '\\');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    const EXPECT: &str = "# 我的学习笔记

## 第一课

### 摘记

> 居民自己的事，自己商量着办
>
> —— 重点

批注：下次议事会上讲

### 学习心得（14 字）

商量比下通知慢，可是办得成。
";

    #[test]
    fn notes_stand_by_document() {
        assert_eq!(write(&samples::log(), &BTreeSet::new(), |phrase| phrase.zh), EXPECT);
    }

    #[test]
    fn what_cannot_be_placed_is_listed_at_the_end() {
        let log = samples::log();
        let lost = BTreeSet::from([log.highlights[0].event]);
        let text = write(&log, &lost, |phrase| phrase.en);
        let (before, after) = text.split_once("## Passages that are not found any more").unwrap();
        assert!(!before.contains("居民自己的事") && before.contains("Study note (14"), "{text}");
        assert!(after.contains("> 居民自己的事，自己商量着办\n>\n> —— Important\n"), "{text}");
        assert!(after.ends_with("\nFrom: 第一课\n"), "{text}");
    }

    #[test]
    fn nothing_is_said_in_marks() {
        let check = |text: &str, expect: &str| assert_eq!(paragraphs(text), expect);
        check("# 不是标题\n第二行", "\\# 不是标题\n\n第二行");
        check("- 一", "\\- 一");
        check("1. 一", "1\\. 一");
        check("2026年", "2026年");
        check("<b>*a*</b>", "\\<b\\>\\*a\\*\\</b\\>");
        check("  ", "");
    }
}
