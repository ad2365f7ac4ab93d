//! The pages of studying, one file or folder each, and what all of them have: who is learning, and the bars.

mod chip;
mod learners;
mod practice;
mod questions;
mod record;

use super::notes;
use crate::desk::{Desk, bars, replace};
use leptos::prelude::*;
use web_sys::HtmlElement;

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
    bars::put(desk);
    let desk = desk.clone();
    // Where it is chosen who is learning, nothing else needs to say it.
    let says_who = place.get_attribute("data-desk").is_none_or(|name| name != "learners");
    replace(place, move || {
        notes::keep_witness(&desk);
        chip::keep_name(&desk);
        view! { {says_who.then(|| chip::chip(&desk))} {view(&desk)} }.into_any()
    });
}
