//! Lists of lines, and of terms with what they mean.

use super::place::Place;
use super::writer::{Writer, is_blank, number};
use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

impl Writer<'_> {
    /// A list. What is no line of it becomes one.
    pub(super) fn list(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        let start = number(element, "start").filter(|_| element.name() == "ol");
        self.around(element.name(), element, start.as_slice(), |writer| {
            for child in node.children() {
                match child.value() {
                    Node::Element(line) if line.name() == "li" => {
                        writer.around("li", line, &[], |writer| writer.inside(child, Place::Flow));
                    }
                    Node::Element(_) => writer.line(child),
                    Node::Text(text) if !text.trim().is_empty() => writer.line(child),
                    _ => {}
                }
            }
        });
    }

    fn line(&mut self, node: NodeRef<'_, Node>) {
        self.push("<li>");
        self.node(node, Place::Flow);
        self.push("</li>");
    }

    /// Terms and what they mean, if that is all there is, in this order.
    pub(super) fn terms(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        let parts: Vec<_> = node.children().filter(|child| !is_blank(*child)).collect();
        let names: Vec<&str> = parts.iter().map(|part| name(*part)).collect();
        let is_whole = names.iter().all(|name| matches!(*name, "dt" | "dd"));
        if !is_whole || names.first() != Some(&"dt") || names.last() != Some(&"dd") {
            return self.around("div", element, &[], |writer| writer.inside(node, Place::Flow));
        }
        self.around("dl", element, &[], |writer| {
            for part in parts {
                if let Some(element) = part.value().as_element() {
                    let within = if element.name() == "dt" { Place::Line } else { Place::Flow };
                    writer.around(element.name(), element, &[], |writer| writer.inside(part, within));
                }
            }
        });
    }
}

/// The name of an element; empty for what is none.
fn name(node: NodeRef<'_, Node>) -> &str {
    node.value().as_element().map_or("", Element::name)
}
