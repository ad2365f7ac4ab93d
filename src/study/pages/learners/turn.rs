//! Whose turn it is. On a computer that many share, a turn ends when nobody gave a sign of life for some minutes; public/boot/room.js
//! counts them on every other page, and leads here.

use crate::desk::Desk;
use crate::platform::{clock, local, page_events, web, window};
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::LearnerId;
use model::shared::{ALIVE_KEY, LEARNER_KEY, ROOM_KEY};

const MINUTE_MS: i64 = 60_000;
/// How often it is looked whether somebody is there, in milliseconds.
const LOOK_MS: u32 = 10_000;

/// How the page stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Somebody is learning, or a guest is looking.
    Somebody,
    /// Nobody is: somebody is to choose.
    Nobody,
    /// Somebody was, and seems to have gone.
    Away,
}

/// Whose turn it is. A copy is the same turn.
#[derive(Clone, Copy)]
pub struct Turn {
    standing: RwSignal<Standing>,
    /// The minutes after which a turn ends; `None` where nobody shares the computer.
    room: RwSignal<Option<u32>>,
    /// What led here, to be opened when somebody is chosen.
    asked: StoredValue<Option<String>>,
}

impl Turn {
    /// Looks how things stand, and goes on looking.
    pub fn begin(desk: &Desk) -> Self {
        let room = local::get(ROOM_KEY).and_then(|minutes| minutes.parse().ok());
        let turn = Self {
            standing: RwSignal::new(Standing::Somebody),
            room: RwSignal::new(room),
            asked: StoredValue::new(asked(desk)),
        };
        turn.look(desk, true);
        let desk = desk.clone();
        Interval::new(LOOK_MS, move || turn.look(&desk, false)).forget();
        turn
    }

    /// How the page stands.
    pub fn standing(self) -> Signal<Standing> {
        self.standing.into()
    }

    /// The minutes after which a turn ends.
    pub fn room(self) -> Signal<Option<u32>> {
        self.room.into()
    }

    /// Sets them. Whoever is learning goes on.
    pub fn set_room(self, desk: &Desk, minutes: Option<u32>) {
        let own = desk.learner_now();
        match (minutes, own) {
            (Some(minutes), Some(own)) => {
                local::set(ROOM_KEY, &minutes.to_string());
                if self.standing.get_untracked() == Standing::Somebody {
                    desk.records().room().choose(own);
                }
                note_alive();
            }
            _ => local::remove(ROOM_KEY),
        }
        self.room.set(minutes);
        if minutes.is_none() && self.standing.get_untracked() == Standing::Nobody {
            // Where nobody shares the computer, somebody is always learning.
            let desk = desk.clone();
            spawn_local(async move {
                desk.pass_on().await;
                self.stand(Standing::Somebody);
            });
        }
    }

    /// The page is drawn anew when it stands otherwise, and only then: an open card stays open, and the keyboard where it is.
    fn stand(self, standing: Standing) {
        if self.standing.get_untracked() != standing {
            self.standing.set(standing);
        }
    }

    fn look(self, desk: &Desk, at_first: bool) {
        let Some(minutes) = self.room.get_untracked() else { return };
        let idle = clock::now().unix_ms - alive();
        let allowed = i64::from(minutes) * MINUTE_MS;
        match self.standing.get_untracked() {
            Standing::Away | Standing::Nobody => {}
            Standing::Somebody if local::get(LEARNER_KEY).is_none() => self.end(desk),
            Standing::Somebody if idle < allowed => {
                // Somebody moved while this page was opening.
                if let (true, Some(asked)) = (at_first, self.asked.get_value()) {
                    web::replace(&asked);
                }
            }
            // The computer slept, or was shut, for long: nobody is asked any more.
            Standing::Somebody if idle > allowed + 2 * MINUTE_MS => self.end(desk),
            Standing::Somebody => self.stand(Standing::Away),
        }
    }

    /// The turn is over. Who comes next begins at the front.
    pub fn end(self, desk: &Desk) {
        if self.standing.get_untracked() == Standing::Away {
            self.asked.set_value(None);
        }
        self.stand(Standing::Nobody);
        let desk = desk.clone();
        spawn_local(async move { desk.end_turn().await });
    }

    /// Somebody is there after all, and goes on where they were.
    pub fn go_on(self) {
        note_alive();
        match self.asked.get_value() {
            Some(asked) => web::replace(&asked),
            None => self.stand(Standing::Somebody),
        }
    }

    /// A learner begins, or a guest; the page that led here opens, or the front page on a computer that many share.
    pub fn start(self, desk: &Desk, learner: LearnerId, onwards: Onwards) {
        let (desk, shared) = (desk.clone(), self.room.get_untracked().is_some());
        spawn_local(async move {
            desk.begin_turn(learner).await;
            note_alive();
            self.stand(Standing::Somebody);
            match (self.asked.get_value(), onwards) {
                (Some(asked), _) => web::replace(&asked),
                (None, Onwards::Leave) => web::open(&desk.to("")),
                (None, Onwards::Stay) if shared => web::open(&desk.to("")),
                (None, Onwards::Stay) => {}
            }
        });
    }
}

/// Whether a turn begins on this page or elsewhere.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Onwards {
    /// On this page, unless another one led here.
    Stay,
    /// On the front page, unless another one led here.
    Leave,
}

/// When the last sign of life was.
fn alive() -> i64 {
    local::get(ALIVE_KEY).and_then(|alive| alive.parse().ok()).unwrap_or(0)
}

fn note_alive() {
    local::set(ALIVE_KEY, &clock::now().unix_ms.to_string());
}

/// The page that led here, if one did.
fn asked(desk: &Desk) -> Option<String> {
    let search = window().location().search().ok()?;
    search.starts_with("?at=").then(|| web::wanted(&desk.to("")))
}

/// Calls back at any key or touch, as long as what draws this is there.
pub fn on_touch(call: impl Fn(&web_sys::Event) + Clone + 'static) {
    let listeners = page_events::touches(call);
    // It goes with the owner of what is drawn.
    let _ = StoredValue::new_local(listeners);
}
