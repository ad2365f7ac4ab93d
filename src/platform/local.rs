//! Small things kept beside the log (localStorage). A browser that refuses keeps nothing, and nothing depends on it.

use super::window;

/// What is kept under a name.
pub fn get(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Keeps something under a name. Whether it is there now: a full or closed storage refuses.
pub fn set(name: &str, value: &str) -> bool {
    window().local_storage().ok().flatten().is_some_and(|storage| storage.set_item(name, value).is_ok())
}

/// All names.
pub fn names() -> Vec<String> {
    let Ok(Some(storage)) = window().local_storage() else { return Vec::new() };
    let count = storage.length().unwrap_or(0);
    (0..count).filter_map(|index| storage.key(index).ok()?).collect()
}

/// Forgets what is kept under a name.
pub fn remove(name: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        // A closed storage holds nothing to forget.
        let _ = storage.remove_item(name);
    }
}
