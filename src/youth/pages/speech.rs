//! The speech desk: the script, practising and recording with the prompter and the timer, the takes, and looking at oneself.
//!
//! A [`draft::Speech`] stands under all of it; what the microphone gives is kept slice by slice ([`slices`]) as it comes
//! ([`recording`]). A browser that was killed finds the take again when the desk is opened the next time.

mod draft;
mod slices;

mod recording;
mod stage;

mod handing_in;
mod microphone;
mod prompter;
mod review;
mod script;
mod takes;
mod times;

use crate::desk::focus;
use crate::youth::draft as kept;
use crate::youth::entry::Panel;
use crate::youth::hall::Hall;
use draft::{Opened, Speech};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::{self, spawn_local};
use recording::Recording;
use slices::Slices;
use stage::Stage;
use ui::say;
use youth::Contest;
use youth::speech::{Draft, Take};

/// How long another tab may take to let go before that is said.
const PATIENCE_MS: u32 = 700;

/// The chosen take of a contest's speech with all its bytes, as it is on the disk: what is handed in. `None` where none is chosen, or a
/// part of it is missing.
pub async fn chosen_take(hall: &Hall, contest: &Contest) -> Option<(Take, Vec<u8>)> {
    let draft: Draft = kept::read(hall.desk(), contest).await.ok()?.draft()?;
    let take = draft.takes.chosen()?;
    let bytes = Slices::of(hall.desk(), &contest.id).whole(take).await?;
    Some((take.clone(), bytes))
}

/// The desk of the contest whose page this is.
pub fn page(hall: &Hall) -> Option<AnyView> {
    let Some(contest) = hall.contest() else {
        return Some(view! { <p class="empty">{say(locale::speech_no_rules())}</p> }.into_any());
    };
    let speech = Speech::new(hall, contest);
    let opened = RwSignal::new(None);
    let patience = Timeout::new(PATIENCE_MS, move || {
        opened.update(|opened| {
            opened.get_or_insert(Opened::Elsewhere);
        });
    });
    spawn_local(async move {
        let found = speech.open().await;
        patience.cancel();
        opened.set(Some(found));
    });
    // What is handed in, or forgotten, goes on while the desk is drawn anew.
    let owner = Owner::new();
    Some(view! { {move || opened.get().map(|found| drawn(speech, &owner, found, opened))} }.into_any())
}

fn drawn(speech: Speech, owner: &Owner, found: Opened, opened: RwSignal<Option<Opened>>) -> AnyView {
    match found {
        Opened::Elsewhere => view! { <p class="empty" role="status">{say(locale::speech_elsewhere())}</p> }.into_any(),
        Opened::Unreadable => view! { <p class="empty" role="alert">{say(locale::speech_unreadable())}</p> }.into_any(),
        Opened::Here => desk(speech, owner, opened),
    }
}

fn desk(speech: Speech, owner: &Owner, opened: RwSignal<Option<Opened>>) -> AnyView {
    let recording = Recording::new(speech);
    let panel = || Panel::new(&speech.hall(), speech.with_contest(Clone::clone), handing_in::source(speech));
    let entry = owner.with(panel);
    let stage = Stage::new(speech, recording);
    view! {
        <div class="speech">
            {speech.desk().lost_notice(&speech.with_contest(kept::name))}
            {script::section(speech)}
            {prompter::section(stage)}
            {takes::section(speech, recording)}
            {entry.checklist()}
            {entry.section()}
            {delete(speech, recording, entry, opened)}
        </div>
    }
    .into_any()
}

/// Deleting all of it. Meanwhile nothing is drawn, so that nobody presses twice, records or writes; after that all is drawn anew.
fn delete(speech: Speech, recording: Recording, entry: Panel, opened: RwSignal<Option<Opened>>) -> AnyView {
    let delete = move |_| {
        opened.set(None);
        spawn_local(async move {
            task::tick().await;
            if speech.delete().await {
                // How it went is said in the bars.
                let _ = entry.forget().await;
                speech.desk().tell(locale::speech_all_deleted());
            }
            opened.set(Some(Opened::Here));
            focus::on("script-heading".to_owned());
        });
    };
    let may_not = move || recording.is_on() || entry.is_making();
    view! {
        <details class="delete all">
            <summary>{say(locale::speech_delete_all())}</summary>
            <p>
                <span>{say(locale::speech_delete_all_note())}</span>
                <button type="button" disabled=may_not on:click=delete>{say(locale::speech_delete_all_sure())}</button>
            </p>
        </details>
    }
    .into_any()
}
