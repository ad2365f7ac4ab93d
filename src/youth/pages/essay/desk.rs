//! The essay that is being written: its fields, and what is made of them.
//!
//! It is opened ([`opening`]), kept from the first key ([`keeping`]), and written by one tab at a time ([`handover`]). The fields are the
//! browser's: their values are set when a draft is shown, and read when one is kept. A key does no more than ask for keeping; one writing goes on at a time, and the latest text follows it. What is made of the text (字数, the checklist, a version) waits
//! for a pause of the writer, and for the end of a composition.

mod fields;

mod opening;

mod keeping;

mod handover;

use fields::Fields;
pub use opening::{Opened, open, slip};

use super::hold::Hold;
use super::shelf::Shelf;
use crate::platform::{clock, web};
use crate::study::desk::Desk;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use ui::Trouble;
use youth::Contest;
use youth::essay::Draft;
use youth::versions::{Why, Writing};

/// How long a pause of the writer is, in milliseconds.
const PAUSE_MS: u32 = 300;
/// Who writes on without a pause sees the count as often as this.
const AT_LEAST_MS: u64 = 3_000;

/// How the last words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing was written yet.
    Untouched,
    /// They are on the way to the disk.
    Going,
    /// They are on the disk.
    Kept,
    /// They are on the page only.
    Failed(Trouble),
}

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
    zone: String,
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
    pause: RefCell<Option<Timeout>>,
    taken_ms: Cell<u64>,
}

/// Lets a keeping end by itself.
fn finish(keeping: impl Future<Output = Result<(), Trouble>> + 'static) {
    spawn_local(async move {
        // How it went is said in the bars.
        let _ = keeping.await;
    });
}

impl Parts {
    fn new(desk: &Desk, contest: Contest, zone: String, hold: Hold) -> Self {
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
            zone,
            hold,
            shelf,
            shown,
            fields: Fields::default(),
            now: RefCell::new(blank),
            writing: RefCell::default(),
            asked: Cell::new(false),
            going: Cell::new(0),
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

    /// The portal's time zone, by its IANA name.
    pub fn zone(self) -> String {
        self.0.with_value(|parts| parts.zone.clone())
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

    // Keys

    /// A key changed a field.
    pub fn typed(self) {
        self.0.with_value(|parts| {
            parts.writing.borrow_mut().key(clock::elapsed_ms() as i64);
        });
        self.keep();
        self.look_later();
    }

    /// An input method begins or ends to compose.
    pub fn compose(self, composing: bool) {
        self.0.with_value(|parts| parts.writing.borrow_mut().compose(composing));
        if !composing {
            self.typed();
        }
    }

    /// Looks at what was written when the writer pauses.
    fn look_later(self) {
        let parts = self.parts();
        let long_ago = clock::elapsed_ms().saturating_sub(parts.taken_ms.get()) > AT_LEAST_MS;
        if long_ago && parts.pause.borrow().is_some() {
            // The timer that is set runs out, whatever keys come.
            return;
        }
        parts.pause.replace(Some(Timeout::new(PAUSE_MS, move || {
            spawn_local(async move {
                // Forgetting it now stops nothing: it has run out.
                drop(self.parts().pause.take());
                web::idle().await;
                self.look();
            });
        })));
    }

    /// Shows what was written, and cuts a version if one is due. A word that is half composed waits.
    pub fn look(self) {
        let parts = self.parts();
        parts.taken_ms.set(clock::elapsed_ms());
        if !parts.writing.borrow().may_cut() {
            return;
        }
        parts.take_fields();
        self.show_draft();
        if parts.writing.borrow().is_due() {
            self.cut(Why::Automatic).into_iter().for_each(finish);
        }
    }

    /// Cuts a version of what stands there, and begins to keep it. `None` if there was nothing to cut.
    pub fn cut(self, why: Why) -> Option<impl Future<Output = Result<(), Trouble>> + use<>> {
        let parts = self.parts();
        parts.writing.borrow_mut().was_cut();
        parts.take_fields();
        let now = parts.now.borrow();
        parts.shelf.cut(why, &now.title, &now.text).then(|| parts.shelf.keep())
    }

    /// Goes on with an older version. What stands there now becomes a version, which is on the disk first.
    pub async fn restore(self, number: u32) -> Result<(), Trouble> {
        let parts = self.parts();
        let version = parts.shelf.get(number).ok_or(Trouble::Damaged)?;
        // Whoever writes on meanwhile loses nothing either.
        while let Some(kept) = self.cut(Why::BeforeRestore) {
            kept.await?;
        }
        self.put(version.title, version.text);
        Ok(())
    }

    fn show_draft(self) {
        let parts = self.parts();
        let now = parts.now.borrow();
        if parts.shown.draft.with_untracked(|shown| *shown != *now) {
            parts.shown.draft.set(now.clone());
        }
    }
}
