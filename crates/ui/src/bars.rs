//! What must be said at once: the app cannot start, a newer version waits, something is not saved.

use crate::words::say;
use crate::{Act, Saving, Scene, Trouble};
use leptos::prelude::*;
use locale::Phrase;

/// The bars at the lower edge of the window. Each shows only when it has something to say.
pub(crate) fn bars(scene: &Scene) -> AnyView {
    let live = scene.live;
    let told = move || live.told.get().map(|phrase| view! { <p class="bar told">{say(phrase)}</p> });
    let update = move || live.update.get().then(|| update(live.act));
    let saving = move || warning(&live.saving.get()).map(|phrase| warning_bar(phrase, live));
    view! {
        <div class="bars">
            <p class="bar app-off">{say(locale::bar_app_off())}</p>
            <noscript><p class="bar">{say(locale::bar_scripts_off())}</p></noscript>
            <div role="status">{told}{update}</div>
            <div role="alert">{saving}</div>
        </div>
    }
    .into_any()
}

fn update(act: UnsyncCallback<Act>) -> AnyView {
    view! {
        <p class="bar update">
            {say(locale::bar_update())}
            <button type="button" on:click=move |_| act.run(Act::Update)>{say(locale::bar_update_now())}</button>
        </p>
    }
    .into_any()
}

fn warning_bar(phrase: Phrase, live: crate::Live) -> AnyView {
    view! {
        <p class="bar warning">
            {say(phrase)}
            <button type="button" on:click=move |_| live.act.run(Act::Reload)>{say(locale::bar_reload())}</button>
        </p>
    }
    .into_any()
}

/// What to say about the record, if it is not as it should be.
fn warning(saving: &Saving) -> Option<Phrase> {
    match saving {
        Saving::Opening | Saving::Saved { missing: 0, .. } => None,
        Saving::Saved { missing, .. } => Some(locale::saving_missing(missing)),
        Saving::Unsaved(trouble) => Some(unsaved(*trouble)),
        Saving::Passing(trouble) => Some(passing(*trouble)),
    }
}

fn unsaved(trouble: Trouble) -> Phrase {
    match trouble {
        Trouble::Full => locale::saving_full(),
        Trouble::Refused | Trouble::Newer | Trouble::Damaged | Trouble::Blocked => locale::saving_unsaved(),
    }
}

fn passing(trouble: Trouble) -> Phrase {
    match trouble {
        Trouble::Newer => locale::saving_newer(),
        Trouble::Damaged => locale::saving_damaged(),
        Trouble::Blocked => locale::saving_blocked(),
        Trouble::Full | Trouble::Refused => locale::saving_passing(),
    }
}
