//! Volunteer service: hours of the clock by year, apart from study hours; declared by hand below, taken back, and certified.

mod certificates;
mod declare;

use super::account::Account;
use super::fields::Form;
use super::remove::Undo;
use formats::words;
use learning::deed::Served;
use learning::log::Kept;
use learning::service::{Entry, Service, Source, years};
use leptos::prelude::*;
use locale::Phrase;
use ui::{date, say};

/// The section.
pub fn section(account: Account, signer: Form) -> AnyView {
    let undo = Undo::new(account, "undo-service");
    let all = Memo::new(move |_| all(account));
    let tables = move || {
        let all = all.get();
        let undated = all.first().and_then(|service| undated(&service.undated, undo));
        let years: Vec<_> =
            all.iter().filter(|service| !service.entries.is_empty()).map(|year| of_year(account, year, undo)).collect();
        let none = (years.is_empty() && undated.is_none())
            .then(|| view! { <p class="empty">{say(locale::service_none())}</p> });
        view! { {none} {years} {undated} }
    };
    view! {
        <section id="service">
            <h2 class="section">{say(locale::service_title())}</h2>
            <p>{say(locale::service_why())}</p>
            {tables}
            {undo.line()}
            {declare::form(account)}
            {certificates::view(account, all, signer)}
        </section>
    }
    .into_any()
}

/// The years, the latest first; this year is always among them.
fn all(account: Account) -> Vec<Service> {
    let (desk, now) = (account.desk(), account.this_year());
    let log = desk.log().get();
    let day_of = |moment| desk.day(moment);
    let (first, last) = years(&log, &day_of).map_or((now, now), |(first, last)| (first.min(now), last.max(now)));
    (first..=last).rev().map(|year| Service::of(&log, year, &day_of)).collect()
}

/// Hours of the clock: `1.5 小时`.
fn hours(hundredths: u64) -> Phrase {
    locale::activity_volunteer_hours(words::hundredths(hundredths))
}

fn of_year(account: Account, service: &Service, undo: Undo) -> AnyView {
    let rows: Vec<_> = service.entries.iter().rev().map(|entry| row(account, entry, undo)).collect();
    view! {
        <h3>{say(locale::service_year(service.year))}</h3>
        <dl class="sums two">
            <div><dt>{say(locale::register_attended())}</dt><dd>{say(hours(service.sums.attended))}</dd></div>
            <div><dt>{say(locale::register_declared())}</dt><dd>{say(hours(service.sums.declared))}</dd></div>
        </dl>
        <table class="ledger">
            <caption>{say(locale::service_caption(service.year))}</caption>
            <thead>
                <tr>
                    <th scope="col">{say(locale::ledger_day())}</th> <th scope="col">{say(locale::ledger_content())}</th>
                    <th scope="col">{say(locale::service_hours_column())}</th> <th scope="col">{say(locale::ledger_source())}</th>
                    <th scope="col">{say(locale::ledger_change())}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(account: Account, entry: &Entry, undo: Undo) -> AnyView {
    let title = entry.title.clone();
    let (content, source, change) = match &entry.source {
        Source::Attended { address, .. } => {
            let link = view! { <a href=account.desk().to(address)>{title}</a> };
            (link.into_any(), locale::register_attended(), None)
        }
        Source::Declared { remark } => {
            let remark = (!remark.is_empty()).then(|| view! { <small>{remark.clone()}</small> });
            let content = view! { <span>{title}</span> {remark} };
            let change = undo.remove(locale::service_delete_entry(), vec![entry.event], &entry.title);
            (content.into_any(), locale::register_declared(), Some(change))
        }
    };
    view! {
        <tr>
            <td>{say(date(entry.day))}</td> <th scope="row">{content}</th> <td>{say(hours(u64::from(entry.hundredths)))}</td>
            <td>{say(source)}</td> <td class="entries">{change}</td>
        </tr>
    }
    .into_any()
}

/// Declarations whose day is no day.
fn undated(undated: &[Kept<Served>], undo: Undo) -> Option<AnyView> {
    let line = |kept: &Kept<Served>| {
        view! {
            <li>
                <p>{kept.value.title.clone()}</p>
                {undo.remove(locale::service_delete_entry(), vec![kept.event], &kept.value.title)}
            </li>
        }
    };
    let lines: Vec<_> = undated.iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <h3>{say(locale::ledger_undated())}</h3>
            <p class="facts">{say(locale::service_undated_why())}</p>
            <ul class="entries">{lines}</ul>
        }
        .into_any()
    })
}
