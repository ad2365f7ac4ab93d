//! The places of the programme in which the app draws everything, and what stands there before it runs.

use super::lines::contacts;
use crate::Scene;
use crate::desk::desk as place;
use crate::title::title;
use crate::words::{named, say};
use formats::programme::Help;
use leptos::prelude::*;
use locale::Phrase;
use youth::Contest;
use youth::contest::ContestKind;

/// Where an essay is written or a speech is recorded.
pub(super) fn desk(scene: &Scene, contest: &Contest) -> AnyView {
    let (name, heading) = match contest.kind {
        ContestKind::Essay => ("essay", locale::contest_desk()),
        ContestKind::Speech => ("speech", locale::contest_desk_speech()),
    };
    view! {
        <div class="title">
            <nav class="crumbs" aria-labelledby="crumbs-name">
                {named("crumbs-name", locale::nav_crumbs())}
                <a href=scene.to("activities/")>{say(locale::programme_title())}</a>
                <a href=scene.to(&contest.address)>{contest.title.clone()}</a>
            </nav>
            <h1>{say(heading)}</h1>
        </div>
        {place(name, calm(locale::contest_desk_calm()))}
    }
    .into_any()
}

/// The quiet self-check. Whom one can call stands below whatever the app shows, and where there is no check.
pub(super) fn moods(scene: &Scene, is_there: bool, help: &[Help]) -> AnyView {
    let check = match is_there {
        true => place("moods", calm(locale::moods_calm())),
        false => calm(locale::mood_none()),
    };
    view! {
        {crumbs(scene)}
        {title(locale::moods_title(), locale::moods_intro())}
        {check}
        <section class="help">
            <h2 class="section">{say(locale::moods_help())}</h2>
            {contacts(help)}
        </section>
    }
    .into_any()
}

/// Looks whether a file is the entry of a receipt.
pub(super) fn receipts(scene: &Scene) -> AnyView {
    view! {
        {crumbs(scene)}
        {title(locale::receipts_title(), locale::receipts_intro())}
        {place("receipts", calm(locale::receipts_calm()))}
    }
    .into_any()
}

pub(super) fn crumbs(scene: &Scene) -> AnyView {
    view! {
        <nav class="crumbs" aria-labelledby="crumbs-name">
            {named("crumbs-name", locale::nav_crumbs())}
            <a href=scene.to("activities/")>{say(locale::programme_title())}</a>
        </nav>
    }
    .into_any()
}

fn calm(words: Phrase) -> AnyView {
    view! { <p class="calm">{say(words)}</p> }.into_any()
}
