//! The desk: all that the pages of studying and of the holiday programme stand on: what there is, what is done ([`deeds`]), what is being made
//! ([`drafts`]), and who shares the browser ([`household`]).
//!
//! It stands on the records of the page ([`Records`]) with the whole log, for it shows what the whole log says; the reader's program has a
//! quicker way (`reader::learner`).

pub mod bars;
pub mod drafting;
pub mod focus;

mod deeds;
mod download;
mod drafts;
mod hold;
mod household;
mod lost;
mod portal;
mod replace;

pub use download::download;
pub use drafts::Strange;
pub use lost::{PutBack, give_up};
pub use replace::replace;

use crate::platform::zone::Zone;
use crate::platform::{clock, document, frame, web};
use crate::records::Records;
use drafts::Drafts;
use formats::page::Page;
use formats::study::Index;
use learning::learners::{self, Known};
use learning::log::Log;
use learning::{Bank, Event};
use leptos::prelude::*;
use locale::Phrase;
use model::{BankId, Day, LearnerId, Moment, Saving};
use portal::Portal;
use records::book::Whole;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// The desk. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct Desk(Rc<Parts>);

struct Parts {
    root: String,
    page: Page,
    records: Records<Whole>,
    portal: Portal,
    zone: RefCell<Zone>,
    index: RwSignal<Option<Arc<Index>>>,
    log: Memo<Arc<Log>>,
    told: RwSignal<Option<Phrase>>,
    drafts: Drafts,
    strange: RwSignal<Vec<Strange>>,
}

impl Desk {
    /// Nothing is known until [`open`](Self::open).
    pub fn new(page: Page) -> Self {
        let records = Records::<Whole>::new();
        let log = Memo::new(move |_| {
            let learner = records.who().get().map_or_else(|| LearnerId::new(0, [0; 10]), |who| who.learner);
            records.track();
            let room = records.room();
            Arc::new(
                room.with_book(|book| room.with_going_on(|going_on| Log::of(learner, book.0.iter().chain(going_on)))),
            )
        });
        Self(Rc::new(Parts {
            root: web::root_path(&frame::root_attribute(&document(), "data-root")),
            page,
            records,
            portal: Portal::default(),
            zone: RefCell::new(Zone::named("")),
            index: RwSignal::new(None),
            log,
            told: RwSignal::new(None),
            drafts: Drafts::default(),
            strange: RwSignal::default(),
        }))
    }

    /// Opens the records, and fetches what there is to study.
    pub async fn open(&self) {
        self.open_records().await;
        self.find_index().await;
    }

    /// Opens the records.
    pub async fn open_records(&self) {
        self.0.records.open().await;
    }

    /// Fetches what there is to study, if there is anything.
    pub async fn find_index(&self) {
        if self.0.page.study.is_empty() {
            return;
        }
        if let Some(index) = Portal::index(&self.0.root, &self.0.page.study).await {
            self.stand_in(&index.zone);
            self.0.index.set(Some(Arc::new(index)));
        }
    }

    /// The time zone whose days count, by its IANA name.
    pub fn stand_in(&self, zone: &str) {
        self.0.zone.replace(Zone::named(zone));
    }

    /// Listens for what other tabs add or leave, and for who they choose.
    pub fn listen(&self) {
        self.0.records.listen(|| {});
    }

    /// The records.
    pub fn records(&self) -> Records<Whole> {
        self.0.records
    }

    // What there is

    /// The page that is open.
    pub fn page(&self) -> &Page {
        &self.0.page
    }

    /// A link to an address of the portal, which is relative to its root.
    pub fn to(&self, address: &str) -> String {
        format!("{}{address}", self.0.root)
    }

    /// What there is to study; `None` where it could not be had.
    pub fn index(&self) -> Signal<Option<Arc<Index>>> {
        self.0.index.into()
    }

    /// A bank, fetched once.
    pub async fn bank(&self, id: &BankId) -> Option<Arc<Bank>> {
        if self.0.index.with_untracked(Option::is_none) {
            // The network may be back.
            self.find_index().await;
        }
        let index = self.0.index.get_untracked()?;
        self.0.portal.bank(&self.0.root, &index, id).await
    }

    /// What the learner's log amounts to.
    pub fn log(&self) -> Signal<Arc<Log>> {
        self.0.log.into()
    }

    /// All learners of this browser, the one who is learning among them.
    pub fn learners(&self) -> Vec<Known> {
        self.0.records.track();
        self.0.records.room().with_book(|book| learners::learners(&book.0))
    }

    /// All events of the learners of this browser.
    pub fn events(&self) -> Signal<Arc<Vec<Event>>> {
        let records = self.0.records;
        Signal::derive(move || {
            records.track();
            records.room().with_book(|book| Arc::clone(&book.0))
        })
    }

    /// Who is learning.
    pub fn learner(&self) -> Option<LearnerId> {
        self.0.records.who().get().map(|who| who.learner)
    }

    /// Who is learning at this moment, for what happens then.
    pub fn learner_now(&self) -> Option<LearnerId> {
        self.0.records.learner_now()
    }

    /// How the record is kept.
    pub fn saving(&self) -> Signal<Saving> {
        self.0.records.saving()
    }

    /// The last thing to tell the learner.
    pub fn told(&self) -> RwSignal<Option<Phrase>> {
        self.0.told
    }

    /// Tells the learner something.
    pub fn tell(&self, phrase: Phrase) {
        self.0.told.set(Some(phrase));
    }

    /// Today in the portal's zone.
    pub fn today(&self) -> Day {
        self.day(clock::now())
    }

    /// The day of a moment in the portal's zone.
    pub fn day(&self, moment: Moment) -> Day {
        self.0.zone.borrow().day(moment)
    }
}
