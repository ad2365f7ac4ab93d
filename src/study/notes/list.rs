//! All notes on this text.

use super::marks;
use super::pad::{Note, Pad, Then};
use super::pens::{self, pens};
use formats::words;
use learning::deed::Colour;
use leptos::prelude::*;
use ui::say;

/// The list: how many there are, how to make one, each of them, and those that are not found any more.
pub fn list(pad: Pad) -> AnyView {
    let log = pad.desk().log();
    let document = pad.with_passage(|passage| passage.document.clone());
    let count = move || {
        let reflected = usize::from(log.get().reflections.contains_key(&document));
        say(match pad.notes.with(|notes| notes.len()) + reflected {
            0 => locale::note_none(),
            count => locale::note_count(count),
        })
    };
    let lines = move |lost: bool| {
        let notes = pad.notes.get();
        notes.iter().filter(|note| note.placed.is_none() == lost).map(|note| line(pad, note)).collect_view()
    };
    let has_lost = move || pad.notes.with(|notes| notes.iter().any(|note| note.placed.is_none()));
    let lost = move || {
        has_lost().then(|| {
            view! {
                <h3>{say(locale::note_lost())}</h3>
                <p>{say(locale::note_lost_why())}</p>
                <ul class="note-lines">{lines(true)}</ul>
            }
        })
    };
    view! {
        <p class="note-count">{count}</p>
        <ul class="note-lines">{move || lines(false)}</ul>
        {lost}
        <p class="note-how">{say(locale::note_how())}</p>
        {here(pad)}
    }
    .into_any()
}

/// A note in the list; leads to it.
fn line(pad: Pad, note: &Note) -> AnyView {
    let (event, highlight) = (note.event, note.highlight.clone());
    let open = move |_| {
        if let Some(mark) = marks::first(event) {
            mark.scroll_into_view();
        }
        pad.open_one(event, false);
    };
    let margin = (!highlight.note.is_empty()).then(|| view! { <span class="note-margin">{highlight.note}</span> });
    view! {
        <li>
            <button type="button" on:click=open>
                <small>{say(words::pen(highlight.colour))}</small>
                <span class="stroke" data-pen=pens::name(highlight.colour)>{highlight.quote}</span>
                {margin}
            </button>
        </li>
    }
    .into_any()
}

/// Marking without selecting: the block at the top of the window.
fn here(pad: Pad) -> Option<AnyView> {
    let (_, words) = pad.with_passage(|passage| passage.at_top()).filter(|(anchors, _)| !anchors.is_empty())?;
    let mark = move |colour: Colour| {
        let anchors = pad.with_passage(|passage| passage.at_top()).map(|(anchors, _)| anchors).unwrap_or_default();
        pad.close();
        pad.mark(anchors, colour, Then::Read);
    };
    let view = view! {
        <fieldset class="note-here">
            <legend>{say(locale::note_here())}</legend>
            <blockquote>{words}</blockquote>
            <div class="pen-row">{pens(Signal::stored(None), mark)}</div>
        </fieldset>
    };
    Some(view.into_any())
}
