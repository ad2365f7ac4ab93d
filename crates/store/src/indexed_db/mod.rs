//! Records in IndexedDB.
//!
//! One door for writing ([`writing`]): it opens a strict transaction, sends every request, and waits for the browser's
//! `complete`. Nothing else is awaited between, for a transaction that waits for a stranger commits half of its work.

mod connection;
mod records;
mod writing;

use crate::{Contents, Draft, Identity, OpenError, Record, Store, StoreError};
use connection::Connection;
use indexed_db_futures::database::Database;
use model::EventId;
use records::Line;
use std::collections::BTreeMap;
use std::future::{Future, ready};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// A writing.
type Writing = Pin<Box<dyn Future<Output = Result<(), StoreError>>>>;

/// Records on the disk. A clone is another handle to the same connection.
#[derive(Clone)]
pub struct IndexedDb(Rc<Connection>);

impl IndexedDb {
    /// Opens the database `name`, making or migrating it if needed.
    ///
    /// # Errors
    /// [`OpenError`]: refused, newer, damaged and blocked are four different answers, and none of them is "empty".
    pub async fn open(name: &str) -> Result<Self, OpenError> {
        Ok(Self(Rc::new(Connection::open(name).await?)))
    }

    /// Removes the database `name` with all that is in it.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn remove(name: &str) -> Result<(), OpenError> {
        let refused = || OpenError::Refused("it cannot be removed".to_owned());
        Database::delete_by_name(name).map_err(|_| refused())?.await.map_err(|_| refused())
    }
}

impl Store for IndexedDb {
    async fn read(&self, since: Option<u32>) -> Result<Contents, StoreError> {
        let found = self.0.with(async |database| writing::read(database, since).await).await?;
        let (records, drafts) = (records::records(found.records), records::drafts(found.drafts));
        Ok(Contents { records, drafts, upto: found.upto, count: found.count })
    }

    async fn append(&self, new: &[Record]) -> Result<u32, StoreError> {
        let lines = lines(new);
        self.0.with(async |database| writing::append(database, &lines).await).await
    }

    async fn append_numbered(
        &self,
        count: u64,
        above: u64,
        write: &dyn Fn(u64) -> Vec<Record>,
    ) -> Result<u32, StoreError> {
        let write = |first| lines(&write(first));
        self.0.with(async |database| writing::append_numbered(database, (count, above), &write).await).await
    }

    async fn replace(&self, new: &[Record]) -> Result<u32, StoreError> {
        let lines = lines(new);
        self.0.with(async |database| writing::replace(database, &lines).await).await
    }

    fn keep_draft(&self, draft: &Draft) -> impl Future<Output = Result<(), StoreError>> + 'static {
        let (store, line) = (self.clone(), records::draft_line(draft));
        at_once(Box::pin(async move {
            let line = line?;
            store.0.with(async |database| writing::keep_draft(database, &line).await).await
        }))
    }

    async fn finish_draft(&self, record: &Record) -> Result<u32, StoreError> {
        let line = records::line(record);
        self.0.with(async |database| writing::finish_draft(database, &line).await).await
    }

    async fn take_orders(&self, count: u64, above: u64) -> Result<u64, StoreError> {
        self.0.with(async |database| writing::take_orders(database, count, above).await).await
    }

    async fn has(&self, id: EventId) -> Result<bool, StoreError> {
        let key = id.to_string();
        self.0.with(async |database| writing::has(database, &key).await).await
    }

    async fn slip(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.0.with(async |database| writing::slip(database, name).await).await
    }

    async fn slips(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.0.with(async |database| writing::slips(database).await).await
    }

    async fn slip_names(&self) -> Result<Vec<String>, StoreError> {
        self.0.with(async |database| writing::slip_names(database).await).await
    }

    fn put_slip(&self, name: &str, text: &str) -> impl Future<Output = Result<(), StoreError>> + 'static {
        let (store, line) = (self.clone(), Line { key: name.to_owned(), json: text.to_owned() });
        at_once(Box::pin(async move { store.0.with(async |database| writing::put_slip(database, &line).await).await }))
    }

    async fn erase(&self, ids: &[EventId], slips: &str) -> Result<u32, StoreError> {
        let keys: Vec<String> = ids.iter().map(ToString::to_string).collect();
        self.0.with(async |database| writing::erase(database, &keys, slips).await).await
    }

    async fn identity(&self, candidate: Identity) -> Result<(Identity, bool), StoreError> {
        let written = records::identity_line(candidate)?;
        let (kept, gave_way) = self.0.with(async |database| writing::identity(database, &written).await).await?;
        Ok((kept.unwrap_or(candidate), gave_way))
    }

    fn close(&self) {
        self.0.close();
    }
}

fn lines(records: &[Record]) -> Vec<Line> {
    records.iter().map(records::line).collect()
}

/// Polls a writing once: that sends its requests and calls the browser's `commit`; a page that dies after that loses nothing.
fn at_once(mut writing: Writing) -> Writing {
    match writing.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => Box::pin(ready(outcome)),
        Poll::Pending => writing,
    }
}
