//! One activity: what stands before and after its text.

use super::when;
use crate::Scene;
use crate::desk::desk;
use crate::facts::fact;
use crate::outline::links;
use crate::words::{decimals, named, say, study_hours};
use formats::page::{ActivityPage, BankOutline, Link};
use leptos::prelude::*;
use locale::Phrase;

/// Where it belongs, what it is, when and where, for whom.
pub(super) fn lead(scene: &Scene, page: &ActivityPage) -> AnyView {
    let activity = &page.activity;
    view! {
        <div class="title">
            <nav class="crumbs" aria-labelledby="crumbs-name">
                {named("crumbs-name", locale::nav_crumbs())}
                <a href=scene.to("activities/")>{say(locale::programme_title())}</a>
                <span>{page.season.title.clone()}</span>
            </nav>
            <p class="kicker">{say(when::kind(activity.kind))}</p>
            <h1>{activity.title.clone()}</h1>
            <p class="summary">{activity.summary.clone()}</p>
            {card(scene, page)}
        </div>
        {desk("activity", view! { <p class="calm">{say(locale::activity_calm())}</p> }.into_any())}
    }
    .into_any()
}

fn card(scene: &Scene, page: &ActivityPage) -> AnyView {
    let activity = &page.activity;
    let times: Vec<_> = activity.times.iter().map(|time| view! { <span>{say(when::time(time))}</span> }).collect();
    let any = times.is_empty().then(|| view! { <span>{say(locale::programme_any_time())}</span> });
    let volunteer = match activity.volunteer_hundredths {
        0 => Phrase::plain(""),
        hundredths => locale::activity_volunteer_hours(decimals(hundredths)),
    };
    view! {
        <dl class="card">
            <div><dt>{say(locale::activity_when())}</dt><dd class="times">{times} {any}</dd></div>
            {fact(locale::activity_place(), Phrase::plain(&activity.place))}
            {fact(locale::activity_ages(), when::ages(activity.ages))}
            {linked(scene, locale::activity_partner(), page.partner.as_ref())}
            {fact(locale::activity_capacity(), Phrase::plain(&page.capacity))}
            {fact(locale::activity_bring(), Phrase::plain(&page.bring))}
            {fact(locale::activity_hours(), study_hours(activity.hours_hundredths))}
            {fact(locale::activity_volunteer(), volunteer)}
            {linked(scene, locale::activity_contest(), page.contest.as_ref())}
        </dl>
    }
    .into_any()
}

/// A fact that leads somewhere; nothing where there is none.
fn linked(scene: &Scene, name: Phrase, link: Option<&Link>) -> Option<AnyView> {
    link.map(|link| {
        view! { <div><dt>{say(name)}</dt><dd><a href=scene.to(&link.address)>{link.title.clone()}</a></dd></div> }
            .into_any()
    })
}

/// What belongs to it, its calendar, the way back.
pub(super) fn tail(scene: &Scene, page: &ActivityPage) -> AnyView {
    let calendar = (!page.calendar.is_empty()).then(|| {
        view! { <a href=scene.to(&page.calendar) type="text/calendar" download="">{say(locale::activity_calendar())}</a> }
    });
    let banks: Vec<Link> = page.banks.iter().map(|bank: &BankOutline| bank.link.clone()).collect();
    view! {
        {listed(scene, locale::activity_materials(), &page.materials)}
        {listed(scene, locale::activity_questions(), &banks)}
        {listed(scene, locale::activity_scenes(), &page.scenes)}
        <p class="tools">{calendar} <a href=scene.to("activities/")>{say(locale::programme_title())}</a></p>
    }
    .into_any()
}

/// A section of links; nothing without any.
pub(super) fn listed(scene: &Scene, name: Phrase, all: &[Link]) -> Option<AnyView> {
    (!all.is_empty())
        .then(|| view! { <section><h2 class="section">{say(name)}</h2>{links(scene, all)}</section> }.into_any())
}
