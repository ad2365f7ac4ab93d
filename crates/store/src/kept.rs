//! The store that an app uses: IndexedDB, or its twin in memory where the browser refuses.

#[cfg(target_arch = "wasm32")]
use crate::IndexedDb;
use crate::{Contents, Draft, Identity, Memory, Record, Store, StoreError};
use model::EventId;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

/// A writing that has begun.
type Writing = Pin<Box<dyn Future<Output = Result<(), StoreError>>>>;

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
            Kept::IndexedDb($store) => $call,
            Kept::Memory($store) => $call,
        }
    };
}

impl Store for Kept {
    async fn read(&self, since: Option<u32>) -> Result<Contents, StoreError> {
        each!(self, store => store.read(since).await)
    }

    async fn append(&self, records: &[Record]) -> Result<(), StoreError> {
        each!(self, store => store.append(records).await)
    }

    async fn replace(&self, records: &[Record]) -> Result<(), StoreError> {
        each!(self, store => store.replace(records).await)
    }

    async fn keep_draft(&self, draft: &Draft) -> Result<(), StoreError> {
        each!(self, store => store.keep_draft(draft).await)
    }

    async fn finish_draft(&self, record: &Record) -> Result<(), StoreError> {
        each!(self, store => store.finish_draft(record).await)
    }

    fn finish_draft_now(&self, record: &Record) -> impl Future<Output = Result<(), StoreError>> + 'static {
        let writing: Writing = each!(self, store => Box::pin(store.finish_draft_now(record)));
        writing
    }

    async fn slip(&self, name: &str) -> Result<Option<String>, StoreError> {
        each!(self, store => store.slip(name).await)
    }

    async fn slips(&self) -> Result<BTreeMap<String, String>, StoreError> {
        each!(self, store => store.slips().await)
    }

    fn put_slip(&self, name: &str, text: &str) -> impl Future<Output = Result<(), StoreError>> + 'static {
        let writing: Writing = each!(self, store => Box::pin(store.put_slip(name, text)));
        writing
    }

    async fn erase(&self, ids: &[EventId], slips: &str) -> Result<(), StoreError> {
        each!(self, store => store.erase(ids, slips).await)
    }

    async fn identity(&self, candidate: Identity) -> Result<Identity, StoreError> {
        each!(self, store => store.identity(candidate).await)
    }

    fn close(&self) {
        each!(self, store => store.close());
    }
}
