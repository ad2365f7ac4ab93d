//! Settings: how texts look, what is kept, how the record is kept.

use crate::part::{Part, place};
use crate::words::say;
use crate::{Saving, Scene, carry, view_form};
use leptos::prelude::*;
use locale::Phrase;

/// The page.
pub(crate) fn settings(scene: &Scene) -> AnyView {
    view! {
        <div class="title"><h1>{say(locale::nav_settings())}</h1></div>
        <section>
            <h2 class="section">{say(locale::settings_view())}</h2>
            <p class="sample">{say(locale::settings_sample())}</p>
            <div class="needs-js">{view_form::view_form()}</div>
        </section>
        <section class="live needs-app">
            <h2 class="section">{say(locale::settings_offline())}</h2>
            {place(Part::Storage, "", scene)}
            <h2 class="section">{say(locale::settings_record())}</h2>
            <p>{place(Part::Saving, "", scene)}</p>
            <p>{say(locale::settings_record_where())}</p>
            <p>
                {place(Part::Learner, "", scene)}
                <a class="way" href=scene.to("learners/")>{say(locale::learner_settings())}</a>
            </p>
        </section>
        {carry::section(scene, locale::carry_portal(), scene.page.portal.carry.as_slice())}
    }
    .into_any()
}

/// The truth about the record.
pub(crate) fn saving(scene: &Scene) -> AnyView {
    let saving = scene.live.saving;
    (move || say(kept(&saving.get()))).into_any()
}

/// Who is learning, when it is known.
pub(crate) fn learner(scene: &Scene) -> AnyView {
    let called = scene.live.called;
    (move || {
        let name = called.get();
        (!name.is_empty()).then(|| say(locale::learner_is_now(name)))
    })
    .into_any()
}

fn kept(saving: &Saving) -> Phrase {
    match saving {
        Saving::Opening => locale::saving_opening(),
        Saving::Saved { newer: 0, damaged: 0, missing: 0, lost: 0 } => locale::saving_saved(),
        Saving::Saved { newer: 0, damaged: 0, missing: 0, lost } => locale::saving_lost(lost),
        Saving::Saved { newer, damaged, missing, .. } => locale::saving_flawed(damaged, missing, newer),
        Saving::Unsaved(_) => locale::saving_unsaved(),
        Saving::Passing(_) => locale::saving_passing(),
    }
}
