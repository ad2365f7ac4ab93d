//! A word or a number to fill in, below the question or in the middle of a sentence.

use super::words::words;
use super::{Asking, field, sign};
use learning::question::Range;
use learning::{Answer, Kind, Question};
use leptos::prelude::*;
use ui::{say, whisper};
use web_sys::Event;

/// Whether the blank stands in the middle of the sentence.
pub(super) fn is_inside(question: &Question) -> bool {
    !question.stem_after.is_empty()
}

/// The field, and the sentence around it if it stands in one.
pub(super) fn view(question: &Question, asking: Asking) -> AnyView {
    let input = input(question, asking);
    let mark = move || asking.verdict.get().map(|verdict| sign::mark(verdict.is_right()));
    if is_inside(question) {
        return view! {
            <p class="stem sentence">
                {words(&question.stem)} " " <label>{whisper(locale::question_blank())} {input}</label> {mark} " "
                {words(&question.stem_after)}
            </p>
        }
        .into_any();
    }
    view! { <p class="blank"><label>{say(locale::question_answer())} " " {input}</label> {mark}</p> }.into_any()
}

fn input(question: &Question, asking: Asking) -> AnyView {
    let at_first = match asking.given.get_untracked() {
        Some(Answer::Filled(text)) => text,
        _ => String::new(),
    };
    let take = move |event: &Event| {
        if let Some(text) = field::read(event) {
            asking.put((!text.trim().is_empty()).then_some(Answer::Filled(text)));
        }
    };
    view! {
        <input type="text" inputmode=keyboard(&question.kind) autocomplete="off" autocapitalize="off" spellcheck="false"
            value=at_first on:input=move |event| take(&event) on:compositionend=move |event| take(&event)/>
    }
    .into_any()
}

/// Keyboards for numbers have no minus.
fn keyboard(kind: &Kind) -> &'static str {
    match kind {
        Kind::Numerical { answers } if answers.iter().all(|Range { low, .. }| *low >= 0.0) => "decimal",
        _ => "text",
    }
}
