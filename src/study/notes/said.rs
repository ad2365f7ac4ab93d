//! What must be said at once: the last thing done, what was deleted and can be brought back, and that something is not saved.

use super::pad::Pad;
use leptos::prelude::*;
use ui::{Saving, say, warning};

/// The bars; they stand among those of the page.
pub fn said(pad: Pad) -> AnyView {
    let (told, saving) = (pad.desk().told(), pad.desk().saving());
    let message = move || {
        told.get().map(|phrase| {
            let close = move |_| told.set(None);
            view! { <p class="bar told">{say(phrase)} <button type="button" on:click=close>{say(locale::bar_close())}</button></p> }
        })
    };
    let deleted = move || {
        pad.deleted.get().map(|_| {
            view! {
                <p class="bar told">
                    {say(locale::note_deleted())}
                    <button type="button" on:click=move |_| pad.restore()>{say(locale::note_undo())}</button>
                    <button type="button" on:click=move |_| pad.deleted.set(None)>{say(locale::bar_close())}</button>
                </p>
            }
        })
    };
    // Of what was wrong from the beginning the reader's own program speaks.
    let unsaved = move || match saving.get() {
        saving @ Saving::Unsaved(_) => {
            warning(&saving).map(|phrase| view! { <p class="bar warning">{say(phrase)}</p> })
        }
        _ => None,
    };
    view! { <div role="status">{message}{deleted}</div> <div role="alert">{unsaved}</div> }.into_any()
}
