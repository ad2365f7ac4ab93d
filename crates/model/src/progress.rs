//! What a log of events amounts to: how far each document is read, the bookmarks, the study days.
//!
//! Nothing here is stored. A log folds to the same progress in whatever order its events arrive.

use crate::standing::{standing, words_on_others};
use crate::{Bookmark, Day, Deed, DocumentId, Event, EventId, LearnerId, Moment, Place, Stretch};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A document counts as done when at least this part of its estimated reading time was spent on it.
pub const DONE_AFTER_PART: u64 = 5;

/// How far a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Opened, and not read to the end (学习中).
    Started,
    /// The end was on the screen, but too soon to have read it (已浏览).
    Browsed,
    /// Read to the end in at least a fifth of the estimated time (已学完).
    Done,
}

/// What the log says of one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentProgress {
    /// How far it is.
    pub status: Status,
    /// All active time, in milliseconds.
    pub active_ms: u64,
    /// Where to go on.
    pub place: Option<Place>,
    /// Its title when it was last read.
    pub title: String,
    /// Its address when it was last read, relative to the portal's root.
    pub address: String,
    /// The order of the latest stretch: the greater, the later.
    pub last_order: u64,
    /// The stretches this is folded from, in order. They are not in a snapshot, so of an extended one only the latest are here.
    #[serde(skip)]
    pub stretches: Vec<EventId>,
    /// How it became done; there exactly when it is. Not in a snapshot, like the stretches.
    #[serde(skip)]
    pub finish: Option<Finish>,
}

/// How a document became done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finish {
    /// The stretch that did it.
    pub event: EventId,
    /// When.
    pub at: Moment,
    /// What it then counted, in hundredths of a study hour; 0 in records from before study hours were kept.
    pub hours_hundredths: u32,
}

/// A bookmark with the event that put it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptBookmark {
    /// The event to retract or correct.
    pub event: EventId,
    /// The bookmark as it now stands.
    pub bookmark: Bookmark,
}

/// What one learner's log amounts to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// By document.
    pub documents: BTreeMap<DocumentId, DocumentProgress>,
    /// In the order they were put.
    pub bookmarks: Vec<KeptBookmark>,
    /// The local days on which something was read, with the active milliseconds. Not in a snapshot, like the stretches.
    #[serde(skip)]
    pub days: BTreeMap<Day, u64>,
    /// The greatest order of the learner's events.
    pub last_order: u64,
}

impl Progress {
    /// Folds the events of one learner; those of others are passed over.
    #[must_use]
    pub fn of<'a, S: 'a>(learner: LearnerId, events: impl IntoIterator<Item = &'a Event<S>>) -> Self {
        Self::of_standing(&standing(learner, events))
    }

    /// Folds what [`standing`] gave.
    #[must_use]
    pub fn of_standing<S>(standing: &[(&Event<S>, &Deed<S>)]) -> Self {
        let mut progress = Self::default();
        progress.add(standing);
        progress
    }

    /// This, and what the learner did after all of it. `None` where that cannot be told without the whole log: an event is older than
    /// this or was changed, or takes back or corrects something other than a bookmark.
    #[must_use]
    pub fn extended<S>(&self, learner: LearnerId, events: &[Event<S>]) -> Option<Self> {
        if self.last_order == 0 && self.documents.is_empty() && self.bookmarks.is_empty() {
            // There is nothing that a word on an event that is not here could be about.
            return Some(Self::of(learner, events));
        }
        let own = || events.iter().filter(|event| event.learner == learner);
        if own().any(|event| event.order <= self.last_order) {
            return None;
        }
        let standing = standing(learner, events);
        let words = words_on_others(own(), &standing);
        let (mut progress, mut known) = (self.clone(), 0);
        progress.bookmarks.retain_mut(|kept| match words.get(&kept.event) {
            None => true,
            Some(None) => {
                known += 1;
                false
            }
            Some(Some(deed)) => {
                if let Deed::Bookmarked(bookmark) = deed {
                    known += 1;
                    kept.bookmark.clone_from(bookmark);
                }
                true
            }
        });
        if known < words.len() {
            return None;
        }
        progress.add(&standing);
        Some(progress)
    }

    fn add<S>(&mut self, standing: &[(&Event<S>, &Deed<S>)]) {
        for (event, deed) in standing {
            self.last_order = self.last_order.max(event.order);
            self.take_in(event, deed);
        }
    }

    /// This, and stretches of the same learner that still go on and are not in the log yet.
    #[must_use]
    pub fn with_going_on<'a, S: 'a>(&self, stretches: impl IntoIterator<Item = &'a Event<S>>) -> Self {
        let mut progress = self.clone();
        for event in stretches {
            progress.take_in(event, &event.deed);
        }
        progress
    }

    /// The document read last.
    #[must_use]
    pub fn latest(&self) -> Option<(&DocumentId, &DocumentProgress)> {
        self.documents.iter().max_by_key(|(_, document)| document.last_order)
    }

    /// How far a document is; `None` if it was never opened.
    #[must_use]
    pub fn status(&self, document: &DocumentId) -> Option<Status> {
        self.documents.get(document).map(|progress| progress.status)
    }

    fn take_in<S>(&mut self, event: &Event<S>, deed: &Deed<S>) {
        match deed {
            Deed::Read(stretch) => {
                let day = self.days.entry(event.at.day()).or_default();
                *day = day.saturating_add(stretch.active_ms);
                let document = self.documents.entry(stretch.document.clone());
                document.or_insert_with(|| DocumentProgress::new(stretch)).add(event, stretch);
            }
            Deed::Bookmarked(bookmark) => {
                self.bookmarks.push(KeptBookmark { event: event.id, bookmark: bookmark.clone() });
            }
            Deed::Retracted { .. } | Deed::Corrected { .. } | Deed::Study(_) => {}
        }
    }
}

impl DocumentProgress {
    fn new(stretch: &Stretch) -> Self {
        Self {
            status: Status::Started,
            active_ms: 0,
            place: None,
            title: stretch.title.clone(),
            address: stretch.address.clone(),
            last_order: 0,
            stretches: Vec::new(),
            finish: None,
        }
    }

    /// Stretches arrive in order. Done stays done: a text that grows later takes nothing back, because every stretch
    /// carries the estimate of the text as it then stood.
    fn add<S>(&mut self, event: &Event<S>, stretch: &Stretch) {
        self.active_ms = self.active_ms.saturating_add(stretch.active_ms);
        self.last_order = event.order;
        self.title.clone_from(&stretch.title);
        self.address.clone_from(&stretch.address);
        self.stretches.push(event.id);
        if stretch.place.is_some() {
            self.place.clone_from(&stretch.place);
        }
        let seen_to_end = stretch.reached_end || self.status == Status::Browsed;
        let long_enough = self.active_ms.saturating_mul(DONE_AFTER_PART) >= stretch.estimate_ms;
        self.status = match (self.status, seen_to_end) {
            (Status::Done, _) => Status::Done,
            (_, true) if long_enough => Status::Done,
            (_, true) => Status::Browsed,
            (_, false) => Status::Started,
        };
        if self.status == Status::Done && self.finish.is_none() {
            let hours_hundredths = stretch.hours_hundredths;
            self.finish = Some(Finish { event: event.id, at: event.at, hours_hundredths });
        }
    }
}

#[cfg(test)]
mod tests;
