//! What records: the button, how large the take is and what the contest takes, and in plain words why it does not work.

use super::recording::{Ended, State};
use super::stage::Stage;
use crate::platform::recorder::Refusal;
use leptos::prelude::*;
use locale::Phrase;
use ui::{file_size, say};
use youth::speech::Limit;
use youth::speech::timer::limit;

/// The controls.
pub fn controls(stage: Stage) -> AnyView {
    let recording = stage.recording;
    let word = move || match recording.state.get() {
        State::Idle => locale::speech_record(),
        State::Asking => locale::speech_asking(),
        State::Running => locale::speech_stop(),
        State::Ending => locale::speech_ending(),
    };
    view! {
        <p class="tools">
            <button
                type="button"
                class="main record"
                id="record"
                data-state=move || name_of(recording.state.get())
                aria-disabled=move || matches!(recording.state.get(), State::Asking | State::Ending).then_some("true")
                on:click=move |_| recording.toggle()
            >
                {move || say(word())}
            </button>
        </p>
        {size(stage)}
        <div role="status" class="ended">{move || recording.ended.get().map(refused)}</div>
    }
    .into_any()
}

fn name_of(state: State) -> &'static str {
    match state {
        State::Idle => "idle",
        State::Asking => "asking",
        State::Running => "running",
        State::Ending => "ending",
    }
}

/// How large the take is so far. That it is nearly full is said once.
fn size(stage: Stage) -> AnyView {
    let recording = stage.recording;
    let is_on = move || matches!(recording.state.get(), State::Running | State::Ending);
    let most = Memo::new(move |_| stage.speech.rules().audio_bytes);
    let how = Memo::new(move |_| matches!(limit(recording.bytes.get(), most.get()), Limit::NearlyFull { .. }));
    let line = move || {
        let is = file_size(recording.bytes.get());
        match most.get() {
            0 => locale::speech_size(is),
            most => locale::speech_size_of(is, file_size(most)),
        }
    };
    let nearly = move || (is_on() && how.get()).then(|| say(locale::speech_nearly_full()));
    view! {
        <p class="size">{move || is_on().then(|| say(line()))}</p>
        <p class="nearly" role="status">{nearly}</p>
    }
    .into_any()
}

fn refused(ended: Ended) -> AnyView {
    let (what, hint) = match ended {
        Ended::Full => (locale::speech_full(), None),
        Ended::Unwritten => (locale::speech_unwritten(), None),
        Ended::Lost => (locale::speech_lost(), None),
        Ended::Refused(refusal) => (told(refusal), Some(say(locale::speech_without()))),
    };
    view! { <p>{say(what)}</p> <p>{hint}</p> }.into_any()
}

fn told(refusal: Refusal) -> Phrase {
    match refusal {
        Refusal::Insecure => locale::speech_insecure(),
        Refusal::Unable => locale::speech_unable(),
        Refusal::NotAllowed => locale::speech_not_allowed(),
        Refusal::NoMicrophone => locale::speech_no_microphone(),
        Refusal::Busy => locale::speech_busy(),
    }
}
