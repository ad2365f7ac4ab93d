//! The learner's record: opens the store, folds the log into progress, adds events, and says how things stand.

use crate::platform::{clock, local, random};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{Deed, DeviceId, Event, EventId, LearnerId, Progress, event};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use store::{Contents, Draft, Identity, IndexedDb, Kept, Memory, OpenError, Store, StoreError, Witness};
use ui::{Saving, Trouble};

/// The name of the store.
const NAME: &str = "huaide";
/// Where the witness of the number of events is kept; other tabs hear when it changes.
pub const WITNESS: &str = "huaide.witness";
/// A draft that nobody wrote for this long belongs to a page that is gone, in milliseconds.
const LEFT_AFTER_MS: i64 = 30_000;

/// The record of the learner on this device. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct Learner {
    /// How the record is kept.
    pub saving: RwSignal<Saving>,
    who: RwSignal<Option<Identity>>,
    events: RwSignal<Arc<Vec<Event>>>,
    /// Stretches that still go on: this page's own, and those of other tabs.
    going_on: RwSignal<Arc<Vec<Event>>>,
    progress: Memo<Arc<Progress>>,
    kept: Rc<RefCell<Option<Kept>>>,
    /// How the record stood when it was last read, for when something could not be saved and then could again.
    read: StoredValue<Saving>,
}

impl Learner {
    /// Nothing is known until [`open`](Self::open).
    pub fn new() -> Self {
        let who = RwSignal::new(None::<Identity>);
        let events = RwSignal::new(Arc::<Vec<Event>>::default());
        let going_on = RwSignal::new(Arc::<Vec<Event>>::default());
        let folded = Memo::new(move |_| {
            let learner = who.get().map(|who| who.learner);
            learner.map_or_else(Progress::default, |learner| Progress::of(learner, events.get().iter()))
        });
        let progress = Memo::new(move |_| Arc::new(folded.with(|log| log.with_going_on(going_on.get().iter()))));
        Self {
            saving: RwSignal::new(Saving::Opening),
            who,
            events,
            going_on,
            progress,
            kept: Rc::default(),
            read: StoredValue::new(Saving::Opening),
        }
    }

    /// What the log amounts to, what goes on included.
    pub fn progress(&self) -> Signal<Arc<Progress>> {
        self.progress.into()
    }

    /// What the log amounts to now.
    pub fn progress_now(&self) -> Arc<Progress> {
        self.progress.get_untracked()
    }

    /// Opens the store, or its twin in memory where the browser has none, and reads the log.
    pub async fn open(&self) {
        let (kept, trouble) = match IndexedDb::open(NAME, witness()).await {
            Ok(store) => (Kept::IndexedDb(store), None),
            Err(error) => (Kept::Memory(Memory::default()), Some(refusal(&error))),
        };
        let trouble = match self.begin_with(kept).await {
            Ok(()) => trouble,
            Err(error) => {
                // Memory refuses nothing.
                let _ = self.begin_with(Kept::Memory(Memory::default())).await;
                Some(reason(&error))
            }
        };
        if let Some(trouble) = trouble {
            self.saving.set(Saving::Passing(trouble));
        }
    }

    async fn begin_with(&self, kept: Kept) -> Result<(), StoreError> {
        let (who, contents) = (kept.identity(new_identity()).await?, kept.read().await?);
        self.kept.replace(Some(kept));
        self.begin(who, contents).await;
        Ok(())
    }

    async fn begin(&self, who: Identity, contents: Contents) {
        self.who.set(Some(who));
        let (left, alive): (Vec<Draft>, Vec<Draft>) = {
            let now = clock::now().unix_ms;
            contents.drafts.iter().cloned().partition(|draft| (now - draft.touched_ms).abs() > LEFT_AFTER_MS)
        };
        self.take_in(contents);
        self.going_on.set(Arc::new(alive.into_iter().map(|draft| draft.event).collect()));
        for draft in left {
            self.finish(draft.event).await;
        }
    }

    fn take_in(&self, contents: Contents) {
        let Contents { events, newer, damaged, missing, .. } = contents;
        self.going_on.update(|going_on| {
            Arc::make_mut(going_on).retain(|other| events.iter().all(|event| event.id != other.id));
        });
        self.events.set(Arc::new(events));
        self.stands(Saving::Saved { newer, damaged, missing });
    }

    fn stands(&self, saving: Saving) {
        self.read.set_value(saving.clone());
        self.saving.set(saving);
    }

