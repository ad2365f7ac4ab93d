//! What one tab remembers from page to page (sessionStorage). A browser that refuses keeps nothing, and nothing depends on it.

use super::window;

/// What is kept under a name.
pub fn get(name: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(name).ok()?
}

/// Keeps something under a name.
pub fn set(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        // A full or closed storage refuses; what stands here can be done without.
        let _ = storage.set_item(name, value);
    }
}
