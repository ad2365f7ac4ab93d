//! Recording: what the microphone gives is written slice by slice, in order, and counts when it is on the disk.

use super::draft::{Speech, fresh_id};
use crate::platform::clock;
use crate::platform::recorder::{self, Heard, Recorder, Refusal};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::VecDeque;
use web_sys::Blob;
use youth::speech::{self, Take};

/// The recorder of the desk. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Recording {
    speech: Speech,
    run: StoredValue<Option<Run>, LocalStorage>,
    /// How far it is.
    pub state: RwSignal<State>,
    /// How large the take is that is being recorded, or was last.
    pub bytes: RwSignal<u64>,
    /// What the last attempt came to, where it was not the learner who ended it.
    pub ended: RwSignal<Option<Ended>>,
}

/// How far a recording is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing is recorded.
    Idle,
    /// The microphone is asked for.
    Asking,
    /// It runs.
    Running,
    /// It was ended; what is left is being written.
    Ending,
}

/// Why there is no recording, or no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// Nothing can be recorded.
    Refused(Refusal),
    /// It is as large as the contest takes.
    Full,
    /// A part could not be written; what came before it is kept.
    Unwritten,
    /// The microphone went away.
    Lost,
}

/// A take that is being recorded.
struct Run {
    recorder: Recorder,
    take: String,
    /// What is to be written, with when it came.
    waiting: VecDeque<(Heard, u64)>,
    is_writing: bool,
    slices: u32,
    largest: u64,
    /// Up to when it is written.
    until_ms: u64,
}

impl Recording {
    /// Nothing is recorded yet; what is known to be wanting is said at once.
    pub fn new(speech: Speech) -> Self {
        Self {
            speech,
            run: StoredValue::new_local(None),
            state: RwSignal::new(State::Idle),
            bytes: RwSignal::new(0),
            ended: RwSignal::new(recorder::refusal().map(Ended::Refused)),
        }
    }

    /// Whether something is being recorded, or about to be.
    pub fn is_on(self) -> bool {
        self.state.get() != State::Idle
    }

    /// Begins a take, or ends it.
    pub fn toggle(self) {
        match self.state.get_untracked() {
            State::Idle => spawn_local(async move { self.begin().await }),
            State::Running => self.stop(),
            State::Asking | State::Ending => {}
        }
    }

    async fn begin(self) {
        self.state.set(State::Asking);
        self.ended.set(None);
        if let Err(ended) = self.begun().await {
            self.run.set_value(None);
            self.ended.set(Some(ended));
            self.state.set(State::Idle);
        }
    }

    async fn begun(self) -> Result<(), Ended> {
        let recorder = Recorder::open(move |heard| self.hear(heard)).await.map_err(Ended::Refused)?;
        // The draft knows the take before its first slice is written, so that it is found again whatever happens.
        let take = Take::new(fresh_id(), clock::now(), recorder.media_type());
        let id = take.id.clone();
        if !self.speech.changed(|draft| draft.takes.add(take)).await {
            return Err(Ended::Unwritten);
        }
        self.bytes.set(0);
        let until_ms = clock::elapsed_ms();
        let waiting = VecDeque::new();
        let run = Run { recorder, take: id.clone(), waiting, is_writing: false, slices: 0, largest: 0, until_ms };
        let has_begun = run.recorder.start();
        self.run.set_value(Some(run));
        if has_begun {
            self.state.set(State::Running);
            return Ok(());
        }
        self.speech.change(|draft| draft.remove_take(&id));
        Err(Ended::Refused(Refusal::Unable))
    }

    fn stop(self) {
        self.state.set(State::Ending);
        self.run.with_value(|run| {
            if let Some(run) = run {
                run.recorder.stop();
            }
        });
    }

    /// Something came. One is written after the other: a hole would end the take there.
    fn hear(self, heard: Heard) {
        let at = clock::elapsed_ms();
        let must_begin = self.run.try_update_value(|run| {
            run.as_mut().is_some_and(|run| {
                run.waiting.push_back((heard, at));
                !std::mem::replace(&mut run.is_writing, true)
            })
        });
        if must_begin == Some(true) {
            spawn_local(async move { self.write().await });
        }
    }

    async fn write(self) {
        while let Some((heard, at)) = self.next() {
            match heard {
                Heard::Slice(slice) => self.keep(&slice, at).await,
                Heard::Ended => self.finish().await,
            }
        }
    }

    fn next(self) -> Option<(Heard, u64)> {
        self.run.try_update_value(|run| {
            let run = run.as_mut()?;
            let next = run.waiting.pop_front();
            run.is_writing = next.is_some();
            next
        })?
    }

    async fn keep(self, slice: &Blob, at: u64) {
        if self.ended.get_untracked() == Some(Ended::Unwritten) || slice.size() == 0.0 {
            return;
        }
        let place = self.run.with_value(|run| run.as_ref().map(|run| (run.take.clone(), run.slices)));
        let Some((take, number)) = place else { return };
        let written = match recorder::bytes(slice).await {
            Some(bytes) => {
                let outcome = self.speech.slices().write(&take, number, &bytes).await;
                outcome.is_ok().then_some(bytes.len() as u64)
            }
            None => None,
        };
        match written {
            Some(bytes) => self.written(&take, bytes, at),
            None => self.give_up(Ended::Unwritten),
        }
    }

    fn written(self, take: &str, bytes: u64, at: u64) {
        let measured = self.run.try_update_value(|run| {
            run.as_mut().map(|run| {
                run.slices += 1;
                run.largest = run.largest.max(bytes);
                (run.largest, at.saturating_sub(std::mem::replace(&mut run.until_ms, at)))
            })
        });
        let Some((largest, ms)) = measured.flatten() else { return };
        self.speech.change(|draft| draft.takes.written(take, bytes, ms));
        self.bytes.update(|all| *all += bytes);
        let limit = untrack(|| self.speech.rules().audio_bytes);
        if self.state.get_untracked() == State::Running && speech::must_end(self.bytes.get_untracked(), largest, limit)
        {
            self.give_up(Ended::Full);
        }
    }

    fn give_up(self, ended: Ended) {
        self.ended.set(Some(ended));
        self.stop();
    }

    async fn finish(self) {
        let run = self.run.try_update_value(Option::take).flatten();
        let Some(Run { take, slices, .. }) = run else { return };
        if self.state.get_untracked() == State::Running {
            self.ended.set(Some(Ended::Lost));
        }
        self.speech.changed(|draft| if slices > 0 { draft.takes.close(&take) } else { draft.remove_take(&take) }).await;
        self.state.set(State::Idle);
    }
}
