//! The pages of the programme, one file or folder each.

mod activity;
mod contest;
pub mod essay;
mod moods;
mod programme;
mod receipts;
mod scene;
mod speech;

use super::hall::Hall;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Draws the page that the place names, in the place of what stood there. One that has nothing to add leaves it.
pub fn draw(place: &HtmlElement, hall: &Hall) {
    let name = place.get_attribute("data-desk").unwrap_or_default();
    let view: Option<AnyView> = match name.as_str() {
        "programme" => programme::page(hall),
        "activity" => activity::page(hall),
        "contest" => contest::page(hall),
        "scene" => scene::page(hall),
        "moods" => moods::page(hall),
        "essay" => essay::page(hall),
        "speech" => speech::page(hall),
        "receipts" => receipts::page(hall),
        // What is stored is published whole.
        _ => None,
    };
    if let Some(view) = view {
        crate::desk::replace(place, move || view);
    }
}
