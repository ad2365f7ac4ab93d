//! What a store holds. What a record says is not the store's business: it keeps an id and the JSON that `formats::record` wrote.

use model::{DeviceId, EventId, LearnerId};
use serde::{Deserialize, Serialize};

/// An event as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// The id of the event.
    pub id: EventId,
    /// The event, as `formats::record` writes it.
    pub json: String,
}

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// The records: all of them sorted by id, or those that came later as they came; one that changed again stands there again.
    pub records: Vec<Record>,
    /// All readable drafts, sorted by id.
    pub drafts: Vec<Draft>,
    /// Up to where this is read: reading since this number gives what comes later.
    pub upto: u32,
    /// How many records there are in all.
    pub count: u32,
}

/// An event in the making: a stretch of reading that still goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What becomes an event when it is finished.
    pub record: Record,
    /// When it was written last, by the device's clock, in Unix milliseconds.
    pub touched_ms: i64,
    /// The page that writes it; empty in drafts of builds that did not say so.
    pub page: String,
}

/// Who uses this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The first learner.
    pub learner: LearnerId,
    /// The device.
    pub device: DeviceId,
}
