//! Tables: caption, head and bodies, in this order.

use super::place::Place;
use super::writer::{Writer, is_blank, number};
use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

impl Writer<'_> {
    /// A table. What stands in none of its parts is left out; a browser's reading leaves nothing there.
    pub(super) fn table(&mut self, node: NodeRef<'_, Node>, element: &Element) {
        let parts: Vec<_> = node.children().filter_map(|part| Some((part, part.value().as_element()?))).collect();
        let captions: Vec<_> = parts.iter().filter(|(_, part)| part.name() == "caption").collect();
        let bodies = parts.iter().filter(|(_, part)| part.name() != "caption");
        self.around("table", element, &[], |writer| {
            if !captions.is_empty() {
                writer.push("<caption>");
                captions.iter().for_each(|(node, _)| writer.inside(*node, Place::Line));
                writer.push("</caption>");
            }
            for (at, (node, part)) in bodies.enumerate() {
                let name = if at == 0 && part.name() == "thead" { "thead" } else { "tbody" };
                writer.around(name, part, &[], |writer| writer.rows(*node));
            }
        });
    }

    fn rows(&mut self, node: NodeRef<'_, Node>) {
        for row in node.children().filter(|row| !is_blank(*row)) {
            let Some(element) = row.value().as_element() else { continue };
            self.around("tr", element, &[], |writer| row.children().for_each(|cell| writer.cell(cell)));
        }
    }

    fn cell(&mut self, cell: NodeRef<'_, Node>) {
        let Some(element) = cell.value().as_element() else { return };
        let (name, within) = if element.name() == "th" { ("th", Place::Line) } else { ("td", Place::Flow) };
        let spans = ["colspan", "rowspan"].into_iter().filter_map(|side| number(element, side));
        let spans: Vec<_> = spans.filter(|(_, span)| !matches!(span.as_str(), "0" | "1")).collect();
        self.around(name, element, &spans, |writer| writer.inside(cell, within));
    }
}
