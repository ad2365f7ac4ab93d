//! Readings: each above something, as <https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-ruby-element> wants it.

use super::place::Place;
use super::writer::Writer;
use ego_tree::NodeRef;
use scraper::Node;

impl Writer<'_> {
    /// Characters with their readings. A reading above nothing, and what has none, stand beside it as they are.
    pub(super) fn ruby(&mut self, node: NodeRef<'_, Node>) {
        let mut base = String::new();
        for child in node.children() {
            match child.value().as_element().map(scraper::node::Element::name) {
                Some("rp") => {}
                Some("rt") => {
                    let reading = self.aside(|writer| writer.inside(child, Place::Line));
                    let above = std::mem::take(&mut base);
                    if above.trim().is_empty() || reading.trim().is_empty() {
                        self.push(&format!("{above}{reading}"));
                    } else {
                        self.push(&format!("<ruby>{above}<rp>（</rp><rt>{reading}</rt><rp>）</rp></ruby>"));
                    }
                }
                _ => base.push_str(&self.aside(|writer| writer.node(child, Place::Line))),
            }
        }
        self.push(&base);
    }
}
