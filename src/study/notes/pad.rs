//! What is known of the notes on the text that is open, and all that can be done with them.

use super::marks;
use super::passage::Passage;
use super::writing::Writing;
use crate::desk::Desk;
use crate::desk::drafting::Drafting;
use formats::draft::Name;
use learning::deed::{Colour, Highlight};
use learning::notes::{NewAnchor, Placed, Placement};
use learning::{Deed, Study};
use leptos::prelude::*;
use leptos::task::spawn_local;
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
type Begun = (Drafting, Option<String>);

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

    /// A note as it stands now.
    pub fn note(&self, event: EventId) -> Option<Note> {
        self.notes.with_untracked(|notes| notes.iter().find(|note| note.event == event).cloned())
    }

    // Marking

    /// Something in the page was selected, or nothing any more.
    pub fn select(&self, range: Option<web_sys::Range>) {
        let count =
            range.as_ref().map_or(0, |range| String::from(js_sys::Object::to_string(range)).trim().chars().count());
        self.parts().range.replace(range.filter(|_| count > 0));
        self.selected.set(u32::try_from(count).unwrap_or(u32::MAX));
    }

    /// Marks what is selected.
    pub fn mark_selected(&self, colour: Colour, then: Then) {
        let range = self.parts().range.borrow().clone();
        if let Some(range) = range {
            self.mark(self.with_passage(|passage| passage.selected(&range)), colour, then);
        }
    }

    /// Marks passages.
    pub fn mark(&self, anchors: Vec<NewAnchor>, colour: Colour, then: Then) {
        let pad = *self;
        let deed =
            |anchor| Deed::Study(Study::Highlighted(pad.with_passage(|passage| passage.highlight(anchor, colour))));
        let deeds: Vec<Deed> = anchors.into_iter().map(deed).collect();
        if deeds.is_empty() {
            return;
        }
        let (desk, before) = (self.desk(), self.events());
        spawn_local(async move {
            if desk.added(deeds).await && pad.is_here() {
                let new = pad.events().into_iter().find(|event| !before.contains(event));
                pad.marked(new, colour, then);
            }
        });
    }

    /// Whether the text is still open: the reader may have gone on to another one while something was written.
    fn is_here(&self) -> bool {
        !self.parts.is_disposed()
    }

    fn events(&self) -> Vec<EventId> {
        self.notes.with_untracked(|notes| notes.iter().map(|note| note.event).collect())
    }

    fn marked(&self, new: Option<EventId>, colour: Colour, then: Then) {
        self.draw();
        super::selection::drop_selection();
        self.select(None);
        self.marked.set(Some(colour));
        match (new, then) {
            (Some(event), Then::Write) => self.open_one(event, true),
            (Some(event), Then::Read) => super::selection::put_keyboard_at(event),
            (None, _) => {}
        }
    }

    /// Marks in the page what the notes say, and nothing else.
    pub fn draw(&self) {
        let Some(parts) = self.parts.try_get_value() else { return };
        let notes = self.notes.get_untracked();
        let wanted: BTreeMap<EventId, (Colour, Option<Placed>)> =
            notes.iter().map(|note| (note.event, (note.highlight.colour, note.placed.clone()))).collect();
        let drawn = parts.drawn.replace(wanted.clone());
        drawn
            .iter()
            .filter(|(event, what)| wanted.get(event) != Some(what))
            .for_each(|(event, _)| marks::remove(*event));
        for note in notes.iter().filter(|note| drawn.get(&note.event) != wanted.get(&note.event)) {
            if let Some(placed) = &note.placed {
                marks::draw(&parts.passage, note, placed);
            }
        }
    }

    // Changing

    /// Takes another pen for a passage.
    pub fn recolour(&self, event: EventId, colour: Colour) {
        if let Some(note) = self.note(event).filter(|note| note.highlight.colour != colour) {
            let deed = Deed::Study(Study::Highlighted(Highlight { colour, ..note.highlight }));
            self.desk().add(vec![Deed::Corrected { event, deed: Box::new(deed) }], None);
        }
    }

    /// Deletes a passage's mark and its note; both can be brought back.
    pub fn delete(&self, event: EventId) {
        let (pad, desk, Some(note)) = (*self, self.desk(), self.note(event)) else { return };
        let writing = self.parts().margin.take();
        writing.filter(|(of, _)| *of == event).iter().for_each(|(_, writing)| writing.forget());
        desk.put_slip(&margin_slip(event), "");
        self.open.set(None);
        spawn_local(async move {
            if desk.added(vec![Deed::Retracted { event }]).await && pad.is_here() {
                desk.told().set(None);
                pad.deleted.set(Some(note.highlight));
            }
        });
    }

    /// Brings back what was deleted last.
    pub fn restore(&self) {
        if let Some(highlight) = self.deleted.get_untracked() {
            self.deleted.set(None);
            self.desk().study(Study::Highlighted(highlight), Some(locale::note_undone()));
        }
    }

    // The panel

    /// Opens the list.
    pub fn open_list(&self) {
        self.leave_margin();
        self.open.set(Some(Open::List));
    }

    /// Opens one note.
    pub fn open_one(&self, event: EventId, write: bool) {
        let (pad, desk) = (*self, self.desk());
        self.leave_margin();
        spawn_local(async move {
            match Drafting::open(&desk, &margin_slip(event)).await {
                Ok(found) => {
                    pad.parts().found.replace(Some((event, found)));
                    pad.open.set(Some(Open::One { event, write }));
                }
                // What cannot be read must not be written over.
                Err(_) => desk.tell(locale::note_unread()),
            }
        });
    }

    /// The panel was closed.
    pub fn close(&self) {
        self.leave_margin();
        self.open.set(None);
    }

    // What is being written

    /// The note in the margin of a passage, to be written, when it was opened.
    pub fn margin(&self, event: EventId) -> Option<Writing> {
        let (pad, parts) = (*self, self.parts());
        let (_, found) = parts.found.take().filter(|(of, _)| *of == event)?;
        let logged = move || pad.note(event).map(|note| note.highlight.note).unwrap_or_default();
        let deed = move |text: &str| {
            let highlight = Highlight { note: text.trim().to_owned(), ..pad.note(event)?.highlight };
            Some(Deed::Corrected { event, deed: Box::new(Deed::Study(Study::Highlighted(highlight))) })
        };
        let writing = Writing::new(&parts.desk, found, logged, deed);
        parts.margin.replace(Some((event, writing.clone())));
        Some(writing)
    }

    /// The study note, to be written.
    pub fn reflection(&self, found: (Drafting, Option<String>)) -> Writing {
        let (pad, parts) = (*self, self.parts());
        let (document, log) = (parts.passage.document.clone(), parts.desk.log());
        let logged = move || {
            let log = log.get_untracked();
            log.reflections.get(&document).map(|kept| kept.value.text.clone()).unwrap_or_default()
        };
        let deed =
            move |text: &str| Some(Deed::Study(Study::Reflected(pad.with_passage(|passage| passage.reflection(text)))));
        let writing = Writing::new(&parts.desk, found, logged, deed);
        parts.reflection.replace(Some(writing.clone()));
        writing
    }

    /// Saves whatever was written and is not saved: the reader leaves it.
    pub fn save_all(&self) {
        let parts = self.parts();
        let (reflection, margin) = (parts.reflection.borrow().clone(), parts.margin.borrow().clone());
        reflection.iter().chain(margin.iter().map(|(_, writing)| writing)).for_each(Writing::save);
    }

    /// The note in the margin is left: it is saved, and another tab may write it.
    fn leave_margin(&self) {
        self.save_all();
        drop(self.parts().margin.take());
    }
}

/// The slip of a note in the margin.
fn margin_slip(event: EventId) -> String {
    Name::Margin(event).to_string()
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
