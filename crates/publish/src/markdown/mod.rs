//! Markdown to the HTML of an article.
//!
//! In this order: comrak parses ([`parse`]), past signs of everyday writing ([`everyday`]); [`writer`] walks the tree and writes blocks, [`inline`] what stands in them, with
//! the ways of Chinese ([`chinese`]), links ([`links`]) and media; raw HTML goes through ammonia ([`clean`]), and what
//! that took is told ([`raw`], [`remarks`]); every block gets
//! its anchor ([`blocks`]); what looks like markup and is none is told ([`leftover`]); last, links to headings of other texts are joined ([`mod@join`]). The
//! words of a question go the same way, and come out shorter ([`mod@words`]).

mod blocks;
mod chinese;
mod clean;
mod everyday;
mod fence;
mod inline;
mod join;
mod leftover;
mod links;
mod media;
mod parse;
mod raw;
mod remarks;
pub(crate) mod scene;
mod words;
mod writer;

pub(crate) use fence::fence;
pub(crate) use inline::escape;
pub(crate) use join::join;
pub(crate) use links::Targets;
pub(crate) use words::{plain, words};

use crate::content::Article;
use crate::fault::Fault;
use crate::media::Library;
use blocks::Fragment;
use comrak::Arena;
use std::sync::Arc;

/// A text to render.
pub(crate) struct Text<'a> {
    /// Its file, relative to the content folder.
    pub file: &'a str,
    /// Its address on the site.
    pub address: &'a str,
    /// Its title, which the page draws itself.
    pub title: &'a str,
    /// Its Markdown.
    pub body: &'a str,
    /// How many lines of the file stand before it.
    pub lines_before: usize,
}

/// A text, rendered, whose links to headings are still open.
pub(crate) struct Rendered {
    pub file: String,
    pub article: Arc<Article>,
    pub fragments: Vec<Fragment>,
    /// What stands in the HTML before the number of a fragment.
    pub fragment_mark: String,
    pub faults: Vec<Fault>,
}

/// Renders a text.
pub(crate) fn render(text: &Text, targets: &Targets, library: &Library) -> Rendered {
    let arena = Arena::new();
    let parsed = parse::parse(&arena, text.body);
    let mut writer = writer::Writer::new(text, targets, library);
    match parse::too_deep(parsed.tree) {
        Some(line) => writer.tell_depth(line),
        None => {
            writer.article(parsed.tree);
            writer.tell_leftovers(&parsed);
        }
    }
    writer.finish()
}

/// How many lines the headings at the beginning of a text may take.
const LEADING_LINES: usize = 30;

/// The headings that stand at the very beginning of a text, one after the other.
pub(crate) fn leading_headings(body: &str) -> Vec<String> {
    let arena = Arena::new();
    let beginning = body.match_indices('\n').nth(LEADING_LINES).map_or(body, |(end, _)| &body[..end]);
    let tree = parse::parse(&arena, beginning).tree;
    let headings = tree.children().take_while(|node| parse::heading_level(node).is_some());
    headings.map(|node| parse::plain(node)).filter(|text| !text.is_empty()).collect()
}
