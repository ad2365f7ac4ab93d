//! The takes: each can be heard, chosen, looked at with the rubric, and deleted for good.

use super::chosen_take;
use super::draft::Speech;
use super::recording::Recording;
use super::{review, times};
use crate::desk::focus;
use crate::platform::sound;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::{file_size, say};
use youth::speech::Take;
use youth::speech::takes::End;

/// The section.
pub fn section(speech: Speech, recording: Recording) -> AnyView {
    let takes = Memo::new(move |_| speech.draft.with(|draft| draft.takes.all().to_vec()));
    let shown = move || takes.get().into_iter().filter(Take::is_closed).enumerate().collect::<Vec<_>>();
    let is_empty = Memo::new(move |_| takes.with(|takes| takes.iter().all(|take| !take.is_closed())));
    let blank = move || {
        is_empty.get().then(|| {
            view! {
                <p class="empty">{say(locale::speech_no_takes())}</p>
                {review::of(speech, review::PRACTICE.to_owned(), None)}
            }
        })
    };
    view! {
        <section id="takes">
            <h2 class="section" id="takes-heading" tabindex="-1">{say(locale::speech_takes())}</h2>
            {blank}
            <ol class="takes">
                <For each=shown key=|(number, take)| (*number, take.id.clone()) children=move |(number, take)| row(speech, recording, number + 1, &take)/>
            </ol>
            {chosen(speech)}
        </section>
    }
    .into_any()
}

fn row(speech: Speech, recording: Recording, number: usize, take: &Take) -> AnyView {
    let id = take.id.clone();
    let is_chosen = {
        let id = id.clone();
        Memo::new(move |_| speech.draft.with(|draft| draft.takes.chosen().is_some_and(|take| take.id == id)))
    };
    let choose = {
        let id = id.clone();
        move |_| {
            let id = id.clone();
            speech.change(|draft| {
                draft.takes.choose(&id);
            });
        }
    };
    let name = locale::speech_take(number);
    view! {
        <li class="take" data-chosen=move || is_chosen.get().then_some("true")>
            <h3>{say(name.clone())}</h3>
            <p class="facts">
                <span>{say(locale::speech_take_at(times::of_day(take.started_at)))}</span>
                <span>{say(times::stretch(take.ms / 1_000 * 1_000))}</span>
                <span>{file_size(take.bytes)}</span>
            </p>
            {(take.end == End::Recovered).then(|| view! { <p class="hint">{say(locale::speech_take_recovered())}</p> })}
            <label class="choose">
                <input type="radio" name="chosen" prop:checked=move || is_chosen.get() on:change=choose/>
                {say(locale::speech_choose(name.clone()))}
            </label>
            {player(speech, take.clone())}
            {review::of(speech, id.clone(), Some(name))}
            {delete(speech, recording, id)}
        </li>
    }
    .into_any()
}

/// How far the sound of a take is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sound {
    Silent,
    /// Where it is, and between which milliseconds nothing is.
    Address(String, Vec<(u64, u64)>),
    Missing,
}

/// The player, brought when it is asked for: the sound of a take is megabytes.
fn player(speech: Speech, take: Take) -> AnyView {
    let heard = RwSignal::new(Sound::Silent);
    on_cleanup(move || {
        if let Sound::Address(address, _) = heard.get_untracked() {
            sound::forget(&address);
        }
    });
    let number = take.id.clone();
    let bring = move |_| {
        let take = take.clone();
        spawn_local(async move {
            heard.set(sound_of(speech, &take).await.unwrap_or(Sound::Missing));
            focus::on(format!("sound-{}", take.id));
        });
    };
    let view = move || {
        match heard.get() {
        Sound::Silent => view! { <p><button type="button" class="hear" on:click=bring.clone()>{say(locale::speech_hear())}</button></p> }.into_any(),
        Sound::Missing => view! { <p role="alert">{say(locale::speech_missing())}</p> }.into_any(),
        Sound::Address(address, holes) => view! {
            {holes.into_iter().map(hole).collect::<Vec<_>>()}
            <audio id=format!("sound-{number}") controls preload="metadata" src=address on:loadedmetadata=move |event| sound::begin(&event)></audio>
        }
        .into_any(),
    }
    };
    view! { <div class="player">{view}</div> }.into_any()
}

/// What of a take can be heard. Without its first slice, which says how the others are to be read, nothing can.
async fn sound_of(speech: Speech, take: &Take) -> Option<Sound> {
    let heard = speech.slices().heard(take).await.ok()?;
    if heard.missing.first() == Some(&0) {
        return None;
    }
    let address = sound::address(&heard.bytes, &take.media_type)?;
    Some(Sound::Address(address, take.stretches(&heard.missing)))
}

/// Where something is missing.
fn hole((from, to): (u64, u64)) -> AnyView {
    view! { <p class="calm" role="status">{say(locale::speech_hole(times::clock(from), times::clock(to)))}</p> }
        .into_any()
}

fn delete(speech: Speech, recording: Recording, id: String) -> AnyView {
    let delete = move |_| {
        let id = id.clone();
        spawn_local(async move {
            if speech.delete_take(&id).await {
                speech.desk().tell(locale::speech_deleted());
                focus::on("takes-heading".to_owned());
            }
        });
    };
    view! {
        <details class="delete">
            <summary>{say(locale::speech_delete())}</summary>
            <p>
                <span>{say(locale::speech_delete_note())}</span>
                <button type="button" disabled=move || recording.is_on() on:click=delete>{say(locale::speech_delete_sure())}</button>
            </p>
        </details>
    }
    .into_any()
}

/// Which take is to be handed in, and whether all of it is there.
fn chosen(speech: Speech) -> AnyView {
    let id = Memo::new(move |_| speech.draft.with(|draft| draft.takes.chosen().map(|take| take.id.clone())));
    let is_whole = RwSignal::new(None);
    Effect::new(move |_| {
        is_whole.set(None);
        if let Some(id) = id.get() {
            spawn_local(async move {
                let contest = speech.with_contest(Clone::clone);
                let found = chosen_take(&speech.hall(), &contest).await.is_some_and(|(take, _)| take.id == id);
                if id_is(speech, &id) {
                    is_whole.set(Some(found));
                }
            });
        }
    });
    let line = move || {
        is_whole
            .get()
            .map(|is_whole| if is_whole { say(locale::speech_whole()) } else { say(locale::speech_not_whole()) })
    };
    view! { <p class="whole" role="status">{line}</p> }.into_any()
}

fn id_is(speech: Speech, id: &str) -> bool {
    speech.draft.with_untracked(|draft| draft.takes.chosen().is_some_and(|take| take.id == id))
}
