//! All who share this browser: who there is to choose from, whose turn it is, what a backup takes along, and deleting.

use super::Desk;
use crate::platform::{frame, local};
use formats::backup::works::Work;
use formats::backup::{Changes, Slips, State};
use learning::deed::Profile;
use learning::learners::Known;
use leptos::prelude::*;
use model::shared::ROOM_KEY;
use model::{LearnerId, Moment};
use records::identity::guest;
use std::collections::BTreeSet;

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
        let room = self.records().room();
        room.choose(learner);
        room.sweep().await;
    }

    /// Nobody is learning any more: who comes next is to choose.
    pub async fn end_turn(&self) {
        let room = self.records().room();
        room.choose_nobody();
        // What is left of a guest is removed now, for one may come next.
        room.sweep_guest().await;
    }

    /// A turn ends, and there is somebody to go on: whoever learnt last, or somebody new. Where many share the browser nobody does.
    pub async fn pass_on(&self) {
        if local::get(ROOM_KEY).is_some() {
            return self.end_turn().await;
        }
        let (own, people) = untrack(|| (self.learner(), self.people()));
        let room = self.records().room();
        let next = people.into_iter().map(|known| known.id).find(|id| Some(*id) != own && room.is_here(*id));
        self.begin_turn(next.unwrap_or_else(|| room.somebody_new())).await;
    }

    /// A learner of whom nothing is known yet.
    pub fn somebody_new(&self) -> LearnerId {
        self.records().room().somebody_new()
    }

    /// Everything that the store holds of the learners of this browser, records of newer versions included.
    pub async fn state(&self) -> Option<State> {
        self.records().room().everything().await
    }

    /// What stands beside the records of the learners of this browser and may go along in a backup.
    pub async fn works(&self) -> Option<Slips> {
        let room = self.records().room();
        let mut slips = room.all_slips().await?;
        slips
            .retain(|name, _| Work::of(name).is_some_and(|work| work.learner != guest() && room.is_here(work.learner)));
        Some(slips)
    }

    /// Deletes a learner for good. Whether that went well.
    pub async fn erase(&self, learner: LearnerId) -> bool {
        if self.learner_now() == Some(learner) {
            self.pass_on().await;
        }
        let mut erased = self.records().room().erased();
        erased.insert(learner);
        let is_erased = self.change(Changes { erase: BTreeSet::from([learner]), erased, ..Changes::default() }).await;
        frame::ask_mirror();
        is_erased
    }

    /// Brings changes into the store. Whether that went well; if not, no record was changed, but works may have come in part: bringing the
    /// file in again brings the rest.
    pub async fn change(&self, changes: Changes) -> bool {
        let room = self.records().room();
        let changed = room.change(&changes).await;
        if self.learner_now().is_some_and(|own| !room.is_here(own)) {
            self.pass_on().await;
        }
        changed
    }
}
