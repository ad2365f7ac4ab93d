//! The sheet with the questions: name, date, and room for the answers.

use crate::study::question::{kind, words::words};
use learning::paper::{Code, Paper, Printed, letter};
use learning::question::Pair;
use learning::{Bank, Kind, Question, Words};
use leptos::prelude::*;
use locale::Phrase;
use ui::say;

/// Where something is to be written.
const BLANK: &str = "________________";

/// The sheet.
pub(super) fn view(bank: &Bank, paper: &Paper, code: Code) -> AnyView {
    let lines: Vec<_> =
        paper.printed.iter().filter_map(|printed| Some(line(bank.questions.get(printed.place)?, printed))).collect();
    view! {
        <section class="exam-sheet">
            <h3>{bank.title.clone()}</h3>
            <p class="exam-code">{say(locale::paper_code_is(code.to_string()))} "　" {say(locale::paper_whole(points(total(bank))))}</p>
            <p class="exam-lines">
                <span>{say(locale::paper_name())}</span> <span>{say(locale::paper_date())}</span> <span>{say(locale::paper_score())}</span>
            </p>
            <ol>{lines}</ol>
        </section>
    }
    .into_any()
}

fn total(bank: &Bank) -> u32 {
    let asked = bank.questions.iter().filter(|question| question.kind != Kind::Description);
    asked.map(|question| question.score_hundredths).sum()
}

/// Points, given in hundredths, with the decimals they need.
fn points(hundredths: u32) -> String {
    let (whole, part) = (hundredths / 100, hundredths % 100);
    if part == 0 { whole.to_string() } else { format!("{whole}.{part:02}").trim_end_matches('0').to_owned() }
}

fn line(question: &Question, printed: &Printed) -> AnyView {
    let Some(number) = printed.number else {
        return view! { <li class="before">{words(&question.stem)}</li> }.into_any();
    };
    let (kind, points) = (kind(&question.kind), points(question.score_hundredths));
    let told = question.stem.text.contains(&kind.zh);
    let about = if told { locale::paper_points(points) } else { locale::paper_kind(kind, points) };
    view! {
        <li>
            <p><b>{number} "."</b> " " {stem(question)} " " <small>{say(about)}</small></p>
            {room(question, &printed.order)}
        </li>
    }
    .into_any()
}

fn stem(question: &Question) -> AnyView {
    if question.stem_after.is_empty() {
        return words(&question.stem);
    }
    view! { {words(&question.stem)} " " {BLANK} " " {words(&question.stem_after)} }.into_any()
}

/// What there is to choose from, and room for the answer.
fn room(question: &Question, order: &[u16]) -> AnyView {
    match &question.kind {
        Kind::Choice { options, .. } => {
            lettered(order.iter().filter_map(|place| Some(words(&options.get(usize::from(*place))?.words))))
        }
        Kind::TrueFalse { .. } => answer(locale::paper_judge()),
        Kind::Short { .. } | Kind::Numerical { .. } if question.stem_after.is_empty() => {
            answer(locale::question_answer())
        }
        Kind::Matching { pairs } => matching(pairs, order),
        Kind::Ordering { items } => ordering(items, order),
        Kind::Essay => view! { <div class="exam-room"></div> }.into_any(),
        Kind::Short { .. } | Kind::Numerical { .. } | Kind::Description => ().into_any(),
    }
}

fn answer(words: Phrase) -> AnyView {
    view! { <p class="exam-answer">{say(words)} " " {BLANK}</p> }.into_any()
}

fn lettered(all: impl Iterator<Item = AnyView>) -> AnyView {
    let lines: Vec<_> =
        all.enumerate().map(|(at, words)| view! { <li><b>{letter(at)} "."</b> " " {words}</li> }).collect();
    view! { <ul>{lines}</ul> }.into_any()
}

fn matching(pairs: &[Pair], order: &[u16]) -> AnyView {
    let lefts = pairs.iter().filter(|pair| !pair.left.is_empty());
    let lefts: Vec<_> = lefts.map(|pair| view! { <li>"（　　）" {words(&pair.left)}</li> }).collect();
    let rights = order.iter().filter_map(|place| Some(pairs.get(usize::from(*place))?.right.clone().into_any()));
    view! { <div class="exam-pairs"><ul>{lefts}</ul> {lettered(rights)}</div> }.into_any()
}

fn ordering(items: &[Words], order: &[u16]) -> AnyView {
    let things = order.iter().filter_map(|place| Some(words(items.get(usize::from(*place))?)));
    view! { {lettered(things)} {answer(locale::paper_order())} }.into_any()
}
