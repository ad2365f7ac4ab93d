//! One question of practice: fetched with its bank, then answered or recalled.

use super::recall;
use super::state::{Done, Practice};
use super::way::Way;
use crate::desk::focus;
use crate::study::question::{self, Shown};
use learning::Question;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::{BankId, QuestionId};
use std::sync::Arc;
use ui::say;

/// What is to be asked.
#[derive(Clone)]
pub(super) struct Ask {
    pub id: QuestionId,
    /// What stands above it.
    pub heading: Phrase,
    /// How it is practised.
    pub way: Way,
    /// How it was done today, if it is to be shown as done.
    pub done: Option<Done>,
    /// Whether the keyboard goes to it.
    pub focused: bool,
}

#[derive(Clone)]
enum Found {
    Waiting,
    Missing,
    There(BankId, Arc<Question>),
}

/// The question, as soon as it is there.
pub(super) fn view(practice: Practice, ask: Ask) -> AnyView {
    let found = RwSignal::new(Found::Waiting);
    let ask = StoredValue::new(ask);
    fetch(practice, ask, found);
    let shown = move || match found.get() {
        Found::Waiting => view! { <p class="waiting">{say(locale::practice_fetching())}</p> }.into_any(),
        Found::Missing => missing(practice, ask, found),
        Found::There(bank, question) => draw(practice, &ask.get_value(), &bank, &question),
    };
    view! { {shown} }.into_any()
}

fn fetch(practice: Practice, ask: StoredValue<Ask>, found: RwSignal<Found>) {
    let (desk, id) = (practice.desk.get_value(), ask.with_value(|ask| ask.id.clone()));
    let bank = untrack(|| practice.bank(&id));
    spawn_local(async move {
        let there = match bank {
            Some(bank) => desk.bank(&bank).await,
            None => None,
        };
        let question = there.as_ref().and_then(|bank| bank.questions.iter().find(|question| question.id == id));
        // Who went on to another question meanwhile does not need this one.
        found.try_set(match (&there, question) {
            (Some(bank), Some(question)) => Found::There(bank.id.clone(), Arc::new(question.clone())),
            _ => Found::Missing,
        });
    });
}

fn missing(practice: Practice, ask: StoredValue<Ask>, found: RwSignal<Found>) -> AnyView {
    let again = move |_| {
        found.set(Found::Waiting);
        fetch(practice, ask, found);
    };
    view! {
        <p class="goes-on" role="status">
            <span>{say(locale::practice_missing())}</span>
            <button type="button" on:click=again>{say(locale::practice_try_again())}</button>
        </p>
    }
    .into_any()
}

fn draw(practice: Practice, ask: &Ask, bank: &BankId, question: &Arc<Question>) -> AnyView {
    if ask.focused {
        focus::on(focus::heading(question));
    }
    let heading = ask.heading.clone();
    let answered = |asking| {
        let shown = Shown { heading: heading.clone(), own_button: true };
        practice.desk.with_value(|desk| question::view(desk, bank, question, shown, asking))
    };
    match (ask.done, ask.way) {
        (Some(Done::Answered), _) => answered(practice.restored(bank.clone(), question)),
        (Some(Done::Recalled(known)), _) => recall::view(practice, bank, question, heading, Some(known)),
        (None, Way::Answer) => answered(practice.asking(bank.clone(), question)),
        (None, Way::Recall) => recall::view(practice, bank, question, heading, None),
    }
}
