//! Drawn pictures: nothing in them may run or fetch, and nothing is told of who drew them.
//!
//! [`text`](mod@text) finds the characters, [`size`] how large it is; [`sieve`] writes it anew from what is allowed ([`allowed`], [`links`],
//! [`css`]). A drawing in which nothing had to go stays as it is, byte by byte.

mod allowed;
mod css;
mod links;
mod sieve;
mod size;
mod text;

use super::Problem;
use crate::fault::phrase;
use roxmltree::{Document, Node, ParsingOptions};
use sieve::Sieve;

/// The name of SVG's own elements.
const SVG: &str = "http://www.w3.org/2000/svg";
/// The most nodes of a drawing.
const NODES: u32 = 500_000;

/// A drawing that is fit to be published.
pub(super) struct Drawing {
    pub bytes: Vec<u8>,
    /// Its width and height in CSS pixels.
    pub size: (u32, u32),
    /// What was taken of it that somebody may miss.
    pub gone: Vec<String>,
}

/// Makes a drawing fit to be published.
pub(super) fn read(bytes: Vec<u8>) -> Result<Drawing, Problem> {
    let text = text::of(&bytes).ok_or_else(|| unreadable("UTF-8"))?;
    let options = ParsingOptions { allow_dtd: true, nodes_limit: NODES, ..ParsingOptions::default() };
    let tree = Document::parse_with_options(&text, options).map_err(|error| unreadable(&error.to_string()))?;
    let root = tree.root_element();
    // Without its name it is no picture to a browser, but what was meant is clear.
    let home = root.tag_name().namespace();
    if root.tag_name().name() != "svg" || home.is_some_and(|home| home != SVG) {
        return Err(unreadable(root.tag_name().name()));
    }
    if let Some(lost) = tree.descendants().find(|node| loses_words(*node)) {
        return Err(foreign_words(lost.tag_name().name()));
    }
    let size = size::of(&root).ok_or_else(sizeless)?;
    let sieve = Sieve::of(&tree, home);
    let has_instructions = tree.descendants().any(|node| node.is_pi());
    let stays = !sieve.changed && home.is_some() && !has_instructions && text::is_plain(&bytes, &text);
    let Sieve { out, gone, .. } = sieve;
    drop(tree);
    let clean = if stays { None } else { Some(out.into_bytes()) };
    drop(text);
    Ok(Drawing { bytes: clean.unwrap_or(bytes), size, gone })
}

/// Whether an element holds words of HTML that nothing else says: `switch` gives what is shown in its place.
fn loses_words(node: Node<'_, '_>) -> bool {
    let has_words =
        |node: Node<'_, '_>| node.descendants().any(|one| one.text().is_some_and(|text| !text.trim().is_empty()));
    let has_other = || {
        let is_switch = node.parent_element().is_some_and(|parent| parent.tag_name().name() == "switch");
        is_switch && node.next_siblings().skip(1).any(|next| next.is_element())
    };
    node.tag_name().name() == "foreignObject" && has_words(node) && !has_other()
}

fn unreadable(why: &str) -> Problem {
    (
        phrase(format!("这个 SVG 图读不出来（{why}）。"), format!("This SVG cannot be read ({why}).")),
        phrase("用画图软件重新导出。", "Export it again."),
    )
}

fn foreign_words(name: &str) -> Problem {
    (
        phrase(
            format!("这个 SVG 图里的字是网页代码（{name}），不能发布。"),
            format!("The words of this SVG are HTML ({name}), which is not published."),
        ),
        phrase(
            "导出时关掉“HTML 标签”或“格式化文字”（draw.io、Mermaid 都有），或者导出成 PNG。",
            "Export it without HTML labels or formatted text (draw.io and Mermaid have the setting), or as PNG.",
        ),
    )
}

fn sizeless() -> Problem {
    (
        phrase("这个 SVG 图没有写宽和高。", "This SVG has no width and height."),
        phrase("在开头的 svg 标签里加上 width 和 height。", "Add width and height to its svg element."),
    )
}

/// What is said of a drawing of which something was taken.
pub(super) fn told(file: &str, gone: &[String]) -> Problem {
    const LONGEST: usize = 60;
    let mut names: Vec<String> = Vec::new();
    for name in gone {
        let short: String = name.chars().take(LONGEST).collect();
        if !names.contains(&short) && names.len() < 9 {
            names.push(short);
        }
    }
    (
        phrase(
            format!("{file} 里有一部分不会发布：{}。", names.join("、")),
            format!("Of {file} some is not published: {}.", names.join(", ")),
        ),
        phrase(
            "看看页面上的图对不对；不对，就在画图软件里把用到的图和字体嵌入，或者导出成 PNG。",
            "See whether it looks right; if not, embed its pictures and fonts where it was drawn, or export it as PNG.",
        ),
    )
}

#[cfg(test)]
mod tests;
