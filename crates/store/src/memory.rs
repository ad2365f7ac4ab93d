//! The twin in memory, for browsers that refuse IndexedDB and for tests. It keeps nothing beyond the page.

use crate::{Contents, Draft, Identity, Record, Store, StoreError};
use model::EventId;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::{Future, ready};
use std::rc::Rc;

/// Records that live as long as the page.
#[derive(Debug, Clone, Default)]
pub struct Memory(Rc<RefCell<Records>>);

#[derive(Debug, Clone, Default)]
struct Records {
    closed: bool,
    events: Shelf<Record>,
    /// The ids in the order in which they came; one that changed stands there again.
    journal: Vec<EventId>,
    drafts: Shelf<Draft>,
    slips: Shelf<String>,
    identity: Option<Identity>,
    /// The last order that was taken.
    order: u64,
    #[cfg(any(test, feature = "contract"))]
    calls: u32,
}

/// Things by name, in the order of their names. Nothing else in a reader's program needs trees of such things, and they are large.
#[derive(Debug, Clone)]
struct Shelf<T>(Vec<(String, T)>);

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Shelf<T> {
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.as_str().cmp(name))
    }

    fn get(&self, name: &str) -> Option<&T> {
        self.place(name).ok().map(|place| &self.0[place].1)
    }

    fn put(&mut self, name: String, thing: T) {
        match self.place(&name) {
            Ok(place) => self.0[place].1 = thing,
            Err(place) => self.0.insert(place, (name, thing)),
        }
    }

    fn remove(&mut self, name: &str) {
        if let Ok(place) = self.place(name) {
            self.0.remove(place);
        }
    }

    fn all(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, thing)| thing)
    }
}

impl Memory {
    /// Another one that holds the same, for tests.
    #[cfg(any(test, feature = "contract"))]
    #[must_use]
    pub fn copy(&self) -> Self {
        Self(Rc::new(RefCell::new(self.0.borrow().clone())))
    }

    /// How often it was asked for something, for tests.
    #[cfg(any(test, feature = "contract"))]
    #[must_use]
    pub fn calls(&self) -> u32 {
        self.0.borrow().calls
    }

    fn with<T>(&self, work: impl FnOnce(&mut Records) -> T) -> Result<T, StoreError> {
        let mut records = self.0.borrow_mut();
        #[cfg(any(test, feature = "contract"))]
        {
            records.calls += 1;
        }
        if records.closed { Err(StoreError::Closed) } else { Ok(work(&mut records)) }
    }
}

impl Records {
    fn put(&mut self, record: &Record) {
        self.events.put(record.id.to_string(), record.clone());
        self.journal.push(record.id);
    }

    fn append(&mut self, new: &[Record]) -> u32 {
        for record in new {
            if self.events.get(&record.id.to_string()).is_none() {
                self.put(record);
            }
        }
        self.count()
    }

    fn take_orders(&mut self, count: u64, above: u64) -> u64 {
        let before = self.order.max(above);
        self.order = before.saturating_add(count);
        before.saturating_add(1)
    }

    fn count(&self) -> u32 {
        u32::try_from(self.events.0.len()).unwrap_or(u32::MAX)
    }

    fn finish(&mut self, record: &Record) {
        self.drafts.remove(&record.id.to_string());
        self.put(record);
    }

    fn read(&self, since: Option<u32>) -> Contents {
        let records = match since {
            None => self.events.all().cloned().collect(),
            Some(number) => {
                let later = self.journal.iter().skip(number as usize);
                later.filter_map(|id| self.events.get(&id.to_string()).cloned()).collect()
            }
        };
        let upto = u32::try_from(self.journal.len()).unwrap_or(u32::MAX);
        Contents { records, drafts: self.drafts.all().cloned().collect(), upto, count: self.count() }
    }

    fn put_slip(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            self.slips.remove(name);
        } else {
            self.slips.put(name.to_owned(), text.to_owned());
        }
    }
}

impl Store for Memory {
    async fn read(&self, since: Option<u32>) -> Result<Contents, StoreError> {
        self.with(|records| records.read(since))
    }

    async fn append(&self, new: &[Record]) -> Result<u32, StoreError> {
        self.with(|records| records.append(new))
    }

    async fn append_numbered(
        &self,
        count: u64,
        above: u64,
        write: &dyn Fn(u64) -> Vec<Record>,
    ) -> Result<u32, StoreError> {
        self.with(|records| {
            let first = records.take_orders(count, above);
            records.append(&write(first))
        })
    }

    async fn replace(&self, new: &[Record]) -> Result<u32, StoreError> {
        self.with(|records| {
            new.iter().for_each(|record| records.put(record));
            records.count()
        })
    }

    fn keep_draft(&self, draft: &Draft) -> impl Future<Output = Result<(), StoreError>> + 'static {
        ready(self.with(|records| records.drafts.put(draft.record.id.to_string(), draft.clone())))
    }

    async fn finish_draft(&self, record: &Record) -> Result<u32, StoreError> {
        self.with(|records| {
            records.finish(record);
            records.count()
        })
    }

    async fn take_orders(&self, count: u64, above: u64) -> Result<u64, StoreError> {
        self.with(|records| records.take_orders(count, above))
    }

    async fn has(&self, id: EventId) -> Result<bool, StoreError> {
        self.with(|records| records.events.get(&id.to_string()).is_some())
    }

    async fn slip(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.with(|records| records.slips.get(name).cloned())
    }

    async fn slips(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.with(|records| records.slips.0.iter().cloned().collect())
    }

    async fn slip_names(&self) -> Result<Vec<String>, StoreError> {
        self.with(|records| records.slips.0.iter().map(|(name, _)| name.clone()).collect())
    }

    fn put_slip(&self, name: &str, text: &str) -> impl Future<Output = Result<(), StoreError>> + 'static {
        ready(self.with(|records| records.put_slip(name, text)))
    }

    async fn erase(&self, ids: &[EventId], slips: &str) -> Result<u32, StoreError> {
        self.with(|records| {
            let gone: BTreeSet<String> = ids.iter().map(ToString::to_string).collect();
            records.events.0.retain(|(id, _)| !gone.contains(id));
            records.drafts.0.retain(|(id, _)| !gone.contains(id));
            records.slips.0.retain(|(name, _)| !name.starts_with(slips));
            records.count()
        })
    }

    async fn identity(&self, candidate: Identity) -> Result<(Identity, bool), StoreError> {
        self.with(|records| (*records.identity.get_or_insert(candidate), false))
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
