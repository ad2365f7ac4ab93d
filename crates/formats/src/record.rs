//! A record: one event of a learner's log as it is kept in the store and, later, in backups.

use crate::FormatError;
use model::Event;
use serde::{Deserialize, Serialize};

/// The version this build writes.
pub const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Record<E> {
    v: u32,
    event: E,
}

/// Writes an event.
///
/// # Errors
/// When JSON cannot hold it, which no event brings about.
pub fn write(event: &Event) -> Result<String, FormatError> {
    serde_json::to_string(&Record { v: VERSION, event }).map_err(|error| FormatError::Damaged(error.to_string()))
}

/// Reads an event of this or any earlier version.
///
/// # Errors
/// [`FormatError::Newer`] or [`FormatError::Damaged`].
pub fn read(json: &str) -> Result<Event, FormatError> {
    crate::read::<Record<Event>>(json, VERSION).map(|record| record.event)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROZEN: &str = include_str!("../../../tests/frozen/record-v1.json");

    #[test]
    fn a_frozen_record_opens_for_ever_and_is_written_the_same() {
        for line in FROZEN.lines() {
            assert_eq!(write(&read(line).unwrap()).unwrap(), line);
        }
    }

    #[test]
    fn newer_and_damaged_are_told_apart() {
        assert_eq!(read(r#"{"v":2,"new":true}"#), Err(FormatError::Newer { found: 2, known: 1 }));
        assert!(matches!(read("{}"), Err(FormatError::Damaged(_))));
        assert!(matches!(read(r#"{"v":1}"#), Err(FormatError::Damaged(_))));
    }
}
