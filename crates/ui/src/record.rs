//! The learner's own record: sums, what was read, bookmarks, study days. All of it comes from the app.

use crate::desk::desk;
use crate::outline::word;
use crate::part::{Part, place};
use crate::title::title;
use crate::words::{date, duration, say};
use crate::{Act, Live, Saving, Scene};
use leptos::prelude::*;
use model::{DocumentProgress, KeptBookmark, Progress, Status};
use std::sync::Arc;

/// Study days shown, the latest first.
const DAYS: usize = 14;

/// The page.
pub(crate) fn page(scene: &Scene) -> AnyView {
    view! {
        {title(locale::nav_record(), locale::record_intro())}
        {desk("record", view! {
            <div class="live needs-app">
                {place(Part::Record, "", scene)}
                <p class="rules">{say(locale::record_rules())}</p>
            </div>
        }.into_any())}
    }
    .into_any()
}

/// The record itself, once it was read: an empty one is not shown before.
pub(crate) fn record(scene: &Scene) -> AnyView {
    let (scene, saving) = (scene.clone(), scene.live.saving);
    let is_read = Memo::new(move |_| saving.get() != Saving::Opening);
    (move || is_read.get().then(|| sections(&scene))).into_any()
}

fn sections(scene: &Scene) -> AnyView {
    let live = scene.live;
    let scene_documents = scene.clone();
    let scene_bookmarks = scene.clone();
    view! {
        {move || sums(&live.progress.get())}
        <section>
            <h2 class="section">{say(locale::record_read())}</h2>
            {move || documents(&scene_documents, &live.progress.get())}
        </section>
        <section>
            <h2 class="section">{say(locale::record_bookmarks())}</h2>
            {move || bookmarks(&scene_bookmarks, &live.progress.get())}
        </section>
        <section>
            <h2 class="section">{say(locale::record_days())}</h2>
            {move || days(&live.progress.get())}
        </section>
    }
    .into_any()
}

fn sums(progress: &Arc<Progress>) -> AnyView {
    let done = progress.documents.values().filter(|document| document.status == Status::Done).count();
    let time = duration(progress.days.values().sum());
    view! {
        <dl class="sums">
            <div><dt>{say(locale::record_sum_done())}</dt><dd>{say(locale::unit_texts(done))}</dd></div>
            <div><dt>{say(locale::record_sum_time())}</dt><dd>{say(time)}</dd></div>
            <div><dt>{say(locale::record_sum_days())}</dt><dd>{say(locale::unit_days(progress.days.len()))}</dd></div>
        </dl>
    }
    .into_any()
}

fn documents(scene: &Scene, progress: &Progress) -> AnyView {
    let mut documents: Vec<&DocumentProgress> = progress.documents.values().collect();
    documents.sort_unstable_by_key(|document| std::cmp::Reverse(document.last_order));
    if documents.is_empty() {
        return view! { <p class="empty">{say(locale::record_nothing_read())}</p> }.into_any();
    }
    let lines: Vec<_> = documents.into_iter().map(|document| document_line(scene, document)).collect();
    view! { <ul class="entries">{lines}</ul> }.into_any()
}

fn document_line(scene: &Scene, document: &DocumentProgress) -> AnyView {
    let stretches = document.stretches.clone();
    view! {
        <li>
            <p><a href=scene.to(&document.address)>{document.title.clone()}</a></p>
            <p class="facts">
                <span>{say(word(Some(document.status)))}</span> <span>{say(duration(document.active_ms))}</span>
            </p>
            {delete(scene.live, locale::record_delete_reading(), move || Act::Retract(stretches.clone()))}
        </li>
    }
    .into_any()
}

/// A deletion that asks once more, without a dialog.
fn delete(live: Live, warning: locale::Phrase, act: impl Fn() -> Act + 'static) -> AnyView {
    view! {
        <details class="delete">
            <summary>{say(locale::record_delete())}</summary>
            <p>
                {say(warning)}
                <button type="button" on:click=move |_| live.act.run(act())>{say(locale::record_delete_sure())}</button>
            </p>
        </details>
    }
    .into_any()
}

fn bookmarks(scene: &Scene, progress: &Progress) -> AnyView {
    if progress.bookmarks.is_empty() {
        return view! { <p class="empty">{say(locale::record_no_bookmarks())}</p> }.into_any();
    }
    let lines: Vec<_> = progress.bookmarks.iter().rev().map(|kept| bookmark_line(scene, kept)).collect();
    view! { <ul class="entries">{lines}</ul> }.into_any()
}

fn bookmark_line(scene: &Scene, kept: &KeptBookmark) -> AnyView {
    let (bookmark, event) = (&kept.bookmark, kept.event);
    let address = format!("{}#{}", scene.to(&bookmark.address), bookmark.place.block);
    view! {
        <li>
            <p><a href=address>{bookmark.label.clone()}</a></p>
            <p class="facts"><span>{bookmark.title.clone()}</span></p>
            {rename(scene.live, kept)}
            {delete(scene.live, locale::record_delete_bookmark(), move || Act::Retract(vec![event]))}
        </li>
    }
    .into_any()
}

fn rename(live: Live, kept: &KeptBookmark) -> AnyView {
    let event = kept.event;
    let field = NodeRef::<leptos::html::Input>::new();
    let save = move |submitted: leptos::ev::SubmitEvent| {
        submitted.prevent_default();
        let name = field.get().map(|field| field.value()).unwrap_or_default();
        live.act.run(Act::RenameBookmark(event, name));
    };
    view! {
        <details class="rename">
            <summary>{say(locale::record_rename())}</summary>
            <form on:submit=save>
                <label>{say(locale::record_name())}<input node_ref=field maxlength="80" value=kept.bookmark.label.clone()/></label>
                <button>{say(locale::record_save())}</button>
            </form>
        </details>
    }
    .into_any()
}

fn days(progress: &Progress) -> AnyView {
    if progress.days.is_empty() {
        return view! { <p class="empty">{say(locale::record_no_days())}</p> }.into_any();
    }
    let line = |(day, ms): (&model::Day, &u64)| {
        view! { <li><span>{say(date(*day))}</span> <span>{say(duration(*ms))}</span></li> }
    };
    let lines: Vec<_> = progress.days.iter().rev().take(DAYS).map(line).collect();
    view! { <ol class="days">{lines}</ol> }.into_any()
}
