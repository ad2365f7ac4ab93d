//! The right answer, in a form that a view can show.

use super::short;
use crate::question::{Choice, WHOLE};
use crate::{Kind, Question};

/// The right answer. Options, pairs and things are named by their place in the question, from 0.
#[derive(Debug, Clone, PartialEq)]
pub enum Key {
    /// The options that are right.
    Options(Vec<u16>),
    /// Whether the sentence is right.
    Judged(bool),
    /// The texts that earn all, or else the best of them; `…` where anything may stand.
    Texts(Vec<String>),
    /// The numbers that earn all, or else the best of them: from, to, both included.
    Numbers(Vec<(f64, f64)>),
    /// The pairs that have a left side; each names its own right side.
    Pairs(Vec<u16>),
    /// That many things, in the order of the question.
    Order(u16),
    /// There is none: it is written at length, or nothing is asked.
    Open,
}

/// The right answer to a question.
#[must_use]
pub fn key(question: &Question) -> Key {
    match &question.kind {
        Kind::Choice { options, several } => Key::Options(right_options(options, *several)),
        Kind::TrueFalse { right, .. } => Key::Judged(*right),
        Kind::Short { answers } => {
            let least = least(answers.iter().map(|accepted| accepted.weight));
            let right = answers.iter().filter(|accepted| accepted.weight >= least);
            Key::Texts(right.map(|accepted| short::shown(&accepted.text)).collect())
        }
        Kind::Numerical { answers } => {
            let least = least(answers.iter().map(|range| range.weight));
            let right = answers.iter().filter(|range| range.weight >= least);
            Key::Numbers(right.map(|range| (range.low, range.high)).collect())
        }
        Kind::Matching { pairs } => {
            let lefts = (0_u16..).zip(pairs).filter(|(_, pair)| !pair.left.is_empty());
            Key::Pairs(lefts.map(|(place, _)| place).collect())
        }
        Kind::Ordering { items } => Key::Order(u16::try_from(items.len()).unwrap_or(u16::MAX)),
        Kind::Essay | Kind::Description => Key::Open,
    }
}

/// Of several all that add something, of one those that earn most.
fn right_options(options: &[Choice], several: bool) -> Vec<u16> {
    let least = if several { 1 } else { least(options.iter().map(|option| option.weight)) };
    (0_u16..).zip(options).filter(|(_, option)| option.weight >= least).map(|(place, _)| place).collect()
}

/// What a right answer weighs at least: all, or the most there is.
fn least(weights: impl Iterator<Item = i32>) -> i32 {
    weights.max().unwrap_or(0).clamp(1, WHOLE)
}
