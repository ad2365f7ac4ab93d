//! What the panel is told by the desk on which a work was made.

use entry::Length;
use entry::package::File;
use leptos::prelude::*;
use locale::Phrase;
use model::GroupId;
use std::pin::Pin;
use youth::essay::HandedIn;

/// Something that takes a moment.
pub type Soon<T> = Pin<Box<dyn Future<Output = T>>>;

/// A desk, as the panel sees it.
pub struct Source {
    /// Whether this tab may write.
    pub may_write: Signal<bool>,
    /// The group that was chosen.
    pub group: Signal<Option<GroupId>>,
    /// What was handed in last.
    pub last: Signal<Option<HandedIn>>,
    /// The work as it is at this moment, or what is missing of it.
    pub work: Box<dyn Fn() -> Soon<Result<Made, Phrase>>>,
    /// Keeps what was handed in.
    pub done: Box<dyn Fn(HandedIn) -> Soon<bool>>,
}

/// A work as it is handed in.
pub struct Made {
    /// What it is called.
    pub title: String,
    /// How long it is.
    pub length: Length,
    /// Its content.
    pub content: Content,
}

/// The content of a work.
pub enum Content {
    /// An essay: typed, photographed, or both.
    Essay {
        /// What was typed.
        text: Option<String>,
        /// The photographed pages, in order.
        photos: Vec<File>,
    },
    /// A speech.
    Speech(File),
}
