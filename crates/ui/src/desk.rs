//! The pages on which the app for studying draws: what stands on them before it runs, and when it cannot.

use crate::Scene;
use crate::title::title;
use crate::words::say;
use leptos::prelude::*;
use locale::Phrase;

/// The place in which the app draws; what stands in it goes then.
pub(crate) fn desk(name: &'static str, before: AnyView) -> AnyView {
    view! { <div id="desk" data-desk=name>{before}</div> }.into_any()
}

/// Today's five, review, and the wrong-answer book. Without the app the questions can still be read.
pub(crate) fn practice(scene: &Scene) -> AnyView {
    let questions = view! { <p class="more"><a href=scene.to("questions/")>{say(locale::questions_all())}</a></p> };
    let calm = view! { {calm(locale::desk_practice())} {questions} };
    page("practice", (locale::nav_practice(), locale::practice_intro()), calm.into_any())
}

/// The learner's record.
pub(crate) fn record() -> AnyView {
    page("record", (locale::nav_record(), locale::record_intro()), calm(locale::desk_record()))
}

/// Who is learning.
pub(crate) fn learners() -> AnyView {
    page("learners", (locale::learners_title(), locale::learners_intro()), calm(locale::desk_learners()))
}

fn page(name: &'static str, (heading, about): (Phrase, Phrase), before: AnyView) -> AnyView {
    view! { {title(heading, about)} {desk(name, before)} }.into_any()
}

fn calm(words: Phrase) -> AnyView {
    view! { <p class="calm">{say(words)}</p> }.into_any()
}
