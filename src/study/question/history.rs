//! The answers that were given to a question, each with its verdict then: a corrected key rewrites no history.

use super::sign;
use crate::desk::Desk;
use learning::Question;
use leptos::prelude::*;
use ui::{date, say};

/// All answers so far, the latest first; nothing before there is a second one.
pub(super) fn view(desk: &Desk, question: &Question) -> AnyView {
    let (log, held) = (desk.log(), StoredValue::new_local(desk.clone()));
    let (id, revision) = (question.id.clone(), question.revision.clone());
    let lines = move || {
        let log = log.get();
        let attempts = log.questions.get(&id).map(|question| question.attempts.as_slice()).unwrap_or_default();
        let line = |attempt: &learning::log::Kept<learning::deed::Attempt>| {
            let changed = (attempt.value.revision != revision).then(|| say(locale::question_changed()));
            let written = matches!(attempt.value.answer, learning::Answer::Written(_));
            let verdict = if written { say(locale::question_written()) } else { sign::sign(attempt.value.verdict) };
            let day = held.with_value(|desk| desk.day(attempt.at));
            view! { <li><span>{say(date(day))}</span> {verdict} {changed}</li> }
        };
        let lines: Vec<_> = attempts.iter().rev().map(line).collect();
        (lines.len() > 1).then(|| {
            view! {
                <details class="history">
                    <summary>{say(locale::question_history(lines.len()))}</summary>
                    <ul>{lines}</ul>
                </details>
            }
        })
    };
    view! { {lines} }.into_any()
}
