//! The learner's record: the hours of a year and what they come from, volunteer service, goals, notes, what was read, bookmarks.

mod account;
mod bookmarks;
mod certificates;
mod charts;
mod declare;
mod declaring;
mod entries;
mod fields;
mod goals;
mod hours;
mod notes;
mod reading;
mod register;
mod remove;
mod rows;
mod service;
mod sheet;

use crate::desk::Desk;
use crate::platform::{document, web};
use account::Account;
use declaring::{Declaring, Ledger};
use leptos::prelude::*;
use leptos::task::{self, spawn_local};
use locale::Phrase;
use ui::{named, say};

/// The page.
pub fn page(desk: &Desk) -> AnyView {
    let account = Account::new(desk);
    let (declaring, signer) = (Declaring::new(account, Ledger::Hours), register::signer(account));
    spawn_local(show_asked());
    view! {
        {within()}
        <div class="record">
            {hours::section(account)}
            {entries::section(declaring)}
            {declare::section(declaring)}
            {charts::section(account)}
            {register::section(account, signer)}
            {certificates::section(account, signer)}
            {service::section(account, signer)}
            {goals::section(account)}
            {notes::section(desk)}
            {reading::section(account)}
            {bookmarks::section(account)}
        </div>
    }
    .into_any()
}

/// The way to each section.
fn within() -> AnyView {
    let way = |address: &'static str, name: Phrase| view! { <li><a href=address>{say(name)}</a></li> };
    view! {
        <nav class="within" aria-labelledby="within-name">
            {named("within-name", locale::record_within())}
            <ul>
                {way("#hours", locale::ledger_title())} {way("#entries", locale::ledger_entries())}
                {way("#declare", locale::ledger_declare())} {way("#charts", locale::ledger_charts())}
                {way("#register", locale::register_title())} {way("#certificates", locale::certificate_section())}
                {way("#service", locale::service_title())} {way("#goals", locale::goal_short())} {way("#notes", locale::note_of_record())}
                {way("#reading", locale::record_read())} {way("#bookmarks", locale::record_bookmarks())}
            </ul>
        </nav>
    }
    .into_any()
}

/// The section that the address names was not there when the browser looked for it.
async fn show_asked() {
    task::tick().await;
    let asked = web::here().1;
    if let Some(section) = asked.strip_prefix('#').and_then(|id| document().get_element_by_id(id)) {
        section.scroll_into_view();
    }
}
