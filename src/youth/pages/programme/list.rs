//! The season as a list: what comes, the next first; what is over, put away.

use super::choice::Choice;
use super::line;
use leptos::prelude::*;
use ui::{say, written_date};
use youth::Activity;
use youth::when::Standing;

/// The list.
pub fn list(choice: Choice) -> AnyView {
    let head = move || {
        let season = choice.season();
        let days = locale::programme_season_days(written_date(&season.from), written_date(&season.until));
        view! {
            <h2 class="section">{season.title}</h2>
            <p class="facts"><span>{say(days)}</span></p>
            <p>{season.summary}</p>
        }
    };
    view! { <section>{head} {move || lists(choice)}</section> }.into_any()
}

fn lists(choice: Choice) -> AnyView {
    let (over, mut ahead): (Vec<Activity>, Vec<Activity>) =
        choice.activities().into_iter().partition(|activity| choice.standing(activity) == Standing::Over);
    ahead.sort_by_key(|activity| match choice.standing(activity) {
        Standing::Ahead { time, .. } | Standing::On { time } => time.begins_ms,
        Standing::AnyTime | Standing::Over => i64::MAX,
    });
    let open = ahead.is_empty();
    let past = line::cards(choice, &over).map(|cards| {
        view! { <details class="gone-by" open=open><summary>{say(locale::season_over(over.len()))}</summary>{cards}</details> }
    });
    view! { {line::cards(choice, &ahead)} {past} }.into_any()
}
