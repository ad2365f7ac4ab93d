//! Records in IndexedDB.
//!
//! One door for writing ([`writing`]): it opens a strict transaction, sends every request, and waits for the browser's
//! `complete`. Nothing else is awaited between, for a transaction that waits for a stranger commits half of its work.

mod connection;
mod records;
mod writing;

use crate::{Contents, Draft, Identity, OpenError, Record, Store, StoreError, Witness};
use connection::Connection;
use model::EventId;
use records::Line;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// Records on the disk. A clone is another handle to the same connection.
#[derive(Clone)]
pub struct IndexedDb(Rc<Inner>);

struct Inner {
    connection: Connection,
    witness: Witness,
}

impl IndexedDb {
    /// Opens the database `name`, making or migrating it if needed.
    ///
    /// # Errors
    /// [`OpenError`]: refused, newer, damaged and blocked are four different answers, and none of them is "empty".
    pub async fn open(name: &str, witness: Witness) -> Result<Self, OpenError> {
        let connection = Connection::open(name).await?;
        Ok(Self(Rc::new(Inner { connection, witness })))
    }

    fn witness(&self, count: u32) {
        // The witness only grows; what is missing is told when everything is read.
        let _ = self.0.witness.compare(count);
    }
}

impl Store for IndexedDb {
    async fn read(&self, since: Option<u32>) -> Result<Contents, StoreError> {
        let found = self.0.connection.with(async |database| writing::read(database, since).await).await?;
        let missing = self.0.witness.compare(found.count);
        let (records, drafts) = (records::records(found.records), records::drafts(found.drafts));
        Ok(Contents { records, drafts, upto: found.upto, missing })
    }

    async fn append(&self, new: &[Record]) -> Result<(), StoreError> {
        let lines = lines(new);
        let count = self.0.connection.with(async |database| writing::append(database, &lines).await).await?;
        self.witness(count);
        Ok(())
    }

    async fn replace(&self, new: &[Record]) -> Result<(), StoreError> {
        let lines = lines(new);
        let count = self.0.connection.with(async |database| writing::replace(database, &lines).await).await?;
        self.witness(count);
        Ok(())
    }

    async fn keep_draft(&self, draft: &Draft) -> Result<(), StoreError> {
        let line = records::draft_line(draft)?;
        self.0.connection.with(async |database| writing::keep_draft(database, &line).await).await
    }

    async fn finish_draft(&self, record: &Record) -> Result<(), StoreError> {
        let line = records::line(record);
        let count = self.0.connection.with(async |database| writing::finish_draft(database, &line).await).await?;
        self.witness(count);
        Ok(())
    }

    fn finish_draft_now(&self, record: &Record) -> impl Future<Output = Result<(), StoreError>> + 'static {
        let (store, line) = (self.clone(), records::line(record));
        at_once(async move {
            let count =
                store.0.connection.with(async |database| writing::finish_draft_leaving(database, &line).await).await?;
            store.witness(count);
            Ok(())
        })
    }

    async fn slip(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.0.connection.with(async |database| writing::slip(database, name).await).await
    }

    async fn slips(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.0.connection.with(async |database| writing::slips(database).await).await
    }

    fn put_slip(&self, name: &str, text: &str) -> impl Future<Output = Result<(), StoreError>> + 'static {
        let (store, line) = (self.clone(), Line { key: name.to_owned(), json: text.to_owned() });
        at_once(async move { store.0.connection.with(async |database| writing::put_slip(database, &line).await).await })
    }

    async fn erase(&self, ids: &[EventId], slips: &str) -> Result<(), StoreError> {
        let keys: Vec<String> = ids.iter().map(ToString::to_string).collect();
        let count = self.0.connection.with(async |database| writing::erase(database, &keys, slips).await).await?;
        self.0.witness.expect(count);
        Ok(())
    }

    async fn identity(&self, candidate: Identity) -> Result<Identity, StoreError> {
        let written = records::identity_line(candidate)?;
        let kept = self.0.connection.with(async |database| writing::identity(database, &written).await).await?;
        records::read_identity(&kept)
    }

    fn close(&self) {
        self.0.connection.close();
    }
}

fn lines(records: &[Record]) -> Vec<Line> {
    records.iter().map(records::line).collect()
}

/// Polls a writing once: that sends its requests and calls the browser's `commit`; a page that dies after that loses nothing.
fn at_once(
    writing: impl Future<Output = Result<(), StoreError>> + 'static,
) -> impl Future<Output = Result<(), StoreError>> + 'static {
    let mut writing: Pin<Box<dyn Future<Output = Result<(), StoreError>>>> = Box::pin(writing);
    let first = writing.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    async move {
        match first {
            Poll::Ready(outcome) => outcome,
            Poll::Pending => writing.await,
        }
    }
}
