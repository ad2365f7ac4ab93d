//! What is selected in the text, by mouse, finger or keyboard; and the keyboard's place.

use super::marks;
use crate::platform::{document, window};
use model::EventId;
use web_sys::{FocusOptions, Range};

/// The selection, if it touches the text.
pub fn selected() -> Option<Range> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let text = document().get_element_by_id("text")?;
    range.intersects_node(&text).ok()?.then(|| range.clone_range())
}

/// Nothing is selected any more.
pub fn drop_selection() {
    if let Ok(Some(selection)) = window().get_selection() {
        // A selection can always be emptied.
        let _ = selection.remove_all_ranges();
    }
}

/// Puts the keyboard's place at a mark that it has just made; whoever points with a finger or a mouse has none to put.
pub fn put_keyboard_at(event: EventId) {
    let at_a_pen = document().active_element().is_some_and(|element| matches!(element.closest(".pens"), Ok(Some(_))));
    if let (true, Some(mark)) = (at_a_pen, marks::first(event)) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element of the page can always take the focus.
        let _ = mark.focus_with_options(&options);
    }
}
