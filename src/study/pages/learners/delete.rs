//! Deleting a learner: what goes and what stays, a backup first, and a second press that is not where the first one was.

use super::words::called_by;
use crate::desk::Desk;
use crate::study::files;
use formats::backup::works::Kind;
use learning::learners::Known;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::say;

/// The way to delete somebody.
pub fn delete(desk: &Desk, known: Memo<Option<Known>>) -> AnyView {
    let desk = StoredValue::new_local(desk.clone());
    let open = RwSignal::new(false);
    let toggled = move |event: web_sys::Event| {
        open.set(event_target::<web_sys::Element>(&event).has_attribute("open"));
    };
    view! {
        <details class="delete" on:toggle=toggled>
            <summary>{say(locale::learner_delete())}</summary>
            {move || open.get().then(|| known.get().map(|known| what(&desk.get_value(), &known)))}
        </details>
    }
    .into_any()
}

fn what(desk: &Desk, known: &Known) -> AnyView {
    let (id, name, sure) = (known.id, called_by(&known.profile), RwSignal::new(false));
    let is_last = desk.people().len() < 2;
    let saving = desk.clone();
    let save = move |_| {
        let desk = saving.clone();
        spawn_local(async move {
            let saved = files::save_backup(&desk, Some(id), &[Kind::Making]).await;
            desk.tell(saved.map_or_else(locale::file_failed, |saved| locale::file_saved(saved.records, saved.name)));
        });
    };
    let (deleting, of_sure) = (StoredValue::new_local(desk.clone()), name.clone());
    let asking = move || sure.get().then(|| certain(&deleting.get_value(), id, of_sure.clone(), sure));
    view! {
        <p>{say(locale::learner_delete_what(known.events, name.clone()))}</p>
        <p>{say(locale::learner_delete_stays())}</p>
        {is_last.then(|| view! { <p>{say(locale::learner_delete_last())}</p> })}
        <p class="tools">
            <button type="button" on:click=save>{say(locale::learner_delete_backup())}</button>
            <button type="button" class="danger" aria-expanded=move || sure.get().to_string() on:click=move |_| sure.set(true)>
                {say(locale::learner_delete_begin(name))}
            </button>
        </p>
        <div role="status">{asking}</div>
    }
    .into_any()
}

/// The second question.
fn certain(desk: &Desk, id: model::LearnerId, name: locale::Phrase, sure: RwSignal<bool>) -> AnyView {
    let (desk, told) = (desk.clone(), name.clone());
    let erase = move |_| {
        let (desk, told) = (desk.clone(), told.clone());
        spawn_local(async move {
            if desk.erase(id).await {
                desk.tell(locale::learner_deleted(told));
            }
        });
    };
    view! {
        <p><strong>{say(locale::learner_delete_sure())}</strong></p>
        <p class="tools">
            <button type="button" on:click=move |_| sure.set(false)>{say(locale::learner_delete_not())}</button>
            <button type="button" class="danger full" on:click=erase>{say(locale::learner_delete_do(name))}</button>
        </p>
    }
    .into_any()
}
