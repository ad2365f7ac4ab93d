//! What was acknowledged once and is not there any more: it is looked for at every start, and told until the learner knows.

use super::Room;
use crate::book::Book;
use crate::{identity, trouble};
use model::shared::{MIRROR_ANEW, MIRROR_KEY};
use model::{EventId, Saving, Trouble};
use store::{Store, StoreError};

/// A number after which no record came.
const NONE_SINCE: u32 = u32::MAX - 1;

impl<B: Book, S: Store + Clone + 'static> Room<B, S> {
    /// The store acknowledged new records, and holds this many now; the last of them, if there was one. What is missing still is.
    pub(super) fn holds(&self, count: u32, last: Option<EventId>) {
        self.0.witness.holds(count.saturating_add(self.0.missing.get()), last);
    }

    /// A text as the store has it, compared with what was acknowledged.
    pub(super) async fn as_acknowledged(&self, store: &S, name: &str) -> Result<Option<String>, StoreError> {
        loop {
            let noted = self.0.seen.noted(name);
            let found = store.slip(name).await?;
            // Where another tab wrote meanwhile, what was found may be older than the note.
            if noted == self.0.seen.noted(name) {
                self.0.seen.compare(name, found.as_deref());
                return Ok(found);
            }
        }
    }

    /// Looks for every text that was acknowledged. Nobody waits for it: the texts are many, and a page is to be read.
    pub(super) fn look_for_lost(&self, store: &S) {
        let (room, store) = (self.clone(), store.clone());
        self.0.around.spawn(Box::pin(async move {
            for name in room.0.seen.names() {
                // What cannot be read now is compared when it is asked for.
                let _ = room.as_acknowledged(&store, &name).await;
            }
            room.tell_lost();
        }));
    }

    /// Says how many texts are lost.
    pub(super) fn tell_lost(&self) {
        let stood = self.0.stood.borrow().clone();
        let Saving::Saved { newer, damaged, missing, .. } = stood else { return };
        let now = Saving::Saved { newer, damaged, missing, lost: self.lost() };
        if self.saving() == stood {
            self.stand(now);
        } else {
            // Something is not saved, which is said before anything else.
            self.0.stood.replace(now);
        }
    }

    /// How many texts are lost.
    pub(super) fn lost(&self) -> u32 {
        u32::try_from(self.0.seen.lost().len()).unwrap_or(u32::MAX)
    }

    /// How many records were acknowledged once and are gone.
    pub(super) async fn missing(&self, store: &S, count: u32) -> Result<u32, StoreError> {
        let missing = match (self.0.witness.compare(count), self.0.witness.newest()) {
            // As many as there were, and not the same.
            (0, Some(newest)) if !store.has(newest).await? => 1,
            (missing, _) => missing,
        };
        self.0.missing.set(missing);
        Ok(missing)
    }

    /// Looks how many are missing before anything is added, which would hide it.
    pub(super) async fn look_for_missing(&self, store: &S) -> Result<(), StoreError> {
        let count = store.read(Some(NONE_SINCE)).await?.count;
        self.missing(store, count).await.map(|_| ())
    }

    /// Whether what the learner wrote under a name is not on the disk as it was acknowledged, whatever stands there now.
    #[must_use]
    pub fn is_lost(&self, name: &str) -> bool {
        self.slip_name(name).is_some_and(|name| self.0.seen.is_lost(&name))
    }

    /// The whole names of all texts that are lost.
    #[must_use]
    pub fn lost_texts(&self) -> Vec<String> {
        self.0.seen.lost()
    }

    /// Whether it could not be read who learns in this browser, and somebody new began.
    #[must_use]
    pub fn is_identity_lost(&self) -> bool {
        self.0.seen.is_lost(identity::NAME)
    }

    /// The learner said who they are.
    pub(super) fn find_identity(&self) {
        self.0.seen.accept(identity::NAME, None);
        self.tell_lost();
    }

    /// Writes a text under its whole name; if it was lost it is found.
    ///
    /// # Errors
    /// Why it could not be written: then it is as lost as before.
    pub async fn put_back(&self, name: &str, text: &str) -> Result<(), Trouble> {
        let store = self.store().ok_or(Trouble::Refused)?;
        let outcome = self.put(&store, name, text).await;
        if self.settle(&outcome) {
            self.0.seen.accept(name, Some(text));
            self.tell_lost();
        }
        outcome.map_err(|error| trouble::of_store(&error))
    }

    /// The learner knows what is missing and what is lost: it is not told again, and goes from the mirror too.
    pub async fn accept_missing(&self) {
        let stood = self.0.stood.borrow().clone();
        let (Some(store), Saving::Saved { newer, damaged, missing, .. }) = (self.store(), stood) else { return };
        for name in self.0.seen.lost() {
            // What cannot be read now is told again.
            if let Ok(found) = store.slip(&name).await {
                self.0.seen.accept(&name, found.as_deref());
            }
        }
        self.0.witness.accept(missing);
        self.0.missing.set(0);
        // Without the mark the mirror keeps it.
        let _ = self.0.around.notes().set(MIRROR_KEY, MIRROR_ANEW);
        self.stand(Saving::Saved { newer, damaged, missing: 0, lost: self.lost() });
    }
}
