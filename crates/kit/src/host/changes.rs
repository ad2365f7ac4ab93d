//! Tells open pages that something newer was published: each asks and waits, and the answer comes when there is one.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::watch;
use tokio::time::timeout;

/// Where pages ask, below the base path: `~changes?number`, with the number of the publication that they are of.
pub(super) const ADDRESS: &str = "~changes";
/// How long a page waits until it asks anew: less than a connection may be still.
const PATIENCE: Duration = Duration::from_secs(30);

/// The publications of a site that is being written.
pub struct Changes {
    /// The number of the last publication. It begins with the time, so that pages of an earlier run are older.
    number: watch::Sender<u64>,
    /// Held while a site is being put in place.
    press: Mutex<()>,
}

impl Changes {
    /// None yet.
    pub fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        let number = u64::try_from(now).unwrap_or_default();
        Self { number: watch::Sender::new(number), press: Mutex::new(()) }
    }

    /// Publishes with `work`; who looks for a file that is not there waits meanwhile.
    pub fn publish<T>(&self, work: impl FnOnce() -> T) -> T {
        // What a thread that failed left is still good: there is nothing in it.
        let _held = self.press.lock().unwrap_or_else(PoisonError::into_inner);
        work()
    }

    /// Tells every waiting page that there is a newer site.
    pub fn tell(&self) {
        self.number.send_modify(|number| *number += 1);
    }

    /// The number of the last publication.
    pub(super) fn number(&self) -> u64 {
        *self.number.borrow()
    }

    /// Waits until nothing is being put in place.
    pub(super) fn await_press(&self) {
        drop(self.press.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// The number of a publication other than `known`, as soon as there is one; that of the last one when a page has waited for long.
    pub(super) async fn after(&self, known: &str) -> u64 {
        let mut numbers = self.number.subscribe();
        let newer = numbers.wait_for(|number| number.to_string() != known);
        // It cannot end before this does, which sends.
        let _ = timeout(PATIENCE, newer).await;
        self.number()
    }
}
