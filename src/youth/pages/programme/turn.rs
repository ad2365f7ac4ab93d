//! The way to the month or the day before and after.

use leptos::prelude::*;
use locale::Phrase;
use ui::say;

/// A button. At the end of the season it stays, so that the keyboard stays on it, and does nothing.
pub fn button(
    words: Phrase,
    can: impl Fn() -> bool + Copy + Send + Sync + 'static,
    go: impl Fn() + 'static,
) -> AnyView {
    let press = move |_| {
        if untrack(can) {
            go();
        }
    };
    view! { <button type="button" aria-disabled=move || (!can()).to_string() on:click=press>{say(words)}</button> }
        .into_any()
}
