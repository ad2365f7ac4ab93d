//! The connection: opened, given up when another tab needs a newer version, opened again when the browser closed it.

use crate::migrations::{self, VERSION};
use crate::{OpenError, StoreError};
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{self, Error, OpenDbError};
use js_sys::Promise;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbVersionChangeEvent};

/// How often in a row a connection that the browser closed is opened again.
const REOPEN: u8 = 3;

/// Work with the database, whatever it gives: the loop around it is there once.
type Work<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

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
        let done = Cell::new(None);
        let work = |database: Database| -> Work<'_> {
            let (work, done) = (&work, &done);
            Box::pin(async move {
                done.set(Some(work(&database).await?));
                Ok(())
            })
        };
        self.work(&work).await?;
        done.take().ok_or(StoreError::Closed)
    }

    async fn work<'a>(&self, work: &dyn Fn(Database) -> Work<'a>) -> Result<(), StoreError> {
        loop {
            let database = self.database().await?;
            match work(database).await {
                Err(error) if is_closed(&error) => self.database.replace(None),
                Err(error) => return Err(reason(&error)),
                Ok(()) => {
                    // A reopening that held is forgotten.
                    self.reopened.set(0);
                    return Ok(());
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

/// Opens the database, which is of this version then. The builder of the library would do that at once; but it would print whatever can go
/// wrong, numbers with fractions too, and every reader would have to load what that takes.
async fn open(name: &str) -> Result<Database, OpenError> {
    let upgraded = upgrade(name).await?;
    let opened = Database::open(name).await;
    upgraded.close();
    match opened {
        Ok(database) => complete(database),
        Err(OpenDbError::Base(error)) => Err(refusal(exception(&error))),
        Err(_) => Err(OpenError::Refused(String::new())),
    }
}

/// Brings the database to this version, and gives a connection to it.
async fn upgrade(name: &str) -> Result<IdbDatabase, OpenError> {
    let refused = || OpenError::Refused("there is no factory".to_owned());
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten()).ok_or_else(refused)?;
    let request = factory.open_with_u32(name, VERSION.into()).map_err(|error| refusal(error.dyn_into().ok()))?;
    let asked = request.clone();
    let migrate = Closure::once(move |event: IdbVersionChangeEvent| {
        migrations::up(&asked.result()?.unchecked_into(), event.old_version())
    });
    request.set_onupgradeneeded(Some(migrate.as_ref().unchecked_ref()));
    let ended = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
        request.set_onblocked(Some(&failed));
    });
    match JsFuture::from(ended).await {
        Ok(_) => request.result().map(JsCast::unchecked_into).map_err(|_| refused()),
        Err(event) if event.unchecked_ref::<web_sys::Event>().type_() == "blocked" => Err(OpenError::Blocked),
        Err(_) => Err(refusal(request.error().ok().flatten())),
    }
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

fn exception(error: &Error) -> Option<DomException> {
    match error {
        Error::DomException(exception) => Some(exception.clone().into()),
        _ => None,
    }
}

fn refusal(exception: Option<DomException>) -> OpenError {
    let (name, message) = exception.map(|exception| (exception.name(), exception.message())).unwrap_or_default();
    match name.as_str() {
        "VersionError" => OpenError::Newer,
        "QuotaExceededError" => OpenError::Full,
        _ if says_full(&message) => OpenError::Full,
        "UnknownError" | "NotReadableError" | "DataError" => OpenError::Damaged(message),
        _ => OpenError::Refused(message),
    }
}

/// Chromium has no name of its own for a full disk, only words.
fn says_full(message: &str) -> bool {
    message.contains("full disk") || message.contains("no space")
}

fn is_closed(error: &Error) -> bool {
    matches!(error, Error::DomException(error::DomException::InvalidStateError(_)))
}

fn reason(error: &Error) -> StoreError {
    let Some(exception) = exception(error) else {
        return match error {
            Error::Serialisation(_) => StoreError::Refused("it was not what was written".to_owned()),
            _ => StoreError::Aborted(String::new()),
        };
    };
    let message = exception.message();
    if exception.name() == "QuotaExceededError" || says_full(&message) {
        return StoreError::Full;
    }
    StoreError::Refused(message)
}
