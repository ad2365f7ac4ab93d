//! The versions of an essay on the page: keeping one, seeing what changed since, and going back to one.

use super::desk::EssayDesk;
use super::words::{moment, unsaved};
use crate::desk::Desk;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use ui::{Trouble, say};
use youth::diff::{Change, Span, diff};
use youth::versions::{Version, Why};

/// The section.
pub fn section(essay: EssayDesk) -> AnyView {
    let compared = RwSignal::new(None::<u32>);
    let count = move || essay.shelf().versions().with(|versions| versions.all().len());
    let all = move || {
        let versions = essay.shelf().versions().get();
        versions.all().iter().rev().map(|version| one(essay, compared, version)).collect::<Vec<_>>()
    };
    view! {
        <section class="versions" aria-labelledby="essay-versions">
            <h2 class="section" id="essay-versions">{say(locale::essay_versions())}</h2>
            <p>{say(locale::essay_versions_why())}</p>
            <p class="tools">
                <button type="button" disabled=move || !essay.may_write() on:click=move |_| ask(essay)>{say(locale::essay_cut())}</button>
            </p>
            <details>
                <summary>{move || say(locale::essay_versions_count(count()))}</summary>
                <ol class="entries">{all}</ol>
            </details>
        </section>
    }
    .into_any()
}

/// Keeps a version because the writer wants one.
fn ask(essay: EssayDesk) {
    match essay.cut(Why::Asked) {
        None => essay.desk().tell(locale::essay_nothing_to_cut()),
        Some(keeping) => {
            let desk = essay.desk();
            spawn_local(async move { told(&desk, keeping.await, locale::essay_was_cut()) });
        }
    }
}

/// Tells how a keeping went.
fn told(desk: &Desk, outcome: Result<(), Trouble>, words: Phrase) {
    desk.tell(outcome.map_or_else(unsaved, |()| words));
}

fn one(essay: EssayDesk, compared: RwSignal<Option<u32>>, version: &Version) -> AnyView {
    let number = version.number;
    let is_compared = move || compared.get() == Some(number);
    let compare = move |_| compared.update(|shown| *shown = if *shown == Some(number) { None } else { Some(number) });
    let restore = move |_| {
        spawn_local(async move { told(&essay.desk(), essay.restore(number).await, locale::essay_restored()) });
    };
    view! {
        <li>
            <p><strong>{say(moment(version.at))}</strong></p>
            <p class="facts">
                <span>{say(why(version.why))}</span>
                <span>{say(locale::essay_count(version.count))}</span>
                <span>{version.title.clone()}</span>
            </p>
            <p class="tools">
                <button type="button" aria-expanded=move || is_compared().to_string() on:click=compare>{say(locale::essay_compare())}</button>
                <button type="button" disabled=move || !essay.may_write() on:click=restore>{say(locale::essay_restore())}</button>
            </p>
            {move || is_compared().then(|| difference(essay, number))}
        </li>
    }
    .into_any()
}

fn why(why: Why) -> Phrase {
    match why {
        Why::Automatic => locale::essay_why_automatic(),
        Why::BeforeRestore => locale::essay_why_before_restore(),
        Why::Asked => locale::essay_why_asked(),
        Why::HandedIn => locale::essay_why_handed_in(),
    }
}

/// What became of a version until now.
fn difference(essay: EssayDesk, number: u32) -> Option<AnyView> {
    let (version, now) = (essay.shelf().get(number)?, essay.now());
    let title = (version.title != now.title).then(|| {
        view! { <p>{say(locale::essay_title())} "：" {spans(&diff(&version.title, &now.title))}</p> }
    });
    let text = match version.text == now.text {
        true => view! { <p>{say(locale::essay_same_text())}</p> }.into_any(),
        false => view! { <p class="written">{spans(&diff(&version.text, &now.text))}</p> }.into_any(),
    };
    let view = view! {
        <div class="difference">
            <p class="hint">{say(locale::essay_difference())}</p>
            {title} {text}
        </div>
    };
    Some(view.into_any())
}

fn spans(spans: &[Span]) -> Vec<AnyView> {
    let one = |span: &Span| {
        let text = span.text.clone();
        match span.change {
            Change::Same => view! { <span>{text}</span> }.into_any(),
            Change::Removed => view! { <del>{text}</del> }.into_any(),
            Change::Added => view! { <ins>{text}</ins> }.into_any(),
        }
    };
    spans.iter().map(one).collect()
}
