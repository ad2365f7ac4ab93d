//! Volunteer service: hours of the clock by year, apart from study hours; declared by hand below, corrected, taken back, and certified.

mod certificates;

use super::account::Account;
use super::declaring::{Declaring, Ledger};
use super::fields::{Fields, Form};
use super::rows::{By, Row, sums};
use formats::words;
use learning::deed::Served;
use learning::log::Kept;
use learning::service::{Entry, Service, Source, by_year, undated};
use leptos::prelude::*;
use locale::Phrase;
use ui::say;

/// The section.
pub fn section(account: Account, signer: Form) -> AnyView {
    let declaring = Declaring::new(account, Ledger::Service);
    let all = Memo::new(move |_| all(account));
    let tables = move || {
        let all = all.get();
        let undated = undated(&account.desk().log().get());
        let undated = declaring.undated(&undated, |served| (&served.day, &served.title, served.volunteer_hundredths));
        let years: Vec<_> =
            all.iter().filter(|service| !service.entries.is_empty()).map(|year| of_year(year, declaring)).collect();
        let none = (years.is_empty() && undated.is_none())
            .then(|| view! { <p class="empty">{say(locale::service_none())}</p> });
        view! { {none} {years} {undated} }
    };
    view! {
        <section id="service">
            <h2 class="section">{say(locale::service_title())}</h2>
            <p>{say(locale::service_why())}</p>
            {tables}
            {declaring.undo.line()}
            <h3 id="serve">{declaring.heading()}</h3>
            {declaring.form()}
            {certificates::view(account, all, signer)}
        </section>
    }
    .into_any()
}

/// The years, the latest first; this year is always among them.
fn all(account: Account) -> Vec<Service> {
    let desk = account.desk();
    let log = desk.log().get();
    by_year(&log, account.this_year(), &|moment| desk.day(moment))
}

/// Hours of the clock: `1.5 小时`.
pub fn hours(hundredths: u64) -> Phrase {
    locale::activity_volunteer_hours(words::hundredths(hundredths))
}

/// What a declaration says, as fields.
pub fn fields(kept: &Kept<Served>) -> Fields {
    let served = &kept.value;
    Fields::of([
        ("event", kept.event.to_string()),
        ("title", served.title.clone()),
        ("day", served.day.clone()),
        ("hours", words::hundredths(u64::from(served.volunteer_hundredths))),
        ("remark", served.remark.clone()),
    ])
}

fn of_year(service: &Service, declaring: Declaring) -> AnyView {
    let rows: Vec<_> = service.entries.iter().map(row).collect();
    view! {
        <h3>{say(locale::service_year(service.year))}</h3>
        {sums([
            (locale::register_attended(), hours(service.sums.attended)),
            (locale::register_declared(), hours(service.sums.declared)),
        ])}
        {declaring.table(locale::service_caption(service.year), &rows)}
    }
    .into_any()
}

fn row(entry: &Entry) -> Row<'_> {
    let Entry { event, day, title, hundredths, source } = entry;
    let by = match source {
        Source::Attended { address, .. } => By::Portal(address),
        Source::Declared { remark } => By::Learner(remark),
    };
    let source = words::service_source(source);
    Row { event: *event, day: *day, title, hundredths: *hundredths, study: None, source, by }
}
