//! The room: opened once by a page ([`opening`]), read and added to ([`adding`]), and the texts beside the log ([`slips`]); what was left by
//! pages that are gone is taken in ([`left`]), what is gone is told ([`lost`]), and who shares the browser is seen to ([`household`]).
//!
//! Nobody else writes to the store. What was written is shown when it is on the disk, and not before; what a page that leaves had begun is
//! noted outside ([`parting`](crate::parting)) and nothing is removed meanwhile.

mod adding;
mod household;
mod left;
mod lost;
mod opening;
mod slips;

use crate::book::Book;
use crate::erased::Erased;
use crate::generation::Generation;
use crate::identity::guest;
use crate::notes::{Notes, OfTheStore};
use crate::parting::Parting;
use crate::seen::Seen;
use crate::surroundings::{Going, Surroundings};
use crate::trouble;
use crate::witness::Witness;
use model::{Event, LearnerId, Saving};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use store::{Identity, Store, StoreError};
use tokio::sync::{Mutex, Semaphore};

/// What has changed, for whoever shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Who is learning.
    Who(Identity),
    /// The log, or the stretches that go on.
    Book,
    /// How the record is kept.
    Saving(Saving),
}

/// The records of the learners of a browser, as one page has them. Cheap to clone; every clone is the same one.
pub struct Room<B: Book, S>(Rc<Parts<B, S>>);

impl<B: Book, S> Clone for Room<B, S> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

struct Parts<B: Book, S> {
    around: Rc<dyn Surroundings>,
    heard: Box<dyn Fn(Heard)>,
    store: RefCell<Option<S>>,
    /// Whether what is written outlives the page.
    lasting: Rc<Cell<bool>>,
    who: Cell<Option<Identity>>,
    erased: RefCell<Erased>,
    book: RefCell<B>,
    /// Stretches that still go on: this page's own, and those of other tabs.
    going_on: RefCell<Vec<Event<B::Study>>>,
    saving: RefCell<Saving>,
    /// How the record stood when it was last read, for when something could not be saved and then could again.
    stood: RefCell<Saving>,
    parting: Parting,
    /// Whether the page leaves, or was hidden a moment ago.
    leaving: Cell<bool>,
    witness: Witness,
    seen: Seen,
    generation: Generation,
    /// How many records were missing when it was looked last.
    missing: Cell<u32>,
    /// What waits until the page is seen to live on: nothing is removed while a page leaves.
    put_off: RefCell<Vec<Going<()>>>,
    /// The pages whose end is waited for.
    watched: RefCell<Vec<String>>,
    /// Whose turn it is to add to the log: one after the other.
    turn: Mutex<()>,
}

impl<B: Book, S: Store + Clone + 'static> Room<B, S> {
    /// Nothing is known until it is opened. `heard` is called when something changed.
    pub fn new(around: impl Surroundings + 'static, heard: impl Fn(Heard) + 'static) -> Self {
        let lasting = Rc::new(Cell::new(false));
        let notes: Rc<dyn Notes> = Rc::new(OfTheStore { notes: around.notes(), lasting: Rc::clone(&lasting) });
        let (parting, generation) = (Parting::new(notes.clone(), around.page()), Generation::new(notes.clone()));
        let (witness, seen) = (Witness::new(notes.clone()), Seen::new(notes));
        Self(Rc::new(Parts {
            around: Rc::new(around),
            heard: Box::new(heard),
            store: RefCell::new(None),
            lasting,
            who: Cell::new(None),
            erased: RefCell::default(),
            book: RefCell::default(),
            going_on: RefCell::default(),
            saving: RefCell::new(Saving::Opening),
            stood: RefCell::new(Saving::Opening),
            parting,
            leaving: Cell::new(false),
            witness,
            seen,
            generation,
            missing: Cell::new(0),
            put_off: RefCell::default(),
            watched: RefCell::default(),
            turn: Mutex::new(()),
        }))
    }

    /// Who is learning, once that is known.
    #[must_use]
    pub fn who(&self) -> Option<Identity> {
        self.0.who.get()
    }

    /// How the record is kept.
    #[must_use]
    pub fn saving(&self) -> Saving {
        self.0.saving.borrow().clone()
    }

    /// Asks the log something.
    pub fn with_book<T>(&self, ask: impl FnOnce(&B) -> T) -> T {
        ask(&self.0.book.borrow())
    }

    /// Asks something of the stretches that go on in any tab.
    pub fn with_going_on<T>(&self, ask: impl FnOnce(&[Event<B::Study>]) -> T) -> T {
        ask(&self.0.going_on.borrow())
    }

    /// Says how a writing went. Whether it went well.
    pub fn settle<T>(&self, outcome: &Result<T, StoreError>) -> bool {
        match outcome {
            Ok(_) => {
                if let Saving::Unsaved(_) = self.saving() {
                    // Something was saved: what was wrong before is over.
                    let stood = self.0.stood.borrow().clone();
                    self.say(stood);
                }
                true
            }
            Err(error) => {
                self.say(Saving::Unsaved(trouble::of_store(error)));
                false
            }
        }
    }

    /// The page is hidden or leaves: what is not acknowledged is noted outside the store.
    pub fn leave(&self) {
        self.0.leaving.set(true);
        if self.0.lasting.get() {
            self.0.parting.leave(self.0.around.now().unix_ms);
        }
    }

    /// The page is seen again.
    pub fn come_back(&self) {
        self.0.parting.come_back();
        self.live_on();
    }

    /// The page was hidden and is still there: what was put off is done.
    pub fn live_on(&self) {
        self.0.leaving.set(false);
        for going in self.0.put_off.take() {
            self.0.around.spawn(going);
        }
    }

    /// Waits, while the page leaves, until it is seen to live on. WebKit keeps a page that left as it is, with a transaction that awaits
    /// something in it: that one would hold its lock, and every other page would wait for it.
    async fn stays(&self) {
        if !self.0.leaving.get() {
            return;
        }
        let gate = Rc::new(Semaphore::new(0));
        let opened = Rc::clone(&gate);
        self.0.put_off.borrow_mut().push(Box::pin(async move { opened.add_permits(1) }));
        drop(gate.acquire().await);
    }

    fn is_now(&self, who: Identity) {
        self.0.who.set(Some(who));
        self.hear(Heard::Who(who));
    }

    fn say(&self, saving: Saving) {
        let before = self.0.saving.replace(saving.clone());
        if before != saving {
            self.hear(Heard::Saving(saving));
        }
    }

    fn hear(&self, heard: Heard) {
        (self.0.heard)(heard);
    }

    fn store(&self) -> Option<S> {
        self.0.store.borrow().clone()
    }

    /// Whether somebody's events are to be shown.
    #[must_use]
    pub fn is_here(&self, learner: LearnerId) -> bool {
        let is_own = self.who().is_some_and(|who| who.learner == learner);
        !self.0.erased.borrow().contains(learner) && (learner != guest() || is_own)
    }
}
