//! What must be said at once: the last thing told, and that something is not saved.

use super::{Desk, replace};
use crate::platform::document;
use leptos::prelude::*;
use ui::{say, warning};
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

/// Puts the bars in their place at the foot of the page.
pub fn put(desk: &Desk) {
    let place = document().query_selector("[data-part=bars]").ok().flatten();
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        let desk = desk.clone();
        replace(&place, move || bars(&desk));
    }
}

/// Those that come and go, for the place that the published page has for them. Each shows only when it has something to say.
fn bars(desk: &Desk) -> AnyView {
    let (told, saving) = (desk.told(), desk.saving());
    let message = move || {
        told.get().map(|phrase| {
            let close = move |_| told.set(None);
            view! { <p class="bar told">{say(phrase)} <button type="button" on:click=close>{say(locale::bar_close())}</button></p> }
        })
    };
    let trouble = move || warning(&saving.get()).map(|phrase| view! { <p class="bar warning">{say(phrase)}</p> });
    view! {
        <div role="status">{message}</div>
        <div role="alert">{trouble}</div>
    }
    .into_any()
}
