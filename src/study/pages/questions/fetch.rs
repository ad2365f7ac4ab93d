//! Fetches the bank of the page. Where it cannot be had, that is said above the list that the publisher drew.

use super::test::Table;
use crate::desk::Desk;
use crate::desk::drafting::Drafting;
use crate::platform::document;
use formats::draft::Name;
use leptos::prelude::*;
use model::BankId;
use ui::say;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

/// Draws the page as soon as its bank is there.
pub fn draw(place: HtmlElement, desk: Desk) {
    let Ok(id) = BankId::parse(&desk.page().bank) else { return };
    spawn_local(async move {
        match desk.bank(&id).await {
            Some(bank) => {
                let kept = Drafting::open_draft(&desk, &Name::Test(id)).await;
                let owned = desk.clone();
                super::super::put(&place, &desk, move |desk| super::page(desk, Table::new(owned, bank, kept)));
            }
            None => say_missing(&place, desk),
        }
    });
}

/// Says that the questions cannot be had now, and offers to try again.
fn say_missing(place: &HtmlElement, desk: Desk) {
    let room = document().create_element("div").ok().and_then(|room| room.dyn_into::<HtmlElement>().ok());
    let Some(room) = room else { return };
    // The place is on the page, so it takes what it is given.
    let _ = place.prepend_with_node_1(&room);
    let (there, inside) = (place.clone(), room.clone());
    let again = move |_| {
        inside.remove();
        draw(there.clone(), desk.clone());
    };
    let notice = move || {
        view! {
            <p class="goes-on" role="status">
                <span>{say(locale::test_missing())}</span>
                <button type="button" on:click=again>{say(locale::test_try_again())}</button>
            </p>
        }
    };
    // It stands until the learner tries again.
    leptos::mount::mount_to(room, notice).forget();
}
