//! The speech that is being made: its draft, which is written at every change.

use super::slices::Slices;
use crate::desk::Desk;
use crate::platform::{clock, lock, random};
use crate::youth::draft::{self, slip};
use crate::youth::hall::Hall;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::EventId;
use records::keeping::Said;
use std::collections::BTreeMap;
use youth::Contest;
use youth::speech::{self, Draft, Rules};

/// The speech. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Speech {
    hall: StoredValue<Hall, LocalStorage>,
    contest: StoredValue<Contest>,
    /// As it is shown; what is on the disk may be a moment behind.
    pub draft: RwSignal<Draft>,
    /// How the last change stands.
    pub keeping: RwSignal<Said>,
}

/// How the desk was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// Another tab has it.
    Elsewhere,
    /// There is a draft, and it cannot be read. It is left alone.
    Unreadable,
    /// It is here.
    Here,
}

/// An id that nothing else has.
pub fn fresh_id() -> String {
    EventId::new(clock::now().unix_ms, random::ten_bytes()).to_string()
}

impl Speech {
    /// A blank one, until it is [opened](Self::open).
    pub fn new(hall: &Hall, contest: Contest) -> Self {
        let blank = Draft::new(contest.id.clone(), clock::now());
        Self {
            hall: StoredValue::new_local(hall.clone()),
            contest: StoredValue::new(contest),
            draft: RwSignal::new(blank),
            keeping: RwSignal::new(Said::Untouched),
        }
    }

    /// Waits until no other tab has it, reads it, and finds again what a killed browser left.
    pub async fn open(self) -> Opened {
        let desk = self.desk();
        let contest = self.contest.get_value();
        if let Some(learner) = desk.learner_now() {
            lock::hold(&format!("huaide/{learner}/{}", slip(&contest))).await;
        }
        match desk.open_draft(&draft::name(&contest)).await {
            Ok(None) => Opened::Here,
            Ok(Some(draft)) => self.recover(draft).await,
            Err(_) => Opened::Unreadable,
        }
    }

    async fn recover(self, draft: Draft) -> Opened {
        let slices = self.slices();
        let open = draft.takes.all().iter().filter(|take| !take.is_closed());
        let open: Vec<(String, u32)> = open.map(|take| (take.id.clone(), take.slices)).collect();
        self.draft.set(draft);
        let mut on_disk = BTreeMap::new();
        for (take, noted) in &open {
            let Ok(found) = slices.found(take, *noted).await else { return Opened::Unreadable };
            on_disk.insert(take.clone(), found);
        }
        if !open.is_empty() {
            self.changed(|draft| {
                draft.takes.recover(|take| on_disk.get(take).copied().unwrap_or_default());
            })
            .await;
        }
        Opened::Here
    }

    /// The hall it is made in.
    pub fn hall(self) -> Hall {
        self.hall.get_value()
    }

    /// The learner's table.
    pub fn desk(self) -> Desk {
        self.hall.with_value(|hall| hall.desk().clone())
    }

    /// Asks the contest something.
    pub fn with_contest<T>(self, ask: impl FnOnce(&Contest) -> T) -> T {
        self.contest.with_value(ask)
    }

    /// What it is held to.
    pub fn rules(self) -> Rules {
        let group = self.draft.with(|draft| draft.group.clone());
        self.with_contest(|contest| speech::rules(contest, group.as_ref()))
    }

    /// Where the slices of its takes are.
    pub fn slices(self) -> Slices {
        self.with_contest(|contest| Slices::of(&self.desk(), &contest.id))
    }

    /// Changes the draft; it is being written when this returns.
    pub fn change(self, change: impl FnOnce(&mut Draft)) {
        self.alter(change);
        let writing = self.written();
        spawn_local(async move {
            writing.await;
        });
    }

    /// Changes the draft; it is being written when this returns. What it gives says whether it is on the disk.
    pub fn changed(self, change: impl FnOnce(&mut Draft)) -> impl Future<Output = bool> + 'static {
        self.alter(change);
        self.written()
    }

    fn alter(self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(|draft| {
            change(draft);
            draft.touch(clock::now());
        });
    }

    /// Writes the draft; that has begun when this returns.
    fn written(self) -> impl Future<Output = bool> + 'static {
        let desk = self.desk();
        let edits = self.draft.with_untracked(|draft| draft.edits);
        let writing =
            self.draft.with_untracked(|draft| self.with_contest(|contest| draft::write(&desk, contest, draft)));
        self.keeping.set(Said::Going);
        async move {
            let outcome = writing.await;
            if self.draft.with_untracked(|draft| draft.edits) == edits {
                self.keeping.set(outcome.map_or_else(Said::Failed, |()| Said::Kept));
            }
            // Where nothing is kept one can speak all the same.
            outcome.is_ok() || draft::passes(&desk)
        }
    }

    /// Deletes a take for good. Whether it is gone.
    pub async fn delete_take(self, take: &str) -> bool {
        self.slices().remove(take).await.is_ok() && self.changed(|draft| draft.remove_take(take)).await
    }

    /// Deletes all of it for good. Whether it is gone; the draft is blank then.
    pub async fn delete(self) -> bool {
        let (desk, contest) = (self.desk(), self.contest.get_value());
        if self.slices().remove_all().await.is_err() || draft::remove(&desk, &contest).await.is_err() {
            return false;
        }
        self.draft.set(Draft::new(contest.id, clock::now()));
        self.keeping.set(Said::Untouched);
        true
    }
}
