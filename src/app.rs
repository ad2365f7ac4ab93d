//! Takes over the page: reads what it is, draws the parts around the text again, and starts what goes on while it is open.

use crate::platform::{document, frame};
use crate::reader::State;
use leptos::prelude::Owner;

/// Takes over. A page whose data cannot be read stays as it is, and says so.
pub fn start() {
    let Some(page) = frame::read_page(&document()) else {
        frame::say_app_off();
        return;
    };
    let owner = Owner::new();
    owner.with(|| State::start(page));
    // The state lives as long as the page does.
    std::mem::forget(owner);
}
