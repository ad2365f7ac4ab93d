//! Hours by month: two bars for each, told apart by their filling and not only by their colour.

use crate::study::pages::record::account::hours;
use formats::words;
use learning::ledger::{Ledger, Month};
use leptos::prelude::*;
use ui::{duration, say};

/// The picture, in units of its own.
const WIDTH: u64 = 372;
const HEIGHT: u64 = 150;
const LEFT: u64 = 30;
const MONTH: u64 = 28;
const BAR: u64 = 10;
const FLOOR: u64 = 128;
const ROOM: u64 = 116;

/// The chart and its table.
pub fn chart(ledger: &Ledger) -> AnyView {
    let top = top(&ledger.months);
    let months: Vec<_> = (0..).zip(&ledger.months).map(|(index, month)| bars(index, month, top)).collect();
    view! {
        <figure class="chart">
            <figcaption id="months-name">{say(locale::ledger_by_month())}</figcaption>
            <p class="key">
                <span><i class="solid"></i>{say(locale::ledger_together())}</span>
                <span><i class="striped"></i>{say(locale::ledger_alone())}</span>
            </p>
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img" aria-labelledby="months-name">
                <defs>
                    <pattern id="stripes" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <path d="M0 0V4" stroke-width="3"/>
                    </pattern>
                </defs>
                {line(top, top)} {line(top / 2, top)} {line(0, top)}
                {months}
            </svg>
            {table(ledger)}
        </figure>
    }
    .into_any()
}

/// What the highest line stands for: the next even number of study hours.
fn top(months: &[Month]) -> u64 {
    let most = months.iter().flat_map(|month| [month.sums.together, month.sums.alone]).max().unwrap_or(0);
    most.div_ceil(200).max(1) * 200
}

fn height(hundredths: u64, top: u64) -> u64 {
    hundredths * ROOM / top.max(1)
}

fn line(hundredths: u64, top: u64) -> AnyView {
    let y = FLOOR - height(hundredths, top);
    view! {
        <path class="rule" d=format!("M{LEFT} {y}H{WIDTH}")/>
        <text x=LEFT - 6 y=y + 4 text-anchor="end">{words::hundredths(hundredths)}</text>
    }
    .into_any()
}

fn bars(index: u64, month: &Month, top: u64) -> AnyView {
    let x = LEFT + 4 + index * MONTH;
    let bar = |class: &'static str, x: u64, hundredths: u64| {
        // A little is more than nothing.
        let height = height(hundredths, top).max(u64::from(hundredths > 0) * 2);
        (height > 0).then(|| view! { <rect class=class x=x y=FLOOR - height width=BAR height=height/> })
    };
    view! {
        {bar("solid", x, month.sums.together)}
        {bar("striped", x + BAR + 1, month.sums.alone)}
        <text x=x + BAR y=FLOOR + 16 text-anchor="middle">{index + 1}</text>
    }
    .into_any()
}

fn table(ledger: &Ledger) -> AnyView {
    let row = |(number, month): (u8, &Month)| {
        view! {
            <tr>
                <th scope="row">{say(locale::ledger_month_named(number))}</th>
                <td>{say(hours(month.sums.together))}</td> <td>{say(hours(month.sums.alone))}</td>
                <td>{say(duration(month.active_ms))}</td> <td>{say(locale::unit_days(u32::from(month.days)))}</td>
            </tr>
        }
    };
    let is_something = |(_, month): &(u8, &Month)| **month != Month::default();
    let rows: Vec<_> = (1..).zip(&ledger.months).filter(is_something).map(row).collect();
    if rows.is_empty() {
        return view! { <p class="facts">{say(locale::ledger_no_entries())}</p> }.into_any();
    }
    view! {
        <table class="numbers" aria-labelledby="months-name">
            <thead>
                <tr>
                    <th scope="col">{say(locale::ledger_month())}</th>
                    <th scope="col">{say(locale::ledger_together())}</th> <th scope="col">{say(locale::ledger_alone())}</th>
                    <th scope="col">{say(locale::ledger_time())}</th> <th scope="col">{say(locale::ledger_study_days())}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}
