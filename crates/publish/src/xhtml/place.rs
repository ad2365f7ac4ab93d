//! Which element may stand where: <https://html.spec.whatwg.org/multipage/dom.html#kinds-of-content>.

/// What may stand in an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Paragraphs, lists, and whatever stands in a line.
    Flow,
    /// What stands in a line.
    Line,
}

const LINE: [&str; 16] =
    ["b", "br", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"];
const BLOCKS: [&str; 14] =
    ["aside", "blockquote", "div", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "p", "pre", "section"];

/// What an element is written as, and what may stand in it.
pub(super) type Written = (&'static str, Place);

impl Place {
    /// What becomes of an element here; of `None` only what stands in it is left.
    pub fn of(self, name: &str) -> Option<Written> {
        match (self, name) {
            (_, "del") => Some(("del", self)),
            (_, "ins") => Some(("ins", self)),
            (Self::Flow, "li" | "dt" | "dd") => Some(("div", Self::Flow)),
            (Self::Flow, name) => known(&BLOCKS, name).or_else(|| known(&LINE, name)),
            (Self::Line, name) => known(&LINE, name),
        }
    }
}

fn known(all: &[&'static str], name: &str) -> Option<Written> {
    let name = *all.iter().find(|one| **one == name)?;
    let is_flow = matches!(name, "aside" | "blockquote" | "div" | "figcaption" | "figure" | "section");
    Some((name, if is_flow { Place::Flow } else { Place::Line }))
}

/// Elements that hold nothing and have no end.
pub(super) fn is_void(name: &str) -> bool {
    matches!(name, "br" | "hr" | "img")
}
