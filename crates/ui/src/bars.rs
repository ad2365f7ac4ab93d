//! What must be said at once: the app cannot start or has failed, a newer version waits, something is not saved.

use crate::part::{Part, place};
use crate::words::say;
use crate::{Act, Saving, Scene, Trouble};
use leptos::prelude::*;
use locale::Phrase;

/// Where what is missing can be found.
pub const FIND: &str = "learners/#lost";

/// The bars at the lower edge of the window. Each shows only when it has something to say.
pub(crate) fn bars(scene: &Scene) -> AnyView {
    view! {
        <div class="bars">
            <p class="bar app-off" role="status">
                {say(locale::bar_app_off())} <button type="button" data-close>{say(locale::bar_close())}</button>
            </p>
            <p class="bar app-failed" role="alert">{say(locale::bar_app_failed())} <a href="">{say(locale::bar_reload())}</a></p>
            {place(Part::Bars, "", scene)}
        </div>
    }
    .into_any()
}

/// Those that come and go.
pub(crate) fn moving(scene: &Scene) -> AnyView {
    let live = scene.live;
    let told = move || live.told.get().map(|phrase| bar("bar told", phrase, Act::Dismiss, locale::bar_close()));
    let update = move || {
        live.update.get().then(|| bar("bar update", locale::bar_update(), Act::Update, locale::bar_update_now()))
    };
    let find = scene.to(FIND);
    let saving = move || {
        let saving = live.saving.get();
        let phrase = warning(&saving)?;
        Some(match saving {
            Saving::Saved { .. } | Saving::Passing(Trouble::Damaged) => missing(phrase, &find),
            Saving::Opening | Saving::Unsaved(_) | Saving::Passing(_) => {
                bar("bar warning", phrase, Act::Reload, locale::bar_reload())
            }
        })
    };
    view! {
        <div role="status">{told}{update}</div>
        <div role="alert">{saving}</div>
    }
    .into_any()
}

/// A sentence, and what can be done about it.
fn bar(class: &'static str, phrase: Phrase, act: Act, words: Phrase) -> AnyView {
    view! { <p class=class>{say(phrase)} <button type="button" data-act=act.name()>{say(words)}</button></p> }
        .into_any()
}

/// That something is missing, and where it can be found.
fn missing(phrase: Phrase, find: &str) -> AnyView {
    view! { <p class="bar warning">{say(phrase)} <a href=find.to_owned()>{say(locale::lost_to())}</a> <button type="button" data-close>{say(locale::bar_close())}</button></p> }
        .into_any()
}

/// What to say about the record, if it is not as it should be.
#[must_use]
pub fn warning(saving: &Saving) -> Option<Phrase> {
    match saving {
        Saving::Opening | Saving::Saved { missing: 0, lost: 0, .. } => None,
        Saving::Saved { missing, lost: 0, .. } => Some(locale::saving_missing(*missing)),
        Saving::Saved { lost, .. } => Some(locale::saving_lost(*lost)),
        Saving::Unsaved(trouble) => Some(unsaved(*trouble)),
        Saving::Passing(trouble) => Some(passing(*trouble)),
    }
}

fn unsaved(trouble: Trouble) -> Phrase {
    match trouble {
        Trouble::Full => locale::saving_full(),
        Trouble::Closed => locale::saving_closed(),
        Trouble::Refused | Trouble::Newer | Trouble::Damaged | Trouble::Blocked => locale::saving_unsaved(),
    }
}

fn passing(trouble: Trouble) -> Phrase {
    match trouble {
        Trouble::Newer => locale::saving_newer(),
        Trouble::Damaged => locale::saving_damaged(),
        Trouble::Blocked => locale::saving_blocked(),
        Trouble::Full | Trouble::Refused | Trouble::Closed => locale::saving_passing(),
    }
}
