//! One goal: why, its steps, what was thought on the way, and whether it is reached.

use super::super::account::Account;
use super::super::declare::{fault_line, is};
use super::super::fields::{Fields, Form};
use super::super::remove::Undo;
use super::{better, save, words};
use learning::deed::{Goal, Step, Thought};
use learning::goals::{self, Due};
use learning::log::Kept;
use leptos::prelude::*;
use locale::Phrase;
use ui::{say, whisper, written_date};

/// The goal.
pub fn goal(account: Account, kept: &Kept<Goal>, undo: Undo) -> AnyView {
    let goal = &kept.value;
    let (done, of) = goals::done(goal);
    let next = goals::next_step(goal, account.desk().today());
    view! {
        <article class="goal">
            <h3>{goal.skill.clone()}</h3>
            <p>{goal.reason.clone()}</p>
            {reached(account, kept)}
            {(of > 0).then(|| view! { <p class="facts">{say(locale::goal_done_of(done, of))}</p> })}
            {next.map(|(_, step, _)| view! { <p class="next-step">{say(locale::goal_next(step.text.as_str()))}</p> })}
            {steps(account, kept)}
            {thoughts(&goal.thoughts)}
            {add_step(account, kept)}
            {add_thought(account, kept)}
            <div class="entries">
                {edit(account, kept)}
                {undo.remove(locale::goal_delete(), vec![kept.event], &goal.skill)}
            </div>
        </article>
    }
    .into_any()
}

/// Whether it is reached, and the button that says so.
fn reached(account: Account, kept: &Kept<Goal>) -> AnyView {
    let said = kept.value.reached.as_deref().map(|day| {
        view! { <p class="reached">{say(locale::goal_reached_on(written_date(day)))}</p> }
    });
    let is_reached = said.is_some();
    let name = if is_reached { locale::goal_not_reached() } else { locale::goal_reached() };
    let kept = kept.clone();
    let press = move |_| {
        let on = (!is_reached).then(|| account.desk().today());
        account.desk().add(vec![better(&kept, kept.value.with_reached(on))], Some(locale::goal_saved()));
    };
    view! { {said} <p class="tools"><button type="button" on:click=press>{say(name)}</button></p> }.into_any()
}

fn steps(account: Account, kept: &Kept<Goal>) -> Option<AnyView> {
    let steps = &kept.value.steps;
    let lines: Vec<_> = (0..).zip(steps).map(|(index, one)| step(account, kept, index, one)).collect();
    (!steps.is_empty())
        .then(|| view! { <h4>{say(locale::goal_steps())}</h4> <ol class="steps">{lines}</ol> }.into_any())
}

fn step(account: Account, kept: &Kept<Goal>, index: usize, step: &Step) -> AnyView {
    let (ticked, dropped, today) = (kept.clone(), kept.clone(), account.desk().today());
    let tick = move |event| {
        let on = event_target_checked(&event).then_some(today);
        account.desk().add(vec![better(&ticked, ticked.value.with_step_done(index, on))], Some(locale::goal_saved()));
    };
    let drop = move |_| {
        account.desk().add(vec![better(&dropped, dropped.value.without_step(index))], Some(locale::goal_saved()));
    };
    view! {
        <li>
            <label><input type="checkbox" checked=step.done.is_some() on:change=tick/> <span>{step.text.clone()}</span></label>
            <small>{say(when(step, goals::due(step, today)))}</small>
            <button type="button" class="plain" on:click=drop>{say(locale::goal_drop_step())} {whisper(Phrase::plain(&step.text))}</button>
        </li>
    }
    .into_any()
}

/// When a step was done, or is meant to be. Being late is no fault.
fn when(step: &Step, due: Due) -> Phrase {
    match (&step.done, due) {
        (Some(day), _) => locale::goal_done_on(written_date(day)),
        (None, Due::Someday) => Phrase::plain(""),
        (None, Due::Since(_)) => locale::goal_late(written_date(&step.until)),
        (None, Due::Today | Due::In(_)) => locale::goal_until_day(written_date(&step.until)),
    }
}

