//! How the learner's record is kept: what whoever shows it must be able to say.

/// How the record is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// The store is being opened.
    Opening,
    /// Everything so far is on the disk.
    Saved {
        /// Records that a newer version wrote; kept, and not shown.
        newer: u32,
        /// Records that cannot be read.
        damaged: u32,
        /// Records that were acknowledged once and are gone.
        missing: u32,
        /// Texts that were acknowledged once and are gone, or are other than they were.
        lost: u32,
    },
    /// Something is not on the disk.
    Unsaved(Trouble),
    /// The browser keeps nothing: what is learnt now is gone when the page closes.
    Passing(Trouble),
}

/// Why something cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The disk or the browser's share of it is full.
    Full,
    /// The browser refuses the store, as where site data are blocked.
    Refused,
    /// The browser closed the store and does not open it again.
    Closed,
    /// The store was written by a newer version of the portal.
    Newer,
    /// The store is damaged.
    Damaged,
    /// Another tab holds the store.
    Blocked,
}
