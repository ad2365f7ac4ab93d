//! One contest: what its rules want before the text, how it is judged after it.

use super::activity::listed;
use super::when;
use crate::Scene;
use crate::desk::desk;
use crate::facts::fact;
use crate::words::{named, say, written_date};
use formats::page::Link;
use leptos::prelude::*;
use locale::Phrase;
use youth::Contest;
use youth::contest::{ContestKind, Criterion, Group};

/// Where it belongs, what it asks of whom, and the way to the desk.
pub(super) fn lead(scene: &Scene, contest: &Contest) -> AnyView {
    let call = match contest.kind {
        ContestKind::Essay => locale::contest_write(),
        ContestKind::Speech => locale::contest_record(),
    };
    let groups: Vec<_> = contest.groups.iter().map(|one| group(contest, one)).collect();
    view! {
        <div class="title">
            <nav class="crumbs" aria-labelledby="crumbs-name">
                {named("crumbs-name", locale::nav_crumbs())}
                <a href=scene.to("activities/")>{say(locale::programme_title())}</a>
            </nav>
            <h1>{contest.title.clone()}</h1>
            <dl class="card">
                {fact(locale::contest_theme(), Phrase::plain(&contest.theme))}
                {fact(locale::contest_opens(), written_date(&contest.opens))}
                {fact(locale::contest_closes(), when::closing(&contest.closes))}
                {fact(locale::contest_receiver(), Phrase::plain(&contest.receiver))}
                {fact(locale::contest_keeps(), Phrase::plain(&contest.keeps))}
            </dl>
        </div>
        <section>
            <h2 class="section">{say(locale::contest_groups())}</h2>
            <ul class="groups">{groups}</ul>
        </section>
        {desk("contest", view! { <p class="tools"><a class="call" href=scene.to(&desk_of(contest))>{say(call)}</a></p> }.into_any())}
    }
    .into_any()
}

/// Where a contest's desk is.
pub(super) fn desk_of(contest: &Contest) -> String {
    format!("{}write/", contest.address)
}

fn group(contest: &Contest, group: &Group) -> AnyView {
    let photos = (group.photos > 0).then(|| view! { <span>{say(locale::contest_photos(group.photos))}</span> });
    view! {
        <li>
            <strong>{group.title.clone()}</strong> " " <span>{say(when::ages(group.ages))}</span> " "
            <span>{say(when::length(contest, group))}</span> " " {photos}
        </li>
    }
    .into_any()
}

/// How it is judged, and what belongs to it.
pub(super) fn tail(scene: &Scene, contest: &Contest, activities: &[Link]) -> AnyView {
    let rubric: Vec<_> = contest.rubric.iter().map(criterion).collect();
    let rubric = (!rubric.is_empty()).then(|| {
        view! { <section class="rubric"><h2 class="section">{say(locale::contest_rubric())}</h2><dl>{rubric}</dl></section> }
    });
    view! {
        {rubric}
        {listed(scene, locale::contest_activities(), activities)}
        <p class="tools"><a href=scene.to("activities/")>{say(locale::programme_title())}</a></p>
    }
    .into_any()
}

fn criterion(criterion: &Criterion) -> AnyView {
    let levels: Vec<_> = criterion.levels.iter().map(|level| view! { <li>{level.clone()}</li> }).collect();
    view! {
        <div>
            <dt>{criterion.title.clone()} " " <small>{say(locale::contest_points(criterion.points))}</small></dt>
            <dd><p>{criterion.text.clone()}</p><ul>{levels}</ul></dd>
        </div>
    }
    .into_any()
}
