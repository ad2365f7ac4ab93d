//! The parser's settings, and small questions to its tree.

use super::everyday::{blanks, names, signs};
use crate::limits::NESTING;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::NodeValue;
use comrak::{Arena, Node, Options, parse_document};
use std::collections::BTreeSet;

/// How often a text is parsed again when blanks that were no code are gone: each time more of it can be seen.
const ROUNDS: usize = 8;

/// A text as it was parsed.
pub(super) struct Parsed<'a> {
    /// What stands in it.
    pub tree: Node<'a>,
    /// What the parser was given: as many lines as were written, with everyday signs still ([`signs::still`]).
    pub source: String,
    /// The lines that begin with blanks, as paragraphs of Word do.
    pub indented: BTreeSet<usize>,
}

/// Parses Markdown as Chinese authors write it. Signs of everyday writing are no markup.
pub(super) fn parse<'a>(arena: &'a Arena<'a>, body: &str) -> Parsed<'a> {
    let options = options();
    let mut source = signs::still(&blanks::narrow(body));
    let mut tree = parse_document(arena, &source, &options);
    for _ in 0..ROUNDS {
        let Some(moved) = blanks::without_indentation(&source, tree) else { break };
        source = moved;
        tree = parse_document(arena, &source, &options);
    }
    let unused = |node: &Node<'a>| matches!(&node.data().value, NodeValue::FootnoteDefinition(note) if note.total_references == 0);
    let unused: Vec<Node<'a>> = tree.descendants().filter(unused).collect();
    unused.into_iter().for_each(|node| node.detach());
    names::release(arena, tree);
    signs::restore(tree);
    Parsed { tree, source, indented: blanks::indented(body) }
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.alerts = true;
    options.extension.cjk_friendly_emphasis = true;
    options.parse.ignore_setext = true;
    options
}
/// The level of a heading; `None` for anything else.
pub(super) fn heading_level(node: Node<'_>) -> Option<u8> {
    match node.data().value {
        NodeValue::Heading(heading) => Some(heading.level),
        _ => None,
    }
}

/// The line of the first node that stands too deep in others.
pub(super) fn too_deep(tree: Node<'_>) -> Option<usize> {
    let mut depth = 0_usize;
    for edge in tree.traverse() {
        match edge {
            NodeEdge::Start(node) if depth > NESTING => return Some(line(node)),
            NodeEdge::Start(_) => depth += 1,
            NodeEdge::End(_) => depth -= 1,
        }
    }
    None
}

/// The text inside a node, without markup.
pub(super) fn plain(node: Node<'_>) -> String {
    let mut out = String::new();
    for inner in node.descendants() {
        match &inner.data().value {
            NodeValue::Text(text) => out.push_str(text),
            NodeValue::Code(code) => out.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => out.push(' '),
            _ => {}
        }
    }
    super::chinese::without_ruby(out.trim())
}

/// The outermost character of a node's text, at its end or at its beginning.
pub(super) fn edge(node: Node<'_>, at_end: bool) -> Option<char> {
    let text = plain(node);
    if at_end { text.chars().next_back() } else { text.chars().next() }
}

/// The line of a node in its text, from 1.
pub(super) fn line(node: Node<'_>) -> usize {
    node.data().sourcepos.start.line
}
