//! The answer of a question, folded away: what is right, why, what the options say to those who chose them, and the passage.

use super::paper::{right, rights, shuffled, words};
use crate::Scene;
use crate::words::say;
use formats::page::Link;
use learning::question::{Accepted, Kind, Pair, Passage, Question, Range, WHOLE, Words};
use leptos::prelude::*;
use locale::Phrase;

/// The letter of an option, from its place: A to Z, then AA.
pub(super) fn letter(at: usize) -> String {
    let own = char::from(b'A' + (at % 26) as u8).to_string();
    if at < 26 { own } else { letter(at / 26 - 1) + &own }
}

/// The answer.
pub(super) fn folded(scene: &Scene, question: &Question, lesson: Option<&Link>) -> AnyView {
    let key = key(&question.kind);
    let name = if key.is_some() { locale::questions_answer() } else { locale::questions_hint() };
    let key = key.map(|key| view! { <dt>{say(locale::questions_right())}</dt><dd>{key}</dd> });
    let why = (!question.explanation.is_empty()).then(|| {
        view! { <dt>{say(locale::questions_why())}</dt><dd>{words(&question.explanation)}</dd> }
    });
    let notes: Vec<_> = notes(&question.kind)
        .into_iter()
        .map(|(name, text)| {
            view! { <dt>{say(name)}</dt><dd>{words(text)}</dd> }
        })
        .collect();
    let passage =
        question.passage.as_ref().zip(lesson).and_then(|(passage, lesson)| passage_link(scene, passage, lesson));
    if key.is_none() && why.is_none() && passage.is_none() {
        return ().into_any();
    }
    view! {
        <details>
            <summary>{say(name)}</summary>
            <dl>{key} {why} {notes}</dl>
            {passage}
        </details>
    }
    .into_any()
}

fn passage_link(scene: &Scene, passage: &Passage, lesson: &Link) -> Option<AnyView> {
    let block = passage.block?;
    let address = format!("{}#{block}", scene.to(&lesson.address));
    let quote = format!("“{}……”", passage.quote);
    Some(view! { <p class="passage">{say(locale::questions_passage())} <a href=address>{quote}</a></p> }.into_any())
}

/// What is right; nothing for what is not graded.
fn key(kind: &Kind) -> Option<AnyView> {
    match kind {
        Kind::Choice { options, several } => Some(letters(right(options, *several))),
        Kind::TrueFalse { right: true, .. } => Some(say(locale::questions_true())),
        Kind::TrueFalse { right: false, .. } => Some(say(locale::questions_false())),
        Kind::Short { answers } => Some(joined(answers.iter().filter(|one| is_whole(one.weight)).map(accepted))),
        Kind::Numerical { answers } => {
            let ranges: Vec<_> = answers.iter().filter(|one| is_whole(one.weight)).map(|one| say(range(one))).collect();
            Some(view! { {ranges} }.into_any())
        }
        Kind::Matching { pairs } => Some(matched(pairs)),
        Kind::Ordering { items } => Some(letters(order(items))),
        Kind::Essay | Kind::Description => None,
    }
}

fn is_whole(weight: i32) -> bool {
    weight == WHOLE
}

fn letters(places: Vec<usize>) -> AnyView {
    joined(places.into_iter().map(letter))
}

fn joined(parts: impl Iterator<Item = String>) -> AnyView {
    parts.collect::<Vec<_>>().join("、").into_any()
}

/// A text that is accepted, without the sign that tells a star from anything at all.
fn accepted(answer: &Accepted) -> String {
    answer.text.replace("\\*", "*")
}

fn range(range: &Range) -> Phrase {
    let Range { low, high, .. } = range;
    if low == high {
        Phrase::plain(&low.to_string())
    } else {
        locale::questions_between(high.to_string(), low.to_string())
    }
}

/// Each left side with the letter of its right side.
fn matched(pairs: &[Pair]) -> AnyView {
    let rights = rights(pairs);
    let line = |pair: &Pair| {
        let at = rights.binary_search(&pair.right.as_str()).ok().map(letter);
        view! { <li>{words(&pair.left)} " → " {at} " " {pair.right.clone()}</li> }
    };
    let lines: Vec<_> = pairs.iter().filter(|pair| !pair.left.is_empty()).map(line).collect();
    view! { <ul>{lines}</ul> }.into_any()
}

/// Where each thing, in its right order, stands among those that are shown.
fn order(items: &[Words]) -> Vec<usize> {
    let shown = shuffled(items);
    items.iter().filter_map(|item| shown.iter().position(|one| *one == item)).collect()
}

/// What options say to those who chose them.
fn notes(kind: &Kind) -> Vec<(Phrase, &Words)> {
    let all: Vec<(Phrase, &Words)> = match kind {
        Kind::Choice { options, .. } => {
            let chose = |at| locale::questions_chose(Phrase::plain(&letter(at)));
            options.iter().enumerate().map(|(at, option)| (chose(at), &option.feedback)).collect()
        }
        Kind::TrueFalse { on_true, on_false, .. } => {
            let chose = locale::questions_chose;
            vec![(chose(locale::questions_true()), on_true), (chose(locale::questions_false()), on_false)]
        }
        Kind::Short { answers } => answers.iter().map(|one| (Phrase::plain(&accepted(one)), &one.feedback)).collect(),
        Kind::Numerical { answers } => answers.iter().map(|one| (range(one), &one.feedback)).collect(),
        Kind::Matching { .. } | Kind::Ordering { .. } | Kind::Essay | Kind::Description => Vec::new(),
    };
    all.into_iter().filter(|(_, words)| !words.is_empty()).collect()
}
