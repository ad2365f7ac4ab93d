//! A record: one event of a learner's log as it is kept in the store and in backups.
//!
//! Version 1 knows reading only; an event of studying is written as version 2, one of the holiday programme as version 3, so that a
//! program from before it keeps what it does not know. Whoever only reads a portal reads them all, and passes studying over
//! (`model::Unread`).

use crate::FormatError;
use learning::Study;
use model::{Deed, Event, Unread};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The version this build writes.
pub const VERSION: u32 = 3;
/// The version that an event of reading is written as.
const READING: u32 = 1;
/// The version that an event of studying is written as.
const STUDYING: u32 = 2;

/// What studying adds to reading, as a record has it.
pub trait Known: Serialize {
    /// The first version of records that knows it.
    fn since(&self) -> u32;
}

impl Known for Unread {
    fn since(&self) -> u32 {
        STUDYING
    }
}

impl Known for Study {
    fn since(&self) -> u32 {
        match self {
            Self::Answered(_)
            | Self::Reviewed(_)
            | Self::Remarked(_)
            | Self::Settled(_)
            | Self::Highlighted(_)
            | Self::Reflected(_)
            | Self::Declared(_)
            | Self::Aimed(_)
            | Self::Introduced(_) => STUDYING,
            Self::Coming(_) | Self::Attended(_) | Self::Served(_) | Self::Played(_) | Self::HandedIn(_) => VERSION,
        }
    }
}

/// How the order of an event is named in its record.
const ORDER: &str = "\"order\":";

#[derive(Serialize, Deserialize)]
struct Record<E> {
    v: u32,
    event: E,
}

/// Writes an event.
///
/// # Errors
/// When JSON cannot hold it, which no event brings about.
pub fn write<S: Known>(event: &Event<S>) -> Result<String, FormatError> {
    let v = since(&event.deed);
    serde_json::to_string(&Record { v, event }).map_err(|error| FormatError::Damaged(error.to_string()))
}

/// Reads an event of this or any earlier version.
///
/// # Errors
/// [`FormatError::Newer`] or [`FormatError::Damaged`].
pub fn read<S: DeserializeOwned>(json: &str) -> Result<Event<S>, FormatError> {
    crate::read::<Record<Event<S>>>(json, VERSION).map(|record| record.event)
}

/// The same record with another order. The order stands before the deed, so the first one is the event's own.
#[must_use]
pub fn with_order(json: &str, order: u64) -> Option<String> {
    let (before, after) = json.split_once(ORDER)?;
    let rest = after.trim_start_matches(|digit: char| digit.is_ascii_digit());
    Some(format!("{before}{ORDER}{order}{rest}"))
}

fn since<S: Known>(deed: &Deed<S>) -> u32 {
    match deed {
        Deed::Study(study) => study.since(),
        Deed::Corrected { deed, .. } => since(deed),
        Deed::Read(_) | Deed::Bookmarked(_) | Deed::Retracted { .. } => READING,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROZEN: &str = include_str!("../../../tests/frozen/record-v1.json");

    #[test]
    fn a_frozen_record_opens_for_ever_and_is_written_the_same() {
        for line in FROZEN.lines() {
            assert_eq!(write(&read::<Unread>(line).unwrap()).unwrap(), line);
        }
    }

    #[test]
    fn frozen_deeds_of_studying_open_for_ever_and_are_written_the_same() {
        for line in crate::samples::STUDYING.lines().chain(crate::samples::HOLIDAY.lines()) {
            assert_eq!(write(&read::<Study>(line).unwrap()).unwrap(), line);
            assert!(read::<Unread>(line).is_ok());
        }
    }

    #[test]
    fn a_record_gets_another_order_and_stays_the_same_otherwise() {
        for line in crate::samples::STUDYING.lines() {
            let event = read::<Study>(line).unwrap();
            let renumbered = with_order(line, event.order + 41).unwrap();
            assert_eq!(read::<Study>(&renumbered).unwrap(), Event { order: event.order + 41, ..event });
        }
        assert_eq!(with_order("{}", 1), None);
    }

    #[test]
    fn newer_and_damaged_are_told_apart() {
        assert_eq!(read::<Unread>(r#"{"v":4,"new":true}"#), Err(FormatError::Newer { found: 4, known: 3 }));
        assert!(matches!(read::<Unread>("{}"), Err(FormatError::Damaged(_))));
        assert!(matches!(read::<Unread>(r#"{"v":1}"#), Err(FormatError::Damaged(_))));
    }
}
