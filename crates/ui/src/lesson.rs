//! What stands before and after the text of a lesson or a material.

use crate::facts::{self, fact};
use crate::neighbours::neighbours;
use crate::part::{Part, place};
use crate::words::{about_minutes, duration, named, say, study_hours, written_date};
use crate::{Act, Scene, contents, questions};
use formats::page::{Lesson, Reading};
use leptos::prelude::*;
use locale::Phrase;
use model::Status;

/// Before a lesson: where it belongs, its title, the lesson card, how far it is read, its contents.
pub(crate) fn lead(scene: &Scene, lesson: &Lesson) -> AnyView {
    let series = &lesson.series;
    view! {
        <div class=contents::title_class(scene)>
            <nav class="crumbs" aria-labelledby="crumbs-name">
                {named("crumbs-name", locale::nav_crumbs())}
                <a href=scene.to("lessons/")>{say(locale::nav_lessons())}</a>
                <a href=scene.to(&series.address)>{series.title.clone()}</a>
            </nav>
            <p class="kicker">{say(locale::lesson_number(lesson.number, lesson.of))}</p>
            <h1>{lesson.reading.heading.clone()}</h1>
            <p class="summary">{lesson.summary.clone()}</p>
            {card(scene, lesson)}
            {place(Part::Resumed, "", scene)}
        </div>
        {contents::contents(scene)}
    }
    .into_any()
}

/// Before a material: where it belongs, its title, its length, its contents.
pub(crate) fn material_lead(scene: &Scene, reading: &Reading) -> AnyView {
    view! {
        <div class=contents::title_class(scene)>
            <nav class="crumbs" aria-labelledby="crumbs-name">
                {named("crumbs-name", locale::nav_crumbs())} <a href=scene.to("materials/")>{say(locale::nav_materials())}</a>
            </nav>
            <h1>{reading.heading.clone()}</h1>
            <p class="length">{say(length(scene, reading))}</p>
            {place(Part::Resumed, "", scene)}
        </div>
        {contents::contents(scene)}
    }
    .into_any()
}

/// The lesson card: lecturer, day, place, hours, audience, source, length.
fn card(scene: &Scene, lesson: &Lesson) -> AnyView {
    let partner = facts::partner(scene, lesson.partner.as_ref());
    view! {
        <dl class="card">
            {fact(locale::lesson_lecturer(), Phrase::plain(&lesson.lecturer))} {partner}
            {fact(locale::lesson_date(), written_date(&lesson.date))} {fact(locale::lesson_venue(), Phrase::plain(&lesson.venue))}
            {fact(locale::lesson_hours(), study_hours(lesson.hours_hundredths))}
            {fact(locale::lesson_audience(), Phrase::plain(&lesson.audience))}
            {fact(locale::lesson_length(), length(scene, &lesson.reading))}
            {fact(locale::lesson_source(), Phrase::plain(&lesson.source))}
        </dl>
    }
    .into_any()
}

fn length(scene: &Scene, reading: &Reading) -> Phrase {
    let characters = locale::unit_characters(reading.characters);
    let minutes = about_minutes(reading.characters, scene.page.portal.reading_speed);
    Phrase { zh: format!("{}，{}", characters.zh, minutes.zh), en: format!("{}, {}", characters.en, minutes.en) }
}

/// Says that the reader was brought back to where they stopped. Its room is kept, so that nothing moves.
pub(crate) fn resumed(scene: &Scene) -> AnyView {
    let here = scene.live.here;
    view! {
        <p class="resumed" role="status" hidden=move || !here.get().resumed>
            {say(locale::reader_resumed())}
            <button type="button" data-act=Act::Restart.name()>{say(locale::reader_restart())}</button>
        </p>
    }
    .into_any()
}

/// After a lesson: how far it is read, how to print it, its questions, what comes next.
pub(crate) fn tail(scene: &Scene, lesson: &Lesson) -> AnyView {
    view! {
        {end(scene)}
        {questions::card(scene, &lesson.banks)}
        {around(scene, &lesson.reading, (&lesson.series.address, Phrase::plain(&lesson.series.title)))}
    }
    .into_any()
}

/// After a material.
pub(crate) fn material_tail(scene: &Scene, reading: &Reading) -> AnyView {
    view! {
        {end(scene)}
        {around(scene, reading, ("materials/", locale::nav_materials()))}
    }
    .into_any()
}

fn around(scene: &Scene, reading: &Reading, up: (&str, Phrase)) -> AnyView {
    let previous = (locale::reader_previous(), reading.previous.as_ref());
    neighbours(scene, previous, (locale::reader_next(), reading.next.as_ref()), up)
}

/// What stands right after a text: how far it is read, buttons to write a study note and to print it, and the place for notes.
fn end(scene: &Scene) -> AnyView {
    view! {
        <div class="finish needs-app">
            <p role="status">{place(Part::Finish, "", scene)}</p>
            <button type="button" data-note="reflection">{say(locale::note_reflect())}</button>
            <button type="button" data-act=Act::Print.name()>{say(locale::reader_print())}</button>
        </div>
        <div id="notes"></div>
    }
    .into_any()
}

/// How far the text is read, in words, and what is still wanting.
pub(crate) fn finish(scene: &Scene) -> AnyView {
    let (progress, id) = (scene.live.progress, scene.reading().map(|reading| reading.id.clone()));
    let said = move || {
        let progress = progress.get();
        let Some(document) = id.as_ref().and_then(|id| progress.documents.get(id)) else {
            return say(locale::status_fresh());
        };
        let time = duration(document.active_ms);
        say(match document.status {
            Status::Done => locale::status_finished(time),
            Status::Browsed => locale::status_seen(time),
            Status::Started => locale::status_reading(time),
        })
    };
    said.into_any()
}
