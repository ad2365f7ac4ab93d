//! What a program knows of the log: the reader's only what it amounted to ([`Reading`]), the others all of it ([`Whole`]).

mod reading;
mod whole;

pub use reading::Reading;
pub use whole::Whole;

use formats::record::{self, Known};
use model::{Event, EventId, LearnerId};
use serde::de::DeserializeOwned;
use store::{Draft, Record, Store, StoreError};

/// The log of the learners of a browser, as far as a program shows it.
pub trait Book: Clone + Default + 'static {
    /// What the program knows of studying.
    type Study: Known + DeserializeOwned + Clone + 'static;

    /// Reads what there is to know, and the stretches that go on in any tab.
    fn open<S: Store>(store: &S, learner: LearnerId) -> impl Future<Output = Result<Opened<Self>, StoreError>>;

    /// Takes in what was just written. Whether it could; if not, nothing changed and the log must be read again.
    #[must_use]
    fn take_in(&mut self, learner: LearnerId, events: &[Event<Self::Study>]) -> bool;

    /// The greatest order that is known.
    fn order(&self) -> u64;

    /// Whether an event is known to be in the log.
    fn has(&self, id: EventId) -> bool;

    /// Leaves out the events of learners who are gone. Whether there were any.
    fn leave_out(&mut self, is_gone: &dyn Fn(LearnerId) -> bool) -> bool;
}

/// What a reading found.
pub struct Opened<B> {
    /// The log.
    pub book: B,
    /// The stretches that go on, or were left.
    pub drafts: Vec<Draft>,
    /// A snapshot to be kept, by the name of its slip: made of the log, and made again if it is lost.
    pub snapshot: Option<(String, String)>,
    /// Records that a newer version wrote.
    pub newer: u32,
    /// Records that cannot be read.
    pub damaged: u32,
    /// How many records there are in all.
    pub count: u32,
}

/// The events among records, and how many were written by a newer version or cannot be read.
fn events<S: DeserializeOwned + Known>(records: &[Record]) -> (Vec<Event<S>>, u32, u32) {
    let (mut events, mut newer, mut damaged) = (Vec::with_capacity(records.len()), 0, 0);
    for Record { json, .. } in records {
        match record::read(json) {
            Ok(event) => events.push(event),
            Err(formats::FormatError::Newer { .. }) => newer += 1,
            Err(formats::FormatError::Damaged(_)) => damaged += 1,
        }
    }
    (events, newer, damaged)
}
