//! The learner's table: answering, practising, noting, counting, and who is learning.
//!
//! A page of studying has one place, `#desk`, whose `data-desk` says which of the [`pages`] is drawn there. All of them stand on the
//! [`Desk`]: the learner's whole log, what there is to study, and the ways to add to the log.

mod files;
mod notes;
mod pages;
mod question;

use crate::desk::Desk;
use crate::platform::{document, failure, frame};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

/// Draws the page of studying that is open, or notes onto a text. A page whose data cannot be read stays as it is, and says so.
pub fn start() {
    failure::tell();
    let Some(page) = frame::read_page(&document()) else {
        frame::say_app_off();
        return;
    };
    let place = document().get_element_by_id("desk").and_then(|place| place.dyn_into::<HtmlElement>().ok());
    let owner = Owner::new();
    owner.with(|| {
        let desk = Desk::new(page);
        desk.listen();
        match place {
            Some(place) => spawn_local(async move {
                desk.open().await;
                pages::draw(&place, &desk);
                frame::say_app_on();
                frame::say_drawn();
            }),
            None => notes::start(desk),
        }
    });
    // What is drawn lives as long as the page does.
    std::mem::forget(owner);
}
