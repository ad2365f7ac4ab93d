//! Passages: marked, marked otherwise, deleted and brought back; and what of them is drawn in the page.

use super::super::{marks, selection};
use super::{Pad, Then};
use learning::deed::{Colour, Highlight};
use learning::notes::{NewAnchor, Placed};
use learning::{Deed, Study};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::EventId;
use std::collections::BTreeMap;

impl Pad {
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

    fn events(&self) -> Vec<EventId> {
        self.notes.with_untracked(|notes| notes.iter().map(|note| note.event).collect())
    }

    fn marked(&self, new: Option<EventId>, colour: Colour, then: Then) {
        self.draw();
        selection::drop_selection();
        self.select(None);
        self.marked.set(Some(colour));
        match (new, then) {
            (Some(event), Then::Write) => self.open_one(event, true),
            (Some(event), Then::Read) => selection::put_keyboard_at(event),
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
        self.forget_margin(event);
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
}
