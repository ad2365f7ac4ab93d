//! The right answer, as it is shown after an answer.

use super::words::words;
use learning::grade::{Key, key};
use learning::paper::letter;
use learning::question::Pair;
use learning::{Kind, Question, Words};
use leptos::prelude::*;
use ui::say;

/// The right answer; nothing where there is none.
pub fn right(question: &Question) -> Option<AnyView> {
    match (key(question), &question.kind) {
        (Key::Options(right), Kind::Choice { options, .. }) => {
            let line = |place: u16| {
                let option = options.get(usize::from(place))?;
                Some(view! { <li><b class="letter">{letter(usize::from(place))}</b> {words(&option.words)}</li> })
            };
            let lines: Vec<_> = right.into_iter().filter_map(line).collect();
            Some(view! { <ul>{lines}</ul> }.into_any())
        }
        (Key::Judged(right), _) => Some(say(judged(right))),
        (Key::Texts(texts), _) => Some(texts.join("；").into_any()),
        (Key::Numbers(ranges), _) => Some(numbers(&ranges)),
        (Key::Pairs(lefts), Kind::Matching { pairs }) => Some(matched(&lefts, pairs)),
        (Key::Order(_), Kind::Ordering { items }) => Some(ordered(items)),
        _ => None,
    }
}

/// 对 or 错.
pub fn judged(right: bool) -> locale::Phrase {
    if right { locale::questions_true() } else { locale::questions_false() }
}

/// Numbers, or from which to which.
pub fn numbers(ranges: &[(f64, f64)]) -> AnyView {
    let one = |(at, (low, high)): (usize, &(f64, f64))| {
        let between = if low == high {
            locale::Phrase::plain(&low.to_string())
        } else {
            locale::questions_between(high.to_string(), low.to_string())
        };
        view! { {(at > 0).then_some("；")} {say(between)} }
    };
    let all: Vec<_> = ranges.iter().enumerate().map(one).collect();
    view! { {all} }.into_any()
}

fn matched(lefts: &[u16], pairs: &[Pair]) -> AnyView {
    let lines: Vec<_> = lefts
        .iter()
        .filter_map(|place| pairs.get(usize::from(*place)))
        .map(|pair| view! { <li>{words(&pair.left)} " → " {pair.right.clone()}</li> })
        .collect();
    view! { <ul>{lines}</ul> }.into_any()
}

fn ordered(items: &[Words]) -> AnyView {
    let lines: Vec<_> = items.iter().map(|item| view! { <li>{words(item)}</li> }).collect();
    view! { <ol>{lines}</ol> }.into_any()
}
