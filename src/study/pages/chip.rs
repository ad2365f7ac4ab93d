//! Who is learning, in small, with the way to the page where that is chosen.

use super::learners::picture;
use super::learners::words::called;
use crate::desk::Desk;
use crate::platform::local;
use crate::records::CALLED;
use leptos::prelude::*;
use ui::{say, whisper};

/// The chip.
pub fn chip(desk: &Desk) -> AnyView {
    let (desk, href) = (StoredValue::new_local(desk.clone()), desk.to("learners/"));
    let who = move || {
        let desk = desk.get_value();
        let profile = desk.profile();
        let name = if desk.is_guest() { locale::learner_guest() } else { called(&profile.name) };
        view! {
            {picture::picture(&profile)}
            <span aria-hidden="true">{say(name.clone())}</span>
            {whisper(locale::learner_chip(name))}
        }
    };
    view! { <p class="chip"><a href=href>{who}</a></p> }.into_any()
}

/// Keeps the name of who is learning where the reader's program finds it.
pub fn keep_name(desk: &Desk) {
    let desk = StoredValue::new_local(desk.clone());
    Effect::new(move |_| match desk.get_value().profile().name.as_str() {
        "" => local::remove(CALLED),
        name => drop(local::set(CALLED, name)),
    });
}
