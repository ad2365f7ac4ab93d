//! Tells open pages that something newer was published: each asks and waits, and the answer comes when there is one.

use super::send;
use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};
use tiny_http::Request;

/// Where pages ask, below the base path: `~changes?number`, with the number of the publication that they are of.
pub(super) const ADDRESS: &str = "~changes";
/// How many pages may wait; the one that waits longest makes room.
const MOST: usize = 200;

/// The publications of a site that is being written.
pub struct Changes {
    state: Mutex<State>,
    /// Held while a site is being put in place.
    press: Mutex<()>,
}

struct State {
    /// The number of the last publication. It begins with the time, so that pages of an earlier run are older.
    number: u64,
    waiting: VecDeque<Request>,
}

impl Changes {
    /// None yet.
    pub fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        let number = u64::try_from(now).unwrap_or_default();
        Self { state: Mutex::new(State { number, waiting: VecDeque::new() }), press: Mutex::new(()) }
    }

    /// Publishes with `work`; who looks for a file that is not there waits meanwhile.
    pub fn publish<T>(&self, work: impl FnOnce() -> T) -> T {
        let _held = lock(&self.press);
        work()
    }

    /// Tells every waiting page that there is a newer site.
    pub fn tell(&self) {
        let mut state = lock(&self.state);
        state.number += 1;
        for request in std::mem::take(&mut state.waiting) {
            // A page that was closed needs no answer.
            let _ = send::word(request, &state.number.to_string());
        }
    }

    /// The number of the last publication.
    pub(super) fn number(&self) -> u64 {
        lock(&self.state).number
    }

    /// Waits until nothing is being put in place.
    pub(super) fn await_press(&self) {
        drop(lock(&self.press));
    }

    /// Answers a page that knows of the publication `known` as soon as there is a newer one.
    pub(super) fn wait(&self, request: Request, known: &str) -> std::io::Result<()> {
        let mut state = lock(&self.state);
        let number = state.number.to_string();
        if known != number {
            return send::word(request, &number);
        }
        state.waiting.push_back(request);
        match state.waiting.len() > MOST {
            true => state.waiting.pop_front().map_or(Ok(()), |longest| send::word(longest, &number)),
            false => Ok(()),
        }
    }
}

/// What a thread that failed left is still good: a number and a list.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
