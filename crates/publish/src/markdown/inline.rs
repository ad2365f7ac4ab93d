//! What stands inside a block: text, emphasis, links, pictures, footnote marks.

use super::blocks::Fragment;
use super::chinese::{self, Piece};
use super::clean;
use super::links::{self, Goal};
use super::parse::{edge, line};
use super::writer::Writer;
use comrak::Node;
use comrak::nodes::{NodeFootnoteReference, NodeLink, NodeValue};

/// Escapes text for HTML, attributes too.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// Raw HTML with its line in the text.
fn raw(node: Node<'_>) -> Option<(usize, String)> {
    match &node.data().value {
        NodeValue::HtmlInline(raw) => Some((line(node), raw.clone())),
        _ => None,
    }
}

impl<'a> Writer<'a> {
    /// Writes everything inside a node. Where it holds raw HTML, the whole goes through the sieve, but for our own pictures.
    pub(super) fn inside(&mut self, node: Node<'_>) {
        let from = self.html.len();
        self.in_line.clear();
        node.children().for_each(|child| self.inline(child));
        let raw: Vec<(usize, String)> = node.descendants().filter_map(raw).collect();
        if raw.is_empty() {
            return;
        }
        let drawn = self.html.split_off(from);
        match clean::line(&drawn, &self.in_line) {
            Some(clean) => {
                self.tell_removed(&raw, &clean);
                self.html.push_str(&clean);
            }
            None => self.tell_open(self.line_of(node)),
        }
    }

    fn inline(&mut self, node: Node<'_>) {
        match &node.data().value {
            NodeValue::Text(text) => self.text(text),
            NodeValue::SoftBreak => self.soft_break(node),
            NodeValue::LineBreak => self.html.push_str("<br>"),
            NodeValue::Code(code) => {
                self.html.push_str("<code>");
                self.plain(&code.literal);
                self.html.push_str("</code>");
            }
            NodeValue::HtmlInline(raw) => self.html.push_str(raw),
            NodeValue::Emph => self.within(node, "em"),
            NodeValue::Strong => self.within(node, "strong"),
            NodeValue::Strikethrough => self.within(node, "del"),
            NodeValue::Link(link) => self.link(node, link),
            NodeValue::Image(link) => self.picture(node, link),
            NodeValue::FootnoteReference(reference) => self.footnote_mark(reference),
            _ => node.children().for_each(|child| self.inline(child)),
        }
    }

    fn within(&mut self, node: Node<'_>, tag: &str) {
        self.html.push_str(&format!("<{tag}>"));
        node.children().for_each(|child| self.inline(child));
        self.html.push_str(&format!("</{tag}>"));
    }

    fn text(&mut self, text: &str) {
        for piece in chinese::pieces(text) {
            match piece {
                Piece::Plain(text) => self.plain(text),
                Piece::Ruby(base, reading) => {
                    self.say(base);
                    self.html.push_str(&chinese::draw_ruby(base, reading));
                }
            }
        }
    }

    /// Text that is what it looks like.
    pub(super) fn plain(&mut self, text: &str) {
        self.say(text);
        self.html.push_str(&escape(text));
    }

    fn soft_break(&mut self, node: Node<'_>) {
        let before = node.previous_sibling().and_then(|before| edge(before, true));
        let after = node.next_sibling().and_then(|after| edge(after, false));
        if !chinese::joins(before, after) {
            self.plain("\n");
        }
    }

    fn link(&mut self, node: Node<'_>, link: &NodeLink) {
        let line = self.line(line(node));
        let href = match links::goal(&link.url, self.source, self.targets, line) {
            Ok(Goal::Outside(url)) => format!("{}\" rel=\"noopener noreferrer", escape(&url)),
            Ok(Goal::Page(way)) => escape(&way),
            Ok(Goal::Heading { way, file, name }) => self.fragment(&way, file, name, line),
            // A drawing that a browser opens by itself is a document, with all that documents may do.
            Ok(Goal::File(file)) => match (self.file(&file, line), file.rsplit('/').next()) {
                (way, Some(name)) if way.ends_with(".svg") => format!("{way}\" download=\"{}", escape(name)),
                (way, _) => way,
            },
            Err(fault) => {
                self.faults.push(*fault);
                String::new()
            }
        };
        self.html.push_str(&format!("<a href=\"{href}\">"));
        node.children().for_each(|child| self.inline(child));
        self.html.push_str("</a>");
    }

    fn fragment(&mut self, way: &str, target: String, name: String, line: usize) -> String {
        self.fragments.push(Fragment { target, name, line });
        format!("{}#{}{}-", escape(way), self.fragment_mark, self.fragments.len() - 1)
    }

    fn footnote_mark(&mut self, reference: &NodeFootnoteReference) {
        let number = reference.ix;
        let again = if reference.ref_num > 1 { format!("-{}", reference.ref_num) } else { String::new() };
        self.html.push_str(&format!(
            "<sup class=\"footnote\"><a href=\"#fn-{number}\" id=\"fnref-{number}{again}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
    }
}
