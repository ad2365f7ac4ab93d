//! What a log says of one question.

use super::{Kept, kept};
use crate::deed::{Attempt, Remark, Review};
use crate::{Answer, Event};
use model::{Day, Moment};

/// What one learner did with one question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuestionLog {
    /// Every answer, in order.
    pub attempts: Vec<Kept<Attempt>>,
    /// Every time it was recalled, or was not, in order.
    pub recalls: Vec<Recalled>,
    /// The learner's remark, if there is one.
    pub remark: Option<Kept<Remark>>,
    /// Whether the learner took it out of the wrong-answer book, and was not wrong again.
    pub settled: bool,
}

/// A question recalled, or not: by an answer, or by saying so (会 / 不会).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recalled {
    /// When.
    pub at: Moment,
    /// Whether it was known; an answer counts as known when it is wholly right.
    pub known: bool,
}

impl QuestionLog {
    /// The answer given last.
    #[must_use]
    pub fn last_attempt(&self) -> Option<&Kept<Attempt>> {
        self.attempts.last()
    }

    /// Whether it belongs into the wrong-answer book: it was not known at least once, and is not settled.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        !self.settled && self.recalls.iter().any(|recall| !recall.known)
    }

    /// The recalls up to a day, that day included, each with its day. Where a clock was set back, a recall counts for the day of the one
    /// before it.
    pub fn recalls_until(&self, last: Day, day_of: impl Fn(Moment) -> Day) -> Vec<(Day, bool)> {
        let mut days: Vec<(Day, bool)> = Vec::with_capacity(self.recalls.len());
        // What a clock that ran ahead says of the future is left out, or everything after it would be.
        for (day, known) in
            self.recalls.iter().map(|recall| (day_of(recall.at), recall.known)).filter(|(day, _)| *day <= last)
        {
            let day = days.last().map_or(day, |(before, _)| day.max(*before));
            days.push((day, known));
        }
        days
    }

    pub(super) fn answered(&mut self, event: &Event, attempt: &Attempt) {
        self.attempts.push(kept(event, attempt));
        // What was written at length is not graded, so it tells nothing about knowing.
        if !matches!(attempt.answer, Answer::Written(_)) {
            self.recalled(event.at, attempt.verdict.is_right());
        }
    }

    pub(super) fn reviewed(&mut self, event: &Event, review: &Review) {
        self.recalled(event.at, review.known);
    }

    pub(super) fn remarked(&mut self, event: &Event, remark: &Remark) {
        self.remark = (!remark.text.trim().is_empty()).then(|| kept(event, remark));
    }

    fn recalled(&mut self, at: Moment, known: bool) {
        self.recalls.push(Recalled { at, known });
        self.settled &= known;
    }
}
