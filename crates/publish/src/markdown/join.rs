//! Joins links that lead to headings, when all texts are rendered.

use super::Rendered;
use super::blocks::{Fragment, fill};
use super::links::FRAGMENT;
use crate::content::Article;
use crate::fault::{Fault, phrase};
use formats::page::Heading;
use model::length;
use std::collections::BTreeMap;

/// How much of a text describes it, in characters.
const DESCRIPTION: usize = 100;

/// The finished articles by their files; faults are added.
pub(crate) fn join(rendered: Vec<Rendered>, faults: &mut Vec<Fault>) -> BTreeMap<String, Article> {
    let headings: BTreeMap<String, Vec<Heading>> =
        rendered.iter().map(|text| (text.file.clone(), text.headings.clone())).collect();
    let mut articles = BTreeMap::new();
    for mut text in rendered {
        faults.append(&mut text.faults);
        let anchors: Vec<Option<String>> = text.fragments.iter().map(|fragment| find(fragment, &headings)).collect();
        for (fragment, _) in text.fragments.iter().zip(&anchors).filter(|(_, anchor)| anchor.is_none()) {
            faults.push(lost(&text.file, fragment));
        }
        articles.insert(text.file.clone(), article(text, &anchors));
    }
    articles
}

fn find(fragment: &Fragment, headings: &BTreeMap<String, Vec<Heading>>) -> Option<String> {
    let plain = |text: &str| text.replace(char::is_whitespace, "").replace('-', "");
    let own = headings.get(&fragment.target)?;
    let heading =
        own.iter().find(|heading| heading.anchor == fragment.name || plain(&heading.text) == plain(&fragment.name));
    heading.map(|heading| heading.anchor.clone())
}

fn lost(file: &str, fragment: &Fragment) -> Fault {
    let Fragment { target, name, line } = fragment;
    let what = phrase(format!("{target} 里没有标题“{name}”。"), format!("{target} has no heading {name:?}."));
    let mend = phrase("# 后面照抄那个标题的文字。", "Write the heading's text after #.");
    Fault::error(file, *line, what, mend)
}

fn article(text: Rendered, anchors: &[Option<String>]) -> Article {
    let html = if anchors.is_empty() {
        text.html
    } else {
        fill(&text.html.replace(FRAGMENT, "\0"), |index| anchors.get(index).cloned().flatten())
    };
    Article {
        html,
        blocks: text.blocks,
        headings: text.headings,
        characters: length::characters(&text.plain),
        description: describe(&text.plain),
        media: text.media.into_iter().collect(),
    }
}

fn describe(plain: &str) -> String {
    let words: Vec<&str> = plain.split_whitespace().collect();
    let line = words.join(" ");
    let short: String = line.chars().take(DESCRIPTION).collect();
    if short.len() < line.len() { short + "……" } else { short }
}
