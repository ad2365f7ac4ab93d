//! What is done at the desk: deeds that go to the log, and slips of what is being written.

use super::Desk;
use crate::opening::reason;
use crate::platform::{clock, random};
use formats::record;
use learning::{Deed, Event, Study};
use leptos::prelude::*;
use locale::Phrase;
use model::{EventId, LearnerId, event};
use std::pin::Pin;
use std::sync::Arc;
use store::{Record, Store, StoreError};
use ui::{Saving, Trouble};
use wasm_bindgen_futures::spawn_local;

/// A writing that has begun.
type Writing = Pin<Box<dyn Future<Output = Result<(), StoreError>>>>;

impl Desk {
    /// Adds deeds to the log, and tells `said` when they are on the disk.
    pub fn add(&self, deeds: Vec<Deed>, said: Option<Phrase>) {
        let desk = self.clone();
        spawn_local(async move {
            if let (true, Some(said)) = (desk.added(deeds).await, said) {
                desk.tell(said);
            }
        });
    }

    /// Adds a deed of studying.
    pub fn study(&self, study: Study, said: Option<Phrase>) {
        self.add(vec![Deed::Study(study)], said);
    }

    /// Adds deeds to the log. Whether they are on the disk.
    pub async fn added(&self, deeds: Vec<Deed>) -> bool {
        let Some(who) = self.0.who.get_untracked() else { return false };
        self.added_for(who.learner, deeds).await
    }

    /// The same for a learner who is not the one that is learning.
    pub async fn added_for(&self, learner: LearnerId, deeds: Vec<Deed>) -> bool {
        let _turn = self.0.turn.lock().await;
        self.append(learner, deeds).await
    }

    /// Adds the deed that is made of the log as it stands when everything that was asked before is in it. Whether it is on the disk; `false` too
    /// where none is made.
    pub async fn added_in_turn(&self, make: impl FnOnce() -> Option<Deed>) -> bool {
        let Some(who) = self.0.who.get_untracked() else { return false };
        let _turn = self.0.turn.lock().await;
        match make() {
            Some(deed) => self.append(who.learner, vec![deed]).await,
            None => false,
        }
    }

    async fn append(&self, learner: LearnerId, deeds: Vec<Deed>) -> bool {
        let (Some(kept), Some(who)) = (self.kept(), self.0.who.get_untracked()) else { return false };
        let at = clock::now();
        // Each comes after the one before it, also where they are read on another device.
        let first = self.0.events.with_untracked(|events| event::next_order(events.iter()));
        let event = |(order, deed)| {
            let id = EventId::new(at.unix_ms, random::ten_bytes());
            Event { id, learner, device: who.device, order, at, deed }
        };
        let events: Vec<Event> = (first..).zip(deeds).map(event).collect();
        let records: Option<Vec<Record>> = events.iter().map(written).collect();
        let Some(records) = records else { return false };
        let outcome = kept.append(&records).await;
        let saved = self.settle(outcome);
        if saved {
            self.0.events.update(|log| Arc::make_mut(log).extend(events));
        }
        saved
    }

    /// Takes back events.
    pub fn retract(&self, events: Vec<EventId>, said: Phrase) {
        self.add(events.into_iter().map(|event| Deed::Retracted { event }).collect(), Some(said));
    }

    /// What the learner was writing under a name, if anything.
    pub async fn slip(&self, name: &str) -> Option<String> {
        self.find_slip(name).await.ok()?
    }

    /// The same where it matters that it could not be read: what cannot be read must not be written over.
    pub async fn find_slip(&self, name: &str) -> Result<Option<String>, Trouble> {
        let (Some(kept), Some(name)) = (self.kept(), self.slip_name(name)) else { return Err(Trouble::Refused) };
        kept.slip(&name).await.map_err(|error| reason(&error))
    }

    /// Keeps what the learner is writing; an empty text removes it. The writing has begun, and is committed, when this returns.
    pub fn put_slip(&self, name: &str, text: &str) {
        let writing = self.keep_slip(name, text);
        spawn_local(async move {
            // How it went is said in the bars.
            let _ = writing.await;
        });
    }

    /// The same, and tells how it went. What is kept as long as the page lives, and no longer, is not kept.
    pub fn keep_slip(&self, name: &str, text: &str) -> impl Future<Output = Result<(), Trouble>> + use<> {
        let (desk, place) = (self.clone(), self.kept().zip(self.slip_name(name)));
        let writing = place.map(|(kept, name)| -> Writing { Box::pin(kept.put_slip(&name, text)) });
        async move {
            let outcome = writing.ok_or(Trouble::Refused)?.await;
            desk.settle(outcome);
            match desk.0.saving.get_untracked() {
                Saving::Unsaved(trouble) | Saving::Passing(trouble) => Err(trouble),
                Saving::Opening | Saving::Saved { .. } => Ok(()),
            }
        }
    }

    fn slip_name(&self, name: &str) -> Option<String> {
        self.0.who.get_untracked().map(|who| format!("{}/{name}", who.learner))
    }

    /// Says how a writing went. Whether it went well.
    pub fn settle(&self, outcome: Result<(), StoreError>) -> bool {
        match outcome {
            Ok(()) => {
                if let Saving::Unsaved(_) = self.0.saving.get_untracked() {
                    self.0.saving.set(self.0.read.borrow().clone());
                }
                true
            }
            Err(error) => {
                self.0.saving.set(Saving::Unsaved(reason(&error)));
                false
            }
        }
    }
}

fn written(event: &Event) -> Option<Record> {
    Some(Record { id: event.id, json: record::write(event).ok()? })
}
