//! The entries of the browser's history within one page: what is kept with the present one, and going back.

use super::window;
use web_sys::wasm_bindgen::JsValue;

/// What follows `#` in the address, as people read it; empty for nothing.
pub fn mark() -> String {
    let hash = window().location().hash().unwrap_or_default();
    let mark = hash.strip_prefix('#').unwrap_or_default();
    js_sys::decode_uri_component(mark).map_or_else(|_| mark.to_owned(), String::from)
}

/// Goes to a mark of this page, as a link would.
pub fn go_to(mark: &str) {
    // It can always be set.
    let _ = window().location().set_hash(mark);
}

/// Keeps a text with the present entry. It is there again when the reader comes back to the entry, or loads the page again.
pub fn keep(text: &str) {
    if let Ok(history) = window().history() {
        // It fails for very long texts only; then the entry is one of which nothing is known.
        let _ = history.replace_state_with_url(&JsValue::from_str(text), "", None);
    }
}

/// The text that was kept with the present entry.
pub fn kept() -> Option<String> {
    window().history().ok()?.state().ok()?.as_string()
}

/// Goes back some entries.
pub fn back(entries: u32) {
    if let (Ok(history), Ok(entries)) = (window().history(), i32::try_from(entries)) {
        // Where there are not so many, nothing happens.
        let _ = history.go_with_delta(-entries);
    }
}
