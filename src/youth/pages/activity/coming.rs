//! "I will come": a mark in the learner's own calendar. Nobody is told.

use super::Looking;
use learning::Study;
use learning::deed::{Coming, Deed};
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::say;
use youth::when::Standing;

/// The button, what it says, and what it is not.
pub fn coming(looking: Looking) -> AnyView {
    let (log, saving) = (looking.hall.with_value(|hall| hall.desk().log()), RwSignal::new(false));
    let is_coming = Memo::new(move |_| {
        looking.activity.with_value(|activity| log.with(|log| log.holiday.coming.contains_key(&activity.id)))
    });
    let is_over = Memo::new(move |_| looking.standing(|standing| *standing == Standing::Over));
    let press = move |_| {
        if !saving.get_untracked() {
            saving.set(true);
            let will_come = !is_coming.get_untracked();
            spawn_local(async move {
                say_so(looking, will_come).await;
                saving.set(false);
            });
        }
    };
    let words = move || say(if is_coming.get() { locale::visit_not_coming() } else { locale::visit_will_come() });
    let mark =
        move || is_coming.get().then(|| view! { <span class="ticked">"✓ " {say(locale::visit_is_coming())}</span> });
    view! {
        <p class="tools" hidden=is_over><button type="button" class:main=move || !is_coming.get() on:click=press>{words}</button></p>
        <p class="coming" role="status">{mark}</p>
        <p class="facts" hidden=is_over>{say(locale::visit_no_registration())}</p>
    }
    .into_any()
}

/// What could not be saved is told by the desk, and the mark stays as it was.
async fn say_so(looking: Looking, will_come: bool) {
    let desk = looking.hall.with_value(|hall| hall.desk().clone());
    let coming = looking.activity.with_value(|activity| Coming {
        activity: activity.id.clone(),
        title: activity.title.clone(),
        address: activity.address.clone(),
        coming: will_come,
    });
    if desk.added(vec![Deed::Study(Study::Coming(coming))]).await {
        desk.tell(if will_come { locale::visit_coming_saved() } else { locale::visit_not_coming_saved() });
    }
}
