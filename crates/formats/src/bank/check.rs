//! Whether a question that was read can be asked.

use super::{Part, Reason};
use learning::question::{Choice, WHOLE};
use learning::{Kind, Question};
use std::collections::HashSet;

/// How far the weights of the right options may be from the whole, in thousandths: thirds never add up to it.
const SLACK: i64 = 10;

/// What is wrong with it.
pub(crate) fn question(question: &Question) -> Vec<Reason> {
    let stem = question.stem.is_empty() && question.stem_after.is_empty();
    let stem = stem.then_some(Reason::EmptyStem);
    stem.into_iter().chain(kind(&question.kind)).collect()
}

fn kind(kind: &Kind) -> Vec<Reason> {
    match kind {
        Kind::Choice { options, several } => {
            let weights = if *several { weights(options) } else { right(options.iter().map(|option| option.weight)) };
            few(Part::Options, options.len())
                .into_iter()
                .chain(weights)
                .chain(texts(options.iter().map(|option| &option.words.text)))
                .collect()
        }
        Kind::Short { answers } => {
            let weights = right(answers.iter().map(|answer| answer.weight));
            weights.into_iter().chain(texts(answers.iter().map(|answer| &answer.text))).collect()
        }
        Kind::Numerical { answers } => right(answers.iter().map(|answer| answer.weight)).into_iter().collect(),
        Kind::Matching { pairs } => {
            let left: Vec<_> = pairs.iter().map(|pair| &pair.left.text).filter(|left| !left.is_empty()).collect();
            let empty = pairs.iter().any(|pair| pair.right.is_empty()).then_some(Reason::EmptyOption);
            few(Part::Pairs, left.len()).into_iter().chain(empty).chain(twice(left)).collect()
        }
        Kind::Ordering { items } => {
            let few = few(Part::Items, items.len());
            few.into_iter().chain(texts(items.iter().map(|item| &item.text))).collect()
        }
        Kind::TrueFalse { .. } | Kind::Essay | Kind::Description => Vec::new(),
    }
}

fn few(part: Part, found: usize) -> Option<Reason> {
    (found < 2).then_some(Reason::TooFew { part, found })
}

fn right(mut weights: impl Iterator<Item = i32>) -> Option<Reason> {
    (!weights.any(|weight| weight == WHOLE)).then_some(Reason::NoRightAnswer)
}

fn weights(options: &[Choice]) -> Option<Reason> {
    let sum: i64 = options.iter().map(|option| i64::from(option.weight)).filter(|weight| *weight > 0).sum();
    match sum {
        0 => Some(Reason::NoRightAnswer),
        _ if (sum - i64::from(WHOLE)).abs() > SLACK => Some(Reason::Weights { thousandths: sum }),
        _ => None,
    }
}

fn texts<'a>(texts: impl Iterator<Item = &'a String>) -> Vec<Reason> {
    let texts: Vec<_> = texts.collect();
    let empty = texts.iter().any(|text| text.is_empty()).then_some(Reason::EmptyOption);
    empty.into_iter().chain(twice(texts)).collect()
}

fn twice(texts: Vec<&String>) -> Option<Reason> {
    let mut seen = HashSet::new();
    let text = texts.into_iter().filter(|text| !text.is_empty()).find(|text| !seen.insert(*text))?;
    Some(Reason::SameOption { text: text.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use learning::question::{Pair, Words};

    #[test]
    fn a_question_that_cannot_be_asked_says_why() {
        let choice = |several: bool, options: &[(&str, i32)]| {
            let option = |(text, weight): &(&str, i32)| Choice {
                words: Words::plain(text),
                weight: *weight,
                feedback: Words::default(),
            };
            kind(&Kind::Choice { options: options.iter().map(option).collect(), several })
        };
        assert_eq!(choice(false, &[("甲", 1000), ("乙", 0)]), []);
        assert_eq!(choice(false, &[("甲", 500), ("乙", 0)]), [Reason::NoRightAnswer]);
        assert_eq!(choice(false, &[("甲", 1000)]), [Reason::TooFew { part: Part::Options, found: 1 }]);
        assert_eq!(choice(false, &[("甲", 1000), ("甲", 0)]), [Reason::SameOption { text: "甲".into() }]);
        assert_eq!(choice(false, &[("甲", 1000), ("", 0)]), [Reason::EmptyOption]);
        assert_eq!(choice(true, &[("甲", 333), ("乙", 333), ("丙", 333), ("丁", -500)]), []);
        assert_eq!(choice(true, &[("甲", 500), ("乙", 250)]), [Reason::Weights { thousandths: 750 }]);
        assert_eq!(choice(true, &[("甲", 0), ("乙", -500)]), [Reason::NoRightAnswer]);
    }

    #[test]
    fn sides_that_fit_nothing_are_no_pairs() {
        let pair = |left: &str, right: &str| Pair { left: Words::plain(left), right: right.into() };
        let check =
            |pairs: &[Pair], expect: &[Reason]| assert_eq!(kind(&Kind::Matching { pairs: pairs.into() }), expect);
        check(&[pair("甲", "一"), pair("乙", "一"), pair("", "二"), pair("", "三")], &[]);
        check(&[pair("甲", "一"), pair("", "二")], &[Reason::TooFew { part: Part::Pairs, found: 1 }]);
        check(&[pair("甲", "一"), pair("甲", "二")], &[Reason::SameOption { text: "甲".into() }]);
        check(&[pair("甲", "一"), pair("乙", "")], &[Reason::EmptyOption]);
    }
}
