//! Notices: the list, and what stands before and after one.

use crate::facts::{self, fact};
use crate::neighbours::neighbours;
use crate::sheets::sheets;
use crate::title::title;
use crate::words::{named, say, written_date};
use crate::{Act, Scene};
use formats::page::{Link, NoticeLine, Sheet};
use leptos::prelude::*;
use locale::Phrase;

/// A sheet of the notices: those that hold, then those that hold no longer.
pub(crate) fn notices(scene: &Scene, current: &[NoticeLine], past: &[NoticeLine], sheet: &Sheet) -> AnyView {
    let section = |name: Phrase, notices: &[NoticeLine]| {
        view! {
            <section>
                <h2 class="section">{say(name)}</h2>
                {lines(scene, notices)}
            </section>
        }
        .into_any()
    };
    let archive = (!past.is_empty()).then(|| section(locale::notices_past(), past));
    let current = (sheet.number <= 1).then(|| match current {
        [] => view! { <p class="empty">{say(locale::notices_empty())}</p> }.into_any(),
        current => section(locale::notices_current(), current),
    });
    view! {
        {title(locale::nav_notices(), locale::notices_intro())}
        {current}
        {archive}
        {sheets(scene, sheet)}
        <p class="more"><a href=scene.to("notices/feed.xml") type="application/atom+xml">{say(locale::notices_feed())}</a></p>
    }
    .into_any()
}

/// Notices as a list: day, title, a sentence.
pub(crate) fn lines(scene: &Scene, notices: &[NoticeLine]) -> AnyView {
    let line = |notice: &NoticeLine| {
        view! {
            <li>
                <p class="kicker">{say(written_date(&notice.date))} {past_mark(notice)}</p>
                <h3><a href=scene.to(&notice.link.address)>{notice.link.title.clone()}</a></h3>
                <p>{notice.summary.clone()}</p>
            </li>
        }
    };
    let lines: Vec<_> = notices.iter().map(line).collect();
    view! { <ul class="notices">{lines}</ul> }.into_any()
}

/// Says that a notice holds no longer.
fn past_mark(notice: &NoticeLine) -> Option<AnyView> {
    (!notice.holds).then(|| view! { <span class="past">{say(locale::notices_over())}</span> }.into_any())
}

/// Before a notice: where it belongs, its title, who gives it out, when, and for how long.
pub(crate) fn lead(scene: &Scene, notice: &NoticeLine, partner: Option<&Link>) -> AnyView {
    let partner = facts::partner(scene, partner);
    view! {
        <div class="title">
            <nav class="crumbs" aria-labelledby="crumbs-name">
                {named("crumbs-name", locale::nav_crumbs())} <a href=scene.to("notices/")>{say(locale::nav_notices())}</a>
            </nav>
            <p class="kicker">{past_mark(notice)}</p>
            <h1>{notice.link.title.clone()}</h1>
            <p class="summary">{notice.summary.clone()}</p>
            <dl class="card">
                {fact(locale::notices_from(), Phrase::plain(&notice.from))}
                {fact(locale::notices_date(), written_date(&notice.date))}
                {fact(locale::notices_expires(), written_date(&notice.expires))}
                {partner}
            </dl>
        </div>
    }
    .into_any()
}

/// After a notice: the newer and the older one.
pub(crate) fn tail(scene: &Scene, older: Option<&Link>, newer: Option<&Link>) -> AnyView {
    let (newer, older) = ((locale::notices_newer(), newer), (locale::notices_older(), older));
    view! {
        <div class="finish needs-app">
            <button type="button" data-act=Act::Print.name()>{say(locale::reader_print())}</button>
        </div>
        {neighbours(scene, newer, older, ("notices/", locale::nav_notices()))}
    }
    .into_any()
}
