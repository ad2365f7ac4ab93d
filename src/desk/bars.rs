//! What must be said at once: the last thing told, what was set aside because it cannot be read, and that something is not saved.

use super::{Desk, Strange, download, give_up, replace};
use crate::platform::document;
use leptos::prelude::*;
use ui::{FIND, Saving, Trouble, say, warning};
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
    let desk = StoredValue::new_local(desk.clone());
    let message = move || {
        told.get().map(|phrase| {
            let close = move |_| told.set(None);
            view! { <p class="bar told">{say(phrase)} <button type="button" on:click=close>{say(locale::bar_close())}</button></p> }
        })
    };
    let find = desk.with_value(|desk| desk.to(FIND));
    let trouble = move || {
        let saving = saving.get();
        let is_missing = matches!(saving, Saving::Saved { .. });
        let can_be_found = is_missing || saving == Saving::Passing(Trouble::Damaged);
        let ways = can_be_found.then(|| {
            view! { <a href=find.clone()>{say(locale::lost_to())}</a> {is_missing.then(|| give_up(&desk.get_value(), || ()))} }
        });
        warning(&saving).map(|phrase| view! { <p class="bar warning">{say(phrase)} {ways}</p> })
    };
    view! {
        <div role="status">{message} {move || strange(&desk.get_value())}</div>
        <div role="alert">{trouble}</div>
    }
    .into_any()
}

/// That a draft was set aside. It stays until the learner knows it, and can be saved as a file.
fn strange(desk: &Desk) -> Vec<AnyView> {
    desk.strange().get().into_iter().map(|one| one_strange(desk, one)).collect()
}

fn one_strange(desk: &Desk, one: Strange) -> AnyView {
    let (all, told) = (desk.strange(), desk.told());
    let (saving, closing) = (one.clone(), one.clone());
    let save = move |_| {
        let name = format!("{}.json", saving.name.to_string().replace('/', "-"));
        if download(&name, "application/json", saving.text.as_bytes()).is_none() {
            told.set(Some(locale::bar_draft_not_saved()));
        }
    };
    let close = move |_| all.update(|all| all.retain(|other| *other != closing));
    // There is nothing to save of a text without words.
    let save = (!one.text.is_empty())
        .then(|| view! { <button type="button" on:click=save>{say(locale::bar_draft_save())}</button> });
    view! {
        <p class="bar warning">
            {say(locale::bar_draft_strange())} {save}
            <button type="button" on:click=close>{say(locale::bar_close())}</button>
        </p>
    }
    .into_any()
}
