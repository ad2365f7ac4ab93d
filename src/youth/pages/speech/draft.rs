//! The speech that is being made: its draft, which is written at every change.

use super::slices::Slices;
use crate::platform::{clock, lock, random, web};
use crate::study::desk::Desk;
use crate::youth::hall::Hall;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{ContestId, EventId};
use std::collections::BTreeMap;
use std::pin::Pin;
use store::{Kept, Store, StoreError};
use youth::Contest;
use youth::speech::{self, Draft, Rules};

/// The speech. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Speech {
    hall: StoredValue<Hall, LocalStorage>,
    contest: StoredValue<Contest>,
    /// As it is shown; what is on the disk may be a moment behind.
    pub draft: RwSignal<Draft>,
    /// How far the writing is.
    pub standing: RwSignal<Standing>,
}

/// How far the writing of a draft is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// As it was found.
    Untouched,
    /// Being written.
    Going,
    /// On the disk.
    Saved,
    /// It could not be written.
    Unsaved,
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

/// There is a draft that cannot be read.
pub struct Unreadable;

/// The draft of a contest's speech as it is on the disk, if there is one.
pub async fn read(desk: &Desk, contest: &ContestId) -> Result<Option<Draft>, Unreadable> {
    let (kept, name) = desk.kept().zip(slip(desk, contest)).ok_or(Unreadable)?;
    let found = kept.slip(&name).await.map_err(|_| Unreadable)?;
    found.map(|json| serde_json::from_str(&json).map_err(|_| Unreadable)).transpose()
}

fn slip(desk: &Desk, contest: &ContestId) -> Option<String> {
    desk.learner_now().map(|learner| format!("{learner}/speech/{contest}"))
}

/// Begins to write a slip.
fn begun(kept: &Kept, name: &str, json: &str) -> Pin<Box<dyn Future<Output = Result<(), StoreError>>>> {
    Box::pin(kept.put_slip(name, json))
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
            standing: RwSignal::new(Standing::Untouched),
        }
    }

    /// Waits until no other tab has it, reads it, and finds again what a killed browser left.
    pub async fn open(self) -> Opened {
        let desk = self.desk();
        let contest = self.with_contest(|contest| contest.id.clone());
        if let Some(name) = slip(&desk, &contest) {
            lock::hold(&format!("huaide/{name}")).await;
        }
        match read(&desk, &contest).await {
            Ok(None) => Opened::Here,
            Ok(Some(draft)) => self.recover(draft).await,
            Err(Unreadable) => Opened::Unreadable,
        }
    }

    async fn recover(self, draft: Draft) -> Opened {
        let Some(slices) = self.slices() else { return Opened::Unreadable };
        let open = draft.takes.all().iter().filter(|take| !take.is_closed());
        let open: Vec<String> = open.map(|take| take.id.clone()).collect();
        self.draft.set(draft);
        let mut on_disk = BTreeMap::new();
        for take in &open {
            let Ok(found) = slices.found(take).await else { return Opened::Unreadable };
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
    pub fn slices(self) -> Option<Slices> {
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
        let (edits, json) = self.draft.with_untracked(|draft| (draft.edits, serde_json::to_string(draft)));
        self.standing.set(Standing::Going);
        let desk = self.desk();
        let name = self.with_contest(|contest| slip(&desk, &contest.id));
        let parts = desk.kept().zip(name).zip(json.ok());
        let writing = parts.map(|((kept, name), json)| begun(&kept, &name, &json));
        async move {
            let Some(writing) = writing else { return false };
            let outcome = writing.await;
            let is_saved = desk.settle(outcome);
            if self.draft.with_untracked(|draft| draft.edits) == edits {
                self.standing.set(if is_saved { Standing::Saved } else { Standing::Unsaved });
            }
            is_saved
        }
    }

    /// Deletes a take for good. Whether it is gone.
    pub async fn delete_take(self, take: &str) -> bool {
        let Some(slices) = self.slices() else { return false };
        let outcome = slices.remove(take).await;
        self.desk().settle(outcome) && self.changed(|draft| draft.remove_take(take)).await
    }

    /// Deletes all of it for good, and begins anew.
    pub async fn delete(self) {
        let desk = self.desk();
        let name = self.with_contest(|contest| slip(&desk, &contest.id));
        let Some(((kept, name), slices)) = desk.kept().zip(name).zip(self.slices()) else { return };
        let outcome = match slices.remove_all().await {
            Ok(()) => kept.put_slip(&name, "").await,
            Err(error) => Err(error),
        };
        if desk.settle(outcome) {
            web::reload();
        }
    }
}
