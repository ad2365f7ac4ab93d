//! A draft that this build cannot read: it is not written over. It can be saved as a file, and put aside to begin another one.

use super::words::unsaved;
use crate::desk::Desk;
use crate::desk::download;
use crate::platform::web;
use crate::youth::draft::name;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::say;
use youth::Contest;

/// What is said of it.
pub fn strange(desk: &Desk, contest: &Contest, draft: String) -> AnyView {
    let (saving, desk, name) = (draft.clone(), StoredValue::new_local(desk.clone()), name(contest));
    let save = move |_| {
        if download(&format!("{}.json", locale::essay_unnamed().zh), "application/json", saving.as_bytes()).is_none() {
            desk.get_value().tell(locale::essay_no_download());
        }
    };
    let aside = move |_| {
        let (desk, name, draft) = (desk.get_value(), name.clone(), draft.clone());
        spawn_local(async move {
            match desk.set_aside(&name, draft).await {
                Ok(()) => web::reload(),
                Err(trouble) => desk.tell(unsaved(trouble)),
            }
        });
    };
    view! {
        <p class="calm">{say(locale::essay_strange())}</p>
        <p class="tools">
            <button type="button" on:click=save>{say(locale::essay_download())}</button>
            <button type="button" on:click=aside>{say(locale::essay_begin_another())}</button>
        </p>
    }
    .into_any()
}
