//! Finding what is missing: the mirror beside what is here, taking back, and giving up.

use crate::desk::{Desk, PutBack, give_up};
use crate::platform::{web, worker};
use formats::backup::{self, Choices, Slips};
use formats::draft::Name;
use formats::mirror::{self, Beside, Lost, Mirror};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::{Moment, Saving, Trouble};
use serde::Deserialize;
use std::sync::Arc;
use ui::{date, say};

/// How the record stands that is on the disk and cannot be opened.
const UNOPENED: Saving = Saving::Passing(Trouble::Damaged);

/// How far finding has come.
#[derive(Clone)]
enum Finding {
    /// The mirror is being read, or something is being taken back.
    Going(Phrase),
    /// This is it.
    Found(Arc<Found>),
    /// It is over; this is said.
    Done(Vec<Phrase>),
}

/// The mirror, if there is one, beside what is here.
struct Found {
    mirror: Option<Mirror>,
    beside: Beside,
    /// How many records are told to be missing.
    missing: usize,
}

/// The section. It is open where something is missing.
pub fn section(desk: &Desk) -> AnyView {
    let is_told = |saving: &Saving| match saving {
        Saving::Saved { missing, lost, .. } => missing + lost > 0,
        saving => *saving == UNOPENED,
    };
    let begin = desk.saving().with_untracked(is_told);
    let (open, state) = (RwSignal::new(begin), RwSignal::new(Finding::Going(locale::lost_looking())));
    let desk = StoredValue::new_local(desk.clone());
    Effect::new(move |_| {
        if open.get() {
            look(desk.get_value(), state);
        }
    });
    // What is lost may become known later than the page is drawn.
    let saving = desk.with_value(Desk::saving);
    Effect::new(move |_| {
        if saving.with(is_told) && !open.get_untracked() {
            open.set(true);
        }
    });
    let toggled = move |event: web_sys::Event| {
        let is_open = event_target::<web_sys::Element>(&event).has_attribute("open");
        if open.get_untracked() != is_open {
            open.set(is_open);
        }
    };
    view! {
        <section id="lost">
            <details class="finding" prop:open=move || open.get() on:toggle=toggled>
                <summary><h2>{say(locale::lost_title())}</h2></summary>
                <p>{say(locale::lost_about())}</p>
                <div role="status">{move || said(&desk.get_value(), state)}</div>
            </details>
        </section>
    }
    .into_any()
}

fn look(desk: Desk, state: RwSignal<Finding>) {
    state.set(Finding::Going(locale::lost_looking()));
    spawn_local(async move {
        let found = find(&desk).await;
        state.try_set(match found {
            Some(found) => Finding::Found(Arc::new(found)),
            None => Finding::Done(vec![locale::lost_refused()]),
        });
    });
}

/// `None` where what is here cannot be read.
async fn find(desk: &Desk) -> Option<Found> {
    let mirror = worker::mirror().await.and_then(|json| Mirror::read(&json));
    let room = desk.records().room();
    let (state, slips, lost) = (desk.state().await?, room.all_slips().await?, room.lost_texts());
    let going_on = room.with_going_on(|going_on| going_on.iter().map(|event| event.id).collect());
    let nothing = Mirror::default();
    let beside = mirror.as_ref().unwrap_or(&nothing).beside(&state, &going_on, &slips, &lost);
    let missing = match desk.saving().get_untracked() {
        Saving::Saved { missing, .. } => missing as usize,
        _ => 0,
    };
    Some(Found { mirror, beside, missing })
}

fn said(desk: &Desk, state: RwSignal<Finding>) -> AnyView {
    match state.get() {
        Finding::Going(what) => view! { <p class="said">{say(what)}</p> }.into_any(),
        Finding::Done(what) => {
            what.into_iter().map(|what| view! { <p class="said">{say(what)}</p> }).collect_view().into_any()
        }
        Finding::Found(found) => shown(desk, state, &found),
    }
}

fn shown(desk: &Desk, state: RwSignal<Finding>, found: &Arc<Found>) -> AnyView {
    let Found { mirror, beside, missing } = &**found;
    let is_nothing = beside.is_nothing() && *missing == 0;
    let head = match mirror {
        None => view! { <p>{say(locale::lost_none())}</p> }.into_any(),
        Some(mirror) => {
            let fine = (is_nothing && desk.saving().get_untracked() != UNOPENED)
                .then(|| view! { <p>{say(locale::lost_fine())}</p> });
            view! { <p class="rules">{say(written(desk, mirror.at_ms))}</p> {fine} }.into_any()
        }
    };
    if desk.saving().get() == UNOPENED {
        let anew = begin_anew(desk, state, mirror.is_some());
        return view! { {head} {anew} }.into_any();
    }
    if is_nothing {
        return head;
    }
    let records = (beside.missing > 0)
        .then(|| view! { <li><p>{say(locale::lost_records(beside.here, beside.missing, beside.there))}</p></li> });
    let short = missing.saturating_sub(beside.missing);
    let short = (short > 0).then(|| view! { <li><p>{say(locale::lost_records_short(short))}</p></li> });
    let texts: Vec<_> = beside.texts.iter().map(line).collect();
    let (taking, found) = (StoredValue::new_local(desk.clone()), Arc::clone(found));
    let take = beside.has_any().then(|| {
        let take = move |_| {
            let (desk, found) = (taking.get_value(), Arc::clone(&found));
            state.set(Finding::Going(locale::lost_taking()));
            spawn_local(async move { state.set(Finding::Done(take_back(&desk, &found).await)) });
        };
        view! { <button type="button" class="main" on:click=take>{say(locale::lost_take_back())}</button> }
    });
    view! {
        {head}
        <ul class="entries">{records} {short} {texts}</ul>
        <p class="tools">{take} {give_up(desk, move || state.set(Finding::Done(vec![locale::lost_accepted()])))}</p>
        <p class="rules">{say(locale::lost_accept_why())}</p>
    }
    .into_any()
}

