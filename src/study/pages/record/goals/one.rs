//! One goal: why, its steps, what was thought on the way, and whether it is reached. It is drawn once, and what is being written in it stays
//! while the rest moves.

use super::super::account::Account;
use super::super::fields::{Fields, Form, fault_line, is};
use super::super::remove::Undo;
use super::{save, words};
use formats::draft::Name;
use formats::draft::name::Better;
use learning::deed::{Goal, Step, Thought};
use learning::goals::{self, Due};
use learning::{Deed, Study};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::EventId;
use ui::{say, whisper, written_date};

/// A goal, as it stands at any time. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct One {
    /// Where it belongs.
    pub account: Account,
    /// The event that set it.
    pub event: EventId,
    /// The goal; `None` when it was taken back.
    pub goal: Memo<Option<Goal>>,
}

impl One {
    /// The deed that says it better; `None` where nothing is made of it, or it is not in view any more.
    fn better(self, make: impl FnOnce(&Goal) -> Option<Goal>) -> Option<Deed> {
        let goal = self.goal.try_with_untracked(|goal| goal.as_ref().and_then(make))??;
        Some(Deed::Corrected { event: self.event, deed: Box::new(Deed::Study(Study::Aimed(goal))) })
    }

    /// Changes it. Of two changes in one breath the second one begins with what the first has made.
    fn change(self, make: impl FnOnce(&Goal) -> Option<Goal> + 'static) {
        let desk = self.account.desk();
        spawn_local(async move {
            if desk.added_in_turn(|| self.better(make)).await {
                desk.tell(locale::goal_saved());
            }
        });
    }

    /// What is made of the goal, again whenever it changes.
    fn show<V: IntoAny + 'static>(self, draw: impl Fn(&Goal) -> V + Send + 'static) -> AnyView {
        (move || self.goal.with(|goal| goal.as_ref().map(|goal| draw(goal).into_any()))).into_any()
    }
}

/// The goal.
pub fn draw(one: One, undo: Undo) -> AnyView {
    view! {
        <article class="goal">
            {one.show(|goal| view! { <h3>{goal.skill.clone()}</h3> <p>{goal.reason.clone()}</p> })}
            {one.show(move |goal| far(one, goal))}
            {one.show(move |goal| steps(one, &goal.steps))}
            {one.show(|goal| thoughts(&goal.thoughts))}
            {add_step(one)}
            {add_thought(one)}
            <div class="entries">
                {edit(one)}
                {one.show(move |goal| undo.remove(locale::goal_delete(), vec![one.event], &goal.skill))}
            </div>
        </article>
    }
    .into_any()
}

/// How far it is, and the button that says that it is reached.
fn far(one: One, goal: &Goal) -> AnyView {
    let (done, of) = goals::done(goal);
    let next = goals::next_step(goal, one.account.desk().today());
    let is_reached = goal.reached.is_some();
    let name = if is_reached { locale::goal_not_reached() } else { locale::goal_reached() };
    let press = move |_| {
        let on = (!is_reached).then(|| one.account.desk().today());
        one.change(move |goal| Some(goal.with_reached(on)));
    };
    let reached = goal.reached.as_deref().map(|day| {
        view! { <p class="reached">{say(locale::goal_reached_on(written_date(day)))}</p> }
    });
    view! {
        {reached}
        {(of > 0).then(|| view! { <p class="facts">{say(locale::goal_done_of(done, of))}</p> })}
        {next.map(|(_, step, _)| view! { <p class="next-step">{say(locale::goal_next(step.text.as_str()))}</p> })}
        <p class="tools"><button type="button" on:click=press>{say(name)}</button></p>
    }
    .into_any()
}

fn steps(one: One, steps: &[Step]) -> Option<AnyView> {
    let lines: Vec<_> = (0..).zip(steps).map(|(index, one_step)| step(one, index, one_step)).collect();
    (!lines.is_empty())
        .then(|| view! { <h4>{say(locale::goal_steps())}</h4> <ol class="steps">{lines}</ol> }.into_any())
}

