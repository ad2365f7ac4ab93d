//! The store that an app uses: IndexedDB, or its twin in memory where the browser refuses.

#[cfg(target_arch = "wasm32")]
use crate::IndexedDb;
use crate::{Contents, Draft, Identity, Memory, Record, Store, StoreError};
use model::EventId;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

/// What a store is doing. Boxed, so that what waits for it has room for one store and not for both.
type Going<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + 'a>>;

/// One of the stores. A clone is another handle to the same records.
#[derive(Clone)]
pub enum Kept {
    /// On the disk.
    #[cfg(target_arch = "wasm32")]
    IndexedDb(IndexedDb),
    /// As long as the page lives.
    Memory(Memory),
}

macro_rules! each {
    ($kept:expr, $store:ident => $call:expr) => {
        match $kept {
            #[cfg(target_arch = "wasm32")]
            Kept::IndexedDb($store) => Box::pin($call) as Going<_>,
            Kept::Memory($store) => Box::pin($call) as Going<_>,
        }
    };
}

impl Store for Kept {
    async fn read(&self, since: Option<u32>) -> Result<Contents, StoreError> {
        each!(self, store => store.read(since)).await
    }

    async fn append(&self, records: &[Record]) -> Result<u32, StoreError> {
        each!(self, store => store.append(records)).await
    }

    async fn append_numbered(
        &self,
        count: u64,
        above: u64,
        write: &dyn Fn(u64) -> Vec<Record>,
    ) -> Result<u32, StoreError> {
        each!(self, store => store.append_numbered(count, above, write)).await
    }

    async fn replace(&self, records: &[Record]) -> Result<u32, StoreError> {
        each!(self, store => store.replace(records)).await
    }

    fn keep_draft(&self, draft: &Draft) -> impl Future<Output = Result<(), StoreError>> + 'static {
        each!(self, store => store.keep_draft(draft))
    }

    async fn finish_draft(&self, record: &Record) -> Result<u32, StoreError> {
        each!(self, store => store.finish_draft(record)).await
    }

    async fn take_orders(&self, count: u64, above: u64) -> Result<u64, StoreError> {
        each!(self, store => store.take_orders(count, above)).await
    }

    async fn has(&self, id: EventId) -> Result<bool, StoreError> {
        each!(self, store => store.has(id)).await
    }

    async fn slip(&self, name: &str) -> Result<Option<String>, StoreError> {
        each!(self, store => store.slip(name)).await
    }

    async fn slips(&self) -> Result<BTreeMap<String, String>, StoreError> {
        each!(self, store => store.slips()).await
    }

    async fn slip_names(&self) -> Result<Vec<String>, StoreError> {
        each!(self, store => store.slip_names()).await
    }

    fn put_slip(&self, name: &str, text: &str) -> impl Future<Output = Result<(), StoreError>> + 'static {
        each!(self, store => store.put_slip(name, text))
    }

    async fn erase(&self, ids: &[EventId], slips: &str) -> Result<u32, StoreError> {
        each!(self, store => store.erase(ids, slips)).await
    }

    async fn identity(&self, candidate: Identity) -> Result<(Identity, bool), StoreError> {
        each!(self, store => store.identity(candidate)).await
    }

    fn close(&self) {
        match self {
            #[cfg(target_arch = "wasm32")]
            Self::IndexedDb(store) => store.close(),
            Self::Memory(store) => store.close(),
        }
    }
}
