//! Today's five, review, and the wrong-answer book.

use crate::study::desk::Desk;
use leptos::prelude::*;

/// The page.
pub fn page(desk: &Desk) -> AnyView {
    let log = desk.log();
    view! { <p>{move || log.get().questions.len()}</p> }.into_any()
}
