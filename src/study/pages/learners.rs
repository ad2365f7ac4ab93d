//! Who learns in this browser: choosing, adding, changing and deleting learners, the room that many share, and the files.
//!
//! First it is found out how the page stands ([`Turn`]): somebody is learning, nobody is, or somebody seems to have gone away. Then that is
//! drawn: the cards of all with the rest of the page, the cards alone, or the question whether somebody is there.

mod bring;
mod cards;
mod delete;
mod form;
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
    let files = (standing == Standing::Somebody).then(|| files(desk));
    view! { {nobody} {cards::cards(desk, turn)} {files} {room::section(desk, turn)} }.into_any()
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
