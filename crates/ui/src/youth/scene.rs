//! One scene. As it is published all its parts stand below one another, which is also how it is printed; the app shows one at a time.

use super::activity::listed;
use super::when;
use crate::desk::desk;
use crate::words::{named, say};
use crate::{Act, Scene};
use formats::page::{Link, SceneLine};
use leptos::prelude::*;

/// Where it belongs, what it is about, for whom.
pub(super) fn lead(scene: &Scene, line: &SceneLine) -> AnyView {
    view! {
        <div class="title">
            <nav class="crumbs" aria-labelledby="crumbs-name">
                {named("crumbs-name", locale::nav_crumbs())}
                <a href=scene.to("activities/")>{say(locale::programme_title())}</a>
            </nav>
            <p class="kicker">{say(when::kind(line.kind))} " · " {say(when::ages(line.ages))}</p>
            <h1>{line.link.title.clone()}</h1>
            <p class="summary">{line.summary.clone()}</p>
        </div>
    }
    .into_any()
}

/// The place in which the app shows the way that was taken; what it belongs to; how it is printed.
pub(super) fn tail(scene: &Scene, activities: &[Link]) -> AnyView {
    view! {
        {desk("scene", ().into_any())}
        <div class="finish needs-app">
            <button type="button" data-act=Act::Print.name()>{say(locale::scene_print())}</button>
            <p class="calm">{say(locale::scene_print_how())}</p>
        </div>
        {listed(scene, locale::scene_activities(), activities)}
        <p class="tools"><a href=scene.to("activities/")>{say(locale::programme_title())}</a></p>
    }
    .into_any()
}
