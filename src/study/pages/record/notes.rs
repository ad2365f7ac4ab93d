//! All notes of the learner: by document the marked passages and the study note, then what is not found any more, and a file of all.

use crate::desk::{Desk, download};
use crate::platform::frame;
use crate::study::notes;
use formats::{notes_markdown, words};
use learning::deed::{Highlight, Reflection};
use learning::log::{Kept, Log};
use leptos::prelude::*;
use locale::Phrase;
use model::{DocumentId, EventId, length};
use std::collections::{BTreeMap, BTreeSet};
use ui::say;

/// The notes of one document.
#[derive(Default)]
struct Sheet<'a> {
    title: &'a str,
    address: &'a str,
    highlights: Vec<&'a Highlight>,
    reflection: Option<&'a Reflection>,
}

/// The section of the record.
pub fn section(desk: &Desk) -> AnyView {
    let (lost, comparing) = (RwSignal::new(BTreeSet::<EventId>::new()), RwSignal::new(false));
    compare(desk, lost, comparing);
    let (log, here) = (desk.log(), StoredValue::new_local(desk.clone()));
    let is_empty = move || log.with(|log| log.highlights.is_empty() && log.reflections.is_empty());
    let body = move || match is_empty() {
        true => view! { <p class="empty">{say(locale::note_of_record_none())}</p> }.into_any(),
        false => here.with_value(|desk| log.with(|log| lost.with(|lost| all(desk, log, lost)))),
    };
    let download = move |_| here.with_value(|desk| log.with(|log| lost.with(|lost| take_away(desk, log, lost))));
    view! {
        <section class="note-record" id="notes">
            <h2 class="section">{say(locale::note_of_record())}</h2>
            {body}
            <p class="facts" role="status">{move || comparing.get().then(|| say(locale::note_comparing()))}</p>
            <p class="tools" hidden=is_empty>
                <button type="button" on:click=download>{say(locale::note_download())}</button>
            </p>
        </section>
    }
    .into_any()
}

/// Looks in the texts for the passages, behind what is shown.
fn compare(desk: &Desk, lost: RwSignal<BTreeSet<EventId>>, comparing: RwSignal<bool>) {
    let desk = desk.clone();
    comparing.set(desk.log().with_untracked(|log| !log.highlights.is_empty()));
    leptos::task::spawn_local(async move {
        lost.set(notes::lost(&desk).await);
        comparing.set(false);
    });
}

/// In the order of the documents' ids: lessons of a series are named in order.
fn sheets<'a>(log: &'a Log, lost: &BTreeSet<EventId>) -> BTreeMap<&'a DocumentId, Sheet<'a>> {
    let mut sheets: BTreeMap<&DocumentId, Sheet<'_>> = BTreeMap::new();
    for kept in log.highlights.iter().filter(|kept| !lost.contains(&kept.event)) {
        let sheet = sheets.entry(&kept.value.document).or_default();
        (sheet.title, sheet.address) = (&kept.value.title, &kept.value.address);
        sheet.highlights.push(&kept.value);
    }
    for (document, kept) in &log.reflections {
        let sheet = sheets.entry(document).or_default();
        (sheet.title, sheet.address) = (&kept.value.title, &kept.value.address);
        sheet.reflection = Some(&kept.value);
    }
    sheets
}

fn all(desk: &Desk, log: &Log, lost: &BTreeSet<EventId>) -> AnyView {
    let of_document = |(document, sheet): (&DocumentId, Sheet<'_>)| {
        let href = desk.to(&notes::address(desk, document, sheet.address));
        view! {
            <article>
                <h3><a href=href>{sheet.title.to_owned()}</a></h3>
                <ul>{sheet.highlights.iter().map(|highlight| passage(highlight, None)).collect_view()}</ul>
                {sheet.reflection.map(reflection)}
            </article>
        }
    };
    let gone: Vec<&Kept<Highlight>> = log.highlights.iter().filter(|kept| lost.contains(&kept.event)).collect();
    let gone = (!gone.is_empty()).then(|| {
        let from = |highlight: &Highlight| Some(locale::notes_file_from(highlight.title.as_str()));
        view! {
            <article>
                <h3>{say(locale::note_lost())}</h3>
                <p>{say(locale::note_lost_why())}</p>
                <ul>{gone.iter().map(|kept| passage(&kept.value, from(&kept.value))).collect_view()}</ul>
            </article>
        }
    });
    view! { {sheets(log, lost).into_iter().map(of_document).collect_view()} {gone} }.into_any()
}

fn passage(highlight: &Highlight, from: Option<Phrase>) -> AnyView {
    let note =
        (!highlight.note.is_empty()).then(|| view! { <span class="note-margin">{highlight.note.clone()}</span> });
    view! {
        <li>
            <small>{say(words::pen(highlight.colour))} {from.map(|from| view! { " · " {say(from)} })}</small>
            <span class="stroke" data-pen=notes::pen_name(highlight.colour)>{highlight.quote.clone()}</span>
            {note}
        </li>
    }
    .into_any()
}

fn reflection(reflection: &Reflection) -> AnyView {
    let length = locale::unit_characters(length::characters(&reflection.text));
    view! {
        <small>{say(locale::note_reflection())} " · " {say(length)}</small>
        <p class="written">{reflection.text.clone()}</p>
    }
    .into_any()
}

/// Saves all notes as a file of Markdown, in the reader's language.
fn take_away(desk: &Desk, log: &Log, lost: &BTreeSet<EventId>) {
    let english = frame::html().is_some_and(|html| html.get_attribute("data-language").as_deref() == Some("en"));
    let chosen = |phrase: Phrase| if english { phrase.en } else { phrase.zh };
    let text = notes_markdown::write(log, lost, chosen);
    let name = format!("{}-{}.md", chosen(locale::note_file()), desk.today());
    // A browser that saves no files shows so itself.
    let _ = download(&name, "text/markdown;charset=utf-8", text.as_bytes());
}
