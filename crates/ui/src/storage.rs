//! What is kept for reading without a network, and the switches for it.

use crate::words::{file_size, say};
use crate::{Act, Keep, Keeping, Live, PackState, Worker};
use leptos::prelude::*;

/// The section of the settings page.
pub(crate) fn storage(live: Live) -> AnyView {
    (move || shown(&live.keeping.get(), live)).into_any()
}

fn shown(keeping: &Keeping, live: Live) -> AnyView {
    let refusal = match keeping.worker {
        Worker::Ready => return ready(keeping, live),
        Worker::Starting => locale::storage_starting(),
        Worker::Refused => locale::storage_refused(),
        Worker::Retired => locale::storage_retired(),
    };
    view! { <p>{say(refusal)}</p> }.into_any()
}

fn ready(keeping: &Keeping, live: Live) -> AnyView {
    let how = match keeping.keep {
        Keep::Auto => locale::storage_auto(),
        Keep::Stopped => locale::storage_stopped(),
        Keep::Chosen(_) => locale::storage_chosen(),
    };
    let packs: Vec<_> = keeping.packs.iter().map(|pack| line(pack, live)).collect();
    view! {
        <p>{say(how)}</p>
        <p>{say(locale::storage_kept(file_size(keeping.kept_bytes)))}</p>
        {keeping.full.then(|| view! { <p class="warning">{say(locale::storage_full())}</p> })}
        <ul class="packs">{packs}</ul>
        <p class="tools">{stop_or_go(keeping)}</p>
        {promise(keeping)}
    }
    .into_any()
}

fn line(pack: &PackState, live: Live) -> AnyView {
    let id = pack.id.clone();
    let state = pack.kept_bytes.map(|kept| match (kept * 100).checked_div(pack.bytes).unwrap_or(100) {
        100.. => locale::storage_complete(),
        part => locale::storage_part(part),
    });
    view! {
        <li>
            <label>
                <input
                    type="checkbox"
                    prop:checked=pack.wanted
                    on:change=move |event| live.act.run(Act::KeepPack(id.clone(), event_target_checked(&event)))
                />
                <span>{pack.title.clone()}</span>
            </label>
            <span class="facts"><span>{file_size(pack.bytes)}</span> <span>{state.map(say)}</span></span>
        </li>
    }
    .into_any()
}

fn stop_or_go(keeping: &Keeping) -> AnyView {
    let (words, act) = match keeping.keep {
        Keep::Auto => (locale::storage_stop(), Act::StopKeeping),
        Keep::Stopped | Keep::Chosen(_) => (locale::storage_go(), Act::KeepAll),
    };
    view! { <button type="button" data-act=act.name()>{say(words)}</button> }.into_any()
}

/// Whether the browser promised not to clear what is kept.
fn promise(keeping: &Keeping) -> AnyView {
    let Some(promised) = keeping.promised else { return ().into_any() };
    if promised {
        return view! { <p>{say(locale::storage_promised())}</p> }.into_any();
    }
    view! {
        <p>{say(locale::storage_not_promised())}</p>
        <p class="tools">
            <button type="button" data-act=Act::AskPromise.name()>{say(locale::storage_ask())}</button>
        </p>
    }
    .into_any()
}
