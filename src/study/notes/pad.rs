//! What is known of the notes on the text that is open, and all that can be done with them: its passages are marked ([`marking`]), and what is
//! thought of it is written ([`written`]).

mod marking;
mod written;

use super::passage::Passage;
use super::writing::Writing;
use crate::desk::Desk;
use crate::desk::drafting::Drafting;
use learning::deed::{Colour, Highlight};
use learning::notes::{Placed, Placement};
use leptos::prelude::*;
use model::EventId;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// A marked passage of this text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The event to correct or to take back.
    pub event: EventId,
    /// What it says.
    pub highlight: Highlight,
    /// Where it stands; `None` if it is not found any more.
    pub placed: Option<Placed>,
}

/// What the panel shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// All notes on this text, and how to make one.
    List,
    /// One of them.
    One {
        /// Which.
        event: EventId,
        /// Whether to write at once.
        write: bool,
    },
}

/// What comes after a passage was marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Reading goes on.
    Read,
    /// A note in the margin is written.
    Write,
}

/// The notes on one text. Cheap to copy; lives as long as that text is open.
#[derive(Clone, Copy)]
pub struct Pad {
    parts: StoredValue<Rc<Parts>, LocalStorage>,
    /// All of them in the order of the text; those that are not found last.
    pub notes: Memo<Arc<Vec<Note>>>,
    /// What the panel shows, if it is open.
    pub open: RwSignal<Option<Open>>,
    /// How many characters are selected.
    pub selected: RwSignal<u32>,
    /// The pen that was used last, for those who hear the page; the others see it.
    pub marked: RwSignal<Option<Colour>>,
    /// What was deleted last, to be brought back.
    pub deleted: RwSignal<Option<Highlight>>,
}

/// What drafts a text, and what stood there before.
pub type Begun = (Drafting, Option<String>);

struct Parts {
    desk: Desk,
    passage: Passage,
    range: RefCell<Option<web_sys::Range>>,
    drawn: RefCell<BTreeMap<EventId, (Colour, Option<Placed>)>>,
    /// The study note, as far as there is one.
    reflection: RefCell<Option<Writing>>,
    /// The note in the margin that is open.
    margin: RefCell<Option<(EventId, Writing)>>,
    /// What was found of it when it was opened.
    found: RefCell<Option<(EventId, Begun)>>,
}

impl Pad {
    /// The notes that the log has on a text.
    pub fn new(desk: &Desk, passage: Passage) -> Self {
        let notes = placed(desk, &passage);
        let (range, drawn, reflection) = (RefCell::default(), RefCell::default(), RefCell::default());
        let (margin, found) = (RefCell::default(), RefCell::default());
        let parts = Rc::new(Parts { desk: desk.clone(), passage, range, drawn, reflection, margin, found });
        Self {
            parts: StoredValue::new_local(parts),
            notes,
            open: RwSignal::new(None),
            selected: RwSignal::new(0),
            marked: RwSignal::new(None),
            deleted: RwSignal::new(None),
        }
    }

    fn parts(&self) -> Rc<Parts> {
        self.parts.get_value()
    }

    /// The desk.
    pub fn desk(&self) -> Desk {
        self.parts().desk.clone()
    }

    /// Something about the text.
    pub fn with_passage<T>(&self, ask: impl FnOnce(&Passage) -> T) -> T {
        ask(&self.parts().passage)
    }

    /// Whether the text is still open: the reader may have gone on to another one while something was written.
    fn is_here(&self) -> bool {
        !self.parts.is_disposed()
    }

    /// A note as it stands now.
    pub fn note(&self, event: EventId) -> Option<Note> {
        self.notes.with_untracked(|notes| notes.iter().find(|note| note.event == event).cloned())
    }

    /// Opens the list.
    pub fn open_list(&self) {
        self.leave_margin();
        self.open.set(Some(Open::List));
    }

    /// The panel was closed.
    pub fn close(&self) {
        self.leave_margin();
        self.open.set(None);
    }
}

/// The notes of the log on a text. Where one stands is found once.
fn placed(desk: &Desk, passage: &Passage) -> Memo<Arc<Vec<Note>>> {
    let (log, document, text) = (desk.log(), passage.document.clone(), Arc::clone(&passage.text));
    Memo::new(move |old: Option<&Arc<Vec<Note>>>| {
        let log = log.get();
        let known =
            |event| old.and_then(|old| old.iter().find(|note| note.event == event)).map(|note| note.placed.clone());
        let find = |highlight: &Highlight| match text.place(highlight) {
            Placement::Placed(placed) => Some(placed),
            Placement::Lost => None,
        };
        let own = log.highlights.iter().filter(|kept| kept.value.document == document);
        let mut notes: Vec<Note> = own
            .map(|kept| Note {
                event: kept.event,
                highlight: kept.value.clone(),
                placed: known(kept.event).unwrap_or_else(|| find(&kept.value)),
            })
            .collect();
        notes.sort_by_key(|note| {
            note.placed.as_ref().map_or((usize::MAX, 0), |placed| (placed.block, placed.range.start))
        });
        Arc::new(notes)
    })
}
