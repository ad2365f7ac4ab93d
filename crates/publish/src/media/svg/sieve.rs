//! Writes a drawing anew: only what is allowed, and what it is called without prefixes.

use super::{SVG, allowed, css, links};
use roxmltree::{Attribute, Document, Node};
use std::borrow::Cow;

const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A drawing that goes through the sieve.
pub(super) struct Sieve<'a> {
    /// What the elements of the drawing are called; `None` where it forgot to say.
    home: Option<&'a str>,
    pub out: String,
    /// What was taken that somebody may miss.
    pub gone: Vec<String>,
    /// Whether anything at all was taken.
    pub changed: bool,
}

/// What is to be written next. Nobody knows how deep a drawing is, so nothing here calls itself.
enum Step<'a, 'i> {
    Node(Node<'a, 'i>),
    End(&'a str),
}

impl<'a> Sieve<'a> {
    /// Writes the whole drawing.
    pub fn of(tree: &'a Document<'_>, home: Option<&'a str>) -> Self {
        let mut sieve = Self { home, out: String::new(), gone: Vec::new(), changed: false };
        let instructions = tree.descendants().filter_map(|node| node.pi());
        sieve
            .gone
            .extend(instructions.filter(|pi| pi.target == "xml-stylesheet").map(|pi| format!("<?{}?>", pi.target)));
        let mut steps = vec![Step::Node(tree.root_element())];
        while let Some(step) = steps.pop() {
            match step {
                Step::Node(node) if node.is_element() => sieve.element(node, &mut steps),
                Step::Node(node) => sieve.text(node),
                Step::End(name) => sieve.out.extend(["</", name, ">"]),
            }
        }
        sieve
    }

    fn text(&mut self, node: Node<'a, '_>) {
        if let Some(text) = node.text().filter(|_| node.is_text()) {
            self.out.push_str(&escape(text, None));
        }
    }

    fn element<'i>(&mut self, node: Node<'a, 'i>, steps: &mut Vec<Step<'a, 'i>>) {
        let name = node.tag_name().name();
        if !self.stays(node, name) {
            self.changed = true;
            return;
        }
        self.out.extend(["<", name]);
        if node.parent_element().is_none() {
            self.name_spaces(node);
        }
        for attribute in node.attributes() {
            match self.attribute(name, &attribute) {
                Some((name, value)) => self.write(&name, &value),
                None => self.changed = true,
            }
        }
        if name == "style" {
            return self.style(node);
        }
        if !node.has_children() {
            return self.out.push_str("/>");
        }
        self.out.push('>');
        steps.push(Step::End(name));
        steps.extend(node.children().rev().map(Step::Node));
    }

    /// Whether an element stays. What somebody may miss is noted.
    fn stays(&mut self, node: Node<'_, '_>, name: &str) -> bool {
        let space = node.tag_name().namespace();
        if space == self.home && allowed::draws(name) {
            let moves = node.attribute("attributeName").unwrap_or_default();
            let stays =
                !allowed::is_animation(name) || allowed::is_movable(moves) || !node.has_attribute("attributeName");
            if !stays {
                self.gone.push(format!("<{name} attributeName=\"{moves}\">"));
            }
            return stays;
        }
        let is_seen = space == self.home && !allowed::is_silent(name) || space == Some(XHTML);
        if is_seen {
            self.gone.push(format!("<{name}>"));
        }
        false
    }

    fn name_spaces(&mut self, root: Node<'_, '_>) {
        self.write("xmlns", SVG);
        if root.descendants().any(|node| node.has_attribute((XLINK, "href"))) {
            self.write("xmlns:xlink", XLINK);
        }
    }

    /// An attribute as it is written; `None` when it goes.
    fn attribute<'v>(&mut self, element: &str, attribute: &Attribute<'v, '_>) -> Option<(Cow<'v, str>, Cow<'v, str>)> {
        let (name, value) = (attribute.name(), attribute.value());
        match (attribute.namespace(), name) {
            (None | Some(XLINK), "href") => {
                if !links::is_own(value) {
                    self.gone.push(format!("<{element} href=\"{value}\">"));
                    return None;
                }
                let name = if attribute.namespace().is_some() { "xlink:href" } else { "href" };
                Some((name.into(), value.into()))
            }
            (Some(XML), "space" | "lang") => Some((format!("xml:{name}").into(), value.into())),
            (None, name) if allowed::has_attribute(name) => {
                let value = self.close(value).map_or(Cow::Borrowed(value), Cow::Owned);
                Some((name.into(), value))
            }
            (None, name) if name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("on")) => {
                self.gone.push(name.to_owned());
                None
            }
            _ => None,
        }
    }

    /// The sheet of a drawing.
    fn style(&mut self, node: Node<'_, '_>) {
        let sheet: String = node.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
        let sheet = self.close(&sheet).unwrap_or(sheet);
        self.out.push('>');
        self.out.push_str(&escape(&sheet, None));
        self.out.push_str("</style>");
    }

    fn close(&mut self, value: &str) -> Option<String> {
        let closed = css::close(value, &mut self.gone);
        self.changed |= closed.is_some();
        closed
    }

    fn write(&mut self, name: &str, value: &str) {
        let quote = if value.contains('"') && !value.contains('\'') { '\'' } else { '"' };
        self.out.push_str(&format!(" {name}={quote}{}{quote}", escape(value, Some(quote))));
    }
}

/// Text of a drawing, or the value of an attribute in these quotation marks.
fn escape(text: &str, quote: Option<char>) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' if quote.is_some() => out.push_str(&format!("&#{};", u32::from(c))),
            '"' if quote == Some('"') => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    // The only place where it means something else.
    if quote.is_none() { out.replace("]]>", "]]&gt;") } else { out }
}
