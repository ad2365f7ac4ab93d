//! The tool bar of a text: contents, bookmark, view.

use crate::words::say;
use crate::{Act, Scene, view_form};
use leptos::prelude::*;

/// The bar at the lower edge of the window.
pub(crate) fn reader_bar(scene: &Scene) -> AnyView {
    let (here, act) = (scene.live.here, scene.live.act);
    let contents = scene.headings.iter().any(|heading| heading.level <= 3);
    let contents = contents.then(|| view! { <a href="#contents">{say(locale::reader_contents())}</a> });
    let bookmarked = move || here.get().bookmarked;
    let word = move || say(if bookmarked() { locale::reader_unmark() } else { locale::reader_mark() });
    view! {
        <div class="reader-bar">
            {contents}
            <button
                type="button"
                class="needs-app"
                aria-pressed=move || bookmarked().to_string()
                on:click=move |_| act.run(Act::ToggleBookmark)
            >
                {word}
            </button>
            <details class="view needs-js">
                <summary>{say(locale::view_open())}</summary>
                {view_form::view_form()}
            </details>
            <output class="percent needs-app">{move || format!("{}%", here.get().percent)}</output>
        </div>
    }
    .into_any()
}
