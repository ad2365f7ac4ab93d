//! The connection: opened, given up when another tab needs a newer version, opened again when the browser closed it.

use crate::migrations::{self, VERSION};
use crate::{OpenError, StoreError};
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{DomException, Error, OpenDbError};
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// How often in a row a connection that the browser closed is opened again.
const REOPEN: u8 = 3;

/// A connection that opens itself again.
pub(super) struct Connection {
    name: String,
    database: Rc<RefCell<Option<Database>>>,
    reopened: Cell<u8>,
    closed: Cell<bool>,
}

impl Connection {
    /// Opens the database.
    pub async fn open(name: &str) -> Result<Self, OpenError> {
        let database = Rc::new(RefCell::new(Some(open(name).await?)));
        watch(&database);
        Ok(Self { name: name.to_owned(), database, reopened: Cell::new(0), closed: Cell::new(false) })
    }

    /// Works with the database. Work that found the connection closed is done once more on a new one. When the connection
    /// is open, nothing is awaited before the work begins.
    pub async fn with<T>(&self, work: impl AsyncFn(&Database) -> Result<T, Error>) -> Result<T, StoreError> {
        loop {
            let database = self.database().await?;
            match work(&database).await {
                Err(error) if is_closed(&error) => self.database.replace(None),
                Err(error) => return Err(reason(&error)),
                Ok(done) => {
                    // A reopening that held is forgotten.
                    self.reopened.set(0);
                    return Ok(done);
                }
            };
        }
    }

    /// Lets go for good.
    pub fn close(&self) {
        self.closed.set(true);
        if let Some(database) = self.database.take() {
            database.close();
        }
    }

    async fn database(&self) -> Result<Database, StoreError> {
        if let Some(database) = &*self.database.borrow() {
            return Ok(database.clone());
        }
        if self.closed.get() || self.reopened.get() == REOPEN {
            return Err(StoreError::Closed);
        }
        self.reopened.set(self.reopened.get() + 1);
        let database = open(&self.name).await.map_err(|_| StoreError::Closed)?;
        self.database.replace(Some(database.clone()));
        watch(&self.database);
        Ok(database)
    }
}

/// Closes the connection when another tab needs a newer version, and notices when the browser closed it.
fn watch(place: &Rc<RefCell<Option<Database>>>) {
    let place = Rc::clone(place);
    let changes = place.borrow().as_ref().and_then(|database| database.version_changes().ok());
    let Some(mut changes) = changes else { return };
    wasm_bindgen_futures::spawn_local(async move {
        // Whichever it is, the connection is of no use any more.
        let _ = changes.recv().await;
        if let Some(database) = place.take() {
            database.close();
        }
    });
}

async fn open(name: &str) -> Result<Database, OpenError> {
    let blocked = Rc::new(Blocked::default());
    let noted = Rc::clone(&blocked);
    let request = Database::open(name)
        .with_version(VERSION)
        .with_on_blocked(move |_| {
            noted.note();
            Ok(())
        })
        .with_on_upgrade_needed(|event, database| migrations::up(&database, event.old_version()));
    let mut opening = pin!(request.into_future());
    let opened = poll_fn(|context| match opening.as_mut().poll(context) {
        Poll::Pending if blocked.is_noted(context.waker()) => Poll::Ready(Err(OpenError::Blocked)),
        poll => poll.map_err(|error| refusal(&error)),
    });
    complete(opened.await?)
}

/// A database without its stores was half made.
fn complete(database: Database) -> Result<Database, OpenError> {
    let names: Vec<String> = database.object_store_names().collect();
    let lacking = migrations::all().find(|&name| !names.iter().any(|there| there == name));
    match lacking {
        None => Ok(database),
        Some(name) => {
            database.close();
            Err(OpenError::Damaged(format!("{name} is not there")))
        }
    }
}

/// Whether the browser said that another tab is in the way.
#[derive(Default)]
struct Blocked {
    noted: Cell<bool>,
    waker: RefCell<Option<Waker>>,
}

impl Blocked {
    fn note(&self) {
        self.noted.set(true);
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }

    fn is_noted(&self, waker: &Waker) -> bool {
        self.waker.replace(Some(waker.clone()));
        self.noted.get()
    }
}

fn exception(error: &Error) -> Option<web_sys::DomException> {
    match error {
        Error::DomException(exception) => Some(exception.clone().into()),
        _ => None,
    }
}

fn refusal(error: &OpenDbError) -> OpenError {
    let OpenDbError::Base(base) = error else { return OpenError::Refused(error.to_string()) };
    let name = exception(base).map(|exception| exception.name());
    match name.as_deref() {
        Some("VersionError") => OpenError::Newer,
        Some("QuotaExceededError") => OpenError::Full,
        _ if says_full(&error.to_string()) => OpenError::Full,
        Some("UnknownError" | "NotReadableError" | "DataError") => OpenError::Damaged(error.to_string()),
        _ => OpenError::Refused(error.to_string()),
    }
}

/// Chromium has no name of its own for a full disk, only words.
fn says_full(message: &str) -> bool {
    message.contains("full disk") || message.contains("no space")
}

fn is_closed(error: &Error) -> bool {
    matches!(error, Error::DomException(DomException::InvalidStateError(_)))
}

fn reason(error: &Error) -> StoreError {
    match (error, exception(error).map(|exception| exception.name()).as_deref()) {
        (_, Some("QuotaExceededError")) => StoreError::Full,
        _ if says_full(&error.to_string()) => StoreError::Full,
        (Error::DomException(_) | Error::Serialisation(_), _) => StoreError::Refused(error.to_string()),
        (Error::MissingData(_) | Error::Unknown(_), _) => StoreError::Aborted(error.to_string()),
    }
}
