//! All who share this browser: the whole of the store, who was deleted for good, and the guest of whom nothing stays.

use super::Desk;
use crate::opening::{CHOSEN, ERASED, ROOM, guest};
use crate::platform::{clock, local, random};
use formats::backup::works::Work;
use formats::backup::{self, Changes, Slips, State};
use learning::deed::Profile;
use learning::learners::Known;
use leptos::prelude::*;
use model::{EventId, LearnerId, Moment};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use store::{Kept, Record, Store, StoreError};
use wasm_bindgen_futures::spawn_local;

impl Desk {
    /// The learners to choose from: those with events, and the one who is learning.
    pub fn people(&self) -> Vec<Known> {
        let mut people = self.learners();
        people.retain(|known| known.id != guest());
        let own = self.learner().filter(|own| *own != guest() && people.iter().all(|known| known.id != *own));
        let last_at = Moment { unix_ms: 0, offset_minutes: 0 };
        people.extend(own.map(|id| Known { id, profile: Profile::default(), last_order: 0, last_at, events: 0 }));
        people
    }

    /// Who the one who is learning says they are.
    pub fn profile(&self) -> Profile {
        self.log().get().profile.as_ref().map(|kept| kept.value.clone()).unwrap_or_default()
    }

    /// Whether a guest is looking, of whom nothing stays.
    pub fn is_guest(&self) -> bool {
        self.learner() == Some(guest())
    }

    /// Chooses a learner; what a guest left is cleared.
    pub async fn begin_turn(&self, learner: LearnerId) {
        self.choose(learner);
        self.sweep().await;
    }

    /// Nobody is learning any more: who comes next is to choose.
    pub async fn end_turn(&self) {
        local::remove(CHOSEN);
        self.0.who.update(|who| {
            if let Some(who) = who {
                who.learner = guest();
            }
        });
        // What is left of a guest is removed when somebody is chosen, if not now.
        let _ = self.clear(|learner| learner == guest() || !self.is_here(learner)).await;
    }

    /// A turn ends, and there is somebody to go on: whoever learnt last, or somebody new. Where many share the browser nobody does.
    pub async fn pass_on(&self) {
        if local::get(ROOM).is_some() {
            return self.end_turn().await;
        }
        let (own, people) = untrack(|| (self.learner(), self.people()));
        let next = people.into_iter().map(|known| known.id).find(|id| Some(*id) != own && self.is_here(*id));
        self.begin_turn(next.unwrap_or_else(somebody_new)).await;
    }

    /// Everything that the store holds of the learners of this browser, records of newer versions included.
    pub async fn state(&self) -> Option<State> {
        let records = self.kept()?.read(None).await.ok()?.records;
        let records: Vec<(EventId, String)> = records.into_iter().map(|record| (record.id, record.json)).collect();
        let (mut state, _) = State::of(&records, self.0.erased.borrow().clone());
        state.records.retain(|_, kept| kept.learner != guest());
        Some(state)
    }

    /// What stands beside the records of the learners of this browser and may go along in a backup.
    pub async fn works(&self) -> Option<Slips> {
        let mut slips = self.kept()?.slips().await.ok()?;
        slips
            .retain(|name, _| Work::of(name).is_some_and(|work| work.learner != guest() && self.is_here(work.learner)));
        Some(slips)
    }

    /// Deletes a learner for good. Whether that went well.
    pub async fn erase(&self, learner: LearnerId) -> bool {
        if self.is_own(learner) {
            self.pass_on().await;
        }
        let mut erased = self.0.erased.borrow().clone();
        erased.insert(learner);
        self.change(Changes { erase: BTreeSet::from([learner]), erased, ..Changes::default() }).await
    }

    /// Brings changes into the store. Whether that went well; if not, no record was changed, but works may have come in part: bringing the
    /// file in again brings the rest.
    pub async fn change(&self, changes: Changes) -> bool {
        let Some(kept) = self.kept() else { return false };
        let before = self.0.erased.borrow().clone();
        let mut outcome = change(&kept, &changes).await;
        if outcome.is_err() {
            // What was deleted before stays deleted.
            let restored = keep_erased(&kept, &before).await;
            outcome = outcome.and(restored);
        }
        self.read_again().await;
        let own = self.0.who.with_untracked(|who| who.map(|who| who.learner));
        if own.is_some_and(|own| !self.is_here(own)) {
            self.pass_on().await;
        }
        let cleared = self.clear(|learner| !self.is_here(learner)).await;
        self.settle(outcome.and(cleared))
    }

    /// Whether somebody's events are to be shown.
    pub(super) fn is_here(&self, learner: LearnerId) -> bool {
        !self.0.erased.borrow().contains(&learner) && (learner != guest() || self.is_own(guest()))
    }

    fn is_own(&self, learner: LearnerId) -> bool {
        self.0.who.with_untracked(|who| who.is_some_and(|who| who.learner == learner))
    }

    /// Removes what is left of those who are not here, soon.
    pub(super) fn sweep_later(&self) {
        let desk = self.clone();
        spawn_local(async move { desk.sweep().await });
    }

    /// Removes what is left of those who are not here: a tab that was open may have written to the end. What cannot be removed now is not
    /// shown either, and is removed another time.
    pub async fn sweep(&self) {
        let _ = self.clear(|learner| !self.is_here(learner)).await;
    }

    /// Removes the records, drafts and slips of some.
    async fn clear(&self, is_gone: impl Fn(LearnerId) -> bool) -> Result<(), StoreError> {
        let Some(kept) = self.kept() else { return Ok(()) };
        let contents = kept.read(None).await?;
        let drafts = contents.drafts.into_iter().map(|draft| draft.record);
        // A guest, and whoever is deleted now, may have slips and no record.
        let known = self.0.erased.borrow().iter().copied().chain([guest()]).collect::<Vec<_>>();
        let mut gone: BTreeMap<LearnerId, Vec<EventId>> = known.into_iter().map(|id| (id, Vec::new())).collect();
        gone.retain(|learner, _| is_gone(*learner));
        for record in contents.records.into_iter().chain(drafts) {
            let learner = backup::Kept::read(&record.json).map(|read| read.learner);
            if let Some(learner) = learner.filter(|learner| is_gone(*learner)) {
                gone.entry(learner).or_default().push(record.id);
            }
        }
        for (learner, ids) in &gone {
            kept.erase(ids, &format!("{learner}/")).await?;
        }
        self.0.events.update(|events| Arc::make_mut(events).retain(|event| !is_gone(event.learner)));
        Ok(())
    }
}

/// Whoever is deleted is so before anything else happens: a tab that reads in between shows nothing of theirs.
async fn change(kept: &Kept, changes: &Changes) -> Result<(), StoreError> {
    keep_erased(kept, &changes.erased).await?;
    let new = changes.append.iter().chain(&changes.replace);
    let records: Vec<Record> = new.map(|(id, json)| Record { id: *id, json: json.clone() }).collect();
    if !records.is_empty() {
        kept.replace(&records).await?;
    }
    for (name, text) in &changes.slips {
        kept.put_slip(name, text).await?;
    }
    Ok(())
}

async fn keep_erased(kept: &Kept, erased: &BTreeSet<LearnerId>) -> Result<(), StoreError> {
    let list = if erased.is_empty() { String::new() } else { serde_json::to_string(erased).unwrap_or_default() };
    kept.put_slip(ERASED, &list).await
}

/// A learner of whom nothing is known yet.
pub fn somebody_new() -> LearnerId {
    LearnerId::new(clock::now().unix_ms, random::ten_bytes())
}
