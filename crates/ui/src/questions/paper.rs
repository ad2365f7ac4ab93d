//! A bank as a sheet of paper: what is asked, and below each question its answer, folded away. Print shows the questions alone.

use super::answer::{self, letter};
use crate::Scene;
use crate::words::say;
use formats::page::Link;
use learning::Bank;
use learning::question::{Choice, Format, Kind, Pair, Question, Words};
use leptos::prelude::*;
use locale::Phrase;

/// The sheet.
pub(super) fn paper(scene: &Scene, bank: &Bank, lesson: Option<&Link>) -> AnyView {
    let mut number = 0;
    let one = |question: &Question| {
        if question.kind == Kind::Description {
            return view! { <li class="aside">{words(&question.stem)}</li> }.into_any();
        }
        number += 1;
        let count = number;
        view! {
            <li>
                <h2>{say(locale::questions_number(count))}</h2>
                <div class="stem">{stem(question)}</div>
                {asked(&question.kind)}
                {answer::folded(scene, question, lesson)}
            </li>
        }
        .into_any()
    };
    let lines: Vec<_> = bank.questions.iter().map(one).collect();
    if lines.is_empty() {
        return view! { <p class="empty">{say(locale::questions_empty())}</p> }.into_any();
    }
    view! { <ol class="paper">{lines}</ol> }.into_any()
}

/// What is asked. The blank of a missing-word question stands in the middle of it.
fn stem(question: &Question) -> AnyView {
    let several = matches!(question.kind, Kind::Choice { several: true, .. }) && !question.stem.text.contains("多选");
    let several = several.then(|| say(locale::questions_several()));
    if question.stem_after.is_empty() {
        return view! { {words(&question.stem)} {several} }.into_any();
    }
    view! { {words(&question.stem)} " ____ " {words(&question.stem_after)} {several} }.into_any()
}

/// What there is to choose from, or room to write.
fn asked(kind: &Kind) -> AnyView {
    match kind {
        Kind::Choice { options, .. } => {
            let lines: Vec<_> = options.iter().enumerate().map(|(at, option)| lettered(at, &option.words)).collect();
            view! { <ul class="options">{lines}</ul> }.into_any()
        }
        Kind::TrueFalse { .. } => {
            let line = |words: Phrase| view! { <li><b>"□"</b> <div>{say(words)}</div></li> };
            view! { <ul class="options">{line(locale::questions_true())}{line(locale::questions_false())}</ul> }
                .into_any()
        }
        Kind::Short { .. } | Kind::Numerical { .. } => {
            view! { <p class="room">{say(locale::questions_yours())} "________________"</p> }.into_any()
        }
        Kind::Matching { pairs } => matching(pairs),
        Kind::Ordering { items } => {
            let lines: Vec<_> = shuffled(items).into_iter().enumerate().map(|(at, item)| lettered(at, item)).collect();
            view! { <ul class="options">{lines}</ul> }.into_any()
        }
        Kind::Essay => view! { <div class="room essay"></div> }.into_any(),
        Kind::Description => ().into_any(),
    }
}

fn lettered(at: usize, text: &Words) -> AnyView {
    view! { <li><b>{letter(at)}</b> <div>{words(text)}</div></li> }.into_any()
}

/// The left sides, and all right sides in an order of their own.
fn matching(pairs: &[Pair]) -> AnyView {
    let left = pairs.iter().filter(|pair| !pair.left.is_empty());
    let left: Vec<_> = left.map(|pair| view! { <li><div>{words(&pair.left)}</div> <span>"____"</span></li> }).collect();
    let right: Vec<_> = rights(pairs)
        .into_iter()
        .enumerate()
        .map(|(at, right)| view! { <li><b>{letter(at)}</b> <div>{right.to_owned()}</div></li> })
        .collect();
    view! {
        <ul class="options left">{left}</ul>
        <p>{say(locale::questions_pairs())}</p>
        <ul class="options">{right}</ul>
    }
    .into_any()
}

/// The right sides, each once, sorted, which is the order that tells least.
pub(super) fn rights(pairs: &[Pair]) -> Vec<&str> {
    let mut rights: Vec<&str> = pairs.iter().map(|pair| pair.right.as_str()).collect();
    rights.sort_unstable();
    rights.dedup();
    rights
}

/// Things to put in order, sorted by their words; when that is their order, turned round.
pub(super) fn shuffled(items: &[Words]) -> Vec<&Words> {
    let mut sorted: Vec<&Words> = items.iter().collect();
    sorted.sort_by(|one, two| one.text.cmp(&two.text));
    if sorted.iter().zip(items).all(|(one, two)| **one == *two) {
        sorted.reverse();
    }
    sorted
}

/// Words as they were made clean by the publisher; lines of plain ones stay lines.
pub(super) fn words(words: &Words) -> AnyView {
    match words.format {
        Format::Html => {
            let html = words.text.clone();
            view! { <div class="words" inner_html=html></div> }.into_any()
        }
        Format::Plain | Format::Markdown | Format::Moodle => {
            let mut lines = words.text.lines();
            let first = lines.next().unwrap_or_default().to_owned();
            let rest: Vec<_> = lines.map(|line| view! { <br/> {line.to_owned()} }).collect();
            view! { {first} {rest} }.into_any()
        }
    }
}

/// The places of the options that are right, from 0: of several all with a weight, of one those that are wholly right.
pub(super) fn right(options: &[Choice], several: bool) -> Vec<usize> {
    let most = options.iter().map(|option| option.weight).max().unwrap_or(0);
    let is_right =
        |option: &Choice| if several { option.weight > 0 } else { option.weight > 0 && option.weight == most };
    options.iter().enumerate().filter(|(_, option)| is_right(option)).map(|(at, _)| at).collect()
}
