//! The lines of a text as the reader sees them: what is markup, code, escaped or an everyday sign is hidden, so what is left of signs is
//! there by mistake.

use crate::markdown::everyday::signs::{held, whole};
use crate::markdown::parse::Parsed;
use comrak::Node;
use comrak::nodes::NodeValue;
use std::collections::BTreeMap;
use std::ops::Range;

/// Stands for each byte of what is hidden.
pub(super) const HIDDEN: char = '\u{1}';

/// Where a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    Heading,
    Cell,
    Item,
    Quote,
}

/// A line of a block.
#[derive(Debug)]
pub(super) struct Line {
    /// Its number in the text, from 1.
    pub number: usize,
    /// As it was written, but for blanks in front of a paragraph.
    pub source: String,
    /// What of it is seen, byte for byte.
    pub shown: String,
    /// Where its text begins.
    pub begins: usize,
}

impl Line {
    /// What is seen, from where the text begins.
    pub fn text(&self) -> &str {
        self.shown.get(self.begins..).unwrap_or_default().trim_end()
    }

    /// What was written there.
    pub fn written(&self, range: Range<usize>) -> &str {
        self.source.get(range).unwrap_or_default()
    }
}

/// A block and its lines.
pub(super) struct Block<'a> {
    pub node: Node<'a>,
    pub place: Place,
    pub lines: Vec<Line>,
}

/// All blocks that hold text, in their order.
pub(super) fn blocks<'a>(parsed: &Parsed<'a>) -> Vec<Block<'a>> {
    let source: Vec<&str> = parsed.source.lines().collect();
    let block = |node: Node<'a>| {
        let place = place(node)?;
        let mut seen: BTreeMap<usize, Seen> = BTreeMap::new();
        for inner in node.descendants().skip(1) {
            let (data, start) = (inner.data(), inner.data().sourcepos.start);
            let Some(line) = start.line.checked_sub(1).and_then(|at| source.get(at)) else { continue };
            let is_break = matches!(data.value, NodeValue::SoftBreak | NodeValue::LineBreak);
            if is_break || start.column == 0 {
                continue;
            }
            let seen = seen.entry(start.line).or_insert_with(|| Seen::of(line));
            seen.begins = seen.begins.min(start.column - 1);
            if let NodeValue::Text(text) = &data.value {
                seen.reveal(start.column - 1, text);
            }
        }
        let lines = seen.into_iter().map(|(number, seen)| seen.line(number)).collect();
        Some(Block { node, place, lines })
    };
    parsed.tree.descendants().filter_map(block).collect()
}

fn place(node: Node<'_>) -> Option<Place> {
    match node.data().value {
        NodeValue::Heading(_) => return Some(Place::Heading),
        NodeValue::TableCell => return Some(Place::Cell),
        NodeValue::Paragraph => {}
        _ => return None,
    }
    let parent = node.parent().map(|parent| parent.data());
    Some(match parent.map(|parent| parent.value.clone()) {
        Some(NodeValue::Item(_)) => Place::Item,
        Some(NodeValue::BlockQuote) => Place::Quote,
        _ => Place::Paragraph,
    })
}

/// A line while it is found out what is seen of it.
struct Seen {
    /// Where each character of the parser's line begins, and itself.
    chars: Vec<(usize, char)>,
    is_seen: Vec<bool>,
    begins: usize,
}

impl Seen {
    fn of(line: &str) -> Self {
        let chars: Vec<(usize, char)> = line.char_indices().collect();
        Self { is_seen: vec![false; chars.len()], chars, begins: usize::MAX }
    }

    /// A text is seen that begins at this byte; what was written for it may be escaped.
    fn reveal(&mut self, byte: usize, text: &str) {
        let mut at = self.chars.partition_point(|(from, _)| *from < byte);
        let mut text = text.chars().peekable();
        while let (Some(sign), Some((_, written))) = (text.peek().copied(), self.chars.get(at).copied()) {
            let next = self.chars.get(at + 1).map(|(_, c)| held(*c).unwrap_or(*c));
            if written == '\\' && next == Some(sign) && sign.is_ascii_punctuation() {
                at += 2;
            } else if written == '&'
                && let Some(length) = self.entity(at)
            {
                at += length;
            } else if held(written).unwrap_or(written) == sign {
                self.is_seen[at] = held(written).is_none() && !self.is_escaped(at);
                at += 1;
            } else {
                return;
            }
            text.next();
        }
    }

    /// Whether a backslash in front makes a sign of what would be markup. The parser lets a text begin behind it.
    fn is_escaped(&self, at: usize) -> bool {
        let slashes = self.chars[..at].iter().rev().take_while(|(_, c)| *c == '\\').count();
        self.chars[at].1.is_ascii_punctuation() && slashes % 2 == 1
    }

    /// How many characters an entity takes.
    fn entity(&self, at: usize) -> Option<usize> {
        let name =
            self.chars[at + 1..].iter().take(40).take_while(|(_, c)| c.is_ascii_alphanumeric() || *c == '#').count();
        let ends = self.chars.get(at + 1 + name).is_some_and(|(_, c)| *c == ';');
        (name > 0 && ends).then_some(name + 2)
    }

    fn line(self, number: usize) -> Line {
        let (mut source, mut shown, mut begins) = (String::new(), String::new(), None);
        for ((from, c), is_seen) in self.chars.into_iter().zip(self.is_seen) {
            if begins.is_none() && from >= self.begins {
                begins = Some(source.len());
            }
            let c = held(c).unwrap_or(c);
            source.push(c);
            if is_seen {
                shown.push(c);
            } else {
                shown.extend(std::iter::repeat_n(HIDDEN, c.len_utf8()));
            }
        }
        let begins = begins.unwrap_or(source.len());
        Line { number, source, shown, begins }
    }
}

/// The lines that stand in no block at all: they are not published.
pub(super) fn lost(parsed: &Parsed<'_>) -> Vec<(usize, String)> {
    let mut covered: Vec<(usize, usize)> =
        parsed.tree.children().map(|node| node.data().sourcepos).map(|at| (at.start.line, at.end.line)).collect();
    covered.sort_unstable();
    let mut ends = 0;
    let mut blocks = covered.into_iter().peekable();
    let mut out = Vec::new();
    for (at, line) in parsed.source.lines().enumerate() {
        while let Some((_, end)) = blocks.next_if(|(start, _)| *start <= at + 1) {
            ends = ends.max(end);
        }
        if at + 1 > ends && !line.trim().is_empty() {
            out.push((at + 1, whole(line)));
        }
    }
    out
}
