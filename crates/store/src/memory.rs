//! The twin in memory, for browsers that refuse IndexedDB and for tests. It keeps nothing beyond the page.

use crate::{Contents, Draft, Identity, Store, StoreError};
use model::{Event, EventId};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::{Future, ready};
use std::rc::Rc;

/// Records that live as long as the page.
#[derive(Debug, Clone, Default)]
pub struct Memory(Rc<RefCell<Records>>);

#[derive(Debug, Default)]
struct Records {
    closed: bool,
    events: BTreeMap<EventId, Event>,
    drafts: BTreeMap<EventId, Draft>,
    identity: Option<Identity>,
}

impl Memory {
    fn with<T>(&self, work: impl FnOnce(&mut Records) -> T) -> Result<T, StoreError> {
        let mut records = self.0.borrow_mut();
        if records.closed { Err(StoreError::Closed) } else { Ok(work(&mut records)) }
    }
}

impl Records {
    fn finish(&mut self, event: &Event) {
        self.drafts.remove(&event.id);
        self.events.insert(event.id, event.clone());
    }
}

impl Store for Memory {
    async fn read(&self) -> Result<Contents, StoreError> {
        self.with(|records| Contents {
            events: records.events.values().cloned().collect(),
            drafts: records.drafts.values().cloned().collect(),
            ..Contents::default()
        })
    }

    async fn append(&self, events: &[Event]) -> Result<(), StoreError> {
        self.with(|records| {
            for event in events {
                records.events.entry(event.id).or_insert_with(|| event.clone());
            }
        })
    }

    async fn keep_draft(&self, draft: &Draft) -> Result<(), StoreError> {
        self.with(|records| {
            records.drafts.insert(draft.event.id, draft.clone());
        })
    }

    async fn finish_draft(&self, event: &Event) -> Result<(), StoreError> {
        self.with(|records| records.finish(event))
    }

    fn finish_draft_now(&self, event: &Event) -> impl Future<Output = Result<(), StoreError>> + 'static {
        ready(self.with(|records| records.finish(event)))
    }

    async fn identity(&self, candidate: Identity) -> Result<Identity, StoreError> {
        self.with(|records| *records.identity.get_or_insert(candidate))
    }

    fn close(&self) {
        self.0.borrow_mut().closed = true;
    }
}

#[cfg(test)]
mod tests {
    use super::Memory;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    /// Memory never waits, so one poll is enough.
    #[test]
    fn memory_keeps_the_contract() {
        let suite = pin!(crate::contract::check(async || Memory::default()));
        assert_eq!(suite.poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(()));
    }
}
