//! The desk: all that the pages of studying and of the holiday programme stand on: what there is, what is done ([`deeds`]), and who shares the browser ([`household`]).
//!
//! It reads the whole log, for it shows what the whole log says; the reader's program has a quicker way (`reader::learner`). What is
//! written is shown when it is on the disk, and not before.

pub mod bars;
pub mod focus;

mod deeds;
mod download;
mod household;
mod portal;
mod replace;

pub use download::download;
pub use household::somebody_new;
pub use replace::replace;

use crate::opening::{self, CHOSEN, ERASED, WITNESS, reason};
use crate::platform::zone::Zone;
use crate::platform::{clock, document, frame, local, page_events, web};
use async_lock::Mutex;
use formats::page::Page;
use formats::record;
use formats::study::Index;
use learning::learners::{self, Known};
use learning::log::Log;
use learning::{Bank, Event};
use leptos::prelude::*;
use locale::Phrase;
use model::{BankId, Day, LearnerId, Moment};
use portal::Portal;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use store::{Identity, Kept, Memory, Record, Store, StoreError};
use ui::Saving;
// Not that of Leptos, which waits for the first drawing: another tab may be heard before.
use wasm_bindgen_futures::spawn_local;

/// The desk. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct Desk(Rc<Parts>);

struct Parts {
    root: String,
    page: Page,
    kept: RefCell<Option<Kept>>,
    /// The learners who were deleted for good.
    erased: RefCell<BTreeSet<LearnerId>>,
    portal: Portal,
    zone: RefCell<Zone>,
    who: RwSignal<Option<Identity>>,
    events: RwSignal<Arc<Vec<Event>>>,
    /// Stretches of reading that go on in other tabs, or were left: they count, and become events when a text is opened.
    going_on: RwSignal<Arc<Vec<Event>>>,
    index: RwSignal<Option<Arc<Index>>>,
    log: Memo<Arc<Log>>,
    saving: RwSignal<Saving>,
    /// How the record stood when it was last read, for when something could not be saved and then could again.
    read: RefCell<Saving>,
    told: RwSignal<Option<Phrase>>,
    /// Whose turn it is to add to the log: one after the other.
    turn: Mutex<()>,
}

impl Desk {
    /// Nothing is known until [`open`](Self::open).
    pub fn new(page: Page) -> Self {
        let who = RwSignal::new(None::<Identity>);
        let events = RwSignal::new(Arc::<Vec<Event>>::default());
        let going_on = RwSignal::new(Arc::<Vec<Event>>::default());
        let log = Memo::new(move |_| {
            let learner = who.get().map_or_else(|| LearnerId::new(0, [0; 10]), |who| who.learner);
            Arc::new(Log::of(learner, events.get().iter().chain(going_on.get().iter())))
        });
        Self(Rc::new(Parts {
            root: web::root_path(&frame::root_attribute(&document(), "data-root")),
            page,
            kept: RefCell::default(),
            erased: RefCell::default(),
            portal: Portal::default(),
            zone: RefCell::new(Zone::named("")),
            who,
            events,
            going_on,
            index: RwSignal::new(None),
            log,
            saving: RwSignal::new(Saving::Opening),
            read: RefCell::new(Saving::Opening),
            told: RwSignal::new(None),
            turn: Mutex::new(()),
        }))
    }

    /// Opens the store, reads the log, and fetches what there is to study.
    pub async fn open(&self) {
        self.open_records().await;
        self.find_index().await;
    }

    /// Opens the store and reads the log.
    pub async fn open_records(&self) {
        let (kept, trouble) = opening::open().await;
        let trouble = match self.begin_with(kept).await {
            Ok(()) => trouble,
            Err(error) => {
                // Memory refuses nothing.
                let _ = self.begin_with(Kept::Memory(Memory::default())).await;
                Some(reason(&error))
            }
        };
        if let Some(trouble) = trouble {
            self.0.saving.set(Saving::Passing(trouble));
        }
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

    async fn begin_with(&self, kept: Kept) -> Result<(), StoreError> {
        self.0.who.set(Some(opening::who(&kept).await?));
        self.read(&kept).await?;
        self.0.kept.replace(Some(kept));
        Ok(())
    }

    async fn read(&self, kept: &Kept) -> Result<(), StoreError> {
        let erased = kept.slip(ERASED).await?.unwrap_or_default();
        // What cannot be read names nobody.
        self.0.erased.replace(serde_json::from_str(&erased).unwrap_or_default());
        let contents = kept.read(None).await?;
        let (mut newer, mut damaged, mut events) = (0, 0, Vec::with_capacity(contents.records.len()));
        for Record { json, .. } in &contents.records {
            match record::read(json) {
                Ok(event) => events.push(event),
                Err(formats::FormatError::Newer { .. }) => newer += 1,
                Err(formats::FormatError::Damaged(_)) => damaged += 1,
            }
        }
        let read = events.len();
        events.retain(|event| self.is_here(event.learner));
        if events.len() < read {
            self.sweep_later();
        }
        let drafts = contents.drafts.iter().filter_map(|draft| record::read(&draft.record.json).ok());
        let going_on = drafts.filter(|event: &Event| self.is_here(event.learner)).collect();
        self.0.going_on.set(Arc::new(going_on));
        self.0.events.set(Arc::new(events));
        let saving = Saving::Saved { newer, damaged, missing: contents.missing };
        self.0.read.replace(saving.clone());
        self.0.saving.set(saving);
        Ok(())
    }

    /// Listens for what other tabs add, and for who they choose.
    pub fn listen(&self) {
        let desk = self.clone();
        page_events::on_other_tab(WITNESS, move || {
            let desk = desk.clone();
            spawn_local(async move { desk.read_again().await });
        });
        opening::follow_choice();
    }

    /// Reads the log again.
    pub async fn read_again(&self) {
        if let Some(kept) = self.kept() {
            // What was read before still stands where reading fails.
            let _ = self.read(&kept).await;
        }
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
        self.0.events.with(|events| learners::learners(events))
    }

    /// All events of the learners of this browser.
    pub fn events(&self) -> Signal<Arc<Vec<Event>>> {
        self.0.events.into()
    }

    /// Who is learning.
    pub fn learner(&self) -> Option<LearnerId> {
        self.0.who.get().map(|who| who.learner)
    }

    /// Who is learning at this moment, for what happens then.
    pub fn learner_now(&self) -> Option<LearnerId> {
        self.0.who.get_untracked().map(|who| who.learner)
    }

    /// How the record is kept.
    pub fn saving(&self) -> Signal<Saving> {
        self.0.saving.into()
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

    /// Chooses who is learning. Everything that is open shows them from now on.
    pub fn choose(&self, learner: LearnerId) {
        local::set(CHOSEN, &learner.to_string());
        self.0.who.update(|who| {
            if let Some(who) = who {
                who.learner = learner;
            }
        });
    }

    /// The store, for what files bring and take.
    pub fn kept(&self) -> Option<Kept> {
        self.0.kept.borrow().clone()
    }
}
