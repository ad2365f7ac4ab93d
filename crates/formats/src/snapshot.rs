//! A snapshot: what a learner's log of reading amounted to, so that a start does not read the whole log again.
//!
//! It is no promise: whatever cannot be read, or was made by another version, is passed over, and the log is read instead.

use model::Progress;
use serde::{Deserialize, Serialize};

/// Changes whenever the fold or this format does.
const VERSION: u32 = 2;

/// What the log amounted to, and up to where it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// The version of this format and of the fold.
    pub v: u32,
    /// The number up to which the store was read.
    pub upto: u32,
    /// The greatest order of all events, those of other learners included.
    pub order: u64,
    /// Records that a newer version wrote.
    pub newer: u32,
    /// Records that cannot be read.
    pub damaged: u32,
    /// What the learner's events amounted to.
    pub progress: Progress,
}

impl Snapshot {
    /// Nothing was read yet.
    #[must_use]
    pub fn empty() -> Self {
        Self { v: VERSION, upto: 0, order: 0, newer: 0, damaged: 0, progress: Progress::default() }
    }

    /// Writes it; nothing if JSON cannot hold it, which no snapshot brings about.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads one that this version wrote.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok().filter(|snapshot: &Self| snapshot.v == VERSION)
    }
}

#[cfg(test)]
mod tests {
    use super::Snapshot;
    use model::Progress;

    #[test]
    fn a_snapshot_comes_back_and_another_version_is_passed_over() {
        let progress = Progress { last_order: 5, ..Progress::default() };
        let snapshot = Snapshot { upto: 7, progress, ..Snapshot::empty() };
        assert_eq!(Snapshot::read(&snapshot.write()), Some(snapshot.clone()));
        assert_eq!(Snapshot::read(&snapshot.write().replace("{\"v\":2", "{\"v\":0")), None);
        assert_eq!(Snapshot::read("{"), None);
    }
}
