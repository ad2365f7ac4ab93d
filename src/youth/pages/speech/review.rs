//! Looking at one's own speech with the judges' rubric: levels in words, what to practise next, and no sum.

use super::draft::Speech;
use leptos::prelude::*;
use locale::Phrase;
use ui::say;
use youth::contest::Criterion;
use youth::speech::Review;

/// The review of somebody who practises and has no take.
pub const PRACTICE: &str = "practice";

/// The review of a take, or of practising.
pub fn of(speech: Speech, take: String, name: Option<Phrase>) -> AnyView {
    let rubric = speech.with_contest(|contest| contest.rubric.clone());
    if rubric.is_empty() {
        return ().into_any();
    }
    let summary = name.map_or_else(locale::speech_review_practice, locale::speech_review);
    let criteria: Vec<AnyView> =
        rubric.iter().enumerate().map(|(place, one)| criterion(speech, &take, place, one)).collect();
    view! {
        <details class="review">
            <summary>{say(summary)}</summary>
            <p class="hint">{say(locale::speech_review_why())}</p>
            {criteria}
            {to_practise(speech, take, rubric)}
        </details>
    }
    .into_any()
}

fn level_of(speech: Speech, take: &str, place: usize) -> Option<usize> {
    speech.draft.with(|draft| {
        speech.with_contest(|contest| draft.reviews.get(take).and_then(|review| review.level(place, &contest.rubric)))
    })
}

fn criterion(speech: Speech, take: &str, place: usize, criterion: &Criterion) -> AnyView {
    let name = format!("review-{take}-{place}");
    let chosen = {
        let take = take.to_owned();
        Memo::new(move |_| level_of(speech, &take, place))
    };
    let option = |level: Option<usize>, words: AnyView| {
        let take = take.to_owned();
        let set = move |_| speech.change(|draft| draft.reviews.entry(take.clone()).or_default().set(place, level));
        view! {
            <label>
                <input type="radio" name=name.clone() prop:checked=move || chosen.get() == level on:change=set/>
                <span>{words}</span>
            </label>
        }
        .into_any()
    };
    let levels = criterion.levels.iter().enumerate();
    let mut options: Vec<AnyView> =
        levels.map(|(level, words)| option(Some(level), words.clone().into_any())).collect();
    options.push(option(None, say(locale::speech_review_not_yet())));
    view! {
        <fieldset class="levels">
            <legend>{criterion.title.clone()} <small>{criterion.text.clone()}</small></legend>
            {options}
        </fieldset>
    }
    .into_any()
}

/// What is worth practising next.
fn to_practise(speech: Speech, take: String, rubric: Vec<Criterion>) -> AnyView {
    let review = Memo::new(move |_| speech.draft.with(|draft| draft.reviews.get(&take).cloned().unwrap_or_default()));
    let list = move || {
        let review: Review = review.get();
        let lines = review.lines(&rubric);
        let next: Vec<_> = review
            .to_practise(&rubric)
            .iter()
            .map(|one| view! { <li>{one.title.clone()} "：" {one.text.clone()}</li> })
            .collect();
        match (lines.iter().any(|(_, level)| level.is_some()), next.is_empty()) {
            (false, _) => None,
            (true, true) => Some(view! { <p>{say(locale::speech_review_all_best())}</p> }.into_any()),
            (true, false) => {
                Some(view! { <p><strong>{say(locale::speech_review_next())}</strong></p> <ul>{next}</ul> }.into_any())
            }
        }
    };
    view! { <div class="next" aria-live="polite">{list}</div> }.into_any()
}
