//! When entries are taken, seen from now.

use super::State;
use crate::Contest;

/// From when before the end the list warns: two days.
pub const SOON_MS: i64 = 2 * DAY_MS;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// When entries are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// Not yet.
    OpensIn(Stretch),
    /// Now, and for so long.
    ClosesIn {
        /// How long still.
        left: Stretch,
        /// Whether that is not much.
        soon: bool,
    },
    /// No longer.
    Closed,
}

/// A stretch of time, rounded down: 1 day and 3 hours have no minutes to speak of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Whole days.
    pub days: u32,
    /// Whole hours beside them, 0 to 23.
    pub hours: u32,
    /// Whole minutes beside them, 0 to 59.
    pub minutes: u32,
}

impl Stretch {
    fn of(ms: i64) -> Self {
        let whole = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
        Self { days: whole(ms / DAY_MS), hours: whole(ms % DAY_MS / HOUR_MS), minutes: whole(ms % HOUR_MS / 60_000) }
    }
}

impl Deadline {
    /// How that point of the list is. One can write before a contest opens, and hand in nothing.
    #[must_use]
    pub fn state(self) -> State {
        match self {
            Self::ClosesIn { soon: false, .. } => State::Done,
            Self::ClosesIn { soon: true, .. } => State::Warning,
            Self::OpensIn(_) | Self::Closed => State::Missing,
        }
    }
}

/// When a contest takes entries, seen from a moment in milliseconds since 1970.
#[must_use]
pub fn deadline(contest: &Contest, now_ms: i64) -> Deadline {
    if now_ms < contest.opens_ms {
        Deadline::OpensIn(Stretch::of(contest.opens_ms - now_ms))
    } else if contest.is_open(now_ms) {
        let left = contest.closes_ms - now_ms;
        Deadline::ClosesIn { left: Stretch::of(left), soon: left <= SOON_MS }
    } else {
        Deadline::Closed
    }
}
