//! What one learner did with one question.

use model::Day;
use std::collections::BTreeSet;

/// A question recalled, or not: answered wholly right or not, in a test or in practice, or 会 / 不会.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recall {
    /// The day.
    pub day: Day,
    /// Whether it was known.
    pub known: bool,
}

/// What one learner did with one question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// All recalls, in the order of the log.
    pub recalls: Vec<Recall>,
    /// The day on which it was not known for the last time.
    pub last_wrong: Option<Day>,
    /// Whether it was ever not known.
    pub ever_wrong: bool,
    /// On how many different days it has been known since it was last not known.
    pub right_in_a_row: u32,
    /// Whether the learner took it out of the wrong-answer book, and it was always known since.
    pub settled: bool,
}

impl History {
    /// The history that recalls in the order of the log make up.
    #[must_use]
    pub fn of(recalls: Vec<Recall>, settled: bool) -> Self {
        let wrong = recalls.iter().rposition(|recall| !recall.known);
        let since = wrong.map_or(0, |last| last + 1);
        let days: BTreeSet<Day> = recalls[since..].iter().map(|recall| recall.day).collect();
        Self {
            last_wrong: wrong.map(|last| recalls[last].day),
            ever_wrong: wrong.is_some(),
            right_in_a_row: u32::try_from(days.len()).unwrap_or(u32::MAX),
            settled,
            recalls,
        }
    }
}
