//! Certificates of participation, one for each activity whose code was typed, and of volunteer service, one for each year.

use super::super::account::{Account, hours as study_hours};
use super::super::fields::Form;
use super::super::sheet::sheet;
use super::hours;
use learning::deed::Attended;
use learning::log::Kept;
use learning::service::Service;
use leptos::prelude::*;
use locale::Phrase;
use model::Day;
use ui::{date, say};

/// All of them, each behind its name.
pub fn view(account: Account, years: Memo<Vec<Service>>, signer: Form) -> AnyView {
    let all = move || {
        let log = account.desk().log().get();
        let attended = log.holiday.attended.iter().rev().map(|kept| participation(account, kept, signer));
        let served = years.get().into_iter().filter(|service| !service.entries.is_empty());
        let all: Vec<_> = attended.chain(served.map(|service| service_of(account, &service, signer))).collect();
        match all.is_empty() {
            true => view! { <p class="empty">{say(locale::service_certificates_none())}</p> }.into_any(),
            false => view! { <p>{say(locale::service_certificates_why())}</p> {all} }.into_any(),
        }
    };
    view! {
        <h3 id="participation">{say(locale::service_certificates())}</h3>
        {all}
    }
    .into_any()
}

/// What is special about a certificate.
struct Words {
    /// The id of its sheet.
    id: String,
    /// What it is called in the list.
    look: Phrase,
    heading: Phrase,
    /// The sentence before the title, for a name and a portal.
    says: fn(Phrase, String, Phrase) -> Phrase,
    /// The day or the year that the sentence names.
    when: Phrase,
    /// What stands largest.
    title: Phrase,
    facts: Vec<Phrase>,
    honest: Phrase,
}

fn participation(account: Account, kept: &Kept<Attended>, signer: Form) -> AnyView {
    let attended = &kept.value;
    let day = Day::parse(&attended.day).unwrap_or_else(|| account.desk().day(kept.at));
    let study = (attended.hours_hundredths > 0)
        .then(|| locale::service_attended_hours(study_hours(u64::from(attended.hours_hundredths))));
    let volunteer = (attended.volunteer_hundredths > 0)
        .then(|| locale::service_attended_volunteer(hours(u64::from(attended.volunteer_hundredths))));
    draw(
        account,
        signer,
        Words {
            id: format!("participation-{}", kept.event),
            look: locale::service_attended_look(&*attended.title),
            heading: locale::service_attended_title(),
            says: |name, portal, day| locale::service_attended_says(day, name, portal),
            when: date(day),
            title: Phrase::plain(&attended.title),
            facts: study.into_iter().chain(volunteer).collect(),
            honest: locale::service_attended_honest(),
        },
    )
}

fn service_of(account: Account, service: &Service, signer: Form) -> AnyView {
    let sums = service.sums;
    draw(
        account,
        signer,
        Words {
            id: format!("service-{}", service.year),
            look: locale::service_served_look(service.year),
            heading: locale::service_served_title(),
            says: |name, portal, year| locale::service_served_says(name, portal, year),
            when: Phrase::plain(&service.year.to_string()),
            title: hours(sums.attended + sums.declared),
            facts: vec![
                locale::service_served_parts(hours(sums.attended), hours(sums.declared)),
                locale::service_served_times(service.entries.len()),
            ],
            honest: locale::certificate_honest(),
        },
    )
}

fn draw(account: Account, signer: Form, words: Words) -> AnyView {
    // Without the index it is not known what the portal is called.
    let portal = account.index().map_or_else(|| locale::file_portal_name().zh, |index| index.portal.clone());
    let of = portal.clone();
    let Words { id, look, heading, says, when, title, facts, honest } = words;
    let says = move || {
        let name = signer.typed.with(|fields| fields.get("name").trim().to_owned());
        let name = if name.is_empty() { locale::certificate_somebody() } else { Phrase::plain(&name) };
        say(says(name, portal.clone(), when.clone()))
    };
    let facts: Vec<_> = facts.into_iter().map(|fact| view! { <p>{say(fact)}</p> }).collect();
    let paper = view! {
        <div class="frame">
            <p class="of">{of}</p>
            <h3>{say(heading)}</h3>
            <p>{says}</p>
            <p class="series">{say(title)}</p>
            {facts}
            <p class="facts">{say(honest)}</p>
        </div>
    };
    view! {
        <details class="look">
            <summary>{say(look)}</summary>
            {sheet(id, "certificate", locale::certificate_print(), paper.into_any())}
        </details>
    }
    .into_any()
}
