//! Where the reader is in a text: the table of contents and the position bar.

use crate::Scene;
use crate::part::{Part, place};
use crate::words::{say, whisper};
use formats::page::Heading;
use leptos::prelude::*;

/// The headings that stand in the table of contents.
fn listed(scene: &Scene) -> impl Iterator<Item = &Heading> {
    let deepest = if scene.headings.len() > 60 { 2 } else { 3 };
    scene.headings.iter().filter(move |heading| heading.level <= deepest)
}

/// The class of the title of a text: whether a table of contents stands beside it. The style sheet must know that before the table has come,
/// or a page that comes in pieces would move.
pub(crate) fn title_class(scene: &Scene) -> &'static str {
    if listed(scene).next().is_some() { "title beside" } else { "title" }
}

/// The table of contents; nothing for a text without sections. The app marks the section that is being read.
pub(crate) fn contents(scene: &Scene) -> AnyView {
    let line = |heading: &Heading| {
        view! {
            <li class=format!("level-{}", heading.level)>
                <a href=format!("#{}", heading.anchor)>{heading.text.clone()}</a>
            </li>
        }
    };
    let shown: Vec<_> = listed(scene).map(line).collect();
    if shown.is_empty() {
        return ().into_any();
    }
    view! {
        <nav class="contents" id="contents" aria-labelledby="contents-name">
            <details>
                <summary id="contents-name">{say(locale::reader_contents())}</summary>
                <ol>{shown}</ol>
            </details>
        </nav>
    }
    .into_any()
}

/// A thin line at the top of the window that tells how much of the text is read.
pub(crate) fn position_bar(scene: &Scene) -> AnyView {
    view! {
        <label class="position needs-app">{whisper(locale::reader_position())} {place(Part::Position, "", scene)}</label>
    }
    .into_any()
}

/// What moves of it.
pub(crate) fn position(scene: &Scene) -> AnyView {
    let here = scene.live.here;
    view! { <progress max="100" value=move || here.get().percent></progress> }.into_any()
}
