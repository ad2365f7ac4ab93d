//! The blocks of a text while it is written: which is open, what each says, and last their anchors.

use formats::page::Heading;
use model::block;

/// Stands in the HTML for what is known later. Markdown cannot hold it: the parser replaces NUL.
pub(super) const MARK: char = '\0';

/// A link to a heading that is not found yet.
pub(crate) struct Fragment {
    /// The file the heading is in.
    pub target: String,
    /// The heading's text, or an anchor.
    pub name: String,
    /// The line of the link.
    pub line: usize,
}

/// The blocks so far.
#[derive(Default)]
pub(super) struct Blocks {
    /// What each finished block says.
    texts: Vec<String>,
    /// What the open block says so far.
    open: String,
    depth: usize,
    headings: Vec<(usize, u8, String)>,
}

impl Blocks {
    /// An element that is a block begins; inside another it is part of that.
    pub fn begin(&mut self) {
        self.depth += 1;
    }

    /// It ends.
    pub fn end(&mut self) {
        self.depth -= 1;
        if self.depth == 0 {
            self.texts.push(std::mem::take(&mut self.open));
        }
    }

    /// The open block says something.
    pub fn say(&mut self, text: &str) {
        if self.depth > 0 {
            self.open.push_str(text);
        }
    }

    /// The open block is a heading. Gives what to write for its id.
    pub fn heading(&mut self, level: u8, text: String) -> String {
        self.headings.push((self.texts.len(), level, text));
        format!("{MARK}{}{MARK}", self.headings.len() - 1)
    }

    /// The anchors, packed; what each block says; the headings; and the HTML with their ids in it.
    pub fn finish(self, html: &str) -> (String, Vec<String>, Vec<Heading>, String) {
        let anchors = block::anchors(&self.texts);
        let named = |(index, level, text): (usize, u8, String)| {
            anchors.get(index).map(|anchor| Heading { level, anchor: anchor.to_string(), text })
        };
        let headings: Vec<Heading> = self.headings.into_iter().filter_map(named).collect();
        let html = fill(html, |index| headings.get(index).map(|heading| heading.anchor.clone()));
        (block::pack(&anchors), self.texts, headings, html)
    }
}

/// Puts what is now known into the marks `\0index\0`.
pub(super) fn fill(html: &str, known: impl Fn(usize) -> Option<String>) -> String {
    let mut out = String::with_capacity(html.len());
    for (at, part) in html.split(MARK).enumerate() {
        if at % 2 == 0 {
            out.push_str(part);
        } else {
            out.push_str(&part.parse().ok().and_then(&known).unwrap_or_default());
        }
    }
    out
}
