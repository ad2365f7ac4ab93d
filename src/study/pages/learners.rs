//! Who learns in this browser: choosing, adding, changing and deleting learners, the room that many share, and the files.
//!
//! First it is found out how the page stands ([`Turn`]): somebody is learning, nobody is, or somebody seems to have gone away. Then that is
//! drawn: the cards of all with the rest of the page, the cards alone, or the question whether somebody is there.

mod bring;
mod cards;
mod delete;
mod form;
mod lost;
pub mod picture;
mod room;
mod take;
mod turn;
pub mod words;
mod works;

use crate::desk::Desk;
use leptos::prelude::*;
use turn::{Standing, Turn};
use ui::say;

/// The page.
pub fn page(desk: &Desk) -> AnyView {
    let turn = Turn::begin(desk);
    let (desk, standing) = (StoredValue::new_local(desk.clone()), turn.standing());
    (move || drawn(standing.get(), &desk.get_value(), turn)).into_any()
}

fn drawn(standing: Standing, desk: &Desk, turn: Turn) -> AnyView {
    if standing == Standing::Away {
        return room::away(desk, turn);
    }
    let nobody = (standing == Standing::Nobody).then(|| view! { <p class="calm">{say(locale::learner_who())}</p> });
    // Who only comes to choose has nothing to do with the files of others.
    let files = (standing == Standing::Somebody).then(|| view! { {files(desk)} {lost::section(desk)} });
    view! { {nobody} {found(desk)} {cards::cards(desk, turn)} {files} {room::section(desk, turn)} }.into_any()
}

/// Where it could not be read who was learning, those who have records are to say so.
fn found(desk: &Desk) -> AnyView {
    let desk = StoredValue::new_local(desk.clone());
    let is_lost = Memo::new(move |_| {
        let desk = desk.get_value();
        let _ = desk.saving().get();
        desk.records().room().is_identity_lost() && desk.learners().iter().any(|known| Some(known.id) != desk.learner())
    });
    (move || is_lost.get().then(|| view! { <p class="calm" role="status">{say(locale::lost_found())}</p> })).into_any()
}

fn files(desk: &Desk) -> AnyView {
    view! {
        <section id="files" aria-labelledby="files-name">
            <h2 class="section" id="files-name">{say(locale::file_title())}</h2>
            <p>{say(locale::file_about())}</p>
            {take::backup(desk)}
            {bring::bring(desk)}
            {take::tables(desk)}
        </section>
    }
    .into_any()
}
