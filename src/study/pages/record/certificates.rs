//! A certificate for every series that was read to its end.

use super::account::{Account, hours};
use super::fields::Form;
use super::sheet::sheet;
use formats::study::Index;
use learning::ledger::{Certificate, Series, certificate};
use leptos::prelude::*;
use locale::Phrase;
use ui::{date, say};

/// The series of the portal, as the ledger knows them.
pub fn series_of(index: &Index) -> Vec<Series> {
    let one = |line: &formats::study::SeriesLine| Series {
        id: line.id.clone(),
        title: line.title.clone(),
        lessons: line.lessons.iter().map(|lesson| (lesson.id.clone(), lesson.hours_hundredths)).collect(),
    };
    index.series.iter().filter(|line| !line.lessons.is_empty()).map(one).collect()
}

/// The section.
pub fn section(account: Account, signer: Form) -> AnyView {
    let certificates = move || {
        let Some(index) = account.index() else {
            return view! { <p class="calm">{say(locale::record_no_index())}</p> }.into_any();
        };
        let (desk, log) = (account.desk(), account.desk().log().get());
        let one = |series: &Series| {
            let facts = certificate(&log, series, &|moment| desk.day(moment))?;
            Some(draw(&index.portal, series, &facts, signer))
        };
        let all: Vec<_> = series_of(&index).iter().filter_map(one).collect();
        match all.is_empty() {
            true => view! { <p class="empty">{say(locale::certificate_none())}</p> }.into_any(),
            false => view! { <p>{say(locale::certificate_why())}</p> {all} }.into_any(),
        }
    };
    view! {
        <section id="certificates">
            <h2 class="section">{say(locale::certificate_section())}</h2>
            {certificates}
        </section>
    }
    .into_any()
}

fn draw(portal: &str, series: &Series, facts: &Certificate, signer: Form) -> AnyView {
    let lessons = locale::certificate_lessons(facts.lessons, hours(facts.hours_hundredths));
    let words = Words {
        id: format!("certificate-{}", series.id),
        heading: locale::certificate_title(),
        title: Phrase::plain(&series.title),
        facts: vec![lessons, locale::certificate_day(date(facts.day))],
        honest: locale::certificate_honest(),
    };
    paper(words, portal.to_owned(), signer, |name, portal| locale::certificate_says(name, portal))
}

/// What stands on a certificate.
pub struct Words {
    /// The id of its sheet.
    pub id: String,
    /// Over it all.
    pub heading: Phrase,
    /// What stands largest.
    pub title: Phrase,
    /// What is said below.
    pub facts: Vec<Phrase>,
    /// What it is not.
    pub honest: Phrase,
}

/// A certificate of a portal, to print. `says` makes the sentence before the title, for a name and the portal.
pub fn paper(
    words: Words,
    portal: String,
    signer: Form,
    says: impl Fn(Phrase, &str) -> Phrase + Send + 'static,
) -> AnyView {
    let of = portal.clone();
    let says = move || {
        let name = signer.typed.with(|fields| fields.get("name").trim().to_owned());
        let name = if name.is_empty() { locale::certificate_somebody() } else { Phrase::plain(&name) };
        say(says(name, &portal))
    };
    let facts: Vec<_> = words.facts.into_iter().map(|fact| view! { <p>{say(fact)}</p> }).collect();
    let paper = view! {
        <div class="frame">
            <p class="of">{of}</p>
            <h3>{say(words.heading)}</h3>
            <p>{says}</p>
            <p class="series">{say(words.title)}</p>
            {facts}
            <p class="facts">{say(words.honest)}</p>
        </div>
    };
    sheet(words.id, "certificate", locale::certificate_print(), paper.into_any())
}
