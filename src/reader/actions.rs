//! What the reader asks for, and who does it.

use super::State;
use crate::platform::{page_events, picture, web};
use leptos::prelude::Set;
use leptos::task::spawn_local;
use ui::{Act, Keep};

/// Does what was asked for.
pub(super) fn act(state: &State, act: Act) {
    match act {
        Act::ToggleBookmark => state.toggle_bookmark(),
        Act::KeepPack(id, keep) => state.keeper().choose(state, &id, keep),
        Act::StopKeeping => state.keeper().decide(state, Keep::Stopped),
        Act::KeepAll => state.keeper().decide(state, Keep::Auto),
        Act::AskPromise => ask_promise(state),
        Act::Update => state.keeper().change_over(state),
        Act::Print => state.print(),
        Act::Restart => state.place().restart(),
        Act::Reload => web::reload(),
        Act::Dismiss => state.0.told.set(None),
        Act::TryAgain => web::open(&web::wanted(&state.0.root)),
    }
}

fn ask_promise(state: &State) {
    let state = state.clone();
    spawn_local(async move {
        state.keeper().ask_promise().await;
        state.tell(locale::storage_asked());
    });
}

/// Buttons say what they ask for; pictures open by click and by key.
pub(super) fn listen(state: &State) {
    let state = state.clone();
    page_events::on_click(move |event| {
        if let Some(asked) = page_events::asked(event).and_then(|name| Act::named(&name)) {
            act(&state, asked);
        }
        if let Some(touched) = picture::touched(event) {
            // Without the dialog the picture stays as it is.
            let _ = picture::enlarge(&touched);
        }
        picture::close_if_outside(event);
    });
    page_events::on_key(|event| {
        let opens = matches!(event.key().as_str(), "Enter" | " ");
        if let (true, Some(touched)) = (opens, picture::touched(event)) {
            event.prevent_default();
            // Without the dialog the picture stays as it is.
            let _ = picture::enlarge(&touched);
        }
    });
}
