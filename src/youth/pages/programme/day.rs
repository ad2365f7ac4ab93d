//! One day: what is on, and the way to the days around it.

use super::choice::Choice;
use super::{line, turn};
use crate::desk::focus;
use leptos::prelude::*;
use model::Day;
use ui::say;
use ui::youth::when;
use youth::Activity;
use youth::calendar::{is_on, next_day, within};

/// The id of the day's heading, to which the keyboard goes.
pub const HEADING: &str = "day-name";

/// The day.
pub fn day(choice: Choice) -> AnyView {
    let beside = move |step: i64| Day(choice.day.get().0 + step);
    let can = move |step: i64| move || within(&choice.season(), beside(step)) == beside(step);
    let go = move |step: i64| move || choice.show_day(untrack(|| beside(step)));
    let name = move || {
        let day = choice.day.get();
        let today = (day == choice.today).then(|| view! { <span class="today">{say(locale::season_today())}</span> });
        view! { {say(when::day(&day.to_string()))} {today} }
    };
    view! {
        <section class="day">
            <p class="turn">
                {turn::button(locale::season_day_before(), can(-1), go(-1))} {turn::button(locale::season_day_after(), can(1), go(1))}
            </p>
            <div aria-live="polite"><h2 class="section" id=HEADING tabindex="-1">{name}</h2></div>
            {move || on_this_day(choice)}
            {move || line::any_time(choice)}
        </section>
    }
    .into_any()
}

fn on_this_day(choice: Choice) -> AnyView {
    let (day, all) = (choice.day.get(), choice.activities());
    let here: Vec<Activity> = all.iter().filter(|activity| is_on(activity, day)).cloned().collect();
    line::cards(choice, &here).unwrap_or_else(|| empty(choice, next_day(all.iter(), day)))
}

/// Nothing is on: what to change, and the next day with something.
fn empty(choice: Choice, next: Option<Day>) -> AnyView {
    let words = if choice.filter.with(youth::calendar::Filter::is_open) {
        locale::season_day_empty()
    } else {
        locale::season_day_empty_filtered()
    };
    let next = next.map(|day| {
        let go = move |_| {
            choice.show_day(day);
            focus::on(HEADING.to_owned());
        };
        view! { <button type="button" on:click=go>{say(locale::season_next_day(when::day(&day.to_string())))}</button> }
    });
    view! { <div class="empty"><p>{say(words)}</p> {next}</div> }.into_any()
}
