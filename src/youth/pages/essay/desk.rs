//! The essay that is being written: its fields, and what is made of them.
//!
//! It is opened ([`opening`]), told to the machine of keeping, which says what is to be done ([`keeping`]), and kept as versions
//! ([`cutting`]). The fields are the browser's: their values are set when a draft is shown, and read when one is kept.

mod fields;

mod opening;

mod keeping;

mod cutting;

use fields::Fields;
pub use opening::{Opened, open};

use super::shelf::Shelf;
use crate::desk::Desk;
use crate::desk::drafting::Drafting;
use leptos::prelude::*;
use records::keeping::{Event, Said, Standing};
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use youth::Contest;
use youth::essay::Draft;
use youth::versions::Writing;

/// The essay of a contest. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct EssayDesk(StoredValue<Rc<Parts>, LocalStorage>);

struct Parts {
    desk: Desk,
    contest: Contest,
    shelf: Shelf,
    fields: Fields,
    /// Set when it is open.
    drafting: OnceCell<Drafting>,
    /// The draft as it was at the last pause of the writer, as it is shown.
    draft: RwSignal<Draft>,
    /// The draft as it was kept last.
    now: RefCell<Draft>,
    writing: RefCell<Writing>,
}

impl Parts {
    fn new(desk: &Desk, contest: Contest) -> Self {
        let blank = opening::blank(&contest);
        Self {
            desk: desk.clone(),
            shelf: Shelf::new(desk, &contest.id),
            contest,
            fields: Fields::default(),
            drafting: OnceCell::new(),
            draft: RwSignal::new(blank.clone()),
            now: RefCell::new(blank),
            writing: RefCell::default(),
        }
    }

    /// Takes over what stands in the fields.
    fn take_fields(&self) {
        self.fields.read(&mut self.now.borrow_mut());
    }

    /// Writes the draft into the fields.
    fn fill_fields(&self) {
        self.fields.show(&self.now.borrow());
    }
}

impl EssayDesk {
    fn parts(self) -> Rc<Parts> {
        self.0.get_value()
    }

    /// The learner's table.
    pub fn desk(self) -> Desk {
        self.0.with_value(|parts| parts.desk.clone())
    }

    /// The contest.
    pub fn contest(self) -> Contest {
        self.0.with_value(|parts| parts.contest.clone())
    }

    /// The fields, to be drawn once.
    pub fn fields(self) -> Fields {
        self.0.with_value(|parts| parts.fields)
    }

    /// The versions.
    pub fn shelf(self) -> Shelf {
        self.0.with_value(|parts| parts.shelf)
    }

    /// The draft as it was at the last pause of the writer.
    pub fn draft(self) -> RwSignal<Draft> {
        self.0.with_value(|parts| parts.draft)
    }

    /// How it is kept. There is none before it is open, and whoever has the desk has opened it.
    pub fn drafting(self) -> Option<Drafting> {
        self.0.with_value(|parts| parts.drafting.get().cloned())
    }

    /// How the last words stand.
    pub fn said(self) -> Said {
        self.drafting().map_or(Said::Untouched, |drafting| drafting.said().get())
    }

    /// Which tab writes.
    pub fn standing(self) -> Standing {
        self.drafting().map_or(Standing::Elsewhere, |drafting| drafting.standing().get())
    }

    /// Whether this tab may write.
    pub fn may_write(self) -> bool {
        self.standing() == Standing::Here
    }

    /// The draft as it stands in the fields at this moment.
    pub fn now(self) -> Draft {
        let parts = self.parts();
        parts.take_fields();
        parts.now.borrow().clone()
    }

    /// Changes something that no field shows, and keeps it.
    pub fn change(self, change: impl FnOnce(&mut Draft)) {
        let parts = self.parts();
        parts.take_fields();
        change(&mut parts.now.borrow_mut());
        self.show_draft();
        self.tell(Event::Key);
    }

    /// Puts a title and a text in the place of what stands there, and keeps them.
    pub fn put(self, title: String, text: String) {
        let parts = self.parts();
        parts.take_fields();
        let mut now = parts.now.borrow_mut();
        (now.title, now.text) = (title, text);
        drop(now);
        parts.fill_fields();
        self.show_draft();
        self.tell(Event::Key);
    }
}
