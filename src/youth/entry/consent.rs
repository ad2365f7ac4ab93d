//! The second step: what is to become of the data, and what is allowed, point by point. For a child under 14 a guardian answers.

use super::form::line;
use super::{Panel, words};
use leptos::prelude::*;
use locale::Phrase;
use ui::say;
use youth::consent::{Answer, Missing};
use youth::form::Typed;

/// The question without whose yes nothing is handed over.
const NEEDED: &str = "taking_part";

/// The step.
pub(super) fn step(panel: Panel) -> AnyView {
    let is_of_age = Memo::new(move |_| panel.typed.with(|typed| typed.form.age.is_of_age()));
    let who = move || {
        if is_of_age.get() { say(locale::entry_consent_alone()) } else { say(locale::entry_consent_guardian()) }
    };
    let fault = panel.lacks(&[Missing::TakingPart, Missing::Guardian]);
    let refused = move || panel.answers.with(|answers| answers.taking_part == Answer::No);
    view! {
        <fieldset class="entry-step" disabled=move || !panel.may_write()>
            <legend>{say(locale::entry_consent())}</legend>
            <p><strong>{who}</strong></p>
            {told(panel)}
            <div hidden=move || is_of_age.get()>{guardian(panel)}</div>
            {question(NEEDED, locale::entry_taking_part(panel.receiver()))}
            <p class="fault" id="entry-taking_part-said">{move || fault.get().map(words::missing).map(say)}</p>
            {question("work", locale::entry_work())}
            {question("show_name", locale::entry_show_name())}
            {question("likeness", locale::entry_likeness())}
            <p role="status">{move || refused().then(|| view! { <span class="calm">{say(locale::entry_refused())}</span> })}</p>
        </fieldset>
    }
    .into_any()
}

fn told(panel: Panel) -> AnyView {
    let contest = panel.parts().contest.clone();
    let line = |label: Phrase, words: Phrase| view! { <div><dt>{say(label)}</dt> <dd>{say(words)}</dd></div> };
    view! {
        <dl class="told-of">
            {line(locale::entry_purpose(), locale::entry_purpose_is(contest.title.clone()))}
            {line(locale::entry_receiver(), Phrase::plain(&contest.receiver))}
            {line(locale::entry_keeps(), Phrase::plain(&contest.keeps))}
            {line(locale::entry_withdraw(), locale::entry_withdraw_is(contest.receiver.clone()))}
            {line(locale::entry_refuse(), locale::entry_refuse_is())}
        </dl>
    }
    .into_any()
}

fn guardian(panel: Panel) -> AnyView {
    let Typed { guardian, relation, .. } = panel.typed.get_untracked();
    let said = |about: &'static [Missing]| {
        let missing = panel.lacks(about);
        Signal::derive(move || missing.get().map(words::missing))
    };
    view! {
        {line("guardian", locale::entry_guardian(), "text", guardian, said(&[Missing::GuardianName]))}
        {line("relation", locale::entry_relation(), "text", relation, said(&[Missing::Relation]))}
    }
    .into_any()
}

/// A question that is not answered before somebody answers it.
fn question(name: &'static str, words: Phrase) -> AnyView {
    // Only what is needed can be missing.
    let said = (name == NEEDED).then_some("entry-taking_part-said");
    let answer = |value: &'static str, words: Phrase| {
        view! {
            <label>
                <input type="radio" id=format!("entry-{name}-{value}") name=name value=value aria-describedby=said/>
                {say(words)}
            </label>
        }
    };
    view! {
        <fieldset class="question">
            <legend>{say(words)}</legend>
            <div>{answer("yes", locale::entry_yes())} {answer("no", locale::entry_no())}</div>
        </fieldset>
    }
    .into_any()
}
