//! The quiet self-check: one sentence a screen. The answers are in the memory of the page, and are written only if the pupil keeps them
//! ([`keep`]). Whom one can call stands below every screen, as it was published; an answer that cannot wait brings it above, too.

mod closing;
mod file;
mod keep;
mod question;
mod text;

use crate::desk::Desk;
use crate::youth::hall::Hall;
use formats::programme::{Help, Index};
use leptos::prelude::*;
use leptos::task::{self, spawn_local};
use locale::Phrase;
use std::sync::Arc;
use ui::{say, whisper};
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;
use youth::mood::{Answers, Check, Kept, look};

/// The id of the heading of every screen, to which the keyboard goes.
const HEADING: &str = "mood-heading";

/// The check. Where its sentences could not be had, the page says so.
pub fn page(hall: &Hall) -> Option<AnyView> {
    let Some(index) = hall.index() else {
        return Some(view! { <p class="calm">{say(locale::mood_not_here())}</p> }.into_any());
    };
    let mood = Mood::new(hall.desk(), &index)?;
    mood.find_kept();
    Some(mood.view())
}

/// What is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Screen {
    /// What is said before.
    Opening,
    /// A question, by its place.
    Question(usize),
    /// What is said at the end.
    Closing,
}

/// The check as it is being done. Every copy is the same one.
#[derive(Clone, Copy)]
struct Mood {
    desk: StoredValue<Desk, LocalStorage>,
    check: StoredValue<Arc<Check>>,
    help: StoredValue<Vec<Help>>,
    screen: RwSignal<Screen>,
    /// In memory.
    answers: RwSignal<Answers>,
    /// What is kept on this device.
    kept: RwSignal<Option<Kept>>,
    /// What was done last, said on the screen.
    said: RwSignal<Option<Phrase>>,
}

impl Mood {
    /// Nothing is answered yet. `None` where the portal has no check.
    fn new(desk: &Desk, index: &Index) -> Option<Self> {
        Some(Self {
            desk: StoredValue::new_local(desk.clone()),
            check: StoredValue::new(Arc::new(index.moods.clone()?)),
            help: StoredValue::new(index.help.clone()),
            screen: RwSignal::new(Screen::Opening),
            answers: RwSignal::default(),
            kept: RwSignal::new(None),
            said: RwSignal::new(None),
        })
    }

    fn check(self) -> Arc<Check> {
        self.check.get_value()
    }

    /// Goes to a screen, and the keyboard to its heading.
    fn go(self, screen: Screen) {
        self.said.set(None);
        self.screen.set(screen);
        focus_heading();
    }

    /// Goes on from a question.
    fn next(self, at: usize) {
        let is_last = at + 1 >= self.check().items.len();
        self.go(if is_last { Screen::Closing } else { Screen::Question(at + 1) });
    }

    /// Forgets what was answered.
    fn stop(self) {
        self.answers.set(Answers::default());
        self.go(Screen::Opening);
        self.said.set(Some(locale::mood_stopped()));
    }

    fn view(self) -> AnyView {
        let screen = move || match self.screen.get() {
            Screen::Opening => self.opening(),
            Screen::Question(at) => question::view(self, at),
            Screen::Closing => closing::view(self),
        };
        view! {
            <div class="mood">
                {self.calls()}
                {screen}
                <p class="said" role="status">{move || self.said.get().map(say)}</p>
            </div>
        }
        .into_any()
    }

    fn opening(self) -> AnyView {
        let check = self.check();
        view! {
            <h2 id=HEADING tabindex="-1">{check.opening.title.clone()}</h2>
            {text::paragraphs(&check.opening.text)}
            <p class="calm">{say(locale::mood_shared())}</p>
            <p class="tools">
                <button type="button" class="main" on:click=move |_| self.go(Screen::Question(0))>{say(locale::mood_begin())}</button>
            </p>
            {move || keep::before(self)}
        }
        .into_any()
    }

    /// The numbers alone, at the top of every screen: the list with names and words stands below it.
    fn calls(self) -> AnyView {
        let call = |help: &Help| {
            view! { <a href=format!("tel:{}", help.number)>{whisper(Phrase::plain(&help.name))} {help.number.clone()}</a> }
        };
        let calls: Vec<_> =
            self.help.with_value(|help| help.iter().filter(|one| !one.number.is_empty()).map(call).collect());
        (!calls.is_empty()).then(|| view! { <p class="calls">{say(locale::mood_calls())} {calls}</p> }).into_any()
    }

    /// Whom one can call, in calm words, as soon as an answer cannot wait.
    fn alarm(self) -> AnyView {
        let is_alarming = Memo::new(move |_| self.answers.with(|answers| look(&self.check(), answers).alarming));
        let words = move || {
            is_alarming.get().then(|| {
                view! {
                    <section class="alarm">
                        <h3>{say(locale::mood_alarm())}</h3>
                        <p>{say(locale::mood_alarm_text())}</p>
                        {self.help.with_value(|help| ui::youth::lines::contacts(help))}
                    </section>
                }
            })
        };
        view! { <div role="status">{words}</div> }.into_any()
    }
}

/// Brings the keyboard to the heading of the screen, when that is drawn, and the screen to the top.
fn focus_heading() {
    spawn_local(async {
        task::tick().await;
        let heading = crate::platform::document().get_element_by_id(HEADING);
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            // A heading that cannot take the focus leaves it where it is.
            let _ = heading.focus();
        }
    });
}
