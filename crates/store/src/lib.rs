//! The learner's records: the contract ([`Store`]), its twin in memory, and IndexedDB.
//!
//! Events are appended and never changed; a stretch of reading that still goes on stands beside them as a draft. A method
//! that succeeds has written to the disk; one that fails has changed nothing.

mod contents;
mod error;
mod kept;
mod memory;
mod witness;

#[cfg(target_arch = "wasm32")]
mod indexed_db;
#[cfg(target_arch = "wasm32")]
mod migrations;

pub use contents::{Contents, Draft, Identity};
pub use error::{OpenError, StoreError};
#[cfg(target_arch = "wasm32")]
pub use indexed_db::IndexedDb;
pub use kept::Kept;
pub use memory::Memory;
pub use witness::Witness;

use model::Event;
use std::future::Future;

/// Where the records of the learners of one browser are kept.
///
/// Every implementation passes the same tests (`contract`). One thread uses it; a clone is another handle to the same records.
pub trait Store {
    /// Reads everything. Records that a newer version wrote and records that cannot be read are counted and left as they are.
    fn read(&self) -> impl Future<Output = Result<Contents, StoreError>>;

    /// Appends events, all or none. An event whose id is there already is passed over: appending twice adds nothing.
    fn append(&self, events: &[Event]) -> impl Future<Output = Result<(), StoreError>>;

    /// Keeps a draft in the place of the one with the same event id.
    fn keep_draft(&self, draft: &Draft) -> impl Future<Output = Result<(), StoreError>>;

    /// Appends an event and removes the draft with its id, both or neither. The latest word on a stretch stands: an event with the
    /// same id, which another tab made of an earlier draft, is replaced.
    fn finish_draft(&self, event: &Event) -> impl Future<Output = Result<(), StoreError>>;

    /// The same for a page that is going away: the writing has begun, and is committed, when this returns, whether or not
    /// the future is ever polled.
    fn finish_draft_now(&self, event: &Event) -> impl Future<Output = Result<(), StoreError>> + 'static;

    /// Who uses this browser: what was kept first wins, and `candidate` is kept if nothing was.
    fn identity(&self, candidate: Identity) -> impl Future<Output = Result<Identity, StoreError>>;

    /// Lets go of the records. Every later call fails with [`StoreError::Closed`].
    fn close(&self);
}

#[cfg(any(test, feature = "contract"))]
#[expect(clippy::unwrap_used, reason = "a suite of tests")]
pub mod contract;
