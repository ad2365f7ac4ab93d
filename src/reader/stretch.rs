//! The stretch of reading that goes on: timed, kept as a draft, and made an event when it ends.
//!
//! It begins when a text is opened or comes back into sight, and ends when the reader leaves, hides the page or is still
//! for a minute. Whoever leaves leaves nothing to be removed: the room notes the stretch, and the next start makes it an event.

use super::State;
use crate::platform::{clock, page_events};
use leptos::task::spawn_local;
use model::active::ReadingClock;
use model::{Deed, Event, EventId, Status, Stretch, length};
use std::cell::RefCell;

/// How often the draft is written again, in milliseconds: a phone that dies loses a second, writing it included.
const DRAFT_EVERY_MS: u32 = 700;
/// A shorter look at a page is not reading, unless it reached the end, in milliseconds.
const SHORTEST_MS: u32 = 1_000;

/// Holds the stretch that goes on.
#[derive(Default)]
pub struct StretchKeeper(RefCell<Stage>);

/// Where reading stands.
#[derive(Default)]
enum Stage {
    /// Nobody reads.
    #[default]
    Still,
    /// Somebody reads since this moment of the page's clock; the event is being numbered.
    Beginning(u64),
    /// A stretch goes on.
    GoingOn(GoingOn),
}

struct GoingOn {
    /// Its event as it was last written.
    event: Event,
    clock: ReadingClock,
}

impl StretchKeeper {
    fn is_of(&self, id: EventId) -> bool {
        matches!(&*self.0.borrow(), Stage::GoingOn(going_on) if going_on.event.id == id)
    }

    fn is_beginning(&self, since: u64) -> bool {
        matches!(*self.0.borrow(), Stage::Beginning(began) if began == since)
    }
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
        if !matches!(*self.0.stretch.0.borrow(), Stage::Still) || !page_events::is_visible() {
            return;
        }
        let Some(stretch) = self.stretch(0) else { return };
        let (state, now) = (self.clone(), clock::elapsed_ms());
        self.0.stretch.0.replace(Stage::Beginning(now));
        spawn_local(async move {
            let event = state.learner().records.room().begin_stretch(Deed::Read(stretch)).await;
            // Whoever left meanwhile did not read.
            if state.0.stretch.is_beginning(now) {
                let going_on = event.map(|event| GoingOn { event, clock: ReadingClock::start(now) });
                state.goes_on(going_on);
            }
        });
    }

    fn goes_on(&self, going_on: Option<GoingOn>) {
        let id = going_on.as_ref().map(|going_on| going_on.event.id);
        self.0.stretch.0.replace(going_on.map_or(Stage::Still, Stage::GoingOn));
        id.into_iter().for_each(|id| self.look_again(id, SHORTEST_MS));
    }

    /// Writes the draft again and again, for as long as this stretch goes on.
    fn look_again(&self, id: EventId, after_ms: u32) {
        let state = self.clone();
        gloo::timers::callback::Timeout::new(after_ms, move || {
            if state.0.stretch.is_of(id) && state.tick() {
                state.look_again(id, DRAFT_EVERY_MS);
            }
        })
        .forget();
    }

    /// Whether the stretch still goes on.
    fn tick(&self) -> bool {
        let now = clock::elapsed_ms();
        let idle = match &*self.0.stretch.0.borrow() {
            Stage::GoingOn(going_on) => going_on.clock.is_idle(now),
            Stage::Still | Stage::Beginning(_) => return false,
        };
        if idle {
            self.end_stretch();
        } else if let Some(event) = self.renew(now) {
            let room = self.learner().records.room();
            spawn_local(async move { room.keep_stretch(event).await });
        }
        !idle
    }

    /// The event of the stretch as it is now.
    fn renew(&self, now: u64) -> Option<Event> {
        let mut stage = self.0.stretch.0.borrow_mut();
        let Stage::GoingOn(going_on) = &mut *stage else { return None };
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

    /// The stretch is over: it becomes an event, if it was one.
    pub(super) fn end_stretch(&self) {
        let now = clock::elapsed_ms();
        let ended = self.renew(now);
        if let Stage::Beginning(since) = self.0.stretch.0.take() {
            return self.end_unnumbered(now.saturating_sub(since));
        }
        let Some(event) = ended else { return };
        let long_enough =
            matches!(&event.deed, Deed::Read(stretch) if is_long(stretch.active_ms) || stretch.reached_end);
        if long_enough {
            self.learner().records.room().finish_stretch(event);
        }
    }

    /// A stretch is over before the store gave it a number, as on a slow phone: it is noted like a deed, which is numbered when it is taken in.
    fn end_unnumbered(&self, active_ms: u64) {
        let Some(stretch) = self.stretch(active_ms).filter(|_| is_long(active_ms)) else { return };
        let room = self.learner().records.room();
        spawn_local(async move {
            // Whether it was saved, the bars say.
            let _ = room.add(vec![Deed::Read(stretch)]).await;
        });
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
        match &mut *self.0.stretch.0.borrow_mut() {
            Stage::GoingOn(going_on) => return going_on.clock.sign(clock::elapsed_ms()),
            Stage::Beginning(_) => return,
            Stage::Still => {}
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

/// Whether so much time, in milliseconds, is reading.
fn is_long(active_ms: u64) -> bool {
    active_ms >= u64::from(SHORTEST_MS)
}

fn says_end(event: &Event) -> bool {
    matches!(&event.deed, Deed::Read(stretch) if stretch.reached_end)
}
