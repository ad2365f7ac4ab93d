//! The store that an app uses: IndexedDB, or its twin in memory where the browser refuses.

#[cfg(target_arch = "wasm32")]
use crate::IndexedDb;
use crate::{Contents, Draft, Identity, Memory, Store, StoreError};
use model::Event;
use std::future::Future;
use std::pin::Pin;

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
    async fn read(&self) -> Result<Contents, StoreError> {
        each!(self, store => store.read().await)
    }

    async fn append(&self, events: &[Event]) -> Result<(), StoreError> {
        each!(self, store => store.append(events).await)
    }

    async fn keep_draft(&self, draft: &Draft) -> Result<(), StoreError> {
        each!(self, store => store.keep_draft(draft).await)
    }

    async fn finish_draft(&self, event: &Event) -> Result<(), StoreError> {
        each!(self, store => store.finish_draft(event).await)
    }

    fn finish_draft_now(&self, event: &Event) -> impl Future<Output = Result<(), StoreError>> + 'static {
        let writing: Pin<Box<dyn Future<Output = Result<(), StoreError>>>> =
            each!(self, store => Box::pin(store.finish_draft_now(event)));
        writing
    }

    async fn identity(&self, candidate: Identity) -> Result<Identity, StoreError> {
        each!(self, store => store.identity(candidate).await)
    }

    fn close(&self) {
        each!(self, store => store.close());
    }
}
