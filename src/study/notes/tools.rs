//! The bar with the pens, while something is selected. It stands at the lower edge, where no phone shows its own menu.

use super::pad::{Pad, Then};
use super::pens::pens;
use formats::words;
use learning::deed::Colour;
use leptos::prelude::*;
use ui::say;

/// The bar.
pub fn tools(pad: Pad) -> AnyView {
    let selected = move || match pad.selected.get() {
        0 => None,
        count => Some(say(locale::note_selected(count))),
    };
    let marked = move || {
        pad.marked.get().filter(|_| pad.selected.get() == 0).map(|pen| say(locale::note_marked(words::pen(pen))))
    };
    let choose = move |colour: Colour| pad.mark_selected(colour, Then::Read);
    view! {
        <p class="hidden" role="status">{marked}</p>
        // A press on the bar leaves what is selected as it is.
        <div class="pens" role="group" aria-labelledby="pens-name" hidden=move || pad.selected.get() == 0 on:mousedown=|event| event.prevent_default()>
            <p id="pens-name" role="status">{selected}</p>
            {pens(Signal::stored(None), choose)}
            <button type="button" class="pen" on:click=move |_| pad.mark_selected(Colour::Yellow, Then::Write)>
                <span>{say(locale::note_write_margin())}</span>
            </button>
        </div>
    }
    .into_any()
}