fn step(one: One, index: usize, step: &Step) -> AnyView {
    let today = one.account.desk().today();
    let tick = move |event| {
        let on = event_target_checked(&event).then_some(today);
        one.change(move |goal| Some(goal.with_step_done(index, on)));
    };
    let drop = move |_| one.change(move |goal| Some(goal.without_step(index)));
    // The box of a step that was dropped is drawn anew for the next one.
    let is_done = step.done.is_some();
    view! {
        <li>
            <label><input type="checkbox" prop:checked=is_done on:change=tick/> <span>{step.text.clone()}</span></label>
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

/// A form that makes a better goal of this one. `wrong` is said when what stands in it makes none.
fn form(
    one: One,
    (which, names, first): (Better, &'static [&'static str], fn(&Goal) -> Fields),
    draw: impl Fn(&Fields, Signal<Option<Phrase>>) -> AnyView + Clone + Send + 'static,
    (make, wrong): (impl Fn(&Goal, &Fields) -> Option<Goal> + Clone + Send + 'static, fn() -> Phrase),
) -> AnyView {
    // A goal that is not in view any more has nothing to begin with.
    let begin = move || one.goal.try_with_untracked(|goal| goal.as_ref().map(first)).flatten().unwrap_or_default();
    let form = Form::new(&one.account.desk(), Name::Goal(one.event, which), names, begin());
    let fault = RwSignal::new(None::<Phrase>);
    let send = move |fields: Fields| {
        let make = make.clone();
        let better = move || one.better(|goal| make(goal, &fields));
        let is_wrong = better().is_none();
        fault.set(is_wrong.then(wrong));
        if !is_wrong {
            save(one.account, better, form, begin);
        }
    };
    form.view(move |fields| draw(fields, fault.into()), send)
}

fn add_step(one: One) -> AnyView {
    let draw = |fields: &Fields, fault: Signal<Option<Phrase>>| {
        let (text, until) = (fields.get("text").to_owned(), fields.get("until").to_owned());
        view! {
            <label class="wide">
                {say(locale::goal_step())}
                <input name="text" maxlength="120" autocomplete="off" value=text aria-invalid=is(fault)/>
                {fault_line(String::new(), fault)}
            </label>
            <label>{say(locale::goal_until())} <input type="date" name="until" value=until/></label>
            <p class="tools"><button>{say(locale::goal_add_step())}</button></p>
        }
        .into_any()
    };
    let make = |goal: &Goal, fields: &Fields| goal.with_step(fields.get("text"), fields.get("until"));
    form(one, (Better::Step, &["text", "until"], |_| Fields::default()), draw, (make, locale::goal_no_step))
}

fn add_thought(one: One) -> AnyView {
    let draw = |fields: &Fields, fault: Signal<Option<Phrase>>| {
        let text = fields.get("text").to_owned();
        view! {
            <label class="wide">
                {say(locale::goal_thought())}
                <textarea name="text" rows="3" maxlength="2000" aria-invalid=is(fault)>{text}</textarea>
                {fault_line(String::new(), fault)}
            </label>
            <p class="tools"><button>{say(locale::goal_add_thought())}</button></p>
        }
        .into_any()
    };
    let today = one.account.desk().today();
    let make = move |goal: &Goal, fields: &Fields| goal.with_thought(fields.get("text"), today);
    form(one, (Better::Thought, &["text"], |_| Fields::default()), draw, (make, locale::goal_no_thought))
}

fn edit(one: One) -> AnyView {
    let first = |goal: &Goal| Fields::of([("skill", goal.skill.clone()), ("reason", goal.reason.clone())]);
    let make = |goal: &Goal, fields: &Fields| goal.said_better(fields.get("skill"), fields.get("reason"));
    view! {
        <details class="edit">
            <summary>{say(locale::goal_edit())}</summary>
            {form(one, (Better::Words, &["skill", "reason"], first), words, (make, locale::goal_no_skill))}
        </details>
    }
    .into_any()
}
