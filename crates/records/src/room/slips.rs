//! Texts beside the log: what is being written, under the name of whoever is learning.

use super::Room;
use crate::book::Book;
use crate::parting::Thing;
use crate::surroundings::Going;
use crate::trouble;
use model::{Saving, Trouble};
use std::pin::Pin;
use store::{Store, StoreError};

/// A writing that has begun, and how it goes.
pub type Writing = Pin<Box<dyn Future<Output = Result<(), Trouble>>>>;

impl<B: Book, S: Store + Clone + 'static> Room<B, S> {
    /// What the learner was writing under a name. What cannot be read must not be written over.
    ///
    /// # Errors
    /// Why it could not be read: that is not the same as nothing.
    pub async fn slip(&self, name: &str) -> Result<Option<String>, Trouble> {
        let (Some(store), Some(name)) = (self.store(), self.slip_name(name)) else { return Err(Trouble::Refused) };
        if self.0.lasting.get() {
            // A page that is gone may have noted it last.
            self.take_in_parted(&store).await.map_err(|error| trouble::of_store(&error))?;
        }
        let found = self.as_acknowledged(&store, &name).await;
        self.tell_lost();
        found.map_err(|error| trouble::of_store(&error))
    }

    /// Keeps what the learner is writing; an empty text removes it. The writing has begun when this returns. What is kept as long as the
    /// page lives, and no longer, is not kept.
    pub fn keep_slip(&self, name: &str, text: &str) -> Writing {
        let Some((store, name)) = self.store().zip(self.slip_name(name)) else {
            return Box::pin(async { Err(Trouble::Refused) });
        };
        let thing = Thing::Slip(name.clone());
        let number = self.0.parting.begin(thing.clone(), text, self.0.around.now().unix_ms);
        let room = self.clone();
        if text.is_empty() && self.0.parting.is_leaving() {
            self.0.put_off.borrow_mut().push(Box::pin(async move {
                let outcome = room.put(&store, &name, "").await;
                room.acknowledge(&outcome, &thing, number);
            }));
            return Box::pin(async { Ok(()) });
        }
        let writing = self.put(&store, &name, text);
        Box::pin(async move {
            let outcome = writing.await;
            room.acknowledge(&outcome, &thing, number);
            match room.saving() {
                Saving::Unsaved(trouble) | Saving::Passing(trouble) => Err(trouble),
                Saving::Opening | Saving::Saved { .. } => Ok(()),
            }
        })
    }

    /// Writes a text, and notes outside the store that it was written. It has begun when this returns.
    pub(super) fn put(&self, store: &S, name: &str, text: &str) -> Going<Result<(), StoreError>> {
        self.count(store);
        self.0.seen.begin(name, text);
        let writing: Going<_> = Box::pin(store.put_slip(name, text));
        let (room, name, text) = (self.clone(), name.to_owned(), text.to_owned());
        Box::pin(async move {
            writing.await?;
            room.0.seen.acknowledge(&name, &text);
            Ok(())
        })
    }

    fn acknowledge(&self, outcome: &Result<(), StoreError>, thing: &Thing, number: u64) {
        if outcome.is_ok() {
            self.0.parting.acknowledge(thing, number);
        }
        self.settle(outcome);
    }

    /// Removes the texts of whoever is learning whose names begin with something, all or none.
    ///
    /// # Errors
    /// Why they could not be removed.
    pub async fn remove_slips(&self, begin: &str) -> Result<(), Trouble> {
        let (Some(store), Some(begin)) = (self.store(), self.slip_name(begin)) else { return Err(Trouble::Refused) };
        let outcome = self.erase(&store, &[], &begin).await;
        self.settle(&outcome);
        outcome.map_err(|error| trouble::of_store(&error))
    }

    pub(super) fn slip_name(&self, name: &str) -> Option<String> {
        self.who().map(|who| format!("{}/{name}", who.learner))
    }
}
