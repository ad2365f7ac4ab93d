//! A record: one event of a learner's log as it is kept in the store and in backups.
//!
//! Version 1 knows reading only; an event of studying is written as version 2, one of the holiday programme as version 3, so that a
//! program from before it keeps what it does not know. Whoever only reads a portal reads them all, and passes studying over
//! (`model::Unread`).
//!
//! Records come from files of strangers too. One that lies beyond [`limits`] is damaged, wherever it is read: it stays where it is, is counted
//! and told, and nothing is made of it. Nothing beyond them is written.

pub mod limits;

use crate::FormatError;
use learning::Study;
use model::event::LAST_ORDER;
use model::{Deed, Event, EventId, LearnerId, Unread};
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

    /// What of it lies beyond the limits, if anything does.
    fn beyond(&self) -> Option<limits::Beyond>;
}

impl Known for Unread {
    fn since(&self) -> u32 {
        STUDYING
    }

    /// What is passed over is not shown either.
    fn beyond(&self) -> Option<limits::Beyond> {
        None
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

    fn beyond(&self) -> Option<limits::Beyond> {
        limits::of_study(self).err()
    }
}

/// How the order of an event is named in its record.
const ORDER: &str = "\"order\":";

#[derive(Serialize, Deserialize)]
struct Record<E> {
    v: u32,
    event: E,
}

/// What a record of any version says of its event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The version of the record.
    pub v: u32,
    /// The event.
    pub id: EventId,
    /// Whose it is.
    pub learner: LearnerId,
    /// Its logical clock, at most [`LAST_ORDER`].
    pub order: u64,
}

/// Writes an event.
///
/// # Errors
/// [`FormatError::Damaged`] when it lies beyond the limits, so that it could not be read again.
pub fn write<S: Known>(event: &Event<S>) -> Result<String, FormatError> {
    check(event)?;
    let v = since(&event.deed);
    serde_json::to_string(&Record { v, event }).map_err(|error| FormatError::Damaged(error.to_string()))
}

/// Reads an event of this or any earlier version.
///
/// # Errors
/// [`FormatError::Newer`] or [`FormatError::Damaged`].
pub fn read<S: DeserializeOwned + Known>(json: &str) -> Result<Event<S>, FormatError> {
    let event = crate::read::<Record<Event<S>>>(json, VERSION)?.event;
    check(&event)?;
    Ok(event)
}

/// Reads what every version says.
///
/// # Errors
/// [`FormatError::Damaged`].
pub fn head(json: &str) -> Result<Head, FormatError> {
    #[derive(Deserialize)]
    struct Known {
        id: EventId,
        learner: LearnerId,
        order: u64,
    }
    let damaged = |error: serde_json::Error| FormatError::Damaged(error.to_string());
    let Record { v, event: Known { id, learner, order } } = serde_json::from_str(json).map_err(damaged)?;
    if order > LAST_ORDER {
        return Err(FormatError::Damaged("no order".to_owned()));
    }
    Ok(Head { v, id, learner, order })
}

/// Whose a record is, damaged or not, so that what is left of a learner who is deleted can go too.
#[must_use]
pub fn learner(json: &str) -> Option<LearnerId> {
    #[derive(Deserialize)]
    struct Owned {
        learner: LearnerId,
    }
    serde_json::from_str(json).ok().map(|record: Record<Owned>| record.event.learner)
}

fn check<S: Known>(event: &Event<S>) -> Result<(), FormatError> {
    limits::of_event(event).map_err(|beyond| FormatError::Damaged(beyond.to_string()))
}

/// The same record with another order, at most the last there is. The order stands before the deed, so the first one is the event's own.
#[must_use]
pub fn with_order(json: &str, order: u64) -> Option<String> {
    let (before, after) = json.split_once(ORDER)?;
    let rest = after.trim_start_matches(|digit: char| digit.is_ascii_digit());
    Some(format!("{before}{ORDER}{}{rest}", order.min(LAST_ORDER)))
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
        let last = with_order(FROZEN.lines().next().unwrap(), u64::MAX).unwrap();
        assert_eq!(read::<Study>(&last).unwrap().order, LAST_ORDER);
    }

    #[test]
    fn whose_a_damaged_record_is_can_be_told() {
        let line = FROZEN.lines().next().unwrap();
        let of = read::<Unread>(line).unwrap().learner;
        for damaged in
            [line.to_owned(), line.replace("\"read\"", "\"slept\""), line.replace("\"unix_ms\":", "\"unix_ms\":-")]
        {
            assert_eq!(learner(&damaged), Some(of), "{damaged}");
        }
        assert_eq!((learner("{"), learner("{}")), (None, None));
    }

    #[test]
    fn newer_and_damaged_are_told_apart() {
        assert_eq!(read::<Unread>(r#"{"v":4,"new":true}"#), Err(FormatError::Newer { found: 4, known: 3 }));
        assert!(matches!(read::<Unread>("{}"), Err(FormatError::Damaged(_))));
        assert!(matches!(read::<Unread>(r#"{"v":1}"#), Err(FormatError::Damaged(_))));
    }
}
