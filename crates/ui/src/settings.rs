//! Settings: how texts look, what is kept, how the record is kept.

use crate::words::say;
use crate::{Saving, Scene, storage, view_form};
use leptos::prelude::*;
use locale::Phrase;

/// The page.
pub(crate) fn settings(scene: &Scene) -> AnyView {
    let live = scene.live;
    view! {
        <div class="title"><h1>{say(locale::nav_settings())}</h1></div>
        <section>
            <h2 class="section">{say(locale::settings_view())}</h2>
            <p class="sample">{say(locale::settings_sample())}</p>
            <div class="needs-js">{view_form::view_form()}</div>
        </section>
        <section class="live needs-app">
            <h2 class="section">{say(locale::settings_offline())}</h2>
            {storage::storage(live)}
            <h2 class="section">{say(locale::settings_record())}</h2>
            <p>{move || say(kept(&live.saving.get()))}</p>
            <p>{say(locale::settings_record_where())}</p>
        </section>
    }
    .into_any()
}

/// The truth about the record.
fn kept(saving: &Saving) -> Phrase {
    match saving {
        Saving::Opening => locale::saving_opening(),
        Saving::Saved { newer: 0, damaged: 0, missing: 0 } => locale::saving_saved(),
        Saving::Saved { newer, damaged, missing } => locale::saving_flawed(damaged, missing, newer),
        Saving::Unsaved(_) => locale::saving_unsaved(),
        Saving::Passing(_) => locale::saving_passing(),
    }
}
