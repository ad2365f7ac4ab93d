//! The log as a reader's app knows it: what it amounted to when a snapshot was made, and what came since.

use formats::record;
use formats::snapshot::Snapshot;
use leptos::task::spawn_local;
use model::{Deed, Event, EventId, LearnerId, Progress};
use std::pin::Pin;
use store::{Contents, Draft, Kept, Record, Store, StoreError};

/// A snapshot is made again when more than this many records came since the last one.
const SNAPSHOT_AFTER: usize = 200;

/// A reading that goes on: the log, and the drafts of all.
type Reading = Pin<Box<dyn Future<Output = Result<(Log, Vec<Draft>), StoreError>>>>;

/// What is known of the log.
#[derive(Debug, Clone)]
pub struct Log {
    /// What the learner's events amount to.
    pub progress: Progress,
    /// The greatest order of all events.
    pub order: u64,
    /// Records that a newer version wrote.
    pub newer: u32,
    /// Records that cannot be read.
    pub damaged: u32,
    /// Records that were acknowledged once and are gone.
    pub missing: u32,
    snapshot: Snapshot,
    /// What came after the snapshot.
    tail: Vec<Event>,
}

impl Default for Log {
    fn default() -> Self {
        let snapshot = Snapshot::empty();
        Self { progress: Progress::default(), order: 0, newer: 0, damaged: 0, missing: 0, snapshot, tail: Vec::new() }
    }
}

impl Log {
    /// Reads what there is to know of a learner, and the drafts of all.
    pub fn open(kept: &Kept, learner: LearnerId) -> Reading {
        // Boxed, so that the program has it once for all who call it.
        let kept = kept.clone();
        Box::pin(async move { Self::read(&kept, learner).await })
    }

    async fn read(kept: &Kept, learner: LearnerId) -> Result<(Self, Vec<Draft>), StoreError> {
        let written = kept.slip(&name(learner)).await?;
        if let Some(snapshot) = written.and_then(|json| Snapshot::read(&json)) {
            let mut contents = kept.read(Some(snapshot.upto)).await?;
            let drafts = std::mem::take(&mut contents.drafts);
            if let Some(log) = Self::since(snapshot, learner, contents) {
                log.keep_snapshot(kept, learner);
                return Ok((log, drafts));
            }
        }
        Self::whole(kept, learner).await
    }

    async fn whole(kept: &Kept, learner: LearnerId) -> Result<(Self, Vec<Draft>), StoreError> {
        let mut contents = kept.read(None).await?;
        let drafts = std::mem::take(&mut contents.drafts);
        let log = Self::since(Snapshot::empty(), learner, contents).unwrap_or_default();
        log.keep_snapshot(kept, learner);
        Ok((log, drafts))
    }

    /// A snapshot and what came since; `None` if one does not follow from the other.
    fn since(snapshot: Snapshot, learner: LearnerId, contents: Contents) -> Option<Self> {
        let (mut newer, mut damaged) = (snapshot.newer, snapshot.damaged);
        let mut tail: Vec<Event> = Vec::new();
        for Record { json, .. } in &contents.records {
            match record::read(json) {
                Ok(event) => tail.push(event),
                Err(formats::FormatError::Newer { .. }) => newer += 1,
                Err(formats::FormatError::Damaged(_)) => damaged += 1,
            }
        }
        let progress = snapshot.progress.extended(learner, &tail)?;
        let order = tail.iter().map(|event| event.order).max().unwrap_or(0).max(snapshot.order);
        let upto = contents.upto;
        let log = Self { progress, order, newer, damaged, missing: contents.missing, snapshot, tail };
        Some(if log.tail.len() > SNAPSHOT_AFTER { log.folded(upto) } else { log })
    }

    /// The same with all of it in the snapshot.
    fn folded(self, upto: u32) -> Self {
        let Self { progress, order, newer, damaged, .. } = &self;
        let progress = progress.clone();
        let snapshot =
            Snapshot { upto, order: *order, newer: *newer, damaged: *damaged, progress, ..Snapshot::empty() };
        Self { snapshot, tail: Vec::new(), ..self }
    }

    /// Keeps the snapshot, if it is new. Whether that succeeds does not matter: it can be made again.
    fn keep_snapshot(&self, kept: &Kept, learner: LearnerId) {
        if self.tail.is_empty() && self.snapshot.order > 0 {
            let writing = kept.put_slip(&name(learner), &self.snapshot.write());
            spawn_local(async move { drop(writing.await) });
        }
    }

    /// This and what was just written; `None` if the whole log must be read.
    pub fn with(&self, learner: LearnerId, events: Vec<Event>) -> Option<Self> {
        let mut log = self.clone();
        log.tail.retain(|old| events.iter().all(|event| event.id != old.id));
        log.tail.extend(events);
        log.progress = log.snapshot.progress.extended(learner, &log.tail)?;
        log.order = log.tail.iter().map(|event| event.order).max().unwrap_or(0).max(log.order);
        Some(log)
    }

    /// Whether an event is among those that came after the snapshot.
    pub fn has(&self, id: EventId) -> bool {
        self.tail.iter().any(|event| event.id == id)
    }
}

/// The slip that has the snapshot of a learner.
fn name(learner: LearnerId) -> String {
    format!("{learner}/reading")
}

/// An event as the store keeps it; nothing if JSON cannot hold it, which no event brings about.
pub fn record(event: &Event) -> Option<Record> {
    Some(Record { id: event.id, json: record::write(event).ok()? })
}

/// The stretches of reading among drafts.
pub fn stretches(drafts: &[Draft]) -> Vec<Event> {
    let read = drafts.iter().filter_map(|draft| record::read(&draft.record.json).ok());
    read.filter(|event: &Event| matches!(event.deed, Deed::Read(_))).collect()
}
