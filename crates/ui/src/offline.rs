//! Where there is nothing to show: a page that is not kept, and an address that is none.

use crate::part::{Part, place};
use crate::title::title;
use crate::words::say;
use crate::{Act, Scene, Worker};
use leptos::prelude::*;

/// The page for what is neither kept nor reachable.
pub(crate) fn offline(scene: &Scene) -> AnyView {
    view! {
        {title(locale::offline_title(), locale::offline_what())}
        <p class="tools needs-app">
            <button type="button" data-act=Act::TryAgain.name()>{say(locale::offline_again())}</button>
        </p>
        {place(Part::KeptHint, "", scene)}
        {ways(scene)}
    }
    .into_any()
}

/// Where to see what is kept.
pub(crate) fn kept_hint(scene: &Scene) -> AnyView {
    let live = scene.live;
    let ready = move || live.keeping.get().worker == Worker::Ready;
    view! { <p hidden=move || !ready()>{say(locale::offline_kept_hint())}</p> }.into_any()
}

/// The page for an address that is none.
pub(crate) fn not_found(scene: &Scene) -> AnyView {
    view! {
        {title(locale::missing_title(), locale::missing_what())}
        {ways(scene)}
    }
    .into_any()
}

fn ways(scene: &Scene) -> AnyView {
    view! {
        <ul class="links">
            <li><a href=scene.to("")>{say(locale::nav_home())}</a></li>
            <li><a href=scene.to("lessons/")>{say(locale::nav_lessons())}</a></li>
            <li><a href=scene.to("materials/")>{say(locale::nav_materials())}</a></li>
            <li><a href=scene.to("activities/")>{say(locale::nav_activities())}</a></li>
        </ul>
    }
    .into_any()
}