    /// The reader knows what is missing: it is not told again.
    pub fn accept_missing(&self) {
        if let Saving::Saved { newer, damaged, .. } = self.saving.get_untracked() {
            local::set(WITNESS, &self.events.with_untracked(|events| events.len()).to_string());
            self.stands(Saving::Saved { newer, damaged, missing: 0 });
        }
    }

    /// Reads the log again, because another tab added to it.
    pub async fn read_again(&self) {
        let Some(kept) = self.kept() else { return };
        if let Ok(contents) = kept.read().await {
            self.take_in(contents);
        }
    }

    /// An event of this learner on this device, now. `None` before the store was opened.
    pub fn event(&self, deed: Deed) -> Option<Event> {
        let who = self.who.get_untracked()?;
        let at = clock::now();
        let id = EventId::new(at.unix_ms, random::ten_bytes());
        let order = self.events.with_untracked(|events| {
            self.going_on.with_untracked(|going_on| event::next_order(events.iter().chain(going_on.iter())))
        });
        Some(Event { id, learner: who.learner, device: who.device, order, at, deed })
    }

    /// Adds events to the log. They are shown only when they are on the disk. Whether that went well.
    pub async fn add(&self, events: Vec<Event>) -> bool {
        let Some(kept) = self.kept() else { return false };
        let outcome = kept.append(&events).await;
        self.settle(outcome, events)
    }

    /// Keeps the stretch that goes on.
    pub async fn keep_draft(&self, event: Event) {
        let Some(kept) = self.kept() else { return };
        self.show_going_on(event.clone());
        let draft = Draft { event, touched_ms: clock::now().unix_ms };
        match kept.keep_draft(&draft).await {
            Ok(()) => self.saves_again(),
            Err(error) => self.fail(&error),
        }
    }

    /// Makes an event of a stretch that is over.
    pub async fn finish(&self, event: Event) {
        let Some(kept) = self.kept() else { return };
        let outcome = kept.finish_draft(&event).await;
        self.settle(outcome, vec![event]);
    }

    /// The same while the page goes away: the writing begins at once, and the page may not live to see it end.
    pub fn finish_now(&self, event: Event) {
        let Some(kept) = self.kept() else { return };
        let outcome = kept.finish_draft_now(&event);
        let learner = self.clone();
        spawn_local(async move {
            let outcome = outcome.await;
            learner.settle(outcome, vec![event]);
        });
    }

    fn kept(&self) -> Option<Kept> {
        self.kept.borrow().clone()
    }

    fn show_going_on(&self, event: Event) {
        self.going_on.update(|going_on| {
            let going_on = Arc::make_mut(going_on);
            going_on.retain(|other| other.id != event.id);
            going_on.push(event);
        });
    }

    /// Shows what was written, or says that it was not.
    fn settle(&self, outcome: Result<(), StoreError>, events: Vec<Event>) -> bool {
        if let Err(error) = outcome {
            self.fail(&error);
            return false;
        }
        self.going_on.update(|going_on| {
            Arc::make_mut(going_on).retain(|other| events.iter().all(|event| event.id != other.id));
        });
        self.events.update(|log| Arc::make_mut(log).extend(events));
        self.saves_again();
        true
    }

    /// Something was saved: what was wrong before is over.
    fn saves_again(&self) {
        if let Saving::Unsaved(_) = self.saving.get_untracked() {
            self.saving.set(self.read.get_value());
        }
    }

    fn fail(&self, error: &StoreError) {
        self.saving.set(Saving::Unsaved(reason(error)));
    }
}

fn new_identity() -> Identity {
    let now = clock::now().unix_ms;
    Identity { learner: LearnerId::new(now, random::ten_bytes()), device: DeviceId::new(now, random::ten_bytes()) }
}

/// Remembers outside the store how many events it acknowledged.
fn witness() -> Witness {
    Witness::new(
        || local::get(WITNESS).and_then(|count| count.parse().ok()).unwrap_or(0),
        |count| local::set(WITNESS, &count.to_string()),
    )
}

fn refusal(error: &OpenError) -> Trouble {
    match error {
        OpenError::Refused(_) => Trouble::Refused,
        OpenError::Newer => Trouble::Newer,
        OpenError::Damaged(_) => Trouble::Damaged,
        OpenError::Blocked => Trouble::Blocked,
    }
}

fn reason(error: &StoreError) -> Trouble {
    match error {
        StoreError::Full => Trouble::Full,
        StoreError::Damaged(_) => Trouble::Damaged,
        StoreError::Closed | StoreError::Aborted(_) | StoreError::Refused(_) => Trouble::Refused,
    }
}
