//! The records as the app shows them: signals over the room (crate `records`), which is the only one that writes to the store, and the browser
//! around it ([`browser`]).

mod browser;

use crate::platform::{clock, local, page_events, tabs, web};
use browser::Browser;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use model::shared::{DATABASE, DATABASE_KEY, LEARNER_KEY, WITNESS_KEY};
use model::{LearnerId, Saving};
use records::book::Book;
use records::parting::PARTING;
use records::{Heard, Room, trouble};
use std::ops::Deref;
use store::{Identity, IndexedDb, Kept, Memory};
// Not that of Leptos, which waits for the first drawing: another tab may be heard before.
use wasm_bindgen_futures::spawn_local;

/// Where the name of who is learning is kept, for pages that do not read the whole log.
pub const CALLED: &str = "huaide.name";

/// A page that was hidden and is still there after this long was not left, in milliseconds.
const STILL_THERE_MS: u32 = 400;

/// The name of the store that counts.
fn name() -> String {
    local::get(DATABASE_KEY).unwrap_or_else(|| DATABASE.to_owned())
}

/// The records of this page. Every copy is the same one.
pub struct Records<B: Book> {
    room: StoredValue<Room<B, Kept>, LocalStorage>,
    who: RwSignal<Option<Identity>>,
    saving: RwSignal<Saving>,
    /// Turns when the log or what goes on changed.
    changed: Trigger,
}

impl<B: Book> Clone for Records<B> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<B: Book> Copy for Records<B> {}

/// The room, to be asked.
pub struct Asked<B: Book>(Room<B, Kept>);

impl<B: Book> Deref for Asked<B> {
    type Target = Room<B, Kept>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<B: Book> Records<B> {
    /// Nothing is known until they are [opened](Self::open). From now on it is seen to that nothing is lost when the page leaves.
    pub fn new() -> Self {
        let (who, saving, changed) = (RwSignal::new(None), RwSignal::new(Saving::Opening), Trigger::new());
        let hear = move |heard| match heard {
            Heard::Who(identity) => who.set(Some(identity)),
            Heard::Book => changed.notify(),
            Heard::Saving(now) => saving.set(now),
        };
        let records = Self { room: StoredValue::new_local(Room::new(Browser::new(), hear)), who, saving, changed };
        records.see_to_leaving();
        records
    }

    /// What is noted while a page leaves must be so before anything else happens.
    fn see_to_leaving(self) {
        page_events::on_visibility(move |seen| {
            let room = self.room();
            if seen {
                return room.come_back();
            }
            room.leave();
            Timeout::new(STILL_THERE_MS, move || self.room().live_on()).forget();
        });
    }

    /// The room.
    pub fn room(self) -> Asked<B> {
        Asked(self.room.get_value())
    }

    /// Opens the store, or its twin in memory where the browser has none or refuses to read it, and reads the log.
    pub async fn open(self) {
        let (kept, trouble) = match IndexedDb::open(&name()).await {
            Ok(store) => (Kept::IndexedDb(store), None),
            Err(error) => (Kept::Memory(Memory::default()), Some(trouble::of_opening(&error))),
        };
        self.room().open(kept, trouble, Kept::Memory(Memory::default())).await;
    }

    /// Clears a store that cannot be opened, so that another one can begin; beside it, where the browser does not remove it. Whether one can
    /// begin.
    pub async fn clear_damaged(self) -> bool {
        IndexedDb::remove(&name()).await.is_ok()
            || local::set(DATABASE_KEY, &format!("{DATABASE}-{}", clock::now().unix_ms))
    }

    /// Listens for what other tabs add or leave, and calls back when it was read; and for who they choose.
    pub fn listen(self, read: impl Fn() + Clone + 'static) {
        let read_again = read.clone();
        page_events::on_other_tab(WITNESS_KEY, move || {
            let read = read_again.clone();
            spawn_local(async move {
                self.room().read_again().await;
                read();
            });
        });
        tabs::on_note(PARTING, move || {
            let read = read.clone();
            spawn_local(async move {
                self.room().look_for_left().await;
                read();
            });
        });
        follow_choice();
    }

    /// Who is learning, as a signal.
    pub fn who(self) -> Signal<Option<Identity>> {
        self.who.into()
    }

    /// Who is learning at this moment.
    pub fn learner_now(self) -> Option<LearnerId> {
        self.who.get_untracked().map(|who| who.learner)
    }

    /// How the record is kept, as a signal.
    pub fn saving(self) -> Signal<Saving> {
        self.saving.into()
    }

    /// From now on whoever asks is told when the log, or what goes on, changed.
    pub fn track(self) {
        self.changed.track();
    }
}

/// Loads the page again when somebody else was chosen: in another tab, or while the page was away.
fn follow_choice() {
    page_events::on_other_tab(LEARNER_KEY, web::reload);
    let chosen = local::get(LEARNER_KEY);
    page_events::on_return(move || {
        if local::get(LEARNER_KEY) != chosen {
            web::reload();
        }
    });
}
