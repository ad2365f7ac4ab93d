//! The stage as it is seen: the script in large letters that go by at the speaker's pace, the timer, and what starts and stops them.

use super::microphone;
use super::stage::Stage;
use super::times;
use leptos::ev::KeyboardEvent;
use leptos::html::{Div, Span};
use leptos::prelude::*;
use locale::Phrase;
use ui::say;
use web_sys::HtmlInputElement;
use web_sys::wasm_bindgen::JsCast;
use youth::speech::Signal as Time;
use youth::speech::prompter::PACES;
use youth::speech::timer::signal;

/// By how much a key changes the pace.
const PACE_STEP: u32 = 10;
/// Where the line that is spoken stands, in parts of the height from above.
const EYE_LEVEL: f64 = 0.3;

/// The section.
pub fn section(stage: Stage) -> AnyView {
    view! {
        <section id="stage">
            <h2 class="section">{say(locale::speech_stage())}</h2>
            <p class="hint">{say(locale::speech_stage_why())}</p>
            {prompter(stage)}
            {timer(stage)}
            {microphone::controls(stage)}
            {practice(stage)}
            {pace(stage)}
        </section>
    }
    .into_any()
}

fn prompter(stage: Stage) -> AnyView {
    let (frame, rest) = (NodeRef::<Div>::new(), NodeRef::<Span>::new());
    let place = Memo::new(move |_| stage.place());
    let script = Memo::new(move |_| stage.speech.draft.with(|draft| draft.script.clone()));
    let parts = move || script.with(|script| split(script, place.get()));
    Effect::new(move |_| {
        place.track();
        // What was just spoken is drawn first.
        request_animation_frame(move || scroll(frame, rest));
    });
    let blank = move || script.with(|script| script.trim().is_empty());
    view! {
        <div
            class="prompter"
            node_ref=frame
            tabindex="0"
            role="region"
            aria-labelledby="prompter-name"
            aria-describedby="prompter-keys"
            on:keydown=move |event| on_key(stage, &event)
        >
            <span class="hidden" id="prompter-name">{say(locale::speech_prompter())}</span>
            <p>
                <span class="spoken">{move || parts().0}</span>
                <span class="rest" node_ref=rest>{move || parts().1}</span>
            </p>
            {move || blank().then(|| view! { <p class="blank">{say(locale::speech_prompter_blank())}</p> })}
        </div>
        <p class="hint" id="prompter-keys">{say(locale::speech_keys())}</p>
    }
    .into_any()
}

/// A script before and after a character.
fn split(script: &str, place: usize) -> (String, String) {
    let at = script.char_indices().nth(place).map_or(script.len(), |(at, _)| at);
    let (spoken, rest) = script.split_at(at);
    (spoken.to_owned(), rest.to_owned())
}

/// Brings the line that is spoken to where the eyes are, if the prompter is still there. The style says whether that glides.
fn scroll(frame: NodeRef<Div>, rest: NodeRef<Span>) {
    let (frame, rest) = (frame.try_get_untracked().flatten(), rest.try_get_untracked().flatten());
    let Some((frame, rest)) = frame.zip(rest) else { return };
    let below = rest.get_bounding_client_rect().top() - frame.get_bounding_client_rect().top();
    let target = f64::from(frame.scroll_top()) + below - f64::from(frame.client_height()) * EYE_LEVEL;
    frame.set_scroll_top(target.max(0.0).round() as i32);
}

fn on_key(stage: Stage, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    match event.key().as_str() {
        " " => stage.toggle(),
        "ArrowUp" => change_pace(stage, |pace| pace + PACE_STEP),
        "ArrowDown" => change_pace(stage, |pace| pace.saturating_sub(PACE_STEP)),
        "ArrowLeft" => stage.back(),
        "ArrowRight" => stage.forth(),
        "Home" => stage.rewind(),
        _ => return,
    }
    event.prevent_default();
}

fn change_pace(stage: Stage, change: impl FnOnce(u32) -> u32) {
    stage.speech.change(|draft| draft.per_minute = change(draft.per_minute).clamp(*PACES.start(), *PACES.end()));
}