fn thoughts(thoughts: &[Thought]) -> Option<AnyView> {
    let line = |thought: &Thought| view! { <li><small>{say(written_date(&thought.day))}</small> <p>{thought.text.clone()}</p></li> };
    let lines: Vec<_> = thoughts.iter().map(line).collect();
    (!lines.is_empty())
        .then(|| view! { <h4>{say(locale::goal_thoughts())}</h4> <ol class="thoughts">{lines}</ol> }.into_any())
}

/// A form that makes another goal of this one. `wrong` is said when what stands in it makes none.
fn form(
    account: Account,
    kept: &Kept<Goal>,
    (slip, names, first): (&str, &'static [&'static str], Fields),
    draw: impl Fn(&Fields, Signal<Option<Phrase>>) -> AnyView + Send + 'static,
    (make, wrong): (impl Fn(&Goal, &Fields) -> Option<Goal> + Clone + Send + 'static, fn() -> Phrase),
) -> AnyView {
    let form = Form::new(&account.desk(), &format!("goal/{}/{slip}", kept.event), names, first.clone());
    let (kept, fault) = (kept.clone(), RwSignal::new(None::<Phrase>));
    let send = move |fields: Fields| match make(&kept.value, &fields) {
        Some(goal) => save(account, better(&kept, goal), form, first.clone()),
        None => fault.set(Some(wrong())),
    };
    form.view(move |fields| draw(fields, fault.into()), send)
}

fn add_step(account: Account, kept: &Kept<Goal>) -> AnyView {
    let draw = |fields: &Fields, fault: Signal<Option<Phrase>>| {
        let (text, until) = (fields.get("text").to_owned(), fields.get("until").to_owned());
        view! {
            <label class="wide">
                {say(locale::goal_step())}
                <input name="text" maxlength="120" autocomplete="off" value=text aria-invalid=is(fault)/>
                {fault_line("", fault)}
            </label>
            <label>{say(locale::goal_until())} <input type="date" name="until" value=until/></label>
            <p class="tools"><button>{say(locale::goal_add_step())}</button></p>
        }
        .into_any()
    };
    let make = |goal: &Goal, fields: &Fields| goal.with_step(fields.get("text"), fields.get("until"));
    let names: &[&str] = &["text", "until"];
    form(account, kept, ("step", names, Fields::default()), draw, (make, locale::goal_no_step))
}

fn add_thought(account: Account, kept: &Kept<Goal>) -> AnyView {
    let draw = |fields: &Fields, fault: Signal<Option<Phrase>>| {
        let text = fields.get("text").to_owned();
        view! {
            <label class="wide">
                {say(locale::goal_thought())}
                <textarea name="text" rows="3" maxlength="2000" aria-invalid=is(fault)>{text}</textarea>
                {fault_line("", fault)}
            </label>
            <p class="tools"><button>{say(locale::goal_add_thought())}</button></p>
        }
        .into_any()
    };
    let today = account.desk().today();
    let make = move |goal: &Goal, fields: &Fields| goal.with_thought(fields.get("text"), today);
    let names: &[&str] = &["text"];
    form(account, kept, ("thought", names, Fields::default()), draw, (make, locale::goal_no_thought))
}

fn edit(account: Account, kept: &Kept<Goal>) -> AnyView {
    let first = Fields::of([("skill", kept.value.skill.clone()), ("reason", kept.value.reason.clone())]);
    let make = |goal: &Goal, fields: &Fields| goal.said_better(fields.get("skill"), fields.get("reason"));
    let names: &[&str] = &["skill", "reason"];
    let draw = |fields: &Fields, fault| words(fields, "", fault);
    view! {
        <details class="edit">
            <summary>{say(locale::goal_edit())}</summary>
            {form(account, kept, ("words", names, first), draw, (make, locale::goal_no_skill))}
        </details>
    }
    .into_any()
}
