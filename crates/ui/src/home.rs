//! The front page: what to do next, the series, some materials.

use crate::next_step::{NextStep, next_step};
use crate::outline::{links, series_cards};
use crate::part::{Part, place};
use crate::words::say;
use crate::{Scene, page_series};
use formats::page::{Link, SeriesOutline};
use leptos::prelude::*;
use locale::Phrase;

/// The front page.
pub(crate) fn home(scene: &Scene, series: &[SeriesOutline], materials: &[Link]) -> AnyView {
    let portal = &scene.page.portal;
    view! {
        <div class="title hero">
            <h1>{portal.name.clone()}</h1>
            <p class="summary">{portal.motto.clone()}</p>
        </div>
        <div class="step-room">{place(Part::Step, "", scene)}</div>
        <section>
            <h2 class="section">{say(locale::nav_lessons())}</h2>
            {series_cards(scene, series)}
        </section>
        <section>
            <h2 class="section">{say(locale::nav_materials())}</h2>
            {links(scene, materials)}
            <p class="more"><a href=scene.to("materials/")>{say(locale::home_all_materials())}</a></p>
        </section>
    }
    .into_any()
}

/// The large card that leads to the next step. It has the same size whatever it says.
pub(crate) fn step(scene: &Scene) -> AnyView {
    let (scene, progress) = (scene.clone(), scene.live.progress);
    let card = move || next_step(page_series(&scene.page), &progress.get()).map(|step| draw(&scene, step));
    card.into_any()
}

fn draw(scene: &Scene, step: NextStep) -> AnyView {
    let lessons = Link { title: String::new(), address: "lessons/".into() };
    let (kicker, link, call): (Phrase, Link, Phrase) = match step {
        NextStep::Start(link) => (locale::home_start(), link, locale::home_start_call()),
        NextStep::Continue(link) => (locale::home_continue(), link, locale::home_continue_call()),
        NextStep::Next(link) => (locale::home_next(), link, locale::home_next_call()),
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
