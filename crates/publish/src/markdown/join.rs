//! Joins links that lead to headings, when all texts are rendered.

use super::Rendered;
use super::blocks::{Fragment, fill};
use super::links::FRAGMENT;
use crate::content::Article;
use crate::fault::{Fault, phrase};
use formats::page::Heading;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The finished articles, in the order of the texts; faults are added.
pub(crate) fn join(rendered: &[Arc<Rendered>], faults: &mut Vec<Fault>) -> Vec<Arc<Article>> {
    let headings: BTreeMap<&str, &[Heading]> =
        rendered.iter().map(|text| (text.file.as_str(), text.article.headings.as_slice())).collect();
    let mut articles = Vec::with_capacity(rendered.len());
    for text in rendered {
        faults.extend(text.faults.iter().cloned());
        let anchors: Vec<Option<String>> = text.fragments.iter().map(|fragment| find(fragment, &headings)).collect();
        for (fragment, _) in text.fragments.iter().zip(&anchors).filter(|(_, anchor)| anchor.is_none()) {
            faults.push(lost(&text.file, fragment));
        }
        articles.push(article(text, &anchors));
    }
    articles
}

fn find(fragment: &Fragment, headings: &BTreeMap<&str, &[Heading]>) -> Option<String> {
    let plain = |text: &str| text.replace(char::is_whitespace, "").replace('-', "");
    let own = headings.get(fragment.target.as_str())?;
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

fn article(text: &Rendered, anchors: &[Option<String>]) -> Arc<Article> {
    if anchors.is_empty() {
        return Arc::clone(&text.article);
    }
    let html = fill(&text.article.html.replace(FRAGMENT, "\0"), |index| anchors.get(index).cloned().flatten());
    Arc::new(Article { html, ..(*text.article).clone() })
}
