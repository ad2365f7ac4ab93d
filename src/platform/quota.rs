//! Whether the browser promised to keep what is stored, and whether the reader saves data.

use super::window;
use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

fn storage() -> Option<StorageManager> {
    let navigator = window().navigator();
    let offered = Reflect::has(&navigator, &"storage".into()).unwrap_or(false);
    offered.then(|| navigator.storage())
}

/// Whether the browser promised not to clear what is stored; `None` when it does not say.
pub async fn is_promised() -> Option<bool> {
    JsFuture::from(storage()?.persisted().ok()?).await.ok()?.as_bool()
}

/// Asks for that promise.
pub async fn ask_promise() -> Option<bool> {
    JsFuture::from(storage()?.persist().ok()?).await.ok()?.as_bool()
}

/// Whether the device asks to save data.
pub fn saves_data() -> bool {
    let connection = Reflect::get(&window().navigator(), &"connection".into()).unwrap_or_default();
    Reflect::get(&connection, &"saveData".into()).is_ok_and(|saves| saves.is_truthy())
}
