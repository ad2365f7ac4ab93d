//! An activity as the views show it: the card, whether somebody is coming, how it stands.

use super::choice::Choice;
use super::said;
use leptos::prelude::*;
use ui::say;
use ui::youth::lines;
use youth::Activity;
use youth::when::Standing;

/// Cards; nothing for none.
pub fn cards(choice: Choice, activities: &[Activity]) -> Option<AnyView> {
    let cards: Vec<_> = activities.iter().map(|activity| card(choice, activity)).collect();
    (!cards.is_empty()).then(|| view! { <ul class="notices activities">{cards}</ul> }.into_any())
}

fn card(choice: Choice, activity: &Activity) -> AnyView {
    let (standing, id) = (choice.standing(activity), activity.id.clone());
    let soon = matches!(standing, Standing::Ahead { days: 0..=7, .. } | Standing::On { .. } | Standing::Over);
    let stands = soon.then(|| view! { <span class="stands">{say(said::shortly(&standing))}</span> });
    let mark =
        move || choice.is_coming(&id).then(|| view! { <span class="ticked">"✓ " {say(locale::visit_coming())}</span> });
    let more = view! { <p class="marks">{mark} {stands}</p> }.into_any();
    lines::card(activity, choice.link(activity), Some(more))
}

/// What can be done on any day of the season.
pub fn any_time(choice: Choice) -> Option<AnyView> {
    let all: Vec<Activity> = choice.activities().into_iter().filter(|one| one.times.is_empty()).collect();
    cards(choice, &all).map(|cards| {
        view! { <section class="any-time"><h2 class="part">{say(locale::season_any_time())}</h2>{cards}</section> }
            .into_any()
    })
}
