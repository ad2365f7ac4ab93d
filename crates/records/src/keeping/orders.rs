//! What happens to words that are being written, and what is done about it.

use model::Trouble;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A key, or anything else, changed what is written.
    Key,
    /// An input method begins to compose.
    Composing,
    /// It ended, and changed what is written.
    Composed,
    /// The time has come that was asked for, or an earlier one.
    Woken,
    /// The page is seen no more.
    Hidden,
    /// It is seen again.
    Shown,
    /// It goes, for good or until it is brought back as it was.
    Leaving,
    /// It was brought back as it was.
    Returned,
    /// A writing is over.
    Written(Writing, Result<(), Trouble>),
    /// Another tab writes from now on; whether there is time left to write the last words.
    Taken {
        /// Whether there is.
        in_time: bool,
    },
    /// The tab that wrote is gone.
    Free,
    /// The writer wants to write here.
    Wanted,
    /// This tab writes from now on; whether anything was found to go on with.
    Took {
        /// Whether it was.
        found: bool,
    },
    /// What was written could not be read, so another tab or none goes on writing.
    NotTaken(Trouble),
    /// What is written is being deleted for good.
    Deleting,
    /// How that went.
    Deleted(Result<(), Trouble>),
    /// The writer touched something.
    SignOfLife,
    /// The writer asks to try again, or something else could be written: there may be room.
    Room,
}

/// One writing: they are numbered in the order in which they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writing {
    /// Its number.
    pub number: u32,
    /// Where the words go.
    pub place: Place,
}

/// Where words go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Where they are read from when it is opened again.
    Own,
    /// Beside it, for another tab writes there.
    Aside,
}

/// Which tab writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// This one.
    Here,
    /// Another one wrote before this one came.
    Elsewhere,
    /// Another one took over.
    Taken,
    /// This one is taking over.
    Taking,
}

/// How the last words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Nothing was written yet.
    Untouched,
    /// They are on the way to the disk.
    Going,
    /// They are on the disk.
    Kept,
    /// They are on the disk, beside what another tab writes.
    Aside,
    /// They are on the page only.
    Failed(Trouble),
}

impl Said {
    /// Its name, for what is drawn.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Untouched => "untouched",
            Self::Going => "going",
            Self::Kept => "kept",
            Self::Aside => "aside",
            Self::Failed(_) => "failed",
        }
    }
}

/// What is to be done, in this order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Orders {
    /// Begin a writing with the words as they are now.
    pub begin: Option<Writing>,
    /// Tell the other tab, when the writings that have begun are over, that it may read.
    pub hand_over: bool,
    /// Look at the words: how many there are, whether a version is due.
    pub look: bool,
    /// Say it.
    pub say: Option<Said>,
    /// Show which tab writes.
    pub stand: Option<Standing>,
    /// Begin to ask before the page is left, or ask no more.
    pub ask: Option<bool>,
    /// Become the tab that writes, and read what was written.
    pub take: bool,
    /// Open the page anew: what it shows may be old.
    pub anew: bool,
    /// When to be woken, if at all.
    pub wake: Option<u64>,
}
