//! The learner's record.

mod notes;

use crate::study::desk::Desk;
use leptos::prelude::*;

/// The page.
pub fn page(desk: &Desk) -> AnyView {
    let log = desk.log();
    view! { <p>{move || log.get().questions.len()}</p> {notes::section(desk)} }.into_any()
}
