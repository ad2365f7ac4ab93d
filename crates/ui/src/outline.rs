//! Lists: all series, one series, the reading room.

use crate::carry;
use crate::next_step::lessons_done;
use crate::part::{Part, place};
use crate::sheets::sheets;
use crate::title::title;
use crate::words::{about_minutes, named, say, study_hours};
use crate::{Act, Scene};
use formats::page::{Audience, LessonOutline, Link, SeriesOutline, Sheet};
use leptos::prelude::*;
use locale::Phrase;
use model::{DocumentId, Status};

/// The page of all series.
pub(crate) fn lessons(scene: &Scene, series: &[SeriesOutline], sheet: &Sheet) -> AnyView {
    view! {
        {title(locale::nav_lessons(), locale::lessons_intro())}
        {series_cards(scene, series)}
        {sheets(scene, sheet)}
    }
    .into_any()
}

/// One card for each series, with how far it is done.
pub(crate) fn series_cards(scene: &Scene, series: &[SeriesOutline]) -> AnyView {
    if series.is_empty() {
        return view! { <p class="empty">{say(locale::lessons_empty())}</p> }.into_any();
    }
    let card = |series: &SeriesOutline| {
        view! {
            <li>
                <p class="kicker">{say(audience(series.audience))}</p>
                <h2><a href=scene.to(&series.link.address)>{series.link.title.clone()}</a></h2>
                <p>{series.summary.clone()}</p>
                {counted(scene, series)}
            </li>
        }
    };
    let cards: Vec<_> = series.iter().map(card).collect();
    view! { <ul class="cards">{cards}</ul> }.into_any()
}

/// How far a series is done; of one whose lessons this page does not list, how many it has.
fn counted(scene: &Scene, series: &SeriesOutline) -> AnyView {
    if series.lessons.len() as u32 == series.count {
        place(Part::HowFar, series.id.as_str(), scene)
    } else {
        view! { <p class="how-far">{say(locale::lessons_count(series.count))}</p> }.into_any()
    }
}

fn audience(audience: Audience) -> Phrase {
    match audience {
        Audience::Party => locale::audience_party(),
        Audience::Youth => locale::audience_youth(),
        Audience::Everyone => locale::audience_everyone(),
    }
}

/// How many lessons of the series `id` are done.
pub(crate) fn how_far(scene: &Scene, id: &str) -> AnyView {
    let Some(series) = scene.page.series().iter().find(|series| series.id.as_str() == id).cloned() else {
        return ().into_any();
    };
    let (progress, all) = (scene.live.progress, series.lessons.len() as u32);
    let shown = move || {
        let done = lessons_done(&series, &progress.get()) as u32;
        view! {
            <label class="how-far">
                <span>{say(locale::lessons_done(done, all))}</span>
                <progress max=all.max(1) value=done></progress>
            </label>
        }
    };
    shown.into_any()
}

/// The page of one series.
pub(crate) fn series(scene: &Scene, series: &SeriesOutline) -> AnyView {
    let lines: Vec<_> = series.lessons.iter().map(|lesson| line(scene, lesson)).collect();
    let lines = if lines.is_empty() {
        view! { <p class="empty">{say(locale::lessons_none_yet())}</p> }.into_any()
    } else {
        view! { <ol class="lessons">{lines}</ol> }.into_any()
    };
    view! {
        <div class="title">
            <nav class="crumbs" aria-labelledby="crumbs-name">
                {named("crumbs-name", locale::nav_crumbs())} <a href=scene.to("lessons/")>{say(locale::nav_lessons())}</a>
            </nav>
            <p class="kicker">{say(audience(series.audience))}</p>
            <h1>{series.link.title.clone()}</h1>
            <p class="summary">{series.summary.clone()}</p>
            {place(Part::HowFar, series.id.as_str(), scene)}
        </div>
        {lines}
        <p class="tools needs-app">
            <button type="button" data-act=Act::Print.name()>{say(locale::lessons_print())}</button>
        </p>
        {carry::section(scene, locale::carry_series(), &series.carry)}
    }
    .into_any()
}

fn line(scene: &Scene, lesson: &LessonOutline) -> AnyView {
    let minutes = about_minutes(lesson.characters, scene.page.portal.reading_speed);
    view! {
        <li>
            <h2><a href=scene.to(&lesson.link.address)>{lesson.link.title.clone()}</a></h2>
            <p>{lesson.summary.clone()}</p>
            <p class="facts">
                <span>{say(locale::unit_characters(lesson.characters))}</span> <span>{say(minutes)}</span>
                <span>{say(study_hours(lesson.hours_hundredths))}</span> {place(Part::Mark, lesson.id.as_str(), scene)}
            </p>
        </li>
    }
    .into_any()
}

/// How far the document `id` is, in a word.
pub(crate) fn mark(scene: &Scene, id: &str) -> AnyView {
    let (progress, id) = (scene.live.progress, DocumentId::parse(id).ok());
    let shown = move || {
        let status = id.as_ref().and_then(|id| progress.get().status(id));
        view! { <span class="mark-word" data-status=name(status)>{say(word(status))}</span> }
    };
    shown.into_any()
}

fn name(status: Option<Status>) -> &'static str {
    match status {
        None => "fresh",
        Some(Status::Started) => "started",
        Some(Status::Browsed) => "browsed",
        Some(Status::Done) => "done",
    }
}

/// `未读`, `学习中`, `已浏览`, `已学完`.
#[must_use]
pub fn word(status: Option<Status>) -> Phrase {
    match status {
        None => locale::status_word_fresh(),
        Some(Status::Started) => locale::status_word_started(),
        Some(Status::Browsed) => locale::status_word_browsed(),
        Some(Status::Done) => locale::status_word_done(),
    }
}

/// The reading room.
pub(crate) fn materials(scene: &Scene, materials: &[Link], sheet: &Sheet) -> AnyView {
    view! {
        {title(locale::nav_materials(), locale::materials_intro())}
        {links(scene, materials)}
        {sheets(scene, sheet)}
    }
    .into_any()
}

/// A plain list of links.
pub(crate) fn links(scene: &Scene, links: &[Link]) -> AnyView {
    if links.is_empty() {
        return view! { <p class="empty">{say(locale::materials_empty())}</p> }.into_any();
    }
    let line = |link: &Link| view! { <li><a href=scene.to(&link.address)>{link.title.clone()}</a></li> };
    let lines: Vec<_> = links.iter().map(line).collect();
    view! { <ul class="links">{lines}</ul> }.into_any()
}
