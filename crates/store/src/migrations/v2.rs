//! Version 2: in which order records came, and slips. What version 1 holds stays as it is.

use model::shared::{JOURNAL_STORE, SLIPS_STORE};
use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbObjectStoreParameters};

/// The ids of events in the order in which they came or changed, by a number of the browser's. Those of version 1 are not in it: whoever
/// has not read everything before reads everything.
pub(crate) const JOURNAL: &str = JOURNAL_STORE;
/// Texts beside the log, by name.
pub(crate) const SLIPS: &str = SLIPS_STORE;
/// Those that are new.
pub(crate) const ALL: [&str; 2] = [JOURNAL, SLIPS];

/// From version 1 to version 2.
pub(crate) fn up(database: &IdbDatabase) -> Result<(), JsValue> {
    let numbered = IdbObjectStoreParameters::new();
    numbered.set_auto_increment(true);
    database.create_object_store_with_optional_parameters(JOURNAL, &numbered)?;
    database.create_object_store(SLIPS)?;
    Ok(())
}
