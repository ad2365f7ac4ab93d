//! What a store holds.

use model::{DeviceId, Event, LearnerId};
use serde::{Deserialize, Serialize};

/// Everything in a store, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// All readable events, sorted by id.
    pub events: Vec<Event>,
    /// All readable drafts, sorted by id.
    pub drafts: Vec<Draft>,
    /// Records that a newer version wrote.
    pub newer: u32,
    /// Records that cannot be read.
    pub damaged: u32,
    /// Events that were acknowledged once, by the witness, and are not there.
    pub missing: u32,
}

/// An event in the making: a stretch of reading that still goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What becomes an event when it is finished.
    pub event: Event,
    /// When it was written last, by the device's clock, in Unix milliseconds.
    pub touched_ms: i64,
}

/// Who uses this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The learner.
    pub learner: LearnerId,
    /// The device.
    pub device: DeviceId,
}
