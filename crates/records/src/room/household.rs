//! All who share this browser: the whole of the store, who was deleted for good, and the guest of whom nothing stays.

use super::{Heard, Room};
use crate::book::Book;
use crate::erased::Erased;
use crate::identity::guest;
use crate::parting::Thing;
use formats::backup::{Changes, Slips, State};
use formats::draft::name;
use formats::record;
use model::shared::LEARNER_KEY;
use model::{EventId, LearnerId};
use std::collections::{BTreeMap, BTreeSet};
use store::{Identity, Record, Store, StoreError};

impl<B: Book, S: Store + Clone + 'static> Room<B, S> {
    /// Chooses who is learning. Everything that is open shows them from now on.
    pub fn choose(&self, learner: LearnerId) {
        // Where it cannot be noted, it holds as long as the page does.
        let _ = self.0.around.notes().set(LEARNER_KEY, &learner.to_string());
        self.learns(learner);
        self.find_identity();
    }

    /// Nobody is learning any more: who comes next is to choose.
    pub fn choose_nobody(&self) {
        self.0.around.notes().remove(LEARNER_KEY);
        self.learns(guest());
    }

    fn learns(&self, learner: LearnerId) {
        if let Some(who) = self.who() {
            self.is_now(Identity { learner, ..who });
        }
    }

    /// A learner of whom nothing is known yet.
    #[must_use]
    pub fn somebody_new(&self) -> LearnerId {
        LearnerId::new(self.0.around.now().unix_ms, self.0.around.ten_bytes())
    }

    /// Everything that the store holds of the learners of this browser, records of newer versions included.
    pub async fn everything(&self) -> Option<State> {
        let records = self.store()?.read(None).await.ok()?.records;
        let records: Vec<(EventId, String)> = records.into_iter().map(|record| (record.id, record.json)).collect();
        let (mut state, _) = State::of(&records, self.0.erased.borrow().all());
        state.records.retain(|_, kept| kept.learner != guest());
        Some(state)
    }

    /// All texts beside the log, by their whole names.
    pub async fn all_slips(&self) -> Option<Slips> {
        self.store()?.slips().await.ok()
    }

    /// Who was deleted for good.
    #[must_use]
    pub fn erased(&self) -> BTreeSet<LearnerId> {
        self.0.erased.borrow().all()
    }

    /// Brings changes into the store. Whether that went well; if not, no record was changed, but works may have come in part: bringing the
    /// file in again brings the rest.
    pub async fn change(&self, changes: &Changes) -> bool {
        let Some(store) = self.store() else { return false };
        let before = self.erased();
        let mut outcome = self.try_change(&store, changes).await;
        if outcome.is_err() {
            // What was deleted before stays deleted.
            let restored = Erased::write(&store, &before).await;
            outcome = outcome.and(restored);
        }
        self.read_again().await;
        let cleared = self.clear(&|learner| !self.is_here(learner)).await;
        self.settle(&outcome.and(cleared))
    }

    /// Whoever is deleted is so before anything else happens: a tab that reads in between shows nothing of theirs.
    async fn try_change(&self, store: &S, changes: &Changes) -> Result<(), StoreError> {
        Erased::write(store, &changes.erased).await?;
        let new = changes.append.iter().chain(&changes.replace);
        let records: Vec<Record> = new.map(|(id, json)| Record { id: *id, json: json.clone() }).collect();
        if !records.is_empty() {
            let count = store.replace(&records).await?;
            // What was missing may be among them.
            self.0.witness.holds(count, records.last().map(|record| record.id));
        }
        for (name, text) in &changes.slips {
            self.put(store, name, text).await?;
        }
        Ok(())
    }

    /// Removes what is left of those who are not here, soon.
    pub(super) fn sweep_later(&self) {
        let room = self.clone();
        self.0.around.spawn(Box::pin(async move { room.sweep().await }));
    }

    /// Removes what is left of those who are not here: a tab that was open may have written to the end. What cannot be removed now is not
    /// shown either, and is removed another time.
    pub async fn sweep(&self) {
        let _ = self.clear(&|learner| !self.is_here(learner)).await;
    }

    /// The same, and of a guest too, though one is learning.
    pub async fn sweep_guest(&self) {
        let _ = self.clear(&|learner| learner == guest() || !self.is_here(learner)).await;
    }

    /// Removes the records, drafts and texts of some.
    async fn clear(&self, is_gone: &dyn Fn(LearnerId) -> bool) -> Result<(), StoreError> {
        let Some(store) = self.store() else { return Ok(()) };
        let contents = store.read(None).await?;
        let drafts = contents.drafts.into_iter().map(|draft| draft.record);
        // A guest, and whoever is deleted now, may have texts and no record. Of all who ever were deleted hardly anybody has either.
        let texts = store.slip_names().await?;
        let of_texts = texts.iter().filter_map(|name| owner(name)).filter(|learner| is_gone(*learner));
        let mut gone: BTreeMap<LearnerId, Vec<EventId>> = of_texts.map(|id| (id, Vec::new())).collect();
        for record in contents.records.into_iter().chain(drafts) {
            // A record that is damaged goes too.
            if let Some(learner) = record::learner(&record.json).filter(|learner| is_gone(*learner)) {
                gone.entry(learner).or_default().push(record.id);
            }
        }
        self.0.parting.forget(&|thing, text| {
            let learner = if let Thing::Slip(name) = thing { owner(name) } else { record::learner(text) };
            learner.is_some_and(is_gone)
        });
        for (learner, ids) in &gone {
            self.erase(&store, ids, &name::folder(*learner)).await?;
        }
        if self.0.book.borrow_mut().leave_out(is_gone) {
            self.hear(Heard::Book);
        }
        Ok(())
    }

    /// Removes records and texts for good, and what is noted of them outside the store.
    pub(super) async fn erase(&self, store: &S, ids: &[EventId], slips: &str) -> Result<(), StoreError> {
        self.count(store);
        let gone: BTreeSet<&EventId> = ids.iter().collect();
        self.0.parting.forget(&|thing, text| match thing {
            Thing::Slip(name) => name.starts_with(slips),
            Thing::Stretch(id) | Thing::Deed(id) => gone.contains(id) || is_of(text, slips),
        });
        store.erase(ids, slips).await?;
        self.0.witness.erased(ids);
        self.0.seen.erased(slips);
        Ok(())
    }
}

/// Whether a record belongs to the learner whose texts begin like that.
fn is_of(record: &str, slips: &str) -> bool {
    record::learner(record).is_some_and(|learner| name::folder(learner) == slips)
}

/// Whose a text is, by its name.
fn owner(name: &str) -> Option<LearnerId> {
    LearnerId::parse(name.split('/').next()?)
}
