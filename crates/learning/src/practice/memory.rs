//! How well a question is remembered, by FSRS-6 with its default parameters.
//!
//! 会 is Good and 不会 is Again: two honest buttons, no shades. Every recall counts, in the order of days. The first of a day is a review
//! after so many days; those that follow on the same day are short-term reviews, as the crate and its parameters mean them: not known
//! brings the stability down, known again hardly raises it, so that repeating within a day is worth little and forgetting shows.
//! There are no learning steps of minutes: whatever was asked today comes back tomorrow at the earliest.
//!
//! The parameters are never fitted to the learner: a few hundred recalls are too few, and everybody should get the same from the same log.

use super::Recall;
use fsrs::{FSRS, FSRSItem, FSRSReview};
use model::Day;
use std::sync::LazyLock;

/// How likely a question should be known on the day it is due.
pub const WANTED_RETENTION: f32 = 0.9;
/// The longest interval, in days: a hundred years, as other schedulers have it.
pub const LONGEST_INTERVAL: u32 = 36_500;

const AGAIN: u32 = 1;
const GOOD: u32 = 3;

static SCHEDULER: LazyLock<FSRS> = LazyLock::new(FSRS::default);

/// How well a question is remembered after its last recall.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// After how many days it is still known with a chance of nine in ten.
    pub stability: f32,
    /// How hard it is, 1 to 10.
    pub difficulty: f32,
    /// The day of the last recall.
    pub last: Day,
    /// After how many days it should come back; at least 1.
    pub interval: u32,
}

impl Memory {
    /// What recalls leave behind; nothing without any.
    #[must_use]
    pub fn of(recalls: &[Recall]) -> Option<Self> {
        let mut sorted = recalls.to_vec();
        // Logs of two devices are merged by order, and a clock may be wrong: the days have the say.
        sorted.sort_by_key(|recall| recall.day);
        let last = sorted.last()?.day;
        let days_before = std::iter::once(sorted.first()?.day).chain(sorted.iter().map(|recall| recall.day));
        let reviews = sorted.iter().zip(days_before).map(|(recall, before)| review(*recall, before)).collect();
        // It fails only where parameters are no numbers, and the default ones are.
        let state = SCHEDULER.memory_state(FSRSItem { reviews }, None).ok()?;
        let days = SCHEDULER.next_interval(Some(state.stability), WANTED_RETENTION, GOOD).round();
        Some(Self { stability: state.stability, difficulty: state.difficulty, last, interval: whole_days(days) })
    }

    /// The day on which it should come back.
    #[must_use]
    pub fn due(&self) -> Day {
        Day(self.last.0.saturating_add(i64::from(self.interval)))
    }
}

fn review(recall: Recall, before: Day) -> FSRSReview {
    let days = recall.day.0.saturating_sub(before.0);
    FSRSReview { rating: if recall.known { GOOD } else { AGAIN }, delta_t: u32::try_from(days).unwrap_or(u32::MAX) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 1 and 36,500 by then")]
fn whole_days(days: f32) -> u32 {
    // No interval comes near 2^24 days, where such a number would no longer be exact.
    days.clamp(1.0, 36_500.0) as u32
}
