//! The room that many share: its switch, and the question whether somebody is still there.

use super::turn::{Turn, on_touch};
use crate::desk::Desk;
use crate::platform::clock;
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use ui::say;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// How long it is asked whether somebody is there, in milliseconds.
const ASKING_MS: i64 = 60_000;
/// The minutes to choose from.
const MINUTES: [u32; 6] = [2, 3, 5, 10, 20, 30];
/// Those that are set when it is switched on.
const USUAL: u32 = 5;

/// The switch.
pub fn section(desk: &Desk, turn: Turn) -> AnyView {
    let (desk, by_minutes, room) = (desk.clone(), desk.clone(), turn.room());
    let switch = move |event| {
        let minutes = event_target_checked(&event).then_some(USUAL);
        turn.set_room(&desk, minutes);
        desk.tell(if minutes.is_some() { locale::room_on() } else { locale::room_off() });
    };
    let set = move |event| turn.set_room(&by_minutes, event_target_value(&event).parse().ok());
    let option = move |minutes: u32| {
        let chosen = move || room.get() == Some(minutes);
        // An option holds one text only; both languages say the same here but for the word.
        view! { <option value=minutes.to_string() prop:selected=chosen>{minutes}</option> }
    };
    let options: Vec<_> = MINUTES.into_iter().map(option).collect();
    view! {
        <section id="room" aria-labelledby="room-name">
            <h2 class="section" id="room-name">{say(locale::room_title())}</h2>
            <p>{say(locale::room_what())}</p>
            <p class="row">
                <label class="check">
                    <input type="checkbox" prop:checked=move || room.get().is_some() on:change=switch/>
                    <span>{say(locale::room_switch())}</span>
                </label>
                <label class="row" hidden=move || room.get().is_none()>
                    <span>{say(locale::room_after())}</span>
                    <select on:change=set>{options}</select>
                </label>
            </p>
        </section>
    }
    .into_any()
}

/// Asks whether somebody is there, for a minute.
pub fn away(desk: &Desk, turn: Turn) -> AnyView {
    let until = clock::now().unix_ms + ASKING_MS;
    let left = RwSignal::new(ASKING_MS / 1_000);
    let (ending, leaving) = (desk.clone(), desk.clone());
    let ticking = Interval::new(1_000, move || match until - clock::now().unix_ms {
        ms if ms > 0 => left.set((ms + 999) / 1_000),
        _ => turn.end(&ending),
    });
    // It stops when this is drawn no more.
    let _ = StoredValue::new_local(ticking);
    on_touch(move |event| {
        if !is_on_leave(event) {
            turn.go_on();
        }
    });
    view! {
        <section class="away" aria-labelledby="away-name">
            <div role="alert">
                <h2 id="away-name">{say(locale::room_away())}</h2>
                <p>{say(locale::room_away_why())}</p>
            </div>
            <p class="left" aria-hidden="true">{move || say(locale::room_left(left.get()))}</p>
            <p class="tools">
                <button type="button" class="main" on:click=move |_| turn.go_on()>{say(locale::room_stay())}</button>
                <button type="button" data-leave on:click=move |_| turn.end(&leaving)>{say(locale::room_leave())}</button>
            </p>
        </section>
    }
    .into_any()
}

/// Whether a touch is on the button of who comes next.
fn is_on_leave(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.closest("[data-leave]").is_ok_and(|found| found.is_some()))
}
