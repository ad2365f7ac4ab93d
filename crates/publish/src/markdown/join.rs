//! Joins links that lead to headings, when all texts are rendered.

use super::Rendered;
use super::blocks::Fragment;
use crate::content::Article;
use crate::fault::{Fault, phrase};
use crate::limits::HINTS;
use crate::nearest::nearest;
use formats::page::Heading;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// The headings of a text by what a link may call them.
struct Index<'a> {
    headings: &'a [Heading],
    /// The first heading of each anchor and of each text.
    by_name: HashMap<String, usize>,
}

impl<'a> Index<'a> {
    fn of(headings: &'a [Heading]) -> Self {
        let mut by_name = HashMap::new();
        for (at, heading) in headings.iter().enumerate() {
            by_name.entry(format!("#{}", heading.anchor)).or_insert(at);
            by_name.entry(plain(&heading.text)).or_insert(at);
        }
        Self { headings, by_name }
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

/// The finished articles, in the order of the texts; faults are added.
pub(crate) fn join(rendered: &[Arc<Rendered>], faults: &mut Vec<Fault>) -> Vec<Arc<Article>> {
    let linked: BTreeSet<&str> =
        rendered.iter().flat_map(|text| &text.fragments).map(|fragment| fragment.target.as_str()).collect();
    let targets = rendered.iter().filter(|text| linked.contains(text.file.as_str()));
    let headings: BTreeMap<&str, Index> =
        targets.map(|text| (text.file.as_str(), Index::of(&text.article.headings))).collect();
    let mut articles = Vec::with_capacity(rendered.len());
    for text in rendered {
        faults.extend(text.faults.iter().cloned());
        let anchors: Vec<Option<String>> = text
            .fragments
            .iter()
            .map(|fragment| headings.get(fragment.target.as_str())?.find(&fragment.name))
            .collect();
        let lost_ones = text.fragments.iter().zip(&anchors).filter(|(_, anchor)| anchor.is_none());
        for (count, (fragment, _)) in lost_ones.enumerate() {
            let known = headings.get(fragment.target.as_str()).filter(|_| count < HINTS);
            faults.push(lost(&text.file, fragment, known));
        }
        articles.push(article(text, &anchors));
    }
    articles
}

fn lost(file: &str, fragment: &Fragment, known: Option<&Index<'_>>) -> Fault {
    let Fragment { target, name, line } = fragment;
    let headings = known.into_iter().flat_map(|index| index.headings);
    let meant = nearest(name, headings.map(|heading| heading.text.as_str()));
    let zh = meant.map(|meant| format!("是不是“{meant}”？")).unwrap_or_default();
    let en = meant.map(|meant| format!(" Is it {meant:?}?")).unwrap_or_default();
    let what = phrase(format!("{target} 里没有标题“{name}”。{zh}"), format!("{target} has no heading {name:?}.{en}"));
    let mend = phrase("# 后面照抄那个标题的文字。", "Write the heading's text after #.");
    Fault::error(file, *line, what, mend)
}

fn article(text: &Rendered, anchors: &[Option<String>]) -> Arc<Article> {
    if anchors.is_empty() {
        return Arc::clone(&text.article);
    }
    let html = fill_links(&text.article.html, &text.fragment_mark, anchors);
    Arc::new(Article { html, ..(*text.article).clone() })
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
