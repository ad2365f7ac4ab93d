//! The time, as it goes on while a page is open.

use crate::platform::{clock, page_events};
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use model::Moment;

/// How often the clock is looked at: activities begin and end at full minutes.
const EVERY_MS: u32 = 20_000;

/// Now, for as long as the page lives. A page that comes back into sight looks at once: a sleeping device runs no timers.
pub fn now() -> Signal<Moment> {
    let now = RwSignal::new(clock::now());
    Interval::new(EVERY_MS, move || now.set(clock::now())).forget();
    page_events::on_visibility(move |is_visible| {
        if is_visible {
            now.set(clock::now());
        }
    });
    now.into()
}
