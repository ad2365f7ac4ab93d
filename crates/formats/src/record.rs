//! A record: one event of a learner's log as it is kept in the store and in backups.
//!
//! Version 1 knows reading only; an event of studying is written as version 2. Whoever only reads a portal reads both, and passes studying
//! over (`model::Unread`).

use crate::FormatError;
use model::{Deed, Event};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The version this build writes.
pub const VERSION: u32 = 2;
/// The version that an event of reading is written as.
const READING: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Record<E> {
    v: u32,
    event: E,
}

/// Writes an event.
///
/// # Errors
/// When JSON cannot hold it, which no event brings about.
pub fn write<S: Serialize>(event: &Event<S>) -> Result<String, FormatError> {
    let v = if is_of_studying(&event.deed) { VERSION } else { READING };
    serde_json::to_string(&Record { v, event }).map_err(|error| FormatError::Damaged(error.to_string()))
}

/// Reads an event of this or any earlier version.
///
/// # Errors
/// [`FormatError::Newer`] or [`FormatError::Damaged`].
pub fn read<S: DeserializeOwned>(json: &str) -> Result<Event<S>, FormatError> {
    crate::read::<Record<Event<S>>>(json, VERSION).map(|record| record.event)
}

fn is_of_studying<S>(deed: &Deed<S>) -> bool {
    match deed {
        Deed::Study(_) => true,
        Deed::Corrected { deed, .. } => is_of_studying(deed),
        Deed::Read(_) | Deed::Bookmarked(_) | Deed::Retracted { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Unread;

    const FROZEN: &str = include_str!("../../../tests/frozen/record-v1.json");

    #[test]
    fn a_frozen_record_opens_for_ever_and_is_written_the_same() {
        for line in FROZEN.lines() {
            assert_eq!(write(&read::<Unread>(line).unwrap()).unwrap(), line);
        }
    }

    #[test]
    fn frozen_deeds_of_studying_open_for_ever_and_are_written_the_same() {
        for line in crate::samples::STUDYING.lines() {
            assert_eq!(write(&read::<learning::Study>(line).unwrap()).unwrap(), line);
            assert!(read::<Unread>(line).is_ok());
        }
    }

    #[test]
    fn newer_and_damaged_are_told_apart() {
        assert_eq!(read::<Unread>(r#"{"v":3,"new":true}"#), Err(FormatError::Newer { found: 3, known: 2 }));
        assert!(matches!(read::<Unread>("{}"), Err(FormatError::Damaged(_))));
        assert!(matches!(read::<Unread>(r#"{"v":1}"#), Err(FormatError::Damaged(_))));
    }
}
