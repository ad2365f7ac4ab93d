//! The blocks of the article, as elements in the order of the text.

use super::{document, window};
use formats::page::BLOCK_SELECTOR;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, Element};

/// A block counts as read when its top is in the upper part of the window, below the position bar.
const READING_LINE: f64 = 72.0;

/// The outermost elements of the article that match [`BLOCK_SELECTOR`].
pub fn find() -> Vec<Element> {
    find_in(&document())
}

/// The same of any document.
pub fn find_in(of: &Document) -> Vec<Element> {
    let mut blocks: Vec<Element> = Vec::new();
    let Some(found) = of.get_element_by_id("text").and_then(|text| text.query_selector_all(BLOCK_SELECTOR).ok()) else {
        return blocks;
    };
    for index in 0..found.length() {
        let Some(element) = found.item(index).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        if !blocks.last().is_some_and(|last| last.contains(Some(&element))) {
            blocks.push(element);
        }
    }
    blocks
}

/// The block that stands at the top of the window: the last whose beginning is above the reading line.
pub fn at_top(blocks: &[Element]) -> usize {
    passed(blocks).saturating_sub(1)
}

/// How many blocks begin above the reading line.
pub fn passed(blocks: &[Element]) -> usize {
    blocks.partition_point(|block| top(block) < READING_LINE)
}

/// Whether the end of a block is, or was, on the screen.
pub fn end_is_seen(block: &Element) -> bool {
    block.get_bounding_client_rect().bottom() <= height() + 1.0
}

/// How much of the article lies above the lower edge of the window, 0 to 100.
pub fn percent() -> u8 {
    let Some(text) = document().get_element_by_id("text") else { return 0 };
    let rect = text.get_bounding_client_rect();
    let part = (height() - rect.top()) / rect.height().max(1.0);
    (part * 100.0).clamp(0.0, 100.0) as u8
}

/// Scrolls a block to the top of the window.
pub fn show(block: &Element) {
    block.scroll_into_view();
}

/// The first words of a block.
pub fn first_words(block: &Element) -> String {
    let text = block.text_content().unwrap_or_default();
    let text = text.trim();
    let short: String = text.chars().take(30).collect();
    if short.len() < text.len() { short + "……" } else { short }
}

/// Marks the blocks that have a bookmark, and no other.
pub fn mark(blocks: &[Element], marked: &[usize]) {
    for (index, block) in blocks.iter().enumerate() {
        let is_marked = block.has_attribute("data-bookmarked");
        if is_marked != marked.contains(&index) {
            // Only an ill-formed name fails.
            let _ = block.toggle_attribute("data-bookmarked");
        }
    }
}

fn top(block: &Element) -> f64 {
    block.get_bounding_client_rect().top()
}

fn height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}
