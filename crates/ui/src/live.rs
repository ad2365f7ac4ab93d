//! What moves on a page: signals that the app sets, and the one way in which a component asks it to do something.

use leptos::prelude::*;
use locale::Phrase;
use model::{Progress, Saving};
use std::sync::Arc;

/// What the app knows beyond the page. While a page is published, nothing moves ([`Live::still`]).
#[derive(Clone, Copy)]
pub struct Live {
    /// What the learner's log amounts to, the stretch that is going on included.
    pub progress: Signal<Arc<Progress>>,
    /// Where in the text the reader is.
    pub here: Signal<Here>,
    /// How the learner's record is kept.
    pub saving: Signal<Saving>,
    /// What is kept for reading without a network.
    pub keeping: Signal<Arc<Keeping>>,
    /// Whether a newer version of the app waits for the reader's word.
    pub update: Signal<bool>,
    /// The name of who is learning; empty when it is not known.
    pub called: Signal<String>,
    /// The last thing to tell the reader.
    pub told: Signal<Option<Phrase>>,
    /// Asks the app to do something.
    pub act: UnsyncCallback<Act>,
}

impl Live {
    /// Nothing is known and nothing happens.
    #[must_use]
    pub fn still() -> Self {
        Self {
            progress: Signal::stored(Arc::default()),
            here: Signal::stored(Here::default()),
            saving: Signal::stored(Saving::Opening),
            keeping: Signal::stored(Arc::default()),
            update: Signal::stored(false),
            called: Signal::stored(String::new()),
            told: Signal::stored(None),
            act: UnsyncCallback::new(|_| {}),
        }
    }
}

/// Where in the text the reader is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Here {
    /// How much of the text lies above the lower edge of the window, 0 to 100.
    pub percent: u8,
    /// Whether the block at the top of the window has a bookmark.
    pub bookmarked: bool,
    /// Whether the reader was just brought back to where they stopped.
    pub resumed: bool,
}

/// What is kept for reading without a network.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Whether anything can be kept.
    pub worker: Worker,
    /// What the reader decided.
    pub keep: Keep,
    /// Series and other groups, in the portal's order.
    pub packs: Vec<PackState>,
    /// Bytes of all that is kept, the app included.
    pub kept_bytes: u64,
    /// Whether the browser promised not to clear it; `None` when it does not say.
    pub promised: Option<bool>,
    /// Whether the last try failed for want of room.
    pub full: bool,
}

/// Whether pages can be kept on this device.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Worker {
    /// Not known yet.
    #[default]
    Starting,
    /// Pages can be kept.
    Ready,
    /// The browser or the connection (plain http) does not allow it.
    Refused,
    /// The organiser switched it off.
    Retired,
}

/// What the reader decided about keeping.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Keep {
    /// Nothing decided: all by itself if the portal is small, else only what is opened.
    #[default]
    Auto,
    /// Stopped: only what is opened.
    Stopped,
    /// These packs.
    Chosen(Vec<String>),
}

/// One pack and how much of it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackState {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its size.
    pub bytes: u64,
    /// How much of that is kept; `None` of a pack that was not looked into.
    pub kept_bytes: Option<u64>,
    /// Whether it shall be kept.
    pub wanted: bool,
}

/// What a reader can ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Put a bookmark at the top of the window, or take away the one that is there.
    ToggleBookmark,
    /// Keep a pack, or keep it no longer.
    KeepPack(String, bool),
    /// Stop keeping things by itself.
    StopKeeping,
    /// Keep everything by itself again.
    KeepAll,
    /// Ask the browser to promise that nothing kept is cleared.
    AskPromise,
    /// Start the newer version of the app.
    Update,
    /// Print the page, or all lessons of its series.
    Print,
    /// Go back to the beginning of the text.
    Restart,
    /// Load the page again, to reopen the store.
    Reload,
    /// Put the last message away.
    Dismiss,
    /// Open the address that could not be opened without a network.
    TryAgain,
}

impl Act {
    /// What the `data-act` attribute of a button says that asks for this. Empty for what such a button cannot ask for.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::ToggleBookmark => "bookmark",
            Self::Update => "update",
            Self::Print => "print",
            Self::Restart => "restart",
            Self::Reload => "reload",
            Self::Dismiss => "dismiss",
            Self::TryAgain => "try-again",
            Self::StopKeeping => "stop-keeping",
            Self::KeepAll => "keep-all",
            Self::AskPromise => "ask-promise",
            Self::KeepPack(..) => "",
        }
    }

    /// What a button asks for whose `data-act` attribute says `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let all = [
            Self::ToggleBookmark,
            Self::Update,
            Self::Print,
            Self::Restart,
            Self::Reload,
            Self::Dismiss,
            Self::TryAgain,
            Self::StopKeeping,
            Self::KeepAll,
            Self::AskPromise,
        ];
        all.into_iter().find(|act| act.name() == name)
    }
}
