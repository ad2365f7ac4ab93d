//! What an answer is worth, what to say to it, and what the right one is.
//!
//! An answer of another kind than the question, or one that names what is not there, earns nothing; nothing panics. What is written at
//! length is not graded: it earns nothing, and `Question::is_graded` tells that this is no verdict.
//!
//! Whole numbers only, and of floating numbers only what IEEE 754 fixes to the last bit: a verdict is the same natively and in every browser.

mod choice;
mod key;
mod number;
mod order;
mod pairs;
mod short;

pub use key::{Key, key};
pub use pairs::right_sides;

use crate::question::WHOLE;
use crate::{Answer, Kind, Question, Verdict, Words};

/// What an answer is worth.
#[must_use]
pub fn grade(question: &Question, answer: &Answer) -> Verdict {
    let earned = match (&question.kind, answer) {
        (Kind::Choice { options, several: false }, Answer::Chosen(chosen)) => choice::one(options, chosen),
        (Kind::Choice { options, several: true }, Answer::Chosen(chosen)) => choice::several(options, chosen),
        (Kind::TrueFalse { right, .. }, Answer::Judged(judged)) => all_or_nothing(right == judged),
        (Kind::Short { answers }, Answer::Filled(text)) => short::best(answers, text).map_or(0, |best| best.weight),
        (Kind::Numerical { answers }, Answer::Filled(text)) => {
            number::best(answers, text).map_or(0, |best| best.weight)
        }
        (Kind::Matching { pairs }, Answer::Matched(matched)) => share(pairs::right(pairs, matched).as_deref(), 0),
        (Kind::Ordering { items }, Answer::Ordered(ordered)) => share(order::right(items, ordered).as_deref(), 1),
        _ => 0,
    };
    Verdict { earned: u16::try_from(earned.clamp(0, WHOLE)).unwrap_or(0) }
}

/// What to say to this answer, apart from the question's explanation: nothing, or the feedback of what was chosen or written.
#[must_use]
pub fn feedback<'a>(question: &'a Question, answer: &Answer) -> Vec<&'a Words> {
    let said = match (&question.kind, answer) {
        (Kind::Choice { options, .. }, Answer::Chosen(chosen)) => choice::feedback(options, chosen),
        (Kind::TrueFalse { on_true, on_false, .. }, Answer::Judged(judged)) => {
            vec![if *judged { on_true } else { on_false }]
        }
        (Kind::Short { answers }, Answer::Filled(text)) => {
            short::best(answers, text).map(|best| &best.feedback).into_iter().collect()
        }
        (Kind::Numerical { answers }, Answer::Filled(text)) => {
            number::best(answers, text).map(|best| &best.feedback).into_iter().collect()
        }
        _ => Vec::new(),
    };
    said.into_iter().filter(|words| !words.is_empty()).collect()
}

/// Which parts of an answer are right: of a choice each option that was chosen, of a matching each left side, of an ordering each thing as
/// it was put, where those that need not be moved are right. `None` for an answer without parts, or one that does not fit the question.
#[must_use]
pub fn parts(question: &Question, answer: &Answer) -> Option<Vec<bool>> {
    match (&question.kind, answer) {
        (Kind::Choice { options, .. }, Answer::Chosen(chosen)) => choice::right(options, chosen),
        (Kind::Matching { pairs }, Answer::Matched(matched)) => pairs::right(pairs, matched),
        (Kind::Ordering { items }, Answer::Ordered(ordered)) => order::right(items, ordered),
        _ => None,
    }
}

fn all_or_nothing(right: bool) -> i32 {
    if right { WHOLE } else { 0 }
}

/// The share of the parts that are right, less those that every answer has, rounded down: only all of them earn all.
fn share(parts: Option<&[bool]>, given: usize) -> i32 {
    let Some(parts) = parts.filter(|parts| !parts.is_empty()) else { return 0 };
    let right = parts.iter().filter(|right| **right).count();
    if right == parts.len() {
        return WHOLE;
    }
    let thousandths = right.saturating_sub(given) * 1_000 / (parts.len() - given);
    i32::try_from(thousandths).unwrap_or(0)
}
