//! The list of the learners who were deleted for good. It belongs to nobody and stands under two names, each time as a JSON array of ids, as
//! builds wrote it before drafts had versions.

use model::LearnerId;
use std::collections::BTreeSet;

/// The names.
pub const NAMES: [&str; 2] = ["erased", "erased-again"];

/// Reads a list; `None` if it cannot be read, which is not the same as nobody.
#[must_use]
pub fn read(text: &str) -> Option<BTreeSet<LearnerId>> {
    serde_json::from_str(text).ok()
}

/// Writes a list; nothing where nobody is on it. `None` if JSON cannot hold it, which no list brings about.
#[must_use]
pub fn write(learners: &BTreeSet<LearnerId>) -> Option<String> {
    if learners.is_empty() { Some(String::new()) } else { serde_json::to_string(learners).ok() }
}
