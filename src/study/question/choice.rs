//! Options to choose from: one (单选), several (多选), or right and wrong (判断).

use super::Asking;
use super::words::words;
use learning::grade::{Key, key};
use learning::paper::letter;
use learning::{Answer, Kind, Question};
use leptos::prelude::*;
use locale::Phrase;
use ui::say;

/// The options of a choice.
pub(super) fn view(question: &Question, asking: Asking) -> AnyView {
    let Kind::Choice { options, several } = &question.kind else { return ().into_any() };
    let Key::Options(right) = key(question) else { return ().into_any() };
    let several = *several;
    let lines: Vec<_> = (0_u16..)
        .zip(options)
        .map(|(place, option)| {
            let line = Line { is_right: right.contains(&place), several, name: name(question) };
            let shown = view! { <b class="letter">{letter(usize::from(place))}</b> {words(&option.words)} };
            line.view(
                shown.into_any(),
                asking,
                move |given| has(given, place),
                move |chosen| choose(asking, several, place, chosen),
            )
        })
        .collect();
    view! { <ul class="choices">{lines}</ul> }.into_any()
}

/// Right and wrong.
pub(super) fn judged(question: &Question, asking: Asking) -> AnyView {
    let Kind::TrueFalse { right, .. } = question.kind else { return ().into_any() };
    let line = |judged: bool, shown: Phrase| {
        let line = Line { is_right: judged == right, several: false, name: name(question) };
        let chosen = move |given: &Option<Answer>| *given == Some(Answer::Judged(judged));
        line.view(say(shown), asking, chosen, move |_| asking.put(Some(Answer::Judged(judged))))
    };
    view! {
        <ul class="choices two">
            {line(true, locale::questions_true())} {line(false, locale::questions_false())}
        </ul>
    }
    .into_any()
}

fn name(question: &Question) -> String {
    format!("answer-{}", question.id)
}

fn chosen(given: &Option<Answer>) -> Vec<u16> {
    match given {
        Some(Answer::Chosen(chosen)) => chosen.clone(),
        _ => Vec::new(),
    }
}

fn has(given: &Option<Answer>, place: u16) -> bool {
    chosen(given).contains(&place)
}

fn choose(asking: Asking, several: bool, place: u16, is_chosen: bool) {
    let mut all = if several { asking.given.with_untracked(chosen) } else { Vec::new() };
    all.retain(|other| *other != place);
    if is_chosen {
        all.push(place);
        all.sort_unstable();
    }
    asking.put((!all.is_empty()).then_some(Answer::Chosen(all)));
}

/// An option.
struct Line {
    is_right: bool,
    several: bool,
    name: String,
}

impl Line {
    fn view(
        self,
        shown: AnyView,
        asking: Asking,
        is_chosen: impl Fn(&Option<Answer>) -> bool + Copy + Send + 'static,
        choose: impl Fn(bool) + 'static,
    ) -> AnyView {
        let Self { is_right, several, name } = self;
        let kind = if several { "checkbox" } else { "radio" };
        let at_first = asking.given.with_untracked(is_chosen);
        let mark = move || {
            let chosen = asking.given.with(is_chosen);
            asking.is_over().then(|| mark(is_right, chosen, several)).flatten()
        };
        view! {
            <li data-mark=move || mark().map(|(name, ..)| name)>
                <label>
                    <input type=kind name=name checked=at_first on:change=move |event| choose(event_target_checked(&event))/>
                    <span>{shown}</span>
                </label>
                {move || mark().map(|(_, sign, words)| view! { <small><b aria-hidden="true">{sign}</b> " " {say(words)}</small> })}
            </li>
        }
        .into_any()
    }
}

/// What is said of an option afterwards: its name for styles, its sign, its words.
fn mark(is_right: bool, is_chosen: bool, several: bool) -> Option<(&'static str, &'static str, Phrase)> {
    match (is_right, is_chosen) {
        (true, true) => Some(("right", "✓", locale::question_chosen_right())),
        (false, true) => Some(("wrong", "✗", locale::question_chosen_wrong())),
        (true, false) if several => Some(("missed", "○", locale::question_missed())),
        (true, false) => Some(("missed", "○", locale::question_is_right())),
        (false, false) => None,
    }
}
