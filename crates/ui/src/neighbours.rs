//! The way on from the end of a text: to the one before, to the one after, and up.

use crate::Scene;
use crate::words::{named, say};
use formats::page::Link;
use leptos::prelude::*;
use locale::Phrase;

/// A neighbour, if there is one, with what it is called.
pub(crate) type Neighbour<'a> = (Phrase, Option<&'a Link>);

/// The navigation at the end of a text. `up` is the address and the name of the list that it is from.
pub(crate) fn neighbours(scene: &Scene, previous: Neighbour, next: Neighbour, up: (&str, Phrase)) -> AnyView {
    let card = |class: &'static str, name: Phrase, address: &str, title: Phrase| {
        view! {
            <a class=class href=scene.to(address)>
                <small>{say(name)}</small>
                <strong>{say(title)}</strong>
            </a>
        }
    };
    let one =
        |class, (name, link): Neighbour| link.map(|link| card(class, name, &link.address, Phrase::plain(&link.title)));
    let (address, title) = up;
    view! {
        <nav class="neighbours" aria-labelledby="neighbours-name">
            {named("neighbours-name", locale::reader_neighbours())} {one("previous", previous)} {one("next", next)}
            {card("up", locale::reader_up(), address, title)}
        </nav>
    }
    .into_any()
}
