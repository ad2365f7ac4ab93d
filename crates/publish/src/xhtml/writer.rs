//! Writes elements and their attributes.

use super::Ways;
use super::place::{Place, is_void};
use crate::xml::escape;
use ego_tree::NodeRef;
use scraper::node::Element;
use scraper::{ElementRef, Node};
use std::collections::BTreeSet;

/// A text that is being written.
pub(super) struct Writer<'a> {
    ways: &'a dyn Ways,
    out: String,
    /// The ids so far.
    ids: BTreeSet<String>,
    /// Whether a link is open: there is none inside another.
    in_link: bool,
}

impl<'a> Writer<'a> {
    pub fn new(ways: &'a dyn Ways) -> Self {
        Self { ways, out: String::new(), ids: BTreeSet::new(), in_link: false }
    }

    pub fn finish(self) -> String {
        self.out
    }

    /// Writes everything inside a node.
    pub fn inside(&mut self, node: NodeRef<'_, Node>, place: Place) {
        node.children().for_each(|child| self.node(child, place));
    }

    pub fn node(&mut self, node: NodeRef<'_, Node>, place: Place) {
        match node.value() {
            Node::Text(text) => self.text(text),
            Node::Element(element) => self.element(node, element, place),
            // Comments say nothing to a reader.
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.out.push_str(&escape(text));
    }

    fn element(&mut self, node: NodeRef<'_, Node>, element: &Element, place: Place) {
        match (element.name(), place) {
            ("a", _) => self.link(node, element, place),
            ("img", _) => self.picture(element),
            ("audio" | "video", _) => self.player(element),
            ("ruby", _) => self.ruby(node),
            ("ul" | "ol", Place::Flow) => self.list(node, element),
            ("dl", Place::Flow) => self.terms(node, element),
            ("table", Place::Flow) => self.table(node, element),
            (name, place) => match place.of(name) {
                Some((name, within)) => self.around(name, element, &[], |writer| writer.inside(node, within)),
                None => self.inside(node, place),
            },
        }
    }

    /// An element with the attributes that every element may have, `more` of its own, and what stands in it.
    pub fn around(&mut self, name: &str, element: &Element, more: &[(&str, String)], inside: impl FnOnce(&mut Self)) {
        self.out.push_str(&format!("<{name}"));
        self.usual_attributes(element);
        more.iter().for_each(|(name, value)| self.attribute(name, value));
        if is_void(name) {
            self.out.push_str("/>");
            return;
        }
        self.out.push('>');
        inside(self);
        self.out.push_str(&format!("</{name}>"));
    }

    fn usual_attributes(&mut self, element: &Element) {
        if let Some(id) = element.attr("id").filter(|id| !id.is_empty() && !id.contains(char::is_whitespace))
            && self.ids.insert(id.to_owned())
        {
            self.attribute("id", id);
        }
        for name in ["class", "title"] {
            if let Some(value) = element.attr(name).filter(|value| !value.is_empty()) {
                self.attribute(name, value);
            }
        }
        if let Some(language) = element.attr("lang").filter(|language| is_language(language)) {
            self.attribute("lang", language);
            self.attribute("xml:lang", language);
        }
        if self.ways.is_book() {
            self.role(element);
        }
    }

    /// What a part of a note is, to those readers that show notes in their own way.
    fn role(&mut self, element: &Element) {
        let id = element.attr("id").unwrap_or_default();
        let (kind, role) = match (element.name(), element.attr("role")) {
            ("a", Some("doc-noteref")) => ("noteref", "doc-noteref"),
            ("a", Some("doc-backlink")) => ("backlink", "doc-backlink"),
            ("section", Some("doc-endnotes")) => ("footnotes", "doc-endnotes"),
            ("li", _) if id.starts_with("fn-") => return self.attribute("epub:type", "footnote"),
            _ => return,
        };
        self.attribute("epub:type", kind);
        self.attribute("role", role);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push_str(&format!(" {name}=\"{}\"", escape(value)));
    }

    fn link(&mut self, node: NodeRef<'_, Node>, element: &Element, place: Place) {
        let holds_player = ElementRef::wrap(node).is_some_and(|link| {
            link.descendent_elements().any(|inner| matches!(inner.value().name(), "audio" | "video"))
        });
        // What is to be saved, and not opened, is not linked where nobody knows that.
        let leads = !self.in_link && !holds_player && element.attr("download").is_none();
        let way = element.attr("href").filter(|_| leads).and_then(|href| self.ways.link(href));
        let Some(way) = way else {
            return match element.attr("id") {
                Some(_) if place == Place::Line => {
                    self.around("span", element, &[], |writer| writer.inside(node, place))
                }
                _ => self.inside(node, place),
            };
        };
        self.in_link = true;
        self.around("a", element, &[("href", way)], |writer| writer.inside(node, place));
        self.in_link = false;
    }

    fn picture(&mut self, element: &Element) {
        let alternative = element.attr("alt").unwrap_or_default();
        let Some(source) = element.attr("src").and_then(|source| self.ways.medium(source)) else {
            return self.text(alternative);
        };
        let mut more = vec![("src", source), ("alt", alternative.to_owned())];
        more.extend(["width", "height"].into_iter().filter_map(|side| number(element, side)));
        self.around("img", element, &more, |_| {});
    }

    /// A sound or film; where it cannot be played, a link to it.
    fn player(&mut self, element: &Element) {
        let Some(source) = element.attr("src") else { return };
        if let Some(source) = self.ways.medium(source) {
            let more = [("controls", "controls".to_owned()), ("preload", "none".to_owned()), ("src", source)];
            return self.around(element.name(), element, &more, |_| {});
        }
        let words = locale::book_elsewhere().zh;
        match self.ways.link(source).filter(|_| !self.in_link) {
            Some(way) => self.out.push_str(&format!("<a href=\"{}\">{}</a>", escape(&way), escape(&words))),
            None => self.text(&words),
        }
    }

    /// What would be written, and is not yet.
    pub fn aside(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let before = std::mem::take(&mut self.out);
        write(self);
        std::mem::replace(&mut self.out, before)
    }

    /// Writes what is XHTML already.
    pub fn push(&mut self, xhtml: &str) {
        self.out.push_str(xhtml);
    }
}

/// An attribute that is a whole number.
pub(super) fn number<'n>(element: &Element, name: &'n str) -> Option<(&'n str, String)> {
    let number: u32 = element.attr(name)?.trim().parse().ok()?;
    Some((name, number.to_string()))
}

/// Whether a node says nothing.
pub(super) fn is_blank(node: NodeRef<'_, Node>) -> bool {
    match node.value() {
        Node::Text(text) => text.trim().is_empty(),
        node => !node.is_element(),
    }
}

fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first =
        parts.next().is_some_and(|part| (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    first && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}
