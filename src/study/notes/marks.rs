//! Marked passages in the page: `mark` elements around pieces of text. The blocks stay what they are, and nothing moves.

use super::pad::Note;
use super::passage::Passage;
use super::pens;
use crate::platform::document;
use learning::notes::Placed;
use model::EventId;
use std::ops::Range;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Text};

/// `NodeFilter.SHOW_TEXT`.
const TEXTS: u32 = 4;
/// The attribute that says which highlight a mark belongs to.
const OF: &str = "data-highlight";

/// Marks a passage.
pub fn draw(passage: &Passage, note: &Note, placed: &Placed) {
    let Some((block, units)) = passage.range(placed) else { return };
    for text in pieces(block, &units) {
        // The page is changed by nobody else meanwhile.
        let _ = wrap(&text, note);
    }
}

/// Takes the marks of a highlight away; the text is as it was.
pub fn remove(event: EventId) {
    for mark in of(event) {
        let Some(parent) = mark.parent_node() else { continue };
        while let Some(child) = mark.first_child() {
            // It was just found there.
            let _ = parent.insert_before(&child, Some(&mark));
        }
        mark.remove();
        parent.normalize();
    }
}

/// The first mark of a highlight.
pub fn first(event: EventId) -> Option<HtmlElement> {
    of(event).into_iter().next()?.dyn_into().ok()
}

/// The highlight that something happened on. Links inside marks stay links.
pub fn touched(event: &web_sys::Event) -> Option<EventId> {
    let element: Element = event.target()?.dyn_into().ok()?;
    if element.closest("a[href]").ok()?.is_some() {
        return None;
    }
    EventId::parse(&element.closest(&format!("#text mark[{OF}]")).ok()??.get_attribute(OF)?)
}

fn of(event: EventId) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(&format!("#text mark[{OF}=\"{event}\"]")) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// The pieces of text in a range of a block, cut out of their text nodes. Readings (`rt`) and the white space between cells are left.
fn pieces(block: &Element, units: &Range<u32>) -> Vec<Text> {
    let Ok(walker) = document().create_tree_walker_with_what_to_show(block, TEXTS) else { return Vec::new() };
    let (mut nodes, mut at): (Vec<(Text, u32)>, u32) = (Vec::new(), 0);
    while let Ok(Some(node)) = walker.next_node() {
        let Ok(node) = node.dyn_into::<Text>() else { continue };
        let from = at;
        at += node.length();
        if from < units.end && at > units.start {
            nodes.push((node, from));
        }
    }
    nodes.into_iter().filter_map(|(node, from)| cut(node, from, units)).collect()
}

fn cut(node: Text, from: u32, units: &Range<u32>) -> Option<Text> {
    let in_reading = node.parent_element().is_some_and(|parent| matches!(parent.closest("rt, rp"), Ok(Some(_))));
    if in_reading || node.data().trim().is_empty() {
        return None;
    }
    let length = node.length();
    let (start, end) = (units.start.saturating_sub(from), (units.end - from).min(length));
    let piece = if start > 0 { node.split_text(start).ok()? } else { node };
    if end < length {
        piece.split_text(end - start).ok()?;
    }
    Some(piece)
}

fn wrap(text: &Text, note: &Note) -> Option<()> {
    let mark = document().create_element("mark").ok()?;
    mark.set_attribute("data-pen", pens::name(note.highlight.colour)).ok()?;
    mark.set_attribute(OF, &note.event.to_string()).ok()?;
    // The keyboard's place can be put here after marking; all marks stand in the list of notes.
    mark.set_attribute("tabindex", "-1").ok()?;
    text.parent_node()?.insert_before(&mark, Some(text)).ok()?;
    mark.append_child(text).ok()?;
    Some(())
}
