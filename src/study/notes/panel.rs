//! The panel: all notes on this text and how to make one, or one of them.

use super::list::list;
use super::one::one;
use super::pad::{Open, Pad};
use leptos::html::Dialog;
use leptos::prelude::*;
use ui::say;
use web_sys::wasm_bindgen::JsCast;

/// The panel. It closes by its button, by the Escape key, and by a press beside it.
pub fn panel(pad: Pad) -> AnyView {
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let wanted = pad.open.with(Option::is_some);
        let Some(dialog) = node.get() else { return };
        if wanted && !dialog.open() {
            // It stands in the page and is not open.
            let _ = dialog.show_modal();
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    let body = move || match pad.open.get() {
        None => None,
        Some(Open::List) => Some(list(pad)),
        Some(Open::One { event, write }) => Some(one(pad, event, write)),
    };
    let beside = move |event: web_sys::MouseEvent| {
        let touched = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlDialogElement>().ok());
        if touched.is_some() {
            pad.close();
        }
    };
    view! {
        <dialog class="note-panel" node_ref=node aria-labelledby="note-panel-name" on:close=move |_| pad.close() on:click=beside>
            <div>
                <div class="note-head">
                    <h2 id="note-panel-name">{say(locale::note_title())}</h2>
                    <button type="button" on:click=move |_| pad.close()>{say(locale::note_close())}</button>
                </div>
                {body}
            </div>
        </dialog>
    }
    .into_any()
}
