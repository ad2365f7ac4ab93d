//! One note: the words, the pen, the note in the margin.

use super::marks;
use super::pad::{Note, Pad};
use super::pens::{self, pens};
use learning::notes::Match;
use leptos::prelude::*;
use model::EventId;
use ui::say;

/// The note; nothing if it was deleted meanwhile.
pub fn one(pad: Pad, event: EventId, write: bool) -> AnyView {
    let Some(note) = pad.note(event) else { return ().into_any() };
    let Some(writing) = pad.margin(event) else { return ().into_any() };
    let colour =
        move || pad.notes.with(|notes| notes.iter().find(|note| note.event == event).map(|note| note.highlight.colour));
    let quote = note.highlight.quote.clone();
    let show = move |_| {
        pad.close();
        if let Some(mark) = marks::first(event) {
            mark.scroll_into_view();
        }
    };
    let found = note.placed.is_some();
    view! {
        {changed(&note)}
        <blockquote><span class="stroke" data-pen=move || colour().map(pens::name)>{quote}</span></blockquote>
        <fieldset>
            <legend class="hidden">{say(locale::note_pens())}</legend>
            <div class="pen-row">{pens(Signal::derive(colour), move |colour| pad.recolour(event, colour))}</div>
        </fieldset>
        <label for="margin-note">{say(locale::note_margin())}</label>
        {writing.field("margin-note", write)}
        {writing.foot()}
        <p class="note-more">
            {found.then(|| view! { <button type="button" on:click=show>{say(locale::note_show())}</button> })}
            <button type="button" on:click=move |_| pad.delete(event)>{say(locale::note_delete())}</button>
            <button type="button" on:click=move |_| pad.open_list()>{say(locale::note_back())}</button>
        </p>
    }
    .into_any()
}

/// What became of the words since, if anything.
fn changed(note: &Note) -> Option<AnyView> {
    let phrase = match &note.placed {
        None => locale::note_is_lost(),
        Some(placed) if placed.how == Match::Edited => locale::note_edited(),
        Some(_) => return None,
    };
    Some(view! { <p>{say(phrase)}</p> }.into_any())
}
