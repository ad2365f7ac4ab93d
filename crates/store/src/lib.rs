//! The learner's records: the contract ([`Store`]), its twin in memory, and IndexedDB.
//!
//! Events are appended and never changed; a stretch of reading that still goes on stands beside them as a draft. A method
//! that succeeds has written to the disk; one that fails has changed nothing.

mod contents;
mod error;
mod kept;
mod memory;

#[cfg(target_arch = "wasm32")]
mod indexed_db;
#[cfg(target_arch = "wasm32")]
mod migrations;

pub use contents::{Contents, Draft, Identity, Record};
pub use error::{OpenError, StoreError};
#[cfg(target_arch = "wasm32")]
pub use indexed_db::IndexedDb;
pub use kept::Kept;
pub use memory::Memory;

use model::EventId;
use std::collections::BTreeMap;
use std::future::Future;

/// Where the records of the learners of one browser are kept.
///
/// Every implementation passes the same tests (`contract`). One thread uses it; a clone is another handle to the same records.
pub trait Store {
    /// Reads all records, or those that came or changed after the number that an earlier reading gave.
    fn read(&self, since: Option<u32>) -> impl Future<Output = Result<Contents, StoreError>>;

    /// Appends records, all or none. One whose id is there already is passed over: appending twice adds nothing. Gives the number of all
    /// records, as all that follow do.
    fn append(&self, records: &[Record]) -> impl Future<Output = Result<u32, StoreError>>;

    /// Takes so many orders as [`Store::take_orders`] does, and appends the records that `write` makes of the first, both or neither.
    fn append_numbered(
        &self,
        count: u64,
        above: u64,
        write: &dyn Fn(u64) -> Vec<Record>,
    ) -> impl Future<Output = Result<u32, StoreError>>;

    /// Puts records in the place of what stands under their ids, all or none.
    fn replace(&self, records: &[Record]) -> impl Future<Output = Result<u32, StoreError>>;

    /// Keeps a draft in the place of the one with the same id. The writing has begun, and is committed, when this returns, whether or not
    /// the future is ever polled.
    fn keep_draft(&self, draft: &Draft) -> impl Future<Output = Result<(), StoreError>> + 'static;

    /// Appends a record and removes the draft with its id, both or neither. The latest word on a stretch stands: a record with the
    /// same id, which another tab made of an earlier draft, is replaced.
    fn finish_draft(&self, record: &Record) -> impl Future<Output = Result<u32, StoreError>>;

    /// Takes so many orders that no other tab of this browser takes, each greater than all taken before and than `above`. Gives the first.
    fn take_orders(&self, count: u64, above: u64) -> impl Future<Output = Result<u64, StoreError>>;

    /// Whether a record is there.
    fn has(&self, id: EventId) -> impl Future<Output = Result<bool, StoreError>>;

    /// What a slip says. A slip is a text beside the log, under a name: what is being written, or what can be made again from the log.
    fn slip(&self, name: &str) -> impl Future<Output = Result<Option<String>, StoreError>>;

    /// All slips, by name.
    fn slips(&self) -> impl Future<Output = Result<BTreeMap<String, String>, StoreError>>;

    /// The names of all slips, sorted. Pictures and recordings are not read for them.
    fn slip_names(&self) -> impl Future<Output = Result<Vec<String>, StoreError>>;

    /// Writes a slip in the place of the old one; an empty text removes it. Like [`Store::keep_draft`] it has begun, and is committed,
    /// when this returns.
    fn put_slip(&self, name: &str, text: &str) -> impl Future<Output = Result<(), StoreError>> + 'static;

    /// Removes records for good, and the slips whose names begin with `slips`.
    fn erase(&self, ids: &[EventId], slips: &str) -> impl Future<Output = Result<u32, StoreError>>;

    /// Who uses this browser: what was kept first wins, if it can be read, and else `candidate` is kept. Also whether something was kept that
    /// cannot be read, and gave way.
    fn identity(&self, candidate: Identity) -> impl Future<Output = Result<(Identity, bool), StoreError>>;

    /// Lets go of the records. Every later call fails with [`StoreError::Closed`].
    fn close(&self);
}

#[cfg(any(test, feature = "contract"))]
#[expect(clippy::unwrap_used, reason = "a suite of tests")]
pub mod contract;