fn timer(stage: Stage) -> AnyView {
    let seconds = Memo::new(move |_| stage.ran_ms() / 1_000);
    let length = Memo::new(move |_| stage.speech.rules().length);
    let time = Memo::new(move |_| length.get().map(|length| signal(seconds.get() * 1_000, length)));
    // Said when it changes, and not every second.
    let stretch = Memo::new(move |_| time.get().map(Stretch::of));
    view! {
        <p class="timer" data-time=move || stretch.get().map(Stretch::name)>
            <strong role="timer" aria-live="off">{move || times::clock(seconds.get() * 1_000)}</strong>
            <span>{move || time.get().map_or_else(|| say(locale::speech_time_no_group()), |time| say(told(time)))}</span>
        </p>
        <p class="hidden" role="status" aria-live="polite">
            {move || stretch.get().filter(|_| seconds.get_untracked() > 0).map(|stretch| say(stretch.said()))}
        </p>
    }
    .into_any()
}

/// Stretches of a speech, of which the next is announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stretch {
    Short,
    AlmostRight,
    Right,
    AlmostLong,
    Long,
}

impl Stretch {
    fn of(time: Time) -> Self {
        match time {
            Time::Short { soon: false, .. } => Self::Short,
            Time::Short { soon: true, .. } => Self::AlmostRight,
            Time::Right { soon: false, .. } => Self::Right,
            Time::Right { soon: true, .. } => Self::AlmostLong,
            Time::Long { .. } => Self::Long,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::AlmostRight => "almost-right",
            Self::Right => "right",
            Self::AlmostLong => "almost-long",
            Self::Long => "long",
        }
    }

    fn said(self) -> Phrase {
        match self {
            Self::Short => locale::speech_time_begun(),
            Self::AlmostRight => locale::speech_time_almost_right(),
            Self::Right => locale::speech_time_now_right(),
            Self::AlmostLong => locale::speech_time_almost_long(),
            Self::Long => locale::speech_time_now_long(),
        }
    }
}

fn told(time: Time) -> Phrase {
    match time {
        Time::Short { left_ms, .. } => locale::speech_time_short(times::stretch(left_ms)),
        Time::Right { left_ms, soon: false } => locale::speech_time_right(times::stretch(left_ms)),
        Time::Right { left_ms, soon: true } => locale::speech_time_ending(times::stretch(left_ms)),
        Time::Long { over_ms } => locale::speech_time_long(times::stretch(over_ms)),
    }
}

fn practice(stage: Stage) -> AnyView {
    let is_recording = move || stage.recording.is_on();
    let word = move || match (is_recording(), stage.is_running()) {
        (false, false) => locale::speech_practise(),
        (false, true) => locale::speech_pause(),
        (true, false) => locale::speech_prompter_on(),
        (true, true) => locale::speech_prompter_pause(),
    };
    view! {
        <p class="tools">
            <button type="button" id="practise" on:click=move |_| stage.toggle()>{move || say(word())}</button>
            <button type="button" on:click=move |_| stage.rewind()>{say(locale::speech_rewind())}</button>
            <button type="button" on:click=move |_| stage.back()>{say(locale::speech_back())}</button>
            <button type="button" on:click=move |_| stage.forth()>{say(locale::speech_forth())}</button>
        </p>
    }
    .into_any()
}

fn pace(stage: Stage) -> AnyView {
    let per_minute = Memo::new(move |_| stage.speech.draft.with(|draft| draft.per_minute));
    let set = move |event: web_sys::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(pace) = field.and_then(|field| field.value().parse().ok()) {
            change_pace(stage, |_| pace);
        }
    };
    let lasts = Memo::new(move |_| stage.takes_seconds());
    let estimate = move || {
        Some(lasts.get())
            .filter(|seconds| *seconds > 0)
            .map(|seconds| say(locale::speech_pace_lasts(times::stretch(u64::from(seconds) * 1_000))))
    };
    view! {
        <div class="pace">
            <label>
                {say(locale::speech_pace())}
                <input
                    type="range"
                    min=PACES.start().to_string()
                    max=PACES.end().to_string()
                    step=PACE_STEP.to_string()
                    prop:value=move || per_minute.get().to_string()
                    on:input=set
                />
            </label>
            <p><strong>{move || say(locale::speech_pace_is(per_minute.get()))}</strong> <span>{estimate}</span></p>
        </div>
        <label class="along">
            <input type="checkbox" prop:checked=move || stage.goes_along.get() on:change=move |_| stage.goes_along.update(|along| *along = !*along)/>
            {say(locale::speech_along())}
        </label>
    }
    .into_any()
}
