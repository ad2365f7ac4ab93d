//! The answers and explanations, on a page of their own under the same code.

use crate::study::question::{key, words::words};
use learning::grade::Key;
use learning::paper::{Answered, Code, Paper, Printed};
use learning::{Bank, Kind, Question};
use leptos::prelude::*;
use ui::say;

/// The page.
pub(super) fn view(bank: &Bank, paper: &Paper, code: Code) -> AnyView {
    let lines: Vec<_> =
        paper.printed.iter().filter_map(|printed| line(bank.questions.get(printed.place)?, printed)).collect();
    view! {
        <section class="exam-key">
            <h3>{bank.title.clone()} " · " {say(locale::paper_key())}</h3>
            <p class="exam-code">{say(locale::paper_code_is(code.to_string()))}</p>
            <ol>{lines}</ol>
        </section>
    }
    .into_any()
}

fn line(question: &Question, printed: &Printed) -> Option<AnyView> {
    let number = printed.number?;
    let why = (!question.explanation.is_empty()).then(|| view! { <p>{words(&question.explanation)}</p> });
    Some(view! { <li><p><b>{number} "."</b> " " <b>{right(question, &printed.answer)}</b></p> {why}</li> }.into_any())
}

fn right(question: &Question, answer: &Answered) -> AnyView {
    match answer {
        Answered::Letters(letters) => {
            letters.join(if matches!(question.kind, Kind::Ordering { .. }) { " → " } else { "、" }).into_any()
        }
        Answered::Pairs(letters) => pairs(question, letters),
        Answered::Plain(Key::Judged(right)) => say(key::judged(*right)),
        Answered::Plain(Key::Texts(texts)) => texts.join("；").into_any(),
        Answered::Plain(Key::Numbers(ranges)) => key::numbers(ranges),
        Answered::Plain(_) => say(locale::paper_open()),
    }
}

fn pairs(question: &Question, letters: &[String]) -> AnyView {
    let Kind::Matching { pairs } = &question.kind else { return ().into_any() };
    let lefts = pairs.iter().filter(|pair| !pair.left.is_empty());
    let lines: Vec<_> = lefts
        .zip(letters)
        .map(|(pair, letter)| view! { <li>{words(&pair.left)} " — " {letter.clone()}</li> })
        .collect();
    view! { <ul>{lines}</ul> }.into_any()
}
