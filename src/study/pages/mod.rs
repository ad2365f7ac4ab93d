//! The pages of studying, one file or folder each, and what all of them have: who is learning, and the bars.

mod bars;
mod chip;
mod learners;
mod practice;
mod questions;
mod record;

use super::desk::Desk;
use super::notes;
use crate::platform::document;
use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

/// Draws the page that the place names, in the place of what stood there.
pub fn draw(place: &HtmlElement, desk: &Desk) {
    let name = place.get_attribute("data-desk").unwrap_or_default();
    let view = match name.as_str() {
        "questions" => return questions::draw(place.clone(), desk.clone()),
        "practice" => practice::page,
        "learners" => learners::page,
        _ => record::page,
    };
    put(place, desk, view);
}

/// Puts a page in the place of what stood there.
fn put(place: &HtmlElement, desk: &Desk, view: impl FnOnce(&Desk) -> AnyView + 'static) {
    put_bars(desk);
    let desk = desk.clone();
    // Where it is chosen who is learning, nothing else needs to say it.
    let says_who = place.get_attribute("data-desk").is_none_or(|name| name != "learners");
    replace(place, move || {
        notes::keep_witness(&desk);
        chip::keep_name(&desk);
        view! { {says_who.then(|| chip::chip(&desk))} {view(&desk)} }.into_any()
    });
}

/// Puts the bars in their place at the foot of the page.
pub fn put_bars(desk: &Desk) {
    let place = document().query_selector("[data-part=bars]").ok().flatten();
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        let desk = desk.clone();
        replace(&place, move || bars::bars(&desk));
    }
}

/// Draws something in the place of what stood there. It lives as long as the page does.
pub fn replace(place: &HtmlElement, view: impl FnOnce() -> AnyView + 'static) {
    place.set_inner_html("");
    leptos::mount::mount_to(place.clone(), view).forget();
}
