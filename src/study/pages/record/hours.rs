//! The hours of a year against its goal. What is measured stands beside them and is never added.

use super::account::{Account, hours};
use super::rows;
use learning::ledger::GoalState;
use leptos::prelude::*;
use locale::Phrase;
use ui::{duration, say};

/// The section.
pub fn section(account: Account) -> AnyView {
    view! {
        <section id="hours">
            <div class="heading">
                <h2 class="section">{say(locale::ledger_title())}</h2>
                {chooser(account)}
            </div>
            {move || sums(account)}
            {move || goal(account)}
            {move || measured(account)}
        </section>
    }
    .into_any()
}

/// The choice of the year; years are written in the same way in every language.
fn chooser(account: Account) -> AnyView {
    let choose = move |event| {
        if let Ok(year) = event_target_value(&event).parse() {
            account.year.set(year);
        }
    };
    let options = move || {
        let years = account.years().into_iter();
        let option =
            |year: i64| view! { <option value=year.to_string() selected=year == account.year.get()>{year}</option> };
        years.map(option).collect::<Vec<_>>()
    };
    view! { <label class="year">{say(locale::ledger_year())} <select on:change=choose>{options}</select></label> }
        .into_any()
}

fn sums(account: Account) -> AnyView {
    let sums = account.ledger.get().sums;
    rows::sums([(locale::ledger_together(), hours(sums.together)), (locale::ledger_alone(), hours(sums.alone))])
}

fn goal(account: Account) -> AnyView {
    let Some(index) = account.index() else {
        return view! { <p class="calm">{say(locale::record_no_index())}</p> }.into_any();
    };
    let state = account.ledger.get().goal;
    let rule = if index.self_study_counts { locale::ledger_both_count() } else { locale::ledger_only_together() };
    view! {
        <div class="toward">
            <p>{say(told(state, account))}</p>
            <progress max=state.goal.to_string() value=state.counted.min(state.goal).to_string() aria-labelledby="toward-name"></progress>
            <p class="facts"><span id="toward-name">{say(locale::ledger_towards())}</span> <span>{say(hours(state.counted))} " / " {say(hours(state.goal))}</span></p>
            <p class="facts">{say(rule)}</p>
        </div>
    }
    .into_any()
}

/// What is wanting, said so that one likes to go on.
fn told(state: GoalState, account: Account) -> Phrase {
    let (goal, counted) = (hours(state.goal), hours(state.counted));
    let year = account.year.get();
    match state {
        _ if year != account.this_year() => locale::ledger_past(counted, goal, year),
        GoalState { wanting: 0, .. } => locale::ledger_reached(counted, goal),
        GoalState { counted: 0, .. } => locale::ledger_none_yet(goal),
        GoalState { wanting, .. } => locale::ledger_wanting(counted, goal, hours(wanting)),
    }
}

fn measured(account: Account) -> AnyView {
    let ledger = account.ledger.get();
    let time = duration(ledger.days.values().map(|day| day.active_ms).sum());
    view! { <p class="facts">{say(locale::ledger_measured(ledger.days.len(), time))}</p> }.into_any()
}
