//! The pages of studying, one file or folder each, and what all of them have: the bars.

mod bars;
mod learners;
mod practice;
mod questions;
mod record;

use super::desk::Desk;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Draws the page that the place names, in the place of what stood there.
pub fn draw(place: &HtmlElement, desk: &Desk) {
    let name = place.get_attribute("data-desk").unwrap_or_default();
    let view = match name.as_str() {
        "practice" => practice::page,
        "questions" => questions::page,
        "learners" => learners::page,
        _ => record::page,
    };
    place.set_inner_html("");
    let desk = desk.clone();
    let handle = leptos::mount::mount_to(place.clone(), move || {
        view! { {view(&desk)} {bars::bars(&desk)} }
    });
    // It lives as long as the page does.
    handle.forget();
}
