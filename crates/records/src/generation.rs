//! Whether the notes outside the store are as new as the store.
//!
//! Chromium writes localStorage to the disk many seconds late. A browser that is killed before brings an older one back: with texts
//! that were taken into the store long ago, and without what was acknowledged since (docs/DESIGN.md). So every writing of a text is counted:
//! first in a note, then in a slip, and the text comes after both. Where the slip says more than the note, the notes are old.

use crate::notes::Notes;
use std::rc::Rc;

/// Where the number is noted outside the store.
const NOTE: &str = "huaide.generation";
/// The slip that has it. It belongs to no learner.
pub(crate) const SLIP: &str = "generation";

/// The number of the last writing.
pub(crate) struct Generation {
    notes: Rc<dyn Notes>,
}

impl Generation {
    /// One that is noted there.
    pub(crate) fn new(notes: Rc<dyn Notes>) -> Self {
        Self { notes }
    }

    /// Counts a writing. Gives what the slip is to say before it; `None` where nothing can be noted, and so nothing can be old.
    pub(crate) fn count(&self) -> Option<String> {
        let next = self.noted().saturating_add(1).to_string();
        self.notes.set(NOTE, &next).then_some(next)
    }

    /// Whether the store has counted further.
    pub(crate) fn is_behind(&self, slip: Option<&str>) -> bool {
        number(slip) > self.noted()
    }

    /// The notes were put in order: they are as new as the store.
    pub(crate) fn catch_up(&self, slip: Option<&str>) {
        // Where it cannot be noted, they are put in order again at the next start.
        let _ = self.notes.set(NOTE, slip.unwrap_or_default());
    }

    fn noted(&self) -> u64 {
        number(self.notes.get(NOTE).as_deref())
    }
}

/// What cannot be read counts nothing.
fn number(text: Option<&str>) -> u64 {
    text.and_then(|text| text.parse().ok()).unwrap_or(0)
}
