//! Adding to the log: deeds, which are numbered so that no two tabs take the same order, and stretches of reading.

use super::{Heard, Room};
use crate::book::Book;
use crate::parting::Thing;
use formats::record;
use model::event::{after, orders_from};
use model::{Deed, Event, EventId, LearnerId};
use std::cell::Cell;
use store::{Draft, Record, Store, StoreError};

impl<B: Book, S: Store + Clone + 'static> Room<B, S> {
    /// Adds deeds of whoever is learning to the log, in their order. Whether they are on the disk.
    pub async fn add(&self, deeds: Vec<Deed<B::Study>>) -> bool {
        match self.who() {
            Some(who) => self.add_for(who.learner, deeds).await,
            None => false,
        }
    }

    /// The same for a learner who is not the one that is learning.
    pub async fn add_for(&self, learner: LearnerId, deeds: Vec<Deed<B::Study>>) -> bool {
        let _turn = self.0.turn.lock().await;
        self.append(learner, deeds).await
    }

    /// Adds the deed that is made of the log as it stands when everything that was asked before is in it. Whether it is on the disk; `false` too
    /// where none is made.
    pub async fn add_in_turn(&self, make: impl FnOnce() -> Option<Deed<B::Study>>) -> bool {
        let Some(who) = self.who() else { return false };
        let _turn = self.0.turn.lock().await;
        match make() {
            Some(deed) => self.append(who.learner, vec![deed]).await,
            None => false,
        }
    }

    async fn append(&self, learner: LearnerId, deeds: Vec<Deed<B::Study>>) -> bool {
        let Some(store) = self.store() else { return false };
        let outcome = self.try_append(&store, learner, deeds).await;
        let saved = self.settle(&outcome);
        if let Ok(events) = outcome {
            self.take_in(events);
        }
        saved
    }

    async fn try_append(
        &self,
        store: &S,
        learner: LearnerId,
        deeds: Vec<Deed<B::Study>>,
    ) -> Result<Vec<Event<B::Study>>, StoreError> {
        let above = self.greatest_order();
        let mut events = self.events(learner, deeds, after(above));
        let records: Vec<Record> = events.iter().map(written).collect::<Result<_, _>>()?;
        let (parting, now_ms) = (&self.0.parting, self.0.around.now().unix_ms);
        let begin = |record: &Record| parting.begin(Thing::Deed(record.id), &record.json, now_ms);
        let numbers: Vec<u64> = records.iter().map(begin).collect();
        self.stays().await;
        let first = Cell::new(after(above));
        let write = |order: u64| {
            first.set(order);
            let numbered = |(order, record): (u64, &Record)| {
                let json = record::with_order(&record.json, order).unwrap_or_else(|| record.json.clone());
                Record { id: record.id, json }
            };
            orders_from(order).zip(&records).map(numbered).collect()
        };
        let count = store.append_numbered(records.len() as u64, above, &write).await?;
        orders_from(first.get()).zip(&mut events).for_each(|(order, event)| event.order = order);
        records.iter().zip(numbers).for_each(|(record, number)| parting.acknowledge(&Thing::Deed(record.id), number));
        self.holds(count, records.last().map(|record| record.id));
        Ok(events)
    }

    fn greatest_order(&self) -> u64 {
        let going_on = self.with_going_on(|going_on| going_on.iter().map(|event| event.order).max().unwrap_or(0));
        self.with_book(Book::order).max(going_on)
    }

    /// Events of deeds, now. Each comes after the one before it, also where they are read on another device.
    fn events(&self, learner: LearnerId, deeds: Vec<Deed<B::Study>>, first: u64) -> Vec<Event<B::Study>> {
        let Some(who) = self.who() else { return Vec::new() };
        let at = self.0.around.now();
        let event = |(order, deed)| {
            let id = EventId::new(at.unix_ms, self.0.around.ten_bytes());
            Event { id, learner, device: who.device, order, at, deed }
        };
        orders_from(first).zip(deeds).map(event).collect()
    }

    /// An event for a stretch that begins. `None` where the record is not open or cannot be numbered.
    pub async fn begin_stretch(&self, deed: Deed<B::Study>) -> Option<Event<B::Study>> {
        let (store, who) = self.store().zip(self.who())?;
        self.stays().await;
        let order = store.take_orders(1, self.greatest_order()).await.ok()?;
        self.events(who.learner, vec![deed], order).pop()
    }

    /// Keeps a stretch that goes on.
    pub async fn keep_stretch(&self, event: Event<B::Study>) {
        let (Some(store), Ok(record)) = (self.store(), written(&event)) else { return };
        self.show_going_on(event);
        let outcome = store.keep_draft(&self.draft(record)).await;
        self.settle(&outcome);
    }

    /// A stretch is over: it becomes an event. While the page leaves it is noted, and becomes one when the page lives on, or at the next start.
    pub fn finish_stretch(&self, event: Event<B::Study>) {
        let (Some(store), Ok(record)) = (self.store(), written(&event)) else { return };
        let (parting, now_ms) = (&self.0.parting, self.0.around.now().unix_ms);
        let number = parting.begin(Thing::Stretch(record.id), &record.json, now_ms);
        self.show_going_on(event.clone());
        let (room, draft) = (self.clone(), self.draft(record.clone()));
        let finishing = Box::pin({
            let store = store.clone();
            async move {
                let outcome = store.finish_draft(&record).await;
                if let Ok(count) = outcome {
                    room.0.parting.acknowledge(&Thing::Stretch(record.id), number);
                    room.holds(count, Some(record.id));
                }
                if room.settle(&outcome) {
                    room.take_in(vec![event]);
                }
            }
        });
        if parting.is_leaving() {
            // Where nothing can be noted, the draft is as new as it can be.
            drop(store.keep_draft(&draft));
            self.0.put_off.borrow_mut().push(finishing);
        } else {
            self.0.around.spawn(finishing);
        }
    }

    fn draft(&self, record: Record) -> Draft {
        Draft { record, touched_ms: self.0.around.now().unix_ms, page: self.0.around.page() }
    }

    fn show_going_on(&self, event: Event<B::Study>) {
        let mut going_on = self.0.going_on.borrow_mut();
        going_on.retain(|other| other.id != event.id);
        going_on.push(event);
        drop(going_on);
        self.hear(Heard::Book);
    }

    /// Shows what was just written. What cannot be told from what is known is read anew.
    pub(super) fn take_in(&self, events: Vec<Event<B::Study>>) {
        let Some(who) = self.who() else { return };
        self.0.going_on.borrow_mut().retain(|other| events.iter().all(|event| event.id != other.id));
        if self.0.book.borrow_mut().take_in(who.learner, &events) {
            self.hear(Heard::Book);
        } else {
            let room = self.clone();
            self.0.around.spawn(Box::pin(async move { room.read_again().await }));
        }
    }
}

fn written<S: record::Known>(event: &Event<S>) -> Result<Record, StoreError> {
    let json = record::write(event).map_err(|error| StoreError::Damaged(error.to_string()))?;
    Ok(Record { id: event.id, json })
}
