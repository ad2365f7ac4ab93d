//! Certificates of participation, one for each activity whose code was typed, and of volunteer service, one for each year.

use super::super::account::{Account, hours as study_hours};
use super::super::certificates::{Words, paper};
use super::super::fields::Form;
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

fn participation(account: Account, kept: &Kept<Attended>, signer: Form) -> AnyView {
    let attended = &kept.value;
    let day = Day::parse(&attended.day).unwrap_or_else(|| account.desk().day(kept.at));
    let study = (attended.hours_hundredths > 0)
        .then(|| locale::service_attended_hours(study_hours(u64::from(attended.hours_hundredths))));
    let volunteer = (attended.volunteer_hundredths > 0)
        .then(|| locale::service_attended_volunteer(hours(u64::from(attended.volunteer_hundredths))));
    let words = Words {
        id: format!("participation-{}", kept.event),
        heading: locale::service_attended_title(),
        title: Phrase::plain(&attended.title),
        facts: study.into_iter().chain(volunteer).collect(),
        honest: locale::service_attended_honest(),
    };
    let says = move |name, portal: &str| locale::service_attended_says(date(day), name, portal);
    look(locale::service_attended_look(&*attended.title), paper(words, portal(account), signer, says))
}

fn service_of(account: Account, service: &Service, signer: Form) -> AnyView {
    let (sums, year) = (service.sums, service.year);
    let words = Words {
        id: format!("service-{year}"),
        heading: locale::service_served_title(),
        title: hours(sums.attended + sums.declared),
        facts: vec![
            locale::service_served_parts(hours(sums.attended), hours(sums.declared)),
            locale::service_served_times(service.entries.len()),
        ],
        honest: locale::certificate_honest(),
    };
    let says = move |name, portal: &str| locale::service_served_says(name, portal, year);
    look(locale::service_served_look(year), paper(words, portal(account), signer, says))
}

/// Without the index it is not known what the portal is called.
fn portal(account: Account) -> String {
    account.index().map_or_else(|| locale::file_portal_name().zh, |index| index.portal.clone())
}

/// A certificate behind its name.
fn look(name: Phrase, paper: AnyView) -> AnyView {
    view! { <details class="look"><summary>{say(name)}</summary> {paper}</details> }.into_any()
}
