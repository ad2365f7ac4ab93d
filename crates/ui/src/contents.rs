//! Where the reader is in a text: the table of contents and the position bar.

use crate::Scene;
use crate::words::{say, whisper};
use formats::page::Heading;
use leptos::prelude::*;

/// The table of contents; nothing for a text without sections. The section that is being read is marked.
pub(crate) fn contents(scene: &Scene) -> AnyView {
    let here = scene.live.here;
    let deepest = if scene.headings.len() > 60 { 2 } else { 3 };
    let line = |(index, heading): (usize, &Heading)| {
        let current = move || (here.get().section == Some(index)).then_some("location");
        view! {
            <li class=format!("level-{}", heading.level)>
                <a href=format!("#{}", heading.anchor) aria-current=current>{heading.text.clone()}</a>
            </li>
        }
    };
    let shown: Vec<_> =
        scene.headings.iter().enumerate().filter(|(_, heading)| heading.level <= deepest).map(line).collect();
    if shown.is_empty() {
        return ().into_any();
    }
    view! {
        <nav class="contents" id="contents">
            <details>
                <summary>{say(locale::reader_contents())}</summary>
                <ol>{shown}</ol>
            </details>
        </nav>
    }
    .into_any()
}

/// A thin line at the top of the window that tells how much of the text is read.
pub(crate) fn position(scene: &Scene) -> AnyView {
    let here = scene.live.here;
    view! {
        <label class="position needs-app">
            {whisper(locale::reader_position())}
            <progress max="100" prop:value=move || f64::from(here.get().percent)></progress>
        </label>
    }
    .into_any()
}
