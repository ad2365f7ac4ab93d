//! Small things kept beside the log (localStorage). A browser that refuses keeps nothing, and nothing depends on it.

use super::window;

/// What is kept under a name.
pub fn get(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Keeps something under a name.
pub fn set(name: &str, value: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // A full or closed storage refuses; what stands here can be found out again.
        let _ = storage.set_item(name, value);
    }
}

/// Forgets what is kept under a name.
pub fn remove(name: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // A closed storage holds nothing to forget.
        let _ = storage.remove_item(name);
    }
}
