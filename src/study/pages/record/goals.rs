//! Learning goals: one new skill a year.

mod one;

use super::account::Account;
use super::fields::{Fields, Form, fault_line, is};
use super::remove::Undo;
use formats::draft::{self, Name};
use learning::{Deed, Study, goals};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::EventId;
use one::One;
use ui::say;

/// The section.
pub fn section(account: Account) -> AnyView {
    let (log, undo) = (account.desk().log(), Undo::new(account, "undo-goal"));
    let year = move || i32::try_from(account.year.get()).unwrap_or(i32::MAX);
    let kept = Memo::new(move |_| log.with(|log| goals::of_year(log, year()).cloned().collect::<Vec<_>>()));
    let events = move || kept.with(|all| all.iter().map(|goal| goal.event).collect::<Vec<_>>());
    let none =
        move || kept.with(Vec::is_empty).then(|| view! { <p class="empty">{say(locale::goal_none(year()))}</p> });
    let one = move |event: EventId| {
        let goal = Memo::new(move |_| {
            kept.with(|all| all.iter().find(|goal| goal.event == event).map(|kept| kept.value.clone()))
        });
        one::draw(One { account, event, goal }, undo)
    };
    view! {
        <section id="goals">
            <h2 class="section">{say(locale::goal_title())}</h2>
            <p>{say(locale::goal_why())}</p>
            {none}
            <For each=events key=|event| *event children=one/>
            {undo.line()}
            {new(account)}
        </section>
    }
    .into_any()
}

/// The form for a new goal.
fn new(account: Account) -> AnyView {
    let form = Form::new(&account.desk(), Name::Form(draft::name::Form::Goal), &["skill", "reason"], Fields::default());
    let fault = RwSignal::new(None::<Phrase>);
    let send = move |fields: Fields| {
        let year = i32::try_from(account.year.get_untracked()).unwrap_or(i32::MAX);
        match goals::set(year, fields.get("skill"), fields.get("reason")) {
            Some(goal) => {
                fault.set(None);
                save(account, || Some(Deed::Study(Study::Aimed(goal))), form, Fields::default);
            }
            None => fault.set(Some(locale::goal_no_skill())),
        }
    };
    view! {
        <details class="goal-new">
            <summary>{say(locale::goal_set())}</summary>
            {form.view(move |fields| words(fields, fault.into()), send)}
        </details>
    }
    .into_any()
}

/// The fields for what to learn and why.
fn words(fields: &Fields, fault: Signal<Option<Phrase>>) -> AnyView {
    let (skill, reason) = (fields.get("skill").to_owned(), fields.get("reason").to_owned());
    view! {
        <label class="wide">
            {say(locale::goal_skill())}
            <input name="skill" maxlength="60" autocomplete="off" value=skill aria-invalid=is(fault)/>
            {fault_line(String::new(), fault)}
        </label>
        <label class="wide">{say(locale::goal_reason())} <textarea name="reason" rows="3" maxlength="500">{reason}</textarea></label>
        <p class="tools wide"><button class="main">{say(locale::goal_save())}</button></p>
    }
    .into_any()
}

/// Adds the deed that is made; the form begins again when it is on the disk.
fn save(
    account: Account,
    make: impl FnOnce() -> Option<Deed> + 'static,
    form: Form,
    first: impl Fn() -> Fields + 'static,
) {
    let (desk, sent) = (account.desk(), form.sending());
    spawn_local(async move {
        let is_saved = desk.added_in_turn(make).await;
        if is_saved {
            desk.tell(locale::goal_saved());
        }
        sent(is_saved.then(first));
    });
}
