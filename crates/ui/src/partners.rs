//! Partner units: the list, and what stands before and after the text of one.

use crate::Scene;
use crate::neighbours::neighbours;
use crate::notices::lines;
use crate::outline::links;
use crate::title::title;
use crate::words::{named, say};
use crate::youth::when;
use formats::page::{Joint, Link, NoticeLine, PartnerLine};
use leptos::prelude::*;
use youth::{Activity, Season};

/// The page of all partners.
pub(crate) fn partners(scene: &Scene, partners: &[PartnerLine]) -> AnyView {
    let card = |partner: &PartnerLine| {
        view! {
            <li>
                <p class="kicker">{partner.kind.clone()}</p>
                <h2><a href=scene.to(&partner.link.address)>{partner.link.title.clone()}</a></h2>
                <p>{partner.summary.clone()}</p>
            </li>
        }
    };
    let list = match partners {
        [] => view! { <p class="empty">{say(locale::partners_empty())}</p> }.into_any(),
        partners => {
            let cards: Vec<_> = partners.iter().map(card).collect();
            view! { <ul class="cards">{cards}</ul> }.into_any()
        }
    };
    view! {
        {title(locale::nav_partners(), locale::partners_intro())}
        {list}
    }
    .into_any()
}

/// Before the text of a partner: where it belongs, who it is, what is done together, in the holidays too.
pub(crate) fn lead(
    scene: &Scene,
    partner: &PartnerLine,
    joint: &[Joint],
    programme: &[(Season, Vec<Activity>)],
) -> AnyView {
    view! {
        <div class="title">
            <nav class="crumbs" aria-labelledby="crumbs-name">
                {named("crumbs-name", locale::nav_crumbs())} <a href=scene.to("partners/")>{say(locale::nav_partners())}</a>
            </nav>
            <p class="kicker">{partner.kind.clone()}</p>
            <h1>{partner.link.title.clone()}</h1>
            <p class="summary">{partner.summary.clone()}</p>
        </div>
        {activities(joint)}
        {holidays(scene, programme)}
    }
    .into_any()
}

fn activities(joint: &[Joint]) -> Option<AnyView> {
    let line = |activity: &Joint| {
        view! {
            <li>
                <h3>{activity.title.clone()}</h3>
                <p class="kicker">{activity.when.clone()}</p>
                <p>{activity.text.clone()}</p>
            </li>
        }
    };
    let lines: Vec<_> = joint.iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="joint">
                <h2 class="section">{say(locale::partners_joint())}</h2>
                <ul class="notices">{lines}</ul>
            </section>
        }
        .into_any()
    })
}

fn holidays(scene: &Scene, programme: &[(Season, Vec<Activity>)]) -> Option<AnyView> {
    let of_season = |(season, activities): &(Season, Vec<Activity>)| {
        activities.iter().map(|one| held(scene, season, one)).collect()
    };
    let lines: Vec<Vec<AnyView>> = programme.iter().map(of_season).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="joint">
                <h2 class="section">{say(locale::programme_title())}</h2>
                <ul class="notices">{lines}</ul>
            </section>
        }
        .into_any()
    })
}

/// An activity of the holidays: its season, its title, its times.
fn held(scene: &Scene, season: &Season, activity: &Activity) -> AnyView {
    let times: Vec<_> = activity.times.iter().map(|time| view! { <span>{say(when::time(time))}</span> }).collect();
    let any = times.is_empty().then(|| view! { <span>{say(locale::programme_any_time())}</span> });
    view! {
        <li>
            <p class="kicker">{season.title.clone()} " · " {say(when::kind(activity.kind))}</p>
            <h3><a href=scene.to(&activity.address)>{activity.title.clone()}</a></h3>
            <p class="facts">{times} {any}</p>
        </li>
    }
    .into_any()
}

/// After the text of a partner: its lessons, and the notices about it.
pub(crate) fn tail(scene: &Scene, lessons: &[Link], notices: &[NoticeLine]) -> AnyView {
    let lessons = (!lessons.is_empty()).then(|| {
        view! {
            <section>
                <h2 class="section">{say(locale::partners_lessons())}</h2>
                {links(scene, lessons)}
            </section>
        }
    });
    let notices = (!notices.is_empty()).then(|| {
        view! {
            <section>
                <h2 class="section">{say(locale::nav_notices())}</h2>
                {lines(scene, notices)}
            </section>
        }
    });
    let up = ("partners/", locale::nav_partners());
    view! {
        {lessons}
        {notices}
        {neighbours(scene, (locale::reader_previous(), None), (locale::reader_next(), None), up)}
    }
    .into_any()
}
