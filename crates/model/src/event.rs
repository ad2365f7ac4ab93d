//! What a learner does, as an append-only log of events.
//!
//! An event is never changed: taking back and correcting are events too. Logs of two devices merge by union, because
//! every event has an id of its own. What is shown is folded from the log by [`crate::progress`].

use crate::{DeviceId, DocumentId, EventId, LearnerId, Moment, Place};
use serde::de::{Error, IgnoredAny};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

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
    /// clock was set back. What is read or written is at most [`LAST_ORDER`].
    #[serde(deserialize_with = "order", serialize_with = "at_most_last")]
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

/// The greatest order: the greatest whole number that every reader of JSON tells from its neighbours. One that is greater is no order, or
/// nothing could ever come after it. What comes after the last one is written as it is, and the ids, which begin with the time, decide.
pub const LAST_ORDER: u64 = (1 << 53) - 1;

/// The order that comes after another. After the last one it stays the same, and the ids, which begin with the time, decide.
#[must_use]
pub fn after(order: u64) -> u64 {
    order.saturating_add(1).min(LAST_ORDER)
}

/// An order and those that come after it: for events that are made together.
pub fn orders_from(first: u64) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(first.min(LAST_ORDER)), |order| Some(after(*order)))
}

fn order<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let order = u64::deserialize(deserializer)?;
    if order <= LAST_ORDER { Ok(order) } else { Err(D::Error::custom("no order")) }
}

fn at_most_last<Z: Serializer>(order: &u64, serializer: Z) -> Result<Z::Ok, Z::Error> {
    serializer.serialize_u64((*order).min(LAST_ORDER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_comes_after_the_last_order_is_written_and_read() {
        let id = "019ab1a0-0000-7101-8101-010101010101";
        let read = |order: u64| {
            let at = r#"{"unix_ms":0,"offset_minutes":0}"#;
            let deed = format!(r#"{{"retracted":{{"event":"{id}"}}}}"#);
            let json =
                format!(r#"{{"id":"{id}","learner":"{id}","device":"{id}","order":{order},"at":{at},"deed":{deed}}}"#);
            serde_json::from_str::<Event>(&json).ok()
        };
        assert_eq!(read(7).map(|event| event.order), Some(7));
        assert_eq!((read(LAST_ORDER + 1), read(u64::MAX)), (None, None));
        let last = read(LAST_ORDER).unwrap();
        for order in [LAST_ORDER + 1, u64::MAX] {
            let next = Event { order, ..last.clone() };
            assert_eq!(serde_json::from_str(&serde_json::to_string(&next).unwrap()).ok(), Some(last.clone()));
        }
    }
}
