//! What else is due, one after another, as many as wanted.

use super::ask::{self, Ask};
use super::state::Practice;
use super::way::{self, Way};
use crate::desk::focus;
use leptos::prelude::*;
use model::QuestionId;
use ui::say;

/// The id of the heading, where the keyboard goes at the end.
const NAME: &str = "due-name";

/// The section.
pub(super) fn section(practice: Practice) -> AnyView {
    let round = RwSignal::new(None::<Vec<QuestionId>>);
    let shown = move || match round.get() {
        None => waiting(practice, round),
        Some(ids) => asking(practice, round, ids),
    };
    view! {
        <section id="due" aria-labelledby=NAME>
            <h2 class="section" id=NAME tabindex="-1">{say(locale::practice_due())}</h2>
            {shown}
        </section>
    }
    .into_any()
}

/// How many there are, and the way to begin.
fn waiting(practice: Practice, round: RwSignal<Option<Vec<QuestionId>>>) -> AnyView {
    let begin = move |_| round.set(Some(practice.due.get_untracked()));
    let shown = move || match practice.due.with(Vec::len) {
        0 => view! { <p class="about">{say(locale::practice_due_none())}</p> }.into_any(),
        count => view! {
            <div class="goes-on">
                <span>{say(locale::practice_due_count(count))}</span>
                <button type="button" class="main" on:click=begin>{say(locale::practice_due_start())}</button>
            </div>
        }
        .into_any(),
    };
    view! { {shown} }.into_any()
}

fn asking(practice: Practice, round: RwSignal<Option<Vec<QuestionId>>>, ids: Vec<QuestionId>) -> AnyView {
    let (at, of, ids) = (RwSignal::new(0), ids.len(), StoredValue::new(ids));
    let id = move |place: usize| ids.with_value(|ids| ids.get(place).cloned());
    let stop = move |_| {
        round.set(None);
        focus::on(NAME.into());
    };
    let asked = move || {
        let place = at.get();
        let (way, heading) = (practice.way.get().unwrap_or(Way::Recall), locale::practice_due_number(place + 1, of));
        Some(ask::view(practice, Ask { id: id(place)?, heading, way, done: None, focused: true }))
    };
    let next = move || {
        let place = at.get();
        let done = id(place).is_some_and(|id| practice.done(&id).is_some());
        let (class, words) = match (done, place + 1 < of) {
            (true, true) => ("main next", locale::practice_next()),
            (false, true) => ("next", locale::practice_skip()),
            (true, false) => {
                return Some(view! { <button type="button" class="main next" on:click=stop>{say(locale::practice_finish())}</button> }.into_any());
            }
            (false, false) => return None,
        };
        Some(
            view! { <button type="button" class=class on:click=move |_| at.set(place + 1)>{say(words)}</button> }
                .into_any(),
        )
    };
    view! {
        <div class="one">
            {way::choice(practice, "due-way", Way::Recall)}
            {asked}
            <p class="ways-on"><button type="button" on:click=stop>{say(locale::practice_due_stop())}</button> {next}</p>
        </div>
    }
    .into_any()
}
