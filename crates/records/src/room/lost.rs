//! What was acknowledged once and is not there any more: it is looked for at every start, and told until the learner knows.

use super::Room;
use crate::book::Book;
use model::{EventId, Saving};
use store::{Store, StoreError};

impl<B: Book, S: Store + Clone + 'static> Room<B, S> {
    /// The store acknowledged records, and holds this many now; the last of them, if there was one.
    pub(super) fn holds(&self, count: u32, last: Option<EventId>) {
        self.0.witness.holds(count, last);
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
        let missing = self.0.witness.compare(count);
        match self.0.witness.newest() {
            // As many as there were, and not the same.
            Some(newest) if missing == 0 && !store.has(newest).await? => Ok(1),
            _ => Ok(missing),
        }
    }

    /// The learner knows what is missing and what is lost: it is not told again.
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
        self.stand(Saving::Saved { newer, damaged, missing: 0, lost: self.lost() });
    }
}
