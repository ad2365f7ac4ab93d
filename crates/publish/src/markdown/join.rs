//! Joins links that lead to headings, when all texts are rendered.

use super::Rendered;
use super::blocks::Fragment;
use crate::content::Article;
use crate::fault::{Fault, phrase};
use crate::limits::HINTS;
use crate::nearest::nearest;
use formats::page::Heading;
use model::length;
use std::collections::{BTreeMap, HashMap};

/// How much of a text describes it, in characters.
const DESCRIPTION: usize = 100;

/// The headings of a text by what a link may call them.
struct Index {
    headings: Vec<Heading>,
    /// The first heading of each anchor and of each text.
    by_name: HashMap<String, usize>,
}

impl Index {
    fn of(headings: &[Heading]) -> Self {
        let mut by_name = HashMap::new();
        for (at, heading) in headings.iter().enumerate() {
            by_name.entry(format!("#{}", heading.anchor)).or_insert(at);
            by_name.entry(plain(&heading.text)).or_insert(at);
        }
        Self { headings: headings.to_vec(), by_name }
    }

    fn find(&self, name: &str) -> Option<String> {
        let at = [self.by_name.get(&format!("#{name}")), self.by_name.get(&plain(name))].into_iter().flatten().min()?;
        self.headings.get(*at).map(|heading| heading.anchor.clone())
    }
}

/// What counts of a heading: neither spaces nor hyphens.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect()
}

/// The finished articles by their files; faults are added.
pub(crate) fn join(rendered: Vec<Rendered>, faults: &mut Vec<Fault>) -> BTreeMap<String, Article> {
    let headings: BTreeMap<String, Index> =
        rendered.iter().map(|text| (text.file.clone(), Index::of(&text.headings))).collect();
    let mut articles = BTreeMap::new();
    for mut text in rendered {
        faults.append(&mut text.faults);
        let anchors: Vec<Option<String>> =
            text.fragments.iter().map(|fragment| headings.get(&fragment.target)?.find(&fragment.name)).collect();
        let lost_ones = text.fragments.iter().zip(&anchors).filter(|(_, anchor)| anchor.is_none());
        for (count, (fragment, _)) in lost_ones.enumerate() {
            let known = headings.get(&fragment.target).filter(|_| count < HINTS);
            faults.push(lost(&text.file, fragment, known));
        }
        articles.insert(text.file.clone(), article(text, &anchors));
    }
    articles
}

fn lost(file: &str, fragment: &Fragment, known: Option<&Index>) -> Fault {
    let Fragment { target, name, line } = fragment;
    let headings = known.into_iter().flat_map(|index| &index.headings);
    let meant = nearest(name, headings.map(|heading| heading.text.as_str()));
    let zh = meant.map(|meant| format!("是不是“{meant}”？")).unwrap_or_default();
    let en = meant.map(|meant| format!(" Is it {meant:?}?")).unwrap_or_default();
    let what = phrase(format!("{target} 里没有标题“{name}”。{zh}"), format!("{target} has no heading {name:?}.{en}"));
    let mend = phrase("# 后面照抄那个标题的文字。", "Write the heading's text after #.");
    Fault::error(file, *line, what, mend)
}

fn article(text: Rendered, anchors: &[Option<String>]) -> Article {
    let html = if anchors.is_empty() { text.html } else { fill_links(&text.html, &text.fragment_mark, anchors) };
    Article {
        html,
        blocks: text.blocks,
        headings: text.headings,
        characters: length::characters(&text.plain),
        description: describe(&text.plain),
        media: text.media.into_iter().collect(),
    }
}

/// Puts the anchors that are known now into the marks of links to headings.
fn fill_links(html: &str, mark: &str, anchors: &[Option<String>]) -> String {
    let mut parts = html.split(mark);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (index, rest) = part.split_once('-').unwrap_or_default();
        let anchor = index.parse::<usize>().ok().and_then(|index| anchors.get(index)?.as_deref());
        out.push_str(anchor.unwrap_or_default());
        out.push_str(rest);
    }
    out
}

fn describe(plain: &str) -> String {
    let words: Vec<&str> = plain.split_whitespace().collect();
    let line = words.join(" ");
    let short: String = line.chars().take(DESCRIPTION).collect();
    if short.len() < line.len() { short + "……" } else { short }
}
