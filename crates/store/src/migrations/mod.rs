//! The layout of the database, one file for each version. A version is never edited after it was released.

pub(crate) mod v1;
pub(crate) mod v2;

use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

/// The version this build uses.
pub(crate) const VERSION: u8 = 2;

/// From any earlier version, 0 for nothing, to this one.
pub(crate) fn up(database: &IdbDatabase, from: f64) -> Result<(), JsValue> {
    if from < 1.0 {
        v1::up(database)?;
    }
    if from < 2.0 {
        v2::up(database)?;
    }
    Ok(())
}

/// All stores of this version.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    v1::ALL.into_iter().chain(v2::ALL)
}
