//! The sheet of a month: weeks from Monday; a day on which something is on leads to what that is.

use super::choice::Choice;
use super::day::HEADING;
use super::{line, said, turn};
use crate::desk::focus;
use leptos::prelude::*;
use model::Day;
use ui::youth::when;
use ui::{say, whisper};
use youth::Activity;
use youth::calendar::View;
use youth::calendar::{Month, is_on, within};

/// The month.
pub fn month(choice: Choice) -> AnyView {
    let month = Memo::new(move |_| Month::of(choice.day.get()));
    let before = move || Month::of(within(&choice.season(), Day(month.get().first().0 - 1)));
    let after = move || Month::of(within(&choice.season(), month.get().next().first()));
    let go = move |to: Month| choice.show_day(to.first());
    view! {
        <section class="month">
            <p class="turn">
                {turn::button(locale::season_month_before(), move || before() != month.get(), move || go(untrack(before)))}
                {turn::button(locale::season_month_after(), move || after() != month.get(), move || go(untrack(after)))}
            </p>
            {move || sheet(choice, month.get())}
            <p class="facts">{say(locale::season_legend())}</p>
            {move || line::any_time(choice)}
        </section>
    }
    .into_any()
}

fn sheet(choice: Choice, month: Month) -> AnyView {
    let activities = choice.activities();
    let names = (0..7).map(|of_week| {
        let day = Day(of_week - 3); // 1970-01-01 was a Thursday.
        view! { <th scope="col"><span aria-hidden="true">{say(said::weekday(day))}</span> {whisper(when::weekday(day))}</th> }
    });
    let cell = |day: &Option<Day>| match day {
        None => view! { <td></td> }.into_any(),
        Some(day) => cell(choice, *day, &activities),
    };
    let week = |week: &[Option<Day>; 7]| view! { <tr>{week.iter().map(cell).collect::<Vec<_>>()}</tr> };
    let weeks: Vec<_> = month.weeks().iter().map(week).collect();
    view! {
        <table class="days">
            <caption aria-live="polite">{say(locale::season_month(month.month, month.year))}</caption>
            <thead><tr>{names.collect::<Vec<_>>()}</tr></thead>
            <tbody>{weeks}</tbody>
        </table>
    }
    .into_any()
}

fn cell(choice: Choice, day: Day, activities: &[Activity]) -> AnyView {
    let today = (day == choice.today).then_some("date");
    let outside = within(&choice.season(), day) != day;
    let here: Vec<Activity> = activities.iter().filter(|activity| is_on(activity, day)).cloned().collect();
    let (_, _, number) = day.civil();
    if here.is_empty() {
        return view! { <td aria-current=today class:outside=outside><span class="number">{number}</span></td> }
            .into_any();
    }
    let open = move |_| {
        choice.show_day(day);
        choice.show(View::Day);
        focus::on(HEADING.to_owned());
    };
    let count = here.len();
    let titles: Vec<_> = here.iter().map(|activity| title(choice, activity)).collect();
    view! {
        <td aria-current=today>
            <button type="button" on:click=open>
                <span class="number" aria-hidden="true">{number}</span>
                {whisper(locale::season_on_day(count, when::day(&day.to_string())))}
                <span class="titles">{titles}</span>
            </button>
        </td>
    }
    .into_any()
}

/// On a narrow screen a dot stands for the title, which is still heard.
fn title(choice: Choice, activity: &Activity) -> AnyView {
    let (id, words) = (activity.id.clone(), activity.title.clone());
    let coming = Memo::new(move |_| choice.is_coming(&id));
    let mark = move || coming.get().then(|| view! { <b aria-hidden="true">"✓"</b> {whisper(locale::visit_coming())} });
    view! { <span class="what" class:ticked=coming>{mark} <span class="words">{words}</span></span> }.into_any()
}
