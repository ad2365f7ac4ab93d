//! The study days of a year, month by month: a large square for hours, a small one for reading and practice, a dot for nothing.

use crate::study::pages::record::account::hours;
use learning::ledger::calendar::{self, Square};
use learning::ledger::{Ledger, StudyDay, Sums};
use leptos::prelude::*;
use model::Day;
use ui::{date, duration, say};

/// The room of a day, in units of the picture.
const ROOM: u8 = 12;

/// The chart and its table.
pub fn chart(ledger: &Ledger, today: Day) -> AnyView {
    let months: Vec<_> = (1..=12).map(|number| month(ledger, number, today)).collect();
    view! {
        <figure class="chart">
            <figcaption>{say(locale::ledger_calendar())}</figcaption>
            <p class="facts">{say(locale::ledger_calendar_key())}</p>
            <ul class="calendar">{months}</ul>
            {list(ledger)}
        </figure>
    }
    .into_any()
}

fn month(ledger: &Ledger, number: u8, today: Day) -> AnyView {
    let days = ledger.months[usize::from(number) - 1].days;
    let squares: Vec<_> = calendar::month(ledger.year, number).iter().map(|at| square(ledger, at, today)).collect();
    view! {
        <li>
            <p aria-hidden="true">{say(locale::ledger_month_named(number))}</p>
            <p class="hidden">{say(locale::ledger_calendar_month(u32::from(days), number))}</p>
            <svg viewBox="0 0 84 72" aria-hidden="true">{squares}</svg>
        </li>
    }
    .into_any()
}

fn square(ledger: &Ledger, at: &Square, today: Day) -> AnyView {
    let (kind, size) = match ledger.days.get(&at.day) {
        None => ("none", 2),
        Some(day) if day.sums == Sums::default() => ("some", 6),
        Some(_) => ("hours", 10),
    };
    let corner = |place: u8| place * ROOM + (ROOM - size) / 2;
    let today = (at.day == today).then(|| {
        let (x, y) = (at.weekday * ROOM, at.week * ROOM);
        view! { <rect class="today" x=f64::from(x) + 0.5 y=f64::from(y) + 0.5 width=ROOM - 1 height=ROOM - 1/> }
    });
    view! { <rect class=kind x=corner(at.weekday) y=corner(at.week) width=size height=size/> {today} }.into_any()
}

/// The same to read.
fn list(ledger: &Ledger) -> AnyView {
    if ledger.days.is_empty() {
        return view! { <p class="facts">{say(locale::ledger_no_days())}</p> }.into_any();
    }
    let row = |(day, done): (&Day, &StudyDay)| {
        view! {
            <tr>
                <th scope="row">{say(date(*day))}</th> <td>{say(hours(done.sums.together))}</td> <td>{say(hours(done.sums.alone))}</td>
                <td>{say(duration(done.active_ms))}</td> <td>{say(locale::ledger_times(done.recalls))}</td>
            </tr>
        }
    };
    let rows: Vec<_> = ledger.days.iter().rev().map(row).collect();
    view! {
        <details>
            <summary>{say(locale::ledger_calendar_table())}</summary>
            <table class="numbers">
                <caption>{say(locale::ledger_study_days())}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say(locale::ledger_day())}</th>
                        <th scope="col">{say(locale::ledger_together())}</th> <th scope="col">{say(locale::ledger_alone())}</th>
                        <th scope="col">{say(locale::ledger_time())}</th> <th scope="col">{say(locale::ledger_practised())}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </details>
    }
    .into_any()
}
