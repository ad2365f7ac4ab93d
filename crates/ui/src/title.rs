//! The title of a page that every portal has.

use crate::words::say;
use leptos::prelude::*;
use locale::Phrase;

/// The title, and a sentence about the page.
pub(crate) fn title(name: Phrase, about: Phrase) -> AnyView {
    view! {
        <div class="title">
            <h1>{say(name)}</h1>
            <p class="summary">{say(about)}</p>
        </div>
    }
    .into_any()
}
