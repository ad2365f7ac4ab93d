//! The essay that is being written: its fields, and what is made of them.
//!
//! It is opened ([`opening`]), kept from the first key ([`keeping`]), looked at when the writer pauses ([`looking`]), kept as versions
//! ([`cutting`]), and written by one tab at a time ([`handover`]). The fields are the browser's: their values are set when a draft is shown,
//! and read when one is kept.

mod fields;

mod opening;

mod keeping;

mod handover;

mod looking;

mod cutting;

use fields::Fields;
pub use opening::{Opened, open};

use super::hold::Hold;
use super::shelf::Shelf;
use crate::desk::Desk;
use crate::youth::draft::Keeping;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use youth::Contest;
use youth::essay::Draft;
use youth::versions::Writing;

/// Whether this tab may write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Here,
    /// Another tab wrote before.
    Elsewhere,
    /// Another tab took over.
    Taken,
    /// It is taking over.
    Taking,
}

/// The essay of a contest. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct EssayDesk(StoredValue<Rc<Parts>, LocalStorage>);

/// What is shown, as signals. Every copy is the same one.
#[derive(Clone, Copy)]
struct Shown {
    draft: RwSignal<Draft>,
    keeping: RwSignal<Keeping>,
    standing: RwSignal<Standing>,
}

struct Parts {
    desk: Desk,
    contest: Contest,
    hold: Hold,
    shelf: Shelf,
    shown: Shown,
    fields: Fields,
    /// The draft as it was kept last.
    now: RefCell<Draft>,
    writing: RefCell<Writing>,
    /// Whether something was written since the last keeping began.
    asked: Cell<bool>,
    /// How many keepings go on.
    going: Cell<u32>,
    /// Runs until the next keeping begins.
    moment: RefCell<Option<Timeout>>,
    /// Runs until it is said that all is kept.
    settled: RefCell<Option<Timeout>>,
    /// When it was said last that all is kept, on the page's own clock.
    said_ms: Cell<Option<u64>>,
    pause: RefCell<Option<Timeout>>,
    taken_ms: Cell<u64>,
}

impl Parts {
    fn new(desk: &Desk, contest: Contest, hold: Hold) -> Self {
        let blank = opening::blank(&contest);
        let shown = Shown {
            draft: RwSignal::new(blank.clone()),
            keeping: RwSignal::new(Keeping::Untouched),
            standing: RwSignal::new(Standing::Here),
        };
        let shelf = Shelf::new(desk, &contest.id);
        Self {
            desk: desk.clone(),
            contest,
            hold,
            shelf,
            shown,
            fields: Fields::default(),
            now: RefCell::new(blank),
            writing: RefCell::default(),
            asked: Cell::new(false),
            going: Cell::new(0),
            moment: RefCell::default(),
            settled: RefCell::default(),
            said_ms: Cell::new(None),
            pause: RefCell::default(),
            taken_ms: Cell::new(0),
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

    fn shown(self) -> Shown {
        self.0.with_value(|parts| parts.shown)
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
        self.shown().draft
    }

    /// How the last words stand.
    pub fn keeping(self) -> Signal<Keeping> {
        self.shown().keeping.into()
    }

    /// Whether this tab may write.
    pub fn standing(self) -> Signal<Standing> {
        self.shown().standing.into()
    }

    /// Whether this tab may write.
    pub fn may_write(self) -> bool {
        self.shown().standing.get() == Standing::Here
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
        self.keep();
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
        self.keep();
    }
}