/// When the mirror was written.
fn written(desk: &Desk, at_ms: i64) -> Phrase {
    let moment = Moment { unix_ms: at_ms, ..crate::platform::clock::now() };
    let minutes = (at_ms / 60_000 + i64::from(moment.offset_minutes)).rem_euclid(24 * 60);
    locale::lost_at(format!("{:02}:{:02}", minutes / 60, minutes % 60), date(desk.day(moment)))
}

/// A text: here, and in the mirror.
fn line(text: &Lost) -> AnyView {
    let name = &text.slip.name;
    let here = match mirror::length(name, &text.here) {
        _ if text.here.is_empty() => locale::lost_here_none(),
        Some(count) => locale::lost_here(count),
        None => locale::lost_here_other(),
    };
    let there = match mirror::length(name, &text.there) {
        _ if text.there.is_empty() => locale::lost_there_none(),
        Some(count) => locale::lost_there(count),
        None => locale::lost_there_some(),
    };
    view! {
        <li>
            <p><strong>{say(called(name, &text.there))}</strong></p>
            <p class="facts"><span>{say(here)}</span> <span>{say(there)}</span></p>
        </li>
    }
    .into_any()
}

/// What a draft says first.
#[derive(Deserialize)]
struct Titled {
    title: String,
}

/// What a text is called.
fn called(name: &Name, text: &str) -> Phrase {
    let title = serde_json::from_str(text).map(|Titled { title }| title.trim().to_owned()).unwrap_or_default();
    match name {
        Name::Essay(_) if title.is_empty() => locale::lost_essay(),
        Name::Essay(_) => locale::lost_essay_named(title),
        Name::Speech(_) if title.is_empty() => locale::lost_speech(),
        Name::Speech(_) => locale::lost_speech_named(title),
        Name::Versions(_) => locale::lost_versions(),
        Name::Photo(..) => locale::lost_photo(),
        Name::Slice(..) => locale::lost_take(),
        Name::EntryForm(_) => locale::lost_entry(),
        Name::Moods => locale::lost_moods(),
        Name::Practice | Name::Test(_) => locale::lost_test(),
        Name::Remark(_) | Name::Margin(_) | Name::Reflection(_) => locale::lost_note(),
        Name::Strange(..) | Name::Aside(..) => locale::lost_aside(),
        Name::Bookmark(_) | Name::Form(_) | Name::Goal(..) | Name::Learner(_) | Name::NewLearner => locale::lost_form(),
        Name::Programme | Name::Reading | Name::Unknown(_) => locale::lost_form(),
    }
}

/// Takes in what is missing, and puts back what is lost. What is said of it.
async fn take_back(desk: &Desk, found: &Found) -> Vec<Phrase> {
    let Some(mirror) = &found.mirror else { return vec![locale::lost_none()] };
    let Some(state) = desk.state().await else { return vec![locale::lost_refused()] };
    let changes = backup::changes(&state, &Slips::new(), &mirror.backup, &Choices::default());
    let records = changes.append.len();
    let is_any = records + changes.replace.len() > 0 || changes.erased != state.erased;
    let mut failed = is_any && !desk.change(changes).await;
    let (mut texts, mut aside, mut busy) = (0, false, 0);
    for Lost { slip, here, there, .. } in found.beside.texts.iter().filter(|text| !text.there.is_empty()) {
        match desk.put_back(slip, there, here).await {
            Ok(PutBack::Busy) => busy += 1,
            Ok(done) => {
                texts += 1;
                aside |= done == PutBack::Aside;
            }
            Err(_) => failed = true,
        }
    }
    let said = [
        Some(locale::lost_taken(if failed && is_any { 0 } else { records }, texts)),
        aside.then(locale::lost_taken_aside),
        (busy > 0).then(|| locale::lost_busy(busy)),
        failed.then(locale::lost_refused),
    ];
    said.into_iter().flatten().collect()
}

/// What cannot be opened has to go before anything can be taken back or recorded, by two presses.
fn begin_anew(desk: &Desk, state: RwSignal<Finding>, has_mirror: bool) -> AnyView {
    let (desk, sure) = (StoredValue::new_local(desk.clone()), RwSignal::new(false));
    let press = move |_| {
        if !sure.get_untracked() {
            return sure.set(true);
        }
        let records = desk.with_value(Desk::records);
        spawn_local(async move {
            if records.clear_damaged().await {
                web::reload();
            } else {
                state.set(Finding::Done(vec![locale::lost_refused()]));
            }
        });
    };
    let (why, anew) = match has_mirror {
        true => (locale::lost_anew_why(), locale::lost_anew()),
        false => (locale::lost_anew_why_bare(), locale::lost_anew_bare()),
    };
    let words = move || if sure.get() { say(locale::lost_anew_sure()) } else { say(anew.clone()) };
    view! {
        <p>{say(why)}</p>
        <p class="tools"><button type="button" class:danger=move || sure.get() on:click=press>{words}</button></p>
    }
    .into_any()
}
