//! Today's five.
//!
//! What is due comes first, the most overdue before the others; then what stands in the wrong-answer book, the longest there first; then what
//! is new, from lessons that were finished, then begun, then from others. Where nothing else decides, lots of the learner's own do.
//!
//! The five are the same all day, whatever is answered meanwhile, and on every device with the same log. That is why they are chosen from a
//! [`Morning`] and from nothing else.

use super::{History, Memory, standing};
use crate::lots::Lots;
use model::{Day, LearnerId, QuestionId};
use std::collections::BTreeMap;

/// How many there are at most. When fewer are due, wrong or new, there are fewer: nobody is kept busy.
pub const FIVE: usize = 5;

/// A day as it began: what was known of every question before anything was done on it.
#[derive(Debug, Clone)]
pub struct Morning {
    day: Day,
    histories: BTreeMap<QuestionId, History>,
}

/// A graded question that can be asked, because its bank is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// The question.
    pub question: &'a QuestionId,
    /// How far its lesson was read when the day began.
    pub lesson: Lesson,
}

/// How far the lesson of a bank was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lesson {
    /// To its end.
    Finished,
    /// Begun.
    Begun,
    /// Not begun, or there is no lesson.
    Other,
}

/// Why a question is among the five; in the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reason {
    /// It was due on that day.
    Due(Day),
    /// It is in the wrong-answer book since that day.
    Wrong(Day),
    /// It was never asked.
    New(Lesson),
}

impl Morning {
    /// The morning of a day. Whatever a history has of that day or a later one is left out; whether a question is settled must be told as
    /// of the day's beginning, because a history does not say when that was.
    #[must_use]
    pub fn new(day: Day, histories: impl IntoIterator<Item = (QuestionId, History)>) -> Self {
        let as_it_began = |history: History| {
            let before = history.recalls.into_iter().filter(|recall| recall.day < day).collect();
            History::of(before, history.settled)
        };
        Self { day, histories: histories.into_iter().map(|(id, history)| (id, as_it_began(history))).collect() }
    }

    /// The questions of the day, in the order in which they are asked.
    #[must_use]
    pub fn five(&self, learner: LearnerId, candidates: &[Candidate<'_>]) -> Vec<QuestionId> {
        let seed = Lots::named(self.day.0.unsigned_abs(), &learner.to_string()).draw();
        let ranked = candidates.iter().filter_map(|candidate| {
            let lot = Lots::named(seed, candidate.question.as_str()).draw();
            Some((self.reason(*candidate)?, lot, candidate.question))
        });
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_unstable();
        ranked.dedup_by_key(|(.., question)| *question);
        ranked.into_iter().take(FIVE).map(|(.., question)| question.clone()).collect()
    }

    /// How many of the candidates are due.
    #[must_use]
    pub fn due(&self, candidates: &[Candidate<'_>]) -> usize {
        candidates.iter().filter(|candidate| matches!(self.reason(**candidate), Some(Reason::Due(_)))).count()
    }

    fn reason(&self, candidate: Candidate<'_>) -> Option<Reason> {
        let known = self.histories.get(candidate.question);
        let Some((history, memory)) = known.and_then(|history| Some((history, Memory::of(&history.recalls)?))) else {
            return Some(Reason::New(candidate.lesson));
        };
        match (memory.due(), standing(history)) {
            (due, _) if due <= self.day => Some(Reason::Due(due)),
            (_, super::Standing::Wrong { since, .. }) => Some(Reason::Wrong(since)),
            _ => None,
        }
    }
}
