//! What is being written on a text: its study note, and the note in the margin that is open.

use super::super::writing::Writing;
use super::{Begun, Open, Pad};
use crate::desk::drafting::Drafting;
use formats::draft::Name;
use learning::deed::Highlight;
use learning::{Deed, Study};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::EventId;

impl Pad {
    /// Opens one note.
    pub fn open_one(&self, event: EventId, write: bool) {
        let (pad, desk) = (*self, self.desk());
        self.leave_margin();
        spawn_local(async move {
            match Drafting::open(&desk, &margin_slip(event)).await {
                Ok(found) if pad.is_here() => {
                    pad.parts().found.replace(Some((event, found)));
                    pad.open.set(Some(Open::One { event, write }));
                }
                Ok(_) => {}
                // What cannot be read must not be written over.
                Err(_) => desk.tell(locale::note_unread()),
            }
        });
    }

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
    pub fn reflection(&self, found: Begun) -> Writing {
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
    pub(super) fn leave_margin(&self) {
        self.save_all();
        drop(self.parts().margin.take());
    }

    /// The note in the margin of a passage is deleted.
    pub(super) fn forget_margin(&self, event: EventId) {
        let writing = self.parts().margin.take();
        writing.filter(|(of, _)| *of == event).iter().for_each(|(_, writing)| writing.forget());
        self.desk().put_slip(&margin_slip(event), "");
    }
}

/// The slip of a note in the margin.
fn margin_slip(event: EventId) -> String {
    Name::Margin(event).to_string()
}
