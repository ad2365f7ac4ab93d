//! The holiday programme for young people: what is on and what they come to, scenes, the self-check, the desk of contests.
//!
//! A page has one place, `#desk`, whose `data-desk` says which of the [`pages`] is drawn there. All of them stand in the [`hall::Hall`]:
//! what the portal offers, and the table of the learner (`desk`), whose log keeps what is done.

mod draft;
mod entry;
mod hall;
mod pages;
mod photos;

use crate::desk::bars;
use crate::platform::{document, failure, frame};
use hall::Hall;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

/// Draws the page of the programme that is open. A page whose data cannot be read stays as it is, and says so.
pub fn start() {
    failure::tell();
    let page = frame::read_page(&document());
    let place = document().get_element_by_id("desk").and_then(|place| place.dyn_into::<HtmlElement>().ok());
    let Some(page) = page else {
        frame::say_app_off();
        return;
    };
    let owner = Owner::new();
    owner.with(|| {
        let hall = Hall::new(page);
        hall.desk().listen();
        spawn_local(async move {
            hall.open().await;
            bars::put(hall.desk());
            // A page on which nothing is drawn is whole as it was published.
            if let Some(place) = place {
                pages::draw(&place, &hall);
            }
            frame::say_app_on();
            frame::say_drawn();
        });
    });
    // What is drawn lives as long as the page does.
    std::mem::forget(owner);
}
