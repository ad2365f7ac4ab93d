//! Whether there is any note in this browser, kept where the small script in every page's head can read it.

use crate::desk::Desk;
use crate::platform::local;
use learning::{Deed, Study, notes};
use leptos::prelude::*;
use model::shared::NOTES_KEY;
use ui::Saving;

/// Keeps it true as long as the desk lives.
pub fn keep(desk: &Desk) {
    let (events, saving) = (desk.events(), desk.saving());
    Effect::new(move |looked: Option<bool>| {
        let is_read = matches!(saving.get(), Saving::Saved { .. });
        let looked = looked.unwrap_or(false);
        events.with(|events| {
            let may_end = events
                .last()
                .is_none_or(|event| matches!(event.deed, Deed::Retracted { .. } | Deed::Study(Study::Reflected(_))));
            if !is_read || looked && local::get(NOTES_KEY).is_some() && !may_end {
                return;
            }
            if notes::are_in(events) {
                local::set(NOTES_KEY, "1");
            } else {
                local::remove(NOTES_KEY);
            }
        });
        looked || is_read
    });
}
