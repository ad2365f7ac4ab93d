//! Activities, and whom one can call, as lists show them: on the published page and in the app.

use super::when;
use crate::words::say;
use formats::programme::Help;
use leptos::prelude::*;
use youth::Activity;

/// A card: what it is and for whom, its title, when and where, a sentence. `more` stands at its end.
#[must_use]
pub fn card(activity: &Activity, href: String, more: Option<AnyView>) -> AnyView {
    let times: Vec<_> = activity.times.iter().map(|time| view! { <li>{say(when::time(time))}</li> }).collect();
    let any = times.is_empty().then(|| view! { <li>{say(locale::programme_any_time())}</li> });
    let place = (!activity.place.is_empty()).then(|| view! { <li>{activity.place.clone()}</li> });
    view! {
        <li class="activity">
            <p class="kicker">{say(when::kind(activity.kind))} " · " {say(when::ages(activity.ages))}</p>
            <h3><a href=href>{activity.title.clone()}</a></h3>
            <ul class="facts">{times} {any} {place}</ul>
            <p>{activity.summary.clone()}</p>
            {more}
        </li>
    }
    .into_any()
}

/// Whom one can call, each with a number that a telephone dials.
#[must_use]
pub fn contacts(help: &[Help]) -> AnyView {
    let contact = |help: &Help| {
        let number = (!help.number.is_empty()).then(|| {
            view! { <a class="number" href=format!("tel:{}", help.number)>{help.number.clone()}</a> }
        });
        view! { <li><strong>{help.name.clone()}</strong> {number} <span>{help.text.clone()}</span></li> }
    };
    view! { <ul class="contacts">{help.iter().map(contact).collect::<Vec<_>>()}</ul> }.into_any()
}
