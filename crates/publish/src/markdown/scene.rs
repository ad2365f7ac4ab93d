//! The parts of a scene: cut at its headings of the second level, each with the choices that it offers.

use super::parse::{self, heading_level, line, plain};
use comrak::nodes::NodeValue;
use comrak::{Arena, Node};

/// How a paragraph or a heading begins that explains.
const EXPLAINS: [&str; 2] = ["法律怎么说", "可以找谁"];

/// A part as it was written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// Its heading; empty for the beginning.
    pub title: String,
    /// The line of the text that it begins in, from 1.
    pub line: usize,
    /// What can be done.
    pub choices: Vec<Offered>,
    /// Whether it says what the law says, or what help there is.
    pub explains: bool,
}

/// A choice as it was written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Offered {
    /// What can be done.
    pub text: String,
    /// The heading that it leads to, as the link names it.
    pub to: String,
}

/// The parts of a text. The first is what stands before all headings.
pub(crate) fn parts(body: &str) -> Vec<Written> {
    let arena = Arena::new();
    let tree = parse::parse(&arena, body).tree;
    let part = |title: String, line: usize| Written { title, line, choices: Vec::new(), explains: false };
    let mut parts = vec![part(String::new(), 1)];
    for node in tree.children() {
        if heading_level(node) == Some(2) {
            parts.push(part(plain(node), line(node)));
        } else if let Some(part) = parts.last_mut() {
            part.choices.extend(choices(node));
            let text = plain(node);
            part.explains |= EXPLAINS.iter().any(|word| text.starts_with(word));
        }
    }
    parts
}

/// The choices of a list, if every item of it is one link to a heading of this text.
fn choices(node: Node<'_>) -> Vec<Offered> {
    let is_list = matches!(node.data().value, NodeValue::List(_));
    let all: Option<Vec<Offered>> = node.children().map(choice).collect();
    all.filter(|_| is_list).unwrap_or_default()
}

fn choice(item: Node<'_>) -> Option<Offered> {
    let mut links = item.descendants().filter_map(|node| match &node.data().value {
        NodeValue::Link(link) => link.url.strip_prefix('#').map(|to| (plain(node), decoded(to))),
        _ => None,
    });
    let (text, to) = links.next()?;
    (text == plain(item) && links.next().is_none()).then_some(Offered { text, to })
}

fn decoded(name: &str) -> String {
    percent_encoding::percent_decode_str(name).decode_utf8_lossy().into_owned()
}

/// Whether a link names a heading: neither spaces nor hyphens count.
pub(crate) fn same_heading(heading: &str, name: &str) -> bool {
    let counts = |c: &char| !c.is_whitespace() && *c != '-';
    heading.chars().filter(counts).eq(name.chars().filter(counts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scene_is_cut_at_its_headings() {
        let text = "你看见了。\n\n- 一样\n- 两样\n\n怎么办？\n\n- [先 **问问**](#先问问)\n- [转发](#转发-给别人)\n\n## 先问问\n\n**法律怎么说**：……\n\n## 转发 给别人\n\n- [再想想](#先问问)，好\n";
        let read = parts(text);
        let titles: Vec<&str> = read.iter().map(|part| &*part.title).collect();
        assert_eq!(titles, ["", "先问问", "转发 给别人"]);
        let to: Vec<&str> = read[0].choices.iter().map(|choice| &*choice.to).collect();
        assert_eq!(to, ["先问问", "转发-给别人"]);
        assert_eq!(read.iter().map(|part| part.explains).collect::<Vec<_>>(), [false, true, false]);
        assert!(read[2].choices.is_empty(), "an item with more than a link is no choice");
        assert_eq!(read[1].line, 11);
        assert!(same_heading(&read[2].title, &read[0].choices[1].to));
    }
}
