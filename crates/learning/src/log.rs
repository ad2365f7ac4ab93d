//! What a log of events amounts to, studying included: pure, and stored nowhere.
//!
//! First what holds is found (`model::standing`), then each deed goes to its place: reading to [`Progress`], answers to their question
//! ([`questions`]), the holiday programme to its own place ([`holiday`]), everything else to what stands of it. Events may arrive in any order.

pub mod holiday;
pub mod questions;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub use holiday::HolidayLog;
pub use questions::{QuestionLog, Step};

use crate::deed::{Declared, Goal, Highlight, Profile, Reflection};
use crate::practice::History;
use crate::{Deed, Event, Study};
use model::standing::standing;
use model::{Day, DocumentId, EventId, LearnerId, Moment, Progress, QuestionId};
use std::collections::BTreeMap;

/// Something that stands, with the event that said it first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<T> {
    /// The event to retract or correct.
    pub event: EventId,
    /// When it was first said.
    pub at: Moment,
    /// What it says now.
    pub value: T,
}

/// A lesson or material that was read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// What was read.
    pub document: DocumentId,
    /// Its title when it was last read.
    pub title: String,
    /// Its address when it was last read, relative to the portal's root.
    pub address: String,
    /// The stretch that finished it.
    pub event: EventId,
    /// When that was.
    pub at: Moment,
    /// What it counted then, in hundredths of a study hour; 0 in records from before study hours were kept.
    pub hours_hundredths: u32,
}

/// What one learner's log amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// Whose it is.
    pub learner: LearnerId,
    /// How far each document is, and the bookmarks.
    pub reading: Progress,
    /// Every stretch of reading, in order: when, and its active milliseconds.
    pub stretches: Vec<(Moment, u64)>,
    /// What was answered and recalled, by question.
    pub questions: BTreeMap<QuestionId, QuestionLog>,
    /// The marked passages, in the order they were marked.
    pub highlights: Vec<Kept<Highlight>>,
    /// The study notes (心得体会): the last one of each document that is not empty.
    pub reflections: BTreeMap<DocumentId, Kept<Reflection>>,
    /// The declared study hours, in the order they were declared.
    pub declared: Vec<Kept<Declared>>,
    /// The learning goals, in the order they were set.
    pub goals: Vec<Kept<Goal>>,
    /// Who the learner is, if they said so.
    pub profile: Option<Kept<Profile>>,
    /// What was done of the holiday programme.
    pub holiday: HolidayLog,
}

impl Log {
    /// Folds the events of one learner; those of others are passed over.
    #[must_use]
    pub fn of<'a>(learner: LearnerId, events: impl IntoIterator<Item = &'a Event>) -> Self {
        let standing = standing(learner, events);
        let mut log = Self {
            learner,
            reading: Progress::of_standing(&standing),
            stretches: Vec::new(),
            questions: BTreeMap::new(),
            highlights: Vec::new(),
            reflections: BTreeMap::new(),
            declared: Vec::new(),
            goals: Vec::new(),
            profile: None,
            holiday: HolidayLog::default(),
        };
        for (event, deed) in standing {
            match deed {
                Deed::Read(stretch) => log.stretches.push((event.at, stretch.active_ms)),
                Deed::Study(study) => log.take_in(event, study),
                Deed::Bookmarked(_) | Deed::Retracted { .. } | Deed::Corrected { .. } => {}
            }
        }
        log
    }

    /// What was read to its end, the earliest first.
    #[must_use]
    pub fn finished(&self) -> Vec<Finished> {
        let documents = self.reading.documents.iter();
        let mut finished: Vec<Finished> = documents
            .filter_map(|(document, progress)| {
                let finish = progress.finish?;
                Some(Finished {
                    document: document.clone(),
                    title: progress.title.clone(),
                    address: progress.address.clone(),
                    event: finish.event,
                    at: finish.at,
                    hours_hundredths: finish.hours_hundredths,
                })
            })
            .collect();
        finished.sort_by_key(|finished| (finished.at, finished.event));
        finished
    }

    /// The history of every question up to a day, that day included: for the morning of the day after, or for now.
    pub fn histories(&self, last: Day, day_of: impl Fn(Moment) -> Day) -> impl Iterator<Item = (QuestionId, History)> {
        self.questions.iter().map(move |(id, question)| (id.clone(), question.history(last, &day_of)))
    }

    fn take_in(&mut self, event: &Event, study: &Study) {
        match study {
            Study::Answered(attempt) => self.question(&attempt.question).answered(event, attempt),
            Study::Reviewed(review) => self.question(&review.question).reviewed(event, review),
            Study::Remarked(remark) => self.question(&remark.question).remarked(event, remark),
            Study::Settled(settled) => self.question(&settled.question).settled(event, settled),
            Study::Highlighted(highlight) => self.highlights.push(kept(event, highlight)),
            Study::Declared(declared) => self.declared.push(kept(event, declared)),
            Study::Aimed(goal) => self.goals.push(kept(event, goal)),
            Study::Introduced(profile) => self.profile = Some(kept(event, profile)),
            Study::Coming(coming) => self.holiday.coming(event, coming),
            Study::Attended(attended) => self.holiday.attended(event, attended),
            Study::Served(served) => self.holiday.served.push(kept(event, served)),
            Study::Played(played) => self.holiday.played.push(kept(event, played)),
            Study::HandedIn(handed_in) => self.holiday.handed_in.push(kept(event, handed_in)),
            Study::Reflected(reflection) if reflection.text.trim().is_empty() => {
                self.reflections.remove(&reflection.document);
            }
            Study::Reflected(reflection) => {
                self.reflections.insert(reflection.document.clone(), kept(event, reflection));
            }
        }
    }

    fn question(&mut self, id: &QuestionId) -> &mut QuestionLog {
        self.questions.entry(id.clone()).or_default()
    }
}

fn kept<T: Clone>(event: &Event, value: &T) -> Kept<T> {
    Kept { event: event.id, at: event.at, value: value.clone() }
}
