//! The tool bar of a text: contents, bookmark, notes, view.

use crate::part::{Part, place};
use crate::words::say;
use crate::{Act, Saving, Scene, view_form};
use leptos::prelude::*;

/// The bar at the lower edge of the window.
pub(crate) fn reader_bar(scene: &Scene) -> AnyView {
    let contents = scene.headings.iter().any(|heading| heading.level <= 3);
    let contents = contents.then(|| view! { <a href="#contents">{say(locale::reader_contents())}</a> });
    view! {
        <div class="reader-bar">
            {contents}
            {place(Part::Bookmark, "", scene)}
            <button type="button" class="needs-app" data-note="notes">{say(locale::note_open())}</button>
            <details class="view needs-js">
                <summary>{say(locale::view_open())}</summary>
                {view_form::view_form()}
            </details>
            <output class="percent needs-app">{place(Part::Percent, "", scene)}</output>
        </div>
    }
    .into_any()
}

/// Puts a bookmark, or takes it away, once there is a record to put it into.
pub(crate) fn bookmark(scene: &Scene) -> AnyView {
    let (here, saving) = (scene.live.here, scene.live.saving);
    let bookmarked = move || here.get().bookmarked;
    let word = move || say(if bookmarked() { locale::reader_unmark() } else { locale::reader_mark() });
    view! {
        <button
            type="button"
            class="needs-app"
            disabled=move || saving.get() == Saving::Opening
            aria-pressed=move || bookmarked().to_string()
            data-act=Act::ToggleBookmark.name()
        >
            {word}
        </button>
    }
    .into_any()
}

/// How much of the text is read.
pub(crate) fn percent(scene: &Scene) -> AnyView {
    let here = scene.live.here;
    (move || format!("{}%", here.get().percent)).into_any()
}
