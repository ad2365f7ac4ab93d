//! Pairs to find: each left side has a list to choose its right side from.

use super::words::words;
use super::{Asking, sign};
use learning::grade::parts;
use learning::paper::{arranged, letter};
use learning::{Answer, Kind, Question};
use leptos::prelude::*;
use std::sync::Arc;

/// The left sides.
pub(super) fn view(question: &Arc<Question>, asking: Asking) -> AnyView {
    let Kind::Matching { pairs } = &question.kind else { return ().into_any() };
    let rights: Vec<(u16, String)> = arranged(question, asking.seed, false)
        .into_iter()
        .enumerate()
        .filter_map(|(at, place)| Some((place, format!("{}　{}", letter(at), pairs.get(usize::from(place))?.right))))
        .collect();
    let lefts: Vec<_> = pairs.iter().filter(|pair| !pair.left.is_empty()).collect();
    let of = lefts.len();
    let lines: Vec<_> = lefts
        .into_iter()
        .enumerate()
        .map(|(line, pair)| {
            let question = Arc::clone(question);
            let mark = move || {
                let right =
                    asking.is_over().then(|| asking.given.get().and_then(|given| parts(&question, &given))).flatten();
                right.and_then(|right| right.get(line).copied()).map(sign::mark)
            };
            view! {
                <li>
                    <label>{words(&pair.left)} {select(&rights, line, of, asking)}</label>
                    {mark}
                </li>
            }
        })
        .collect();
    view! { <ul class="pairs">{lines}</ul> }.into_any()
}

fn select(rights: &[(u16, String)], line: usize, of: usize, asking: Asking) -> AnyView {
    let at_first = asking.given.with_untracked(|given| matched(given, of)).get(line).copied().flatten();
    let options: Vec<_> = rights
        .iter()
        .map(|(place, words)| {
            view! { <option value=place.to_string() selected=at_first == Some(*place)>{words.clone()}</option> }
        })
        .collect();
    let choose = move |event| {
        let mut all = asking.given.with_untracked(|given| matched(given, of));
        if let Some(one) = all.get_mut(line) {
            *one = event_target_value(&event).parse().ok();
        }
        asking.put(all.iter().any(Option::is_some).then_some(Answer::Matched(all)));
    };
    view! {
        <select on:change=choose>
            <option value="">"——"</option>
            {options}
        </select>
    }
    .into_any()
}

/// What was chosen for each left side.
fn matched(given: &Option<Answer>, of: usize) -> Vec<Option<u16>> {
    match given {
        Some(Answer::Matched(matched)) if matched.len() == of => matched.clone(),
        _ => vec![None; of],
    }
}
