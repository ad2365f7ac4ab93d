//! Verdicts in words, each with a sign beside it, so that colour is never the only cue.

use learning::Verdict;
use leptos::prelude::*;
use locale::Phrase;
use ui::say;

/// The name of a verdict for styles, its sign, and its words.
fn parts(verdict: Verdict) -> (&'static str, &'static str, Phrase) {
    match verdict.earned {
        1_000.. => ("right", "✓", locale::question_right()),
        0 => ("wrong", "✗", locale::question_wrong()),
        _ => ("partly", "◐", locale::question_partly()),
    }
}

/// A verdict: ✓ 答对了.
pub fn sign(verdict: Verdict) -> AnyView {
    let (name, sign, words) = parts(verdict);
    view! { <span class="verdict" data-verdict=name><b aria-hidden="true">{sign}</b> " " {say(words)}</span> }
        .into_any()
}

/// Whether a part of an answer is right: ✓ or ✗, with words for those who hear the page.
pub(super) fn mark(right: bool) -> AnyView {
    let (name, sign, words) = parts(Verdict { earned: if right { 1_000 } else { 0 } });
    view! { <span class="verdict" data-verdict=name><b aria-hidden="true">{sign}</b> {ui::whisper(words)}</span> }
        .into_any()
}
