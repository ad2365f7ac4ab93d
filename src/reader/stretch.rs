//! The stretch of reading that goes on: timed, kept as a draft every few seconds, and made an event when it ends.
//!
//! It begins when a text is opened or comes back into sight, and ends when the reader leaves, hides the page or is still
//! for a minute.

use super::State;
use crate::platform::{clock, page_events};
use leptos::task::spawn_local;
use model::active::ReadingClock;
use model::{Deed, Event, EventId, Status, Stretch, length};
use std::cell::RefCell;

/// A draft is written again after this long, in milliseconds.
const DRAFT_EVERY_MS: u64 = 5_000;
/// How often it is looked whether something is due, in milliseconds.
const LOOK_EVERY_MS: u32 = 1_000;
/// A shorter look at a page is not reading, unless it reached the end, in milliseconds.
const SHORTEST_MS: u64 = 1_000;

/// Holds the stretch that goes on.
#[derive(Default)]
pub struct StretchKeeper(RefCell<Option<GoingOn>>);

struct GoingOn {
    /// Its event as it was last written.
    event: Event,
    clock: ReadingClock,
    written_ms: u64,
}

impl State {
    /// A text was opened and the record is known: resumes (`hash` wins), and begins to time.
    pub(super) fn begin_reading(&self, hash: String) {
        self.resume(&hash);
        self.begin_stretch();
        self.moved_by_itself();
    }

    fn resume(&self, hash: &str) {
        let (place, progress) = (self.place(), self.learner().progress_now());
        if let Some(name) = hash.strip_prefix('#').filter(|name| !name.is_empty()) {
            place.show_block(name, &progress);
            return;
        }
        let Some(document) = place.document() else { return };
        let Some(document) = progress.documents.get(&document) else { return };
        if let (Some(stopped), false, false) = (&document.place, place.was_scrolled(), document.status == Status::Done)
        {
            place.resume(stopped);
        }
    }

    /// Begins to time the text that is open.
    fn begin_stretch(&self) {
        if self.0.stretch.0.borrow().is_some() || !page_events::is_visible() {
            return;
        }
        let Some(event) = self.stretch(0).and_then(|stretch| self.learner().event(Deed::Read(stretch))) else { return };
        let now = clock::elapsed_ms();
        let going_on = GoingOn { event, clock: ReadingClock::start(now), written_ms: 0 };
        let id = going_on.event.id;
        self.0.stretch.0.replace(Some(going_on));
        self.look_again(id);
    }

    /// Looks every second whether the draft is due, for as long as this stretch goes on.
    fn look_again(&self, id: EventId) {
        let state = self.clone();
        gloo::timers::callback::Timeout::new(LOOK_EVERY_MS, move || {
            let goes_on = state.0.stretch.0.borrow().as_ref().is_some_and(|going_on| going_on.event.id == id);
            if goes_on && state.tick() {
                state.look_again(id);
            }
        })
        .forget();
    }

    /// Whether the stretch still goes on.
    fn tick(&self) -> bool {
        let now = clock::elapsed_ms();
        let (idle, due) = {
            let keeper = self.0.stretch.0.borrow();
            let Some(going_on) = keeper.as_ref() else { return false };
            let first_at_the_end = self.place().reached_end() && !says_end(&going_on.event);
            let due = first_at_the_end || now.saturating_sub(going_on.written_ms) >= DRAFT_EVERY_MS;
            (going_on.clock.is_idle(now), due)
        };
        if idle {
            self.end_stretch();
        } else if due && let Some(event) = self.renew(now) {
            let learner = self.learner().clone();
            spawn_local(async move { learner.keep_draft(event).await });
        }
        !idle
    }

    /// The event of the stretch as it is now.
    fn renew(&self, now: u64) -> Option<Event> {
        let mut keeper = self.0.stretch.0.borrow_mut();
        let going_on = keeper.as_mut()?;
        going_on.written_ms = now;
        let mut stretch = self.stretch(going_on.clock.active_ms(now))?;
        stretch.reached_end |= says_end(&going_on.event);
        going_on.event.deed = Deed::Read(stretch);
        Some(going_on.event.clone())
    }

    fn stretch(&self, active_ms: u64) -> Option<Stretch> {
        let page = self.place().page()?;
        let reading = page.reading()?;
        Some(Stretch {
            document: reading.id.clone(),
            title: reading.heading.clone(),
            address: page.address.clone(),
            active_ms,
            estimate_ms: length::reading_ms(reading.characters, page.portal.reading_speed),
            reached_end: self.place().reached_end(),
            place: self.place().to_come_back(),
            hours_hundredths: reading.hours_hundredths,
        })
    }

    /// The stretch is over: it becomes an event, if it was one. The writing begins at once, for the page may be leaving.
    pub(super) fn end_stretch(&self) {
        let Some(event) = self.renew(clock::elapsed_ms()) else { return };
        self.0.stretch.0.take();
        let long_enough =
            matches!(&event.deed, Deed::Read(stretch) if stretch.active_ms >= SHORTEST_MS || stretch.reached_end);
        if long_enough {
            self.learner().finish_now(event);
        }
    }

    /// The page went out of sight or came back.
    pub(super) fn seen(&self, seen: bool) {
        if seen {
            self.begin_stretch();
        } else {
            self.end_stretch();
        }
    }

    /// The reader gave a sign of life.
    pub(super) fn sign_of_life(&self) {
        if let Some(going_on) = self.0.stretch.0.borrow_mut().as_mut() {
            going_on.clock.sign(clock::elapsed_ms());
            return;
        }
        self.begin_stretch();
    }

    /// The reader moved the window.
    pub(super) fn moved(&self) {
        self.place().look(true, &self.learner().progress_now());
    }

    /// What is on the screen changed without the reader.
    pub(super) fn moved_by_itself(&self) {
        self.place().look(false, &self.learner().progress_now());
    }
}

fn says_end(event: &Event) -> bool {
    matches!(&event.deed, Deed::Read(stretch) if stretch.reached_end)
}
