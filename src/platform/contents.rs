//! The table of contents of a text: which of its lines leads to the section that is being read.

use super::{document, text_blocks};
use std::cell::Cell;
use web_sys::Element;
use web_sys::wasm_bindgen::JsCast;

/// The lines of the table of contents, and the headings that they lead to.
#[derive(Default)]
pub struct Contents {
    lines: Vec<Element>,
    headings: Vec<Element>,
    marked: Cell<Option<usize>>,
}

impl Contents {
    /// The one on the page; without lines where there is none.
    pub fn find() -> Self {
        let mut contents = Self::default();
        let Ok(found) = document().query_selector_all(".contents a[href]") else { return contents };
        for line in (0..found.length()).filter_map(|index| found.item(index)?.dyn_into::<Element>().ok()) {
            let target = line.get_attribute("href").unwrap_or_default();
            if let Some(heading) = document().get_element_by_id(target.trim_start_matches('#')) {
                contents.lines.push(line);
                contents.headings.push(heading);
            }
        }
        contents
    }

    /// Marks the line of the section that is being read.
    pub fn look(&self) {
        let section = text_blocks::passed(&self.headings).checked_sub(1);
        let before = self.marked.replace(section);
        if section == before {
            return;
        }
        let line = |index: Option<usize>| self.lines.get(index?);
        if let Some(old) = line(before) {
            // Only an ill-formed name fails.
            let _ = old.remove_attribute("aria-current");
        }
        if let Some(new) = line(section) {
            // Only an ill-formed name fails.
            let _ = new.set_attribute("aria-current", "location");
        }
    }
}
