//! Opening: the store or its twin, who is learning, what other pages left, and the log.

use super::Room;
use crate::book::{Book, Opened};
use crate::erased::Erased;
use crate::{identity, trouble};
use model::{Saving, Trouble};
use store::{Store, StoreError};

impl<B: Book, S: Store + Clone + 'static> Room<B, S> {
    /// Opens what was found: a store, or its twin in memory with the trouble that made it necessary. A store that cannot be read gives way
    /// to `twin`, which refuses nothing.
    pub async fn open(&self, store: S, trouble: Option<Trouble>, twin: S) {
        self.0.lasting.set(trouble.is_none());
        let trouble = match self.begin(store).await {
            Ok(()) => trouble,
            Err(error) => {
                self.0.lasting.set(false);
                // Memory refuses nothing.
                let _ = self.begin(twin).await;
                Some(trouble::of_store(&error))
            }
        };
        if let Some(trouble) = trouble {
            self.say(Saving::Passing(trouble));
        }
    }

    async fn begin(&self, store: S) -> Result<(), StoreError> {
        if self.0.lasting.get() {
            self.forget_old_notes(&store).await?;
        }
        let erased = Erased::read(&store).await?;
        let who = identity::read(&store, &erased, &*self.0.around, &self.0.seen).await?;
        self.0.erased.replace(erased);
        self.is_now(who);
        if self.0.lasting.get() {
            self.take_in_parted(&store).await?;
        }
        self.read(&store).await?;
        if self.0.lasting.get() {
            self.look_for_lost(&store);
        }
        self.0.store.replace(Some(store));
        Ok(())
    }

    /// Reads the log again, because another tab added to it.
    pub async fn read_again(&self) {
        if let Some(store) = self.store() {
            // What was read before still stands where reading fails.
            let _ = self.read(&store).await;
        }
    }

    async fn read(&self, store: &S) -> Result<(), StoreError> {
        let Some(who) = self.who() else { return Ok(()) };
        self.0.erased.replace(Erased::read(store).await?);
        let Opened { mut book, drafts, snapshot, newer, damaged, count } = B::open(store, who.learner).await?;
        if let Some((name, text)) = snapshot {
            let writing = store.put_slip(&name, &text);
            // Whether that succeeds does not matter: it can be made again.
            self.0.around.spawn(Box::pin(async move { drop(writing.await) }));
        }
        if book.leave_out(&|learner| !self.is_here(learner)) {
            self.sweep_later();
        }
        let missing = self.missing(store, count).await?;
        // A list of deleted learners that cannot be read is one more that cannot.
        let damaged = damaged + u32::from(self.0.erased.borrow().damaged);
        self.0.book.replace(book);
        self.stand(Saving::Saved { newer, damaged, missing, lost: self.lost() });
        self.see_to_drafts(store, drafts).await
    }

    pub(super) fn stand(&self, saving: Saving) {
        self.0.stood.replace(saving.clone());
        if self.0.lasting.get() {
            self.say(saving);
        }
    }
}
