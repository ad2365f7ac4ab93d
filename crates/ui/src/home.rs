//! The front page: what to do next, the newest notices, series, materials, partners.

use crate::next_step::{NextStep, next_step};
use crate::notices::lines;
use crate::outline::{links, series_cards};
use crate::part::{Part, place};
use crate::questions::practice_card;
use crate::words::say;
use crate::{Saving, Scene};
use formats::page::{Body, Link};
use leptos::prelude::*;
use locale::Phrase;

/// The front page.
pub(crate) fn home(scene: &Scene) -> AnyView {
    let portal = &scene.page.portal;
    let Body::Home { series, more_series, notices, materials, partners, questions } = &scene.page.body else {
        return ().into_any();
    };
    let more_lessons = more_series.then(|| more(scene, "lessons/", locale::home_all_lessons()));
    view! {
        <div class="title hero">
            <h1>{portal.name.clone()}</h1>
            <p class="summary">{portal.motto.clone()}</p>
        </div>
        <div class="step-room">{place(Part::Step, "", scene)}</div>
        {section(locale::nav_notices(), notices, |all| lines(scene, all), more(scene, "notices/", locale::home_all_notices()))}
        <section>
            <h2 class="section">{say(locale::nav_lessons())}</h2>
            {series_cards(scene, series)}
            {more_lessons}
        </section>
        {practice_card(scene, *questions)}
        <section>
            <h2 class="section">{say(locale::nav_materials())}</h2>
            {links(scene, materials)}
            {more(scene, "materials/", locale::home_all_materials())}
        </section>
        {section(locale::nav_partners(), partners, |all| links(scene, all), more(scene, "partners/", locale::home_all_partners()))}
    }
    .into_any()
}

/// A section that is only there when it has something in it.
fn section<T>(name: Phrase, all: &[T], draw: impl Fn(&[T]) -> AnyView, more: AnyView) -> Option<AnyView> {
    (!all.is_empty()).then(|| {
        view! {
            <section>
                <h2 class="section">{say(name)}</h2>
                {draw(all)}
                {more}
            </section>
        }
        .into_any()
    })
}

fn more(scene: &Scene, address: &str, words: Phrase) -> AnyView {
    view! { <p class="more"><a href=scene.to(address)>{say(words)}</a></p> }.into_any()
}

/// The large card that leads to the next step. It has the same size whatever it says.
pub(crate) fn step(scene: &Scene) -> AnyView {
    let (scene, progress) = (scene.clone(), scene.live.progress);
    let card = move || {
        next_step(scene.page.series(), scene.page.has_more_lessons(), &progress.get()).map(|step| draw(&scene, step))
    };
    card.into_any()
}

fn draw(scene: &Scene, step: NextStep) -> AnyView {
    let lessons = Link { title: String::new(), address: "lessons/".into() };
    // Whoever lost their record is nobody new.
    let is_missing = matches!(scene.live.saving.get(), Saving::Saved { missing, .. } if missing > 0);
    let (kicker, link, call): (Phrase, Link, Phrase) = match step {
        NextStep::Start(link) if is_missing => (locale::home_choose(), link, locale::home_start_call()),
        NextStep::Start(link) => (locale::home_start(), link, locale::home_start_call()),
        NextStep::Continue(link) => (locale::home_continue(), link, locale::home_continue_call()),
        NextStep::Next(link) => (locale::home_next(), link, locale::home_next_call()),
        NextStep::Choose => (locale::home_choose(), lessons, locale::home_all_done_call()),
        NextStep::AllDone => (locale::home_all_done(), lessons, locale::home_all_done_call()),
    };
    view! {
        <a class="step" href=scene.to(&link.address)>
            <small>{say(kicker)}</small>
            <strong>{link.title}</strong>
            <span class="call">{say(call)}</span>
        </a>
    }
    .into_any()
}
