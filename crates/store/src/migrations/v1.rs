//! Version 1: three stores of JSON strings.

use model::shared::{DRAFTS_STORE, EVENTS_STORE};
use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

/// Events as [`formats::record`] writes them, by id.
pub(crate) const EVENTS: &str = EVENTS_STORE;
/// Drafts, by the id of their event.
pub(crate) const DRAFTS: &str = DRAFTS_STORE;
/// Facts about this browser, by name.
pub(crate) const ABOUT: &str = "about";
/// All of them.
pub(crate) const ALL: [&str; 3] = [EVENTS, DRAFTS, ABOUT];

/// From nothing to version 1.
pub(crate) fn up(database: &IdbDatabase) -> Result<(), JsValue> {
    for name in ALL {
        database.create_object_store(name)?;
    }
    Ok(())
}
