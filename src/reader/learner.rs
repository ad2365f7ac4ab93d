//! The learner's record: opens the store, folds the log into progress, adds events, and says how things stand.
//!
//! A start reads a snapshot of what the log amounted to and only what came after it ([`log`]), so that it costs the same after ten years.

mod log;

use crate::opening::{self, WITNESS, reason};
use crate::platform::{clock, local, random};
use leptos::prelude::*;
use leptos::task::spawn_local;
use log::Log;
use model::{Deed, Event, EventId, Progress, event};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use store::{Draft, Identity, Kept, Memory, Store, StoreError};
use ui::Saving;

/// A draft that nobody wrote for this long belongs to a page that is gone, in milliseconds.
const LEFT_AFTER_MS: i64 = 30_000;

/// The record of the learner on this device. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct Learner {
    /// How the record is kept.
    pub saving: RwSignal<Saving>,
    who: RwSignal<Option<Identity>>,
    log: RwSignal<Arc<Log>>,
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
        let log = RwSignal::new(Arc::<Log>::default());
        let going_on = RwSignal::new(Arc::<Vec<Event>>::default());
        let progress = Memo::new(move |_| {
            let learner = who.get().map(|who| who.learner);
            let going_on = going_on.get();
            let own = going_on.iter().filter(|event| Some(event.learner) == learner);
            log.with(|log| Arc::new(log.progress.with_going_on(own)))
        });
        Self {
            saving: RwSignal::new(Saving::Opening),
            who,
            log,
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

    /// Opens the store, or its twin in memory where the browser has none or refuses to read it, and reads the log.
    pub async fn open(&self) {
        let (mut kept, mut trouble) = opening::open().await;
        let (who, log, drafts) = loop {
            match read(&kept).await {
                Ok(read) => break read,
                // Memory refuses nothing, so this happens once.
                Err(error) => (kept, trouble) = (Kept::Memory(Memory::default()), Some(reason(&error))),
            }
        };
        self.kept.replace(Some(kept));
        self.who.set(Some(who));
        self.begin(log, drafts).await;
        if let Some(trouble) = trouble {
            self.saving.set(Saving::Passing(trouble));
        }
    }

    async fn begin(&self, log: Log, drafts: Vec<Draft>) {
        let now = clock::now().unix_ms;
        let is_left = |draft: &Draft| (now - draft.touched_ms).abs() > LEFT_AFTER_MS;
        let (left, alive): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(is_left);
        self.take_in(log);
        self.going_on.set(Arc::new(log::stretches(&alive)));
        for event in log::stretches(&left) {
            self.finish(event).await;
        }
    }

    fn take_in(&self, log: Log) {
        self.going_on.update(|going_on| Arc::make_mut(going_on).retain(|other| !log.has(other.id)));
        self.stands(Saving::Saved { newer: log.newer, damaged: log.damaged, missing: log.missing });
        self.log.set(Arc::new(log));
    }

    fn stands(&self, saving: Saving) {
        self.read.set_value(saving.clone());
        self.saving.set(saving);
    }

    /// The reader knows what is missing: it is not told again.
    pub fn accept_missing(&self) {
        if let Saving::Saved { newer, damaged, missing } = self.saving.get_untracked() {
            let known = local::get(WITNESS).and_then(|count| count.parse::<u32>().ok()).unwrap_or(missing);
            local::set(WITNESS, &known.saturating_sub(missing).to_string());
            self.stands(Saving::Saved { newer, damaged, missing: 0 });
        }
    }

    /// Reads the log again, because another tab added to it.
    pub async fn read_again(&self) {
        let (Some(kept), Some(who)) = (self.kept(), self.who.get_untracked()) else { return };
        if let Ok((log, _)) = Log::open(&kept, who.learner).await {
            self.take_in(log);
        }
    }

    /// An event of this learner on this device, now. `None` before the store was opened.
    pub fn event(&self, deed: Deed) -> Option<Event> {
        let who = self.who.get_untracked()?;
        let at = clock::now();
        let id = EventId::new(at.unix_ms, random::ten_bytes());
        let known = self.log.with_untracked(|log| log.order);
        let order = self.going_on.with_untracked(|going_on| event::next_order(going_on.iter()).max(known + 1));
        Some(Event { id, learner: who.learner, device: who.device, order, at, deed })
    }

    /// Adds events to the log. They are shown only when they are on the disk. Whether that went well.
    pub async fn add(&self, events: Vec<Event>) -> bool {
        let Some(kept) = self.kept() else { return false };
        let records: Vec<_> = events.iter().filter_map(log::record).collect();
        let outcome = kept.append(&records).await;
        self.settle(outcome, events)
    }

    /// Keeps the stretch that goes on.
    pub async fn keep_draft(&self, event: Event) {
        let Some(kept) = self.kept() else { return };
        let Some(record) = log::record(&event) else { return };
        self.show_going_on(event);
        let draft = Draft { record, touched_ms: clock::now().unix_ms };
        match kept.keep_draft(&draft).await {
            Ok(()) => self.saves_again(),
            Err(error) => self.fail(&error),
        }
    }

    /// Makes an event of a stretch that is over.
    pub async fn finish(&self, event: Event) {
        let (Some(kept), Some(record)) = (self.kept(), log::record(&event)) else { return };
        let outcome = kept.finish_draft(&record).await;
        self.settle(outcome, vec![event]);
    }

    /// The same while the page goes away: the writing begins at once, and the page may not live to see it end.
    pub fn finish_now(&self, event: Event) {
        let (Some(kept), Some(record)) = (self.kept(), log::record(&event)) else { return };
        let outcome = kept.finish_draft_now(&record);
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
        self.saves_again();
        self.take_in_new(events);
        true
    }

    /// Shows what was just written. What cannot be told from the snapshot is read anew.
    fn take_in_new(&self, events: Vec<Event>) {
        let Some(who) = self.who.get_untracked() else { return };
        let log = self.log.get_untracked();
        match log.with(who.learner, events) {
            Some(log) => self.log.set(Arc::new(log)),
            None => {
                let learner = self.clone();
                spawn_local(async move { learner.read_again().await });
            }
        }
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

/// Who learns here, what their log amounts to, and the drafts of all.
async fn read(kept: &Kept) -> Result<(Identity, Log, Vec<Draft>), StoreError> {
    let who = opening::who(kept).await?;
    let (log, drafts) = Log::open(kept, who.learner).await?;
    Ok((who, log, drafts))
}
