//! The log as a reader's program knows it: what it amounted to when a snapshot was made, and what came since.

use super::{Book, Opened, events};
use formats::draft::name;
use formats::snapshot::Snapshot;
use model::{Event, EventId, LearnerId, Progress, Unread};
use store::{Contents, Store, StoreError};

/// A snapshot is made again when more than this many records came since the last one.
const SNAPSHOT_AFTER: usize = 200;

/// What is known of the log of one learner.
#[derive(Debug, Clone)]
pub struct Reading {
    /// What the learner's events amount to.
    pub progress: Progress,
    order: u64,
    snapshot: Snapshot,
    /// What came after the snapshot.
    tail: Vec<Event>,
}

impl Default for Reading {
    fn default() -> Self {
        Self { progress: Progress::default(), order: 0, snapshot: Snapshot::empty(), tail: Vec::new() }
    }
}

impl Reading {
    /// A snapshot and what came since; `None` if one does not follow from the other.
    fn since(snapshot: Snapshot, learner: LearnerId, contents: Contents) -> Option<Opened<Self>> {
        let (tail, newer, damaged) = events(&contents.records);
        let (newer, damaged) = (snapshot.newer + newer, snapshot.damaged + damaged);
        let progress = snapshot.progress.extended(learner, &tail)?;
        let order = tail.iter().map(|event| event.order).max().unwrap_or(0).max(snapshot.order);
        let book = Self { progress, order, snapshot, tail };
        let mut opened =
            Opened { book, drafts: contents.drafts, snapshot: None, newer, damaged, count: contents.count };
        if opened.book.tail.len() > SNAPSHOT_AFTER {
            opened.fold(learner, contents.upto);
        }
        Some(opened)
    }
}

impl Opened<Reading> {
    /// Puts all of it into the snapshot.
    fn fold(&mut self, learner: LearnerId, upto: u32) {
        let Reading { progress, order, .. } = &self.book;
        let progress = progress.clone();
        let (newer, damaged) = (self.newer, self.damaged);
        let snapshot = Snapshot { upto, order: *order, newer, damaged, progress, ..Snapshot::empty() };
        self.snapshot = Some((name::reading(learner), snapshot.write()));
        self.book.tail = Vec::new();
        self.book.snapshot = snapshot;
    }
}

impl Book for Reading {
    type Study = Unread;

    async fn open<S: Store>(store: &S, learner: LearnerId) -> Result<Opened<Self>, StoreError> {
        let written = store.slip(&name::reading(learner)).await?;
        if let Some(snapshot) = written.and_then(|json| Snapshot::read(&json)) {
            let contents = store.read(Some(snapshot.upto)).await?;
            if let Some(opened) = Self::since(snapshot, learner, contents) {
                return Ok(opened);
            }
        }
        let contents = store.read(None).await?;
        let nothing =
            || Opened { book: Self::default(), drafts: Vec::new(), snapshot: None, newer: 0, damaged: 0, count: 0 };
        Ok(Self::since(Snapshot::empty(), learner, contents).unwrap_or_else(nothing))
    }

    fn take_in(&mut self, learner: LearnerId, events: &[Event]) -> bool {
        let mut tail = self.tail.clone();
        tail.retain(|old| events.iter().all(|event| event.id != old.id));
        tail.extend_from_slice(events);
        let Some(progress) = self.snapshot.progress.extended(learner, &tail) else { return false };
        self.order = tail.iter().map(|event| event.order).max().unwrap_or(0).max(self.order);
        (self.progress, self.tail) = (progress, tail);
        true
    }

    fn order(&self) -> u64 {
        self.order
    }

    fn has(&self, id: EventId) -> bool {
        self.tail.iter().any(|event| event.id == id)
    }

    fn leave_out(&mut self, _: &dyn Fn(LearnerId) -> bool) -> bool {
        // Only what is one's own is shown.
        false
    }
}
