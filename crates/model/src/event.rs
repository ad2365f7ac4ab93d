//! What a learner does, as an append-only log of events.
//!
//! An event is never changed: taking back and correcting are events too. Logs of two devices merge by union, because
//! every event has an id of its own. What is shown is folded from the log by [`crate::progress`].

use crate::{DeviceId, DocumentId, EventId, LearnerId, Moment, Place};
use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

/// One thing that one learner did on one device. `S` is what studying adds to reading: whoever only reads a portal leaves it
/// [`Unread`], and costs its readers nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event<S = Unread> {
    /// The same on every device the event is copied to.
    pub id: EventId,
    /// Who did it.
    pub learner: LearnerId,
    /// Where it was done.
    pub device: DeviceId,
    /// A logical clock (Lamport): one more than every order the device had seen. It sorts events even where a calendar
    /// clock was set back.
    pub order: u64,
    /// When, by the device's own clock. Decides the study day and nothing else.
    pub at: Moment,
    /// What was done.
    pub deed: Deed<S>,
}

/// What can be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed<S = Unread> {
    /// Read for a while without leaving.
    Read(Stretch),
    /// Put a bookmark.
    Bookmarked(Bookmark),
    /// Took back an earlier event.
    Retracted {
        /// The event that no longer counts.
        event: EventId,
    },
    /// Said an earlier event better.
    Corrected {
        /// The event that is replaced.
        event: EventId,
        /// What it should have said.
        deed: Box<Deed<S>>,
    },
    /// Studied: answered, reviewed, noted, declared.
    Study(S),
}

/// A deed of studying, passed over. It is never written: who does not read it does not change it either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Unread;

impl<'de> Deserialize<'de> for Unread {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self)
    }
}

/// A stretch of reading, from opening or coming back until leaving, hiding the page or a minute of stillness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// What was read.
    pub document: DocumentId,
    /// Its title then, for lists that do not know the document.
    pub title: String,
    /// Its address then, relative to the portal's root: `lessons/a/b/`.
    pub address: String,
    /// Active time in milliseconds.
    pub active_ms: u64,
    /// The estimated reading time of the whole document as it then stood, in milliseconds.
    pub estimate_ms: u64,
    /// Whether the last block was on the screen.
    pub reached_end: bool,
    /// Where the reader stood at the end of the stretch.
    pub place: Option<Place>,
    /// What finishing the document counts, in hundredths of a study hour (学时); 0 for what counts nothing.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub hours_hundredths: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// A bookmark on a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmark {
    /// The document it is in.
    pub document: DocumentId,
    /// The document's title then.
    pub title: String,
    /// The document's address then, relative to the portal's root.
    pub address: String,
    /// The block it marks.
    pub place: Place,
    /// The first words of the block, or what the learner named it.
    pub label: String,
}

/// The order that comes after all events of a log.
#[must_use]
pub fn next_order<'a, S: 'a>(events: impl IntoIterator<Item = &'a Event<S>>) -> u64 {
    events.into_iter().map(|event| event.order).max().map_or(1, |last| last + 1)
}
