//! The study note (心得体会) after the text.

use super::pad::Pad;
use crate::desk::drafting::Drafting;
use crate::platform::document;
use leptos::prelude::*;
use ui::say;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

/// The section; open when something is written.
pub fn reflection(pad: Pad, opened: (Drafting, Option<String>)) -> AnyView {
    let writing = pad.reflection(opened);
    let length = writing.length();
    let open = length.get_untracked() > 0;
    view! {
        <details class="reflection" open=open>
            <summary>
                <h2>{say(locale::note_reflection())}</h2>
                <span>{move || say(locale::unit_characters(length.get()))}</span>
            </summary>
            <p><label for="reflection">{say(locale::note_reflection_about())}</label></p>
            {writing.field("reflection", false)}
            {writing.foot()}
        </details>
    }
    .into_any()
}

/// Opens the section and puts the keyboard's place into it.
pub fn show() {
    let Some(field) = document().get_element_by_id("reflection").and_then(|field| field.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    if let Ok(Some(details)) = field.closest("details") {
        // Only an ill-formed name fails.
        let _ = details.set_attribute("open", "");
        details.scroll_into_view();
    }
    // An element of the page can always take the focus.
    let _ = field.focus();
}
