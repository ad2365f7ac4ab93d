//! What pages that are gone left: stretches of reading that were never finished, and what they noted at the last moment.

use super::{Heard, Room};
use crate::book::Book;
use crate::generation;
use crate::parting::{Parted, Thing};
use formats::record;
use model::{Deed, Event};
use store::{Draft, Record, Store, StoreError};

/// Where the browser cannot tell whether a page is gone, what nobody touched for this long belongs to one that is, in milliseconds.
const LEFT_AFTER_MS: i64 = 30_000;

impl<B: Book, S: Store + Clone + 'static> Room<B, S> {
    /// A note of another page came: if that page is gone, or when it will be, it is taken in.
    pub async fn look_for_left(&self) {
        let Some(store) = self.store().filter(|_| self.0.lasting.get()) else { return };
        let outcome = self.take_in_parted(&store).await;
        if self.settle(&outcome) {
            self.read_again().await;
        }
    }

    /// Takes what gone pages noted into the store, and removes the notes.
    pub(super) async fn take_in_parted(&self, store: &S) -> Result<(), StoreError> {
        let parted = self.0.parting.of_others();
        if !parted.is_empty() {
            self.look_for_missing(store).await?;
        }
        for parted in parted {
            if self.is_left(&parted.page, parted.at_ms).await {
                self.take_in_one(store, &parted).await?;
                self.0.around.notes().remove(&parted.note);
            }
        }
        Ok(())
    }

    /// A browser that was killed may have brought old notes back: the store has every text at least as new, and what was acknowledged of
    /// it is not known. Deeds and stretches say the same twice.
    pub(super) async fn forget_old_notes(&self, store: &S) -> Result<(), StoreError> {
        let generation = &self.0.generation;
        let counted = store.slip(generation::SLIP).await?;
        if !generation.is_behind(counted.as_deref()) {
            return Ok(());
        }
        // What another tab notes may come a moment later than what it writes: another reading gives it that moment.
        store.slip(generation::SLIP).await?;
        if generation.is_behind(counted.as_deref()) {
            self.0.parting.forget(&|thing, _| matches!(thing, Thing::Slip(_)));
            self.0.seen.forget();
            generation.catch_up(counted.as_deref());
        }
        Ok(())
    }

    /// A text is going to be written or removed.
    pub(super) fn count(&self, store: &S) {
        if let Some(number) = self.0.generation.count() {
            drop(store.put_slip(generation::SLIP, &number));
        }
    }

    async fn take_in_one(&self, store: &S, parted: &Parted) -> Result<(), StoreError> {
        match &parted.thing {
            Thing::Slip(name) => {
                self.put(store, name, &parted.text).await?;
            }
            Thing::Deed(id) if store.has(*id).await? => {}
            Thing::Deed(id) => {
                let write = |order| {
                    let json = record::with_order(&parted.text, order).unwrap_or_else(|| parted.text.clone());
                    vec![Record { id: *id, json }]
                };
                let count = store.append_numbered(1, 0, &write).await?;
                self.holds(count, Some(*id));
            }
            Thing::Stretch(id) => {
                let count = store.finish_draft(&Record { id: *id, json: parted.text.clone() }).await?;
                self.holds(count, Some(*id));
            }
        }
        Ok(())
    }

    /// Whether something belongs to a page that is gone. The end of one that lives is waited for.
    async fn is_left(&self, page: &str, at_ms: i64) -> bool {
        let old = (self.0.around.now().unix_ms - at_ms).abs() > LEFT_AFTER_MS;
        if page.is_empty() {
            return old;
        }
        match self.0.around.is_gone(page).await {
            Some(false) => {
                self.watch(page);
                false
            }
            gone => gone.unwrap_or(old),
        }
    }

    fn watch(&self, page: &str) {
        let is_watched = self.0.watched.borrow().iter().any(|watched| watched == page);
        if !is_watched {
            self.0.watched.borrow_mut().push(page.to_owned());
            let (room, end) = (self.clone(), self.0.around.until_gone(page));
            self.0.around.spawn(Box::pin(async move {
                end.await;
                room.look_for_left().await;
            }));
        }
    }

    /// Shows the stretches that go on, and makes events of those that were left.
    pub(super) async fn see_to_drafts(&self, store: &S, drafts: Vec<Draft>) -> Result<(), StoreError> {
        let own = self.0.around.page();
        let (mut alive, mut left) = (Vec::new(), Vec::new());
        for draft in drafts {
            let Some(event) = stretch::<B>(&draft) else { continue };
            if !self.is_here(event.learner) || self.with_book(|book| book.has(event.id)) {
                continue;
            }
            if draft.page != own && self.0.lasting.get() && self.is_left(&draft.page, draft.touched_ms).await {
                left.push((draft.record, event));
            } else {
                alive.push(event);
            }
        }
        self.0.going_on.replace(alive);
        for (record, event) in left {
            let count = store.finish_draft(&record).await?;
            self.holds(count, Some(record.id));
            self.take_in(vec![event]);
        }
        self.hear(Heard::Book);
        Ok(())
    }
}

/// The stretch of reading that a draft is.
fn stretch<B: Book>(draft: &Draft) -> Option<Event<B::Study>> {
    record::read(&draft.record.json).ok().filter(|event: &Event<B::Study>| matches!(event.deed, Deed::Read(_)))
}
