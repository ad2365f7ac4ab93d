//! Everything that is on: seasons with their activities, scenes, contests, the self-check.

use super::{lines, when};
use crate::Scene;
use crate::desk::desk;
use crate::title::title;
use crate::words::{say, written_date};
use formats::page::{Programme, SceneLine};
use leptos::prelude::*;
use youth::{Activity, Contest, Season};

/// The page of the programme. The app puts a list that can be filtered, and a calendar, in the place of the seasons.
pub(super) fn programme(scene: &Scene, programme: &Programme) -> AnyView {
    let seasons: Vec<_> =
        programme.seasons.iter().map(|(season, activities)| of_season(scene, season, activities)).collect();
    let empty = seasons.is_empty().then(|| view! { <p class="empty">{say(locale::programme_empty())}</p> });
    let feed = (!programme.calendar.is_empty()).then(|| {
        view! { <p class="more"><a href=scene.to(&programme.calendar) type="text/calendar">{say(locale::programme_feed())}</a></p> }
    });
    view! {
        {title(locale::programme_title(), locale::programme_intro())}
        {desk("programme", view! { {empty} {seasons} }.into_any())}
        {feed}
        {contests(scene, &programme.contests)}
        {scenes(scene, &programme.scenes)}
        {if programme.moods { moods(scene) } else { help(scene) }}
        <p class="more"><a href=scene.to("stored/")>{say(locale::programme_stored())}</a></p>
        <p class="more"><a href=scene.to("receipts/")>{say(locale::programme_receipts())}</a></p>
    }
    .into_any()
}

fn of_season(scene: &Scene, season: &Season, activities: &[Activity]) -> AnyView {
    let days = locale::programme_season_days(&*written_date(&season.from).zh, &*written_date(&season.until).zh);
    let cards: Vec<_> =
        activities.iter().map(|activity| lines::card(activity, scene.to(&activity.address), None)).collect();
    view! {
        <section>
            <h2 class="section">{season.title.clone()}</h2>
            <p class="facts"><span>{say(days)}</span></p>
            <p>{season.summary.clone()}</p>
            <ul class="notices activities">{cards}</ul>
        </section>
    }
    .into_any()
}

fn contests(scene: &Scene, contests: &[Contest]) -> Option<AnyView> {
    let card = |contest: &Contest| {
        view! {
            <li>
                <p class="kicker">{say(locale::contest_closes())} " " {say(when::closing(&contest.closes))}</p>
                <h3><a href=scene.to(&contest.address)>{contest.title.clone()}</a></h3>
                <p>{contest.theme.clone()}</p>
            </li>
        }
    };
    let cards: Vec<_> = contests.iter().map(card).collect();
    (!cards.is_empty()).then(|| {
        view! {
            <section>
                <h2 class="section">{say(locale::programme_contests())}</h2>
                <ul class="notices">{cards}</ul>
            </section>
        }
        .into_any()
    })
}

fn scenes(scene: &Scene, scenes: &[SceneLine]) -> Option<AnyView> {
    let card = |line: &SceneLine| {
        view! {
            <li>
                <p class="kicker">{say(when::kind(line.kind))} " · " {say(when::ages(line.ages))}</p>
                <h3><a href=scene.to(&line.link.address)>{line.link.title.clone()}</a></h3>
                <p>{line.summary.clone()}</p>
            </li>
        }
    };
    let cards: Vec<_> = scenes.iter().map(card).collect();
    (!cards.is_empty()).then(|| {
        view! {
            <section>
                <h2 class="section">{say(locale::programme_scenes())}</h2>
                <p class="summary">{say(locale::programme_scenes_intro())}</p>
                <ul class="notices">{cards}</ul>
            </section>
        }
        .into_any()
    })
}

/// Where there is no self-check, its page still names whom one can call.
fn help(scene: &Scene) -> AnyView {
    view! { <p class="more"><a href=scene.to("moods/")>{say(locale::moods_help())}</a></p> }.into_any()
}

fn moods(scene: &Scene) -> AnyView {
    view! {
        <section class="try">
            <h2>{say(locale::programme_moods())}</h2>
            <p>{say(locale::programme_moods_intro())}</p>
            <p><a href=scene.to("moods/")>{say(locale::programme_moods_call())}</a></p>
        </section>
    }
    .into_any()
}
