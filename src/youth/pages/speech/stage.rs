//! The stage: the prompter and the clock, which run while somebody practises or records.

use super::draft::Speech;
use super::recording::{Recording, State};
use crate::platform::awake::Awake;
use crate::platform::clock::elapsed_ms;
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use youth::speech::{Clock, Prompter};

/// How often what runs is looked at, in milliseconds.
const TICK_MS: u32 = 100;
/// How many characters one step back or forth is: about a line.
const STEP: usize = 12;

/// The stage. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Stage {
    /// The speech.
    pub speech: Speech,
    /// Its recorder.
    pub recording: Recording,
    /// Whether the prompter begins with a recording.
    pub goes_along: RwSignal<bool>,
    prompter: RwSignal<Prompter>,
    clock: RwSignal<Clock>,
    now: RwSignal<i64>,
    ticking: StoredValue<Option<(Interval, Awake)>, LocalStorage>,
}

fn now() -> i64 {
    i64::try_from(elapsed_ms()).unwrap_or(i64::MAX)
}

impl Stage {
    /// Waits at the beginning of the script.
    pub fn new(speech: Speech, recording: Recording) -> Self {
        let stage = Self {
            speech,
            recording,
            goes_along: RwSignal::new(true),
            prompter: RwSignal::new(Prompter::new("", 0)),
            clock: RwSignal::new(Clock::default()),
            now: RwSignal::new(now()),
            ticking: StoredValue::new_local(None),
        };
        stage.follow_script();
        stage.follow_recording();
        stage.tick_while_running();
        stage
    }

    /// Another script, or another pace: it goes on where it stands.
    fn follow_script(self) {
        let script = Memo::new(move |_| self.speech.draft.with(|draft| (draft.script.clone(), draft.per_minute)));
        Effect::new(move |before: Option<String>| {
            let (script, pace) = script.get();
            self.at_once(|stage, now| {
                stage.prompter.update(|prompter| match before {
                    Some(before) if before == script => prompter.set_pace(pace, now),
                    _ => *prompter = anew(prompter, &script, pace, now),
                });
            });
            script
        });
    }

    fn follow_recording(self) {
        Effect::new(move |before: Option<State>| {
            let state = self.recording.state.get();
            match (before, state) {
                (Some(State::Asking), State::Running) => self.begin_again(),
                (Some(State::Running), _) => self.pause(),
                _ => {}
            }
            state
        });
    }

    fn tick_while_running(self) {
        let runs = Memo::new(move |_| self.clock.with(Clock::is_running) || self.prompter.with(Prompter::is_running));
        Effect::new(move |_| {
            let tick = move || self.now.set(now());
            self.ticking.set_value(runs.get().then(|| (Interval::new(TICK_MS, tick), Awake::keep())));
        });
        on_cleanup(move || self.ticking.set_value(None));
    }

    fn at_once(self, call: impl FnOnce(Self, i64)) {
        let now = now();
        call(self, now);
        self.now.set(now);
    }

    /// A recording began: the clock begins anew, and the prompter if it goes along.
    fn begin_again(self) {
        self.at_once(|stage, now| {
            stage.clock.update(|clock| {
                *clock = Clock::default();
                clock.start(now);
            });
            if stage.goes_along.get_untracked() {
                stage.prompter.update(|prompter| {
                    prompter.go_to(0, now);
                    prompter.start(now);
                });
            }
        });
    }

    fn pause(self) {
        self.at_once(|stage, now| {
            stage.clock.update(|clock| clock.pause(now));
            stage.prompter.update(|prompter| prompter.pause(now));
        });
    }

    /// Starts or stops the prompter; when nothing is recorded, the clock with it.
    pub fn toggle(self) {
        let recording = self.recording.state.get_untracked() == State::Running;
        if untrack(|| self.is_running()) && !recording {
            return self.pause();
        }
        self.at_once(|stage, now| {
            stage.prompter.update(|prompter| match prompter.is_running() {
                true => prompter.pause(now),
                false => prompter.start(now),
            });
            stage.clock.update(|clock| clock.start(now));
        });
    }

    /// Goes back to the beginning. The clock of a recording goes on.
    pub fn rewind(self) {
        let recording = self.recording.state.get_untracked() == State::Running;
        self.at_once(|stage, now| {
            stage.prompter.update(|prompter| prompter.go_to(0, now));
            if !recording {
                stage.clock.update(|clock| {
                    let was_running = clock.is_running();
                    *clock = Clock::default();
                    if was_running {
                        clock.start(now);
                    }
                });
            }
        });
    }

    /// Goes about a line back.
    pub fn back(self) {
        self.at_once(|stage, now| {
            stage.prompter.update(|prompter| prompter.go_to(prompter.place(now).saturating_sub(STEP), now));
        });
    }

    /// Goes about a line on.
    pub fn forth(self) {
        self.at_once(|stage, now| stage.prompter.update(|prompter| prompter.go_to(prompter.place(now) + STEP, now)));
    }

    /// Whether the prompter moves; without a script, whether the clock runs.
    pub fn is_running(self) -> bool {
        self.prompter.with(Prompter::is_running)
    }

    /// The character of the script that is spoken now.
    pub fn place(self) -> usize {
        let now = self.now.get();
        self.prompter.with(|prompter| prompter.place(now))
    }

    /// How long the script takes from its beginning, in seconds.
    pub fn takes_seconds(self) -> u32 {
        let (script, pace) = self.speech.draft.with(|draft| (draft.script.clone(), draft.per_minute));
        u32::try_from(Prompter::new(&script, pace).left_ms(0) / 1_000).unwrap_or(u32::MAX)
    }

    /// How long it has been, in milliseconds.
    pub fn ran_ms(self) -> u64 {
        let now = self.now.get();
        u64::try_from(self.clock.with(|clock| clock.ran_ms(now))).unwrap_or(0)
    }
}

/// The prompter of another script, in the same place.
fn anew(old: &Prompter, script: &str, pace: u32, now: i64) -> Prompter {
    let mut new = Prompter::new(script, pace);
    new.go_to(old.place(now), now);
    if old.is_running() {
        new.start(now);
    }
    new
}
