//! What the panel is told by the desk on which a work was made.

use entry::Length;
use entry::package::File;
use leptos::prelude::*;
use locale::Phrase;
use model::GroupId;
use std::pin::Pin;
use youth::checklist::Item;
use youth::essay::HandedIn;

/// Something that takes a moment.
pub type Soon<T> = Pin<Box<dyn Future<Output = T>>>;

/// A desk, as the panel sees it.
pub struct Source {
    /// Whether this tab may write; `None` where the work has no one tab that writes.
    pub may_write: Option<Signal<bool>>,
    /// The group that was chosen.
    pub group: Signal<Option<GroupId>>,
    /// What was handed in last.
    pub last: Signal<Option<HandedIn>>,
    /// What the rules want of it, for somebody of an age and at a moment in milliseconds since 1970.
    pub checklist: Box<dyn Fn(Option<u8>, i64) -> Vec<Item>>,
    /// Whether they said that it is their own work (原创).
    pub own_work: Signal<bool>,
    /// Notes down whether they say so.
    pub say_own_work: Box<dyn Fn(bool)>,
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
