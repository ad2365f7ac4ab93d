//! What a learner answered, and the verdict.

use serde::{Deserialize, Serialize};

/// An answer. Options, pairs and items are named by their place in the question, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The options that were chosen, sorted.
    Chosen(Vec<u16>),
    /// Whether the sentence is right.
    Judged(bool),
    /// What was filled in: a word or a number, as it was typed.
    Filled(String),
    /// For each pair that has a left side, in order: the pair whose right side was chosen.
    Matched(Vec<Option<u16>>),
    /// The items in the order they were put.
    Ordered(Vec<u16>),
    /// What was written at length.
    Written(String),
}

/// What an answer is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The part of the score that it earns, in thousandths, 0 to 1000.
    pub earned: u16,
}

impl Verdict {
    /// Whether it is wholly right.
    #[must_use]
    pub fn is_right(self) -> bool {
        self.earned >= 1_000
    }
}
