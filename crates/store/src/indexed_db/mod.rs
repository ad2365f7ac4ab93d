//! Records in IndexedDB.
//!
//! One door for writing ([`writing`]): it opens a strict transaction, sends every request, and waits for the browser's
//! `complete`. Nothing else is awaited between, for a transaction that waits for a stranger commits half of its work.

mod connection;
mod records;
mod writing;

use crate::{Contents, Draft, Identity, OpenError, Store, StoreError, Witness};
use connection::Connection;
use model::Event;
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
    async fn read(&self) -> Result<Contents, StoreError> {
        let (events, drafts) = self.0.connection.with(writing::read_all).await?;
        let missing = self.0.witness.compare(u32::try_from(events.len()).unwrap_or(u32::MAX));
        Ok(Contents { missing, ..records::contents(&events, &drafts) })
    }

    async fn append(&self, events: &[Event]) -> Result<(), StoreError> {
        let lines = records::lines(events)?;
        let count = self.0.connection.with(async |database| writing::append(database, &lines).await).await?;
        self.witness(count);
        Ok(())
    }

    async fn keep_draft(&self, draft: &Draft) -> Result<(), StoreError> {
        let line = records::draft_line(draft)?;
        self.0.connection.with(async |database| writing::keep_draft(database, &line).await).await
    }

    async fn finish_draft(&self, event: &Event) -> Result<(), StoreError> {
        let line = records::line(event)?;
        let count = self.0.connection.with(async |database| writing::finish_draft(database, &line).await).await?;
        self.witness(count);
        Ok(())
    }

    fn finish_draft_now(&self, event: &Event) -> impl Future<Output = Result<(), StoreError>> + 'static {
        let (store, line) = (self.clone(), records::line(event));
        let mut writing: Pin<Box<dyn Future<Output = Result<(), StoreError>>>> = Box::pin(async move {
            let line = line?;
            let count =
                store.0.connection.with(async |database| writing::finish_draft_leaving(database, &line).await).await?;
            store.witness(count);
            Ok(())
        });
        // The first poll sends the requests and calls the browser's `commit`; a page that dies after that loses nothing.
        let first = writing.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        async move {
            match first {
                Poll::Ready(outcome) => outcome,
                Poll::Pending => writing.await,
            }
        }
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
