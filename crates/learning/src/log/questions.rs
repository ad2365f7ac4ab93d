//! What a log says of one question.

use super::{Kept, kept};
use crate::deed::{Attempt, Remark, Review, Settled};
use crate::practice::{History, Recall};
use crate::{Answer, Event};
use model::{Day, Moment};

/// What one learner did with one question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuestionLog {
    /// Every answer, in order.
    pub attempts: Vec<Kept<Attempt>>,
    /// Every time it was recalled or not, taken out of the wrong-answer book or put back, in order.
    pub steps: Vec<(Moment, Step)>,
    /// What it asked when it was last answered or recalled; empty where no record says it.
    pub stem: String,
    /// The learner's remark, if there is one.
    pub remark: Option<Kept<Remark>>,
}

/// What happened to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It was recalled, or was not: by an answer, which counts as known when it is wholly right, or by saying so (会 / 不会).
    Recalled(bool),
    /// The learner took it out of the wrong-answer book, or put it back.
    Settled(bool),
}

impl QuestionLog {
    /// The answer given last.
    #[must_use]
    pub fn last_attempt(&self) -> Option<&Kept<Attempt>> {
        self.attempts.last()
    }

    /// When it was recalled or was not, in order.
    pub fn recalls(&self) -> impl Iterator<Item = (Moment, bool)> {
        self.steps.iter().filter_map(|(at, step)| match step {
            Step::Recalled(known) => Some((*at, *known)),
            Step::Settled(_) => None,
        })
    }

    /// Its history up to a day, that day included. Where a clock was set back, a step counts for the day of the one before it.
    pub fn history(&self, last: Day, day_of: impl Fn(Moment) -> Day) -> History {
        let (mut recalls, mut settled) = (Vec::with_capacity(self.steps.len()), false);
        let mut latest = None;
        // What a clock that ran ahead says of the future is left out, or everything after it would be.
        for (day, step) in self.steps.iter().map(|(at, step)| (day_of(*at), *step)).filter(|(day, _)| *day <= last) {
            let day = latest.map_or(day, |latest| day.max(latest));
            latest = Some(day);
            match step {
                Step::Settled(out) => settled = out,
                Step::Recalled(known) => {
                    settled &= known;
                    recalls.push(Recall { day, known });
                }
            }
        }
        History::of(recalls, settled)
    }

    pub(super) fn answered(&mut self, event: &Event, attempt: &Attempt) {
        self.attempts.push(kept(event, attempt));
        self.asked(&attempt.stem);
        // What was written at length is not graded, so it tells nothing about knowing.
        if !matches!(attempt.answer, Answer::Written(_)) {
            self.steps.push((event.at, Step::Recalled(attempt.verdict.is_right())));
        }
    }

    pub(super) fn reviewed(&mut self, event: &Event, review: &Review) {
        self.asked(&review.stem);
        self.steps.push((event.at, Step::Recalled(review.known)));
    }

    fn asked(&mut self, stem: &str) {
        if !stem.is_empty() {
            stem.clone_into(&mut self.stem);
        }
    }

    pub(super) fn settled(&mut self, event: &Event, settled: &Settled) {
        self.steps.push((event.at, Step::Settled(settled.settled)));
    }

    pub(super) fn remarked(&mut self, event: &Event, remark: &Remark) {
        self.remark = (!remark.text.trim().is_empty()).then(|| kept(event, remark));
    }
}
