//! The four places around the article of a published page, and what stands in each on every kind of page.

use crate::words::{named, say};
use crate::{Scene, bars, contents, desk, home, lesson, notices, offline, outline, partners, picture};
use crate::{questions, reader_bar, settings, youth};
use formats::page::{Body, Still};
use leptos::prelude::*;
use locale::Phrase;

/// The way past the navigation, the portal's name, the navigation.
#[must_use]
pub fn top(scene: &Scene) -> AnyView {
    let portal = &scene.page.portal;
    let entry = |address: &'static str, name: Phrase| {
        let own = scene.page.address.starts_with(address);
        view! { <li><a href=scene.to(address) aria-current=own.then_some("true")>{say(name)}</a></li> }
    };
    view! {
        <a class="skip" href="#main">{say(locale::nav_skip())}</a>
        <header class="head">
            <a class="brand" href=scene.to("")><span class="mark" aria-hidden="true"></span>{portal.name.clone()}</a>
            <nav aria-labelledby="nav-name">
                {named("nav-name", locale::nav_label())}
                <ul>
                    {entry("lessons/", locale::nav_lessons())} {entry("practice/", locale::nav_practice())}
                    {entry("activities/", locale::nav_activities())} {entry("materials/", locale::nav_materials())} {entry("notices/", locale::nav_notices())}
                    {entry("record/", locale::nav_record())} {entry("settings/", locale::nav_settings())}
                </ul>
            </nav>
        </header>
    }
    .into_any()
}

/// What stands before the text; on a page without a text, all of it.
#[must_use]
pub fn lead(scene: &Scene) -> AnyView {
    match &scene.page.body {
        Body::Home { .. } => home::home(scene),
        Body::Lessons { series, sheet } => outline::lessons(scene, series, sheet),
        Body::Series { series } => outline::series(scene, series),
        Body::Lesson(lesson) => lesson::lead(scene, lesson),
        Body::Material(reading) => lesson::material_lead(scene, reading),
        Body::Still { page } => still_lead(scene, page),
        Body::Record => desk::record(),
        Body::Practice => desk::practice(scene),
        Body::Learners => desk::learners(),
        Body::Questions(questions) => questions::bank(scene, questions),
        Body::Youth(page) => youth::lead(scene, page),
        Body::Settings => settings::settings(scene),
        Body::Offline => offline::offline(scene),
        Body::NotFound => offline::not_found(scene),
    }
}

/// What stands after the text.
#[must_use]
pub fn tail(scene: &Scene) -> AnyView {
    match &scene.page.body {
        Body::Lesson(lesson) => lesson::tail(scene, lesson),
        Body::Material(reading) => lesson::material_tail(scene, reading),
        Body::Still { page } => still_tail(scene, page),
        Body::Youth(page) => youth::tail(scene, page),
        _ => ().into_any(),
    }
}

/// Before the text of a page of which the app draws nothing.
fn still_lead(scene: &Scene, page: &Still) -> AnyView {
    match page {
        Still::Materials { materials, sheet } => outline::materials(scene, materials, sheet),
        Still::Notices { current, past, sheet } => notices::notices(scene, current, past, sheet),
        Still::Notice { line, partner, .. } => notices::lead(scene, line, partner.as_ref()),
        Still::Partners { partners } => partners::partners(scene, partners),
        Still::Partner { line, joint, programme, .. } => partners::lead(scene, line, joint, programme),
        Still::Banks { groups } => questions::banks(scene, groups),
    }
}

/// After it.
fn still_tail(scene: &Scene, page: &Still) -> AnyView {
    match page {
        Still::Notice { older, newer, .. } => notices::tail(scene, older.as_ref(), newer.as_ref()),
        Still::Partner { lessons, notices, .. } => partners::tail(scene, lessons, notices),
        _ => ().into_any(),
    }
}

/// What is at the end of every page, and what floats above it.
#[must_use]
pub fn foot(scene: &Scene) -> AnyView {
    let notice = scene.page.portal.notice.clone();
    let notice = (!notice.is_empty()).then(|| view! { <p>{notice}</p> });
    view! {
        <footer class="foot">
            <noscript><p class="bar">{say(locale::bar_scripts_off())}</p></noscript>
            <p><a class="way" href=scene.to("partners/")>{say(locale::nav_partners())}</a></p>
            {notice}
            <p>{say(locale::foot_private())}</p>
        </footer>
        {scene.reading().map(|_| tools(scene))}
        {bars::bars(scene)}
    }
    .into_any()
}

/// What floats above a text.
fn tools(scene: &Scene) -> AnyView {
    view! {
        <section class="reader-tools" aria-labelledby="tools-name">
            {named("tools-name", locale::reader_tools())} {contents::position_bar(scene)} {reader_bar::reader_bar(scene)}
        </section>
        {picture::picture()}
    }
    .into_any()
}
