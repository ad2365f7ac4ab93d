//! Taking records away: a backup to come back with, and tables to read elsewhere.

use super::words::called_by;
use crate::study::desk::Desk;
use crate::study::files::{self, Table};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::LearnerId;
use ui::say;

/// The name of the choice of whose record is saved.
const WHOSE: &str = "whose";

/// Saving a backup.
pub fn backup(desk: &Desk) -> AnyView {
    let (saving, told) = (desk.clone(), RwSignal::new(None::<Phrase>));
    let desk = StoredValue::new_local(desk.clone());
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let of = LearnerId::parse(&super::bring::field(&event, WHOSE));
        let desk = saving.clone();
        spawn_local(async move {
            let saved = files::save_backup(&desk, of).await;
            told.set(Some(
                saved.map_or_else(locale::file_failed, |saved| locale::file_saved(saved.records, saved.name)),
            ));
        });
    };
    view! {
        <h3>{say(locale::file_save())}</h3>
        <form class="saving" on:submit=save>
            <fieldset class="picks">
                <legend>{say(locale::file_whose())}</legend>
                <div>{move || whose(&desk.get_value())}</div>
            </fieldset>
            <p class="tools"><button class="main">{say(locale::file_save_do())}</button></p>
        </form>
        <p role="status" class="said">{move || told.get().map(say)}</p>
    }
    .into_any()
}

/// All, or one of them, when there are several.
fn whose(desk: &Desk) -> AnyView {
    let pick = |value: String, words: Phrase, chosen: bool| {
        view! { <label><input type="radio" name=WHOSE value=value checked=chosen/><span>{say(words)}</span></label> }
    };
    let mut people = desk.people();
    people.sort_by_key(|known| known.id);
    let each: Vec<_> =
        people.iter().map(|known| pick(known.id.to_string(), called_by(&known.profile), false)).collect();
    view! { {pick("all".to_owned(), locale::file_all(), true)} {each} }.into_any()
}

/// Saving tables.
pub fn tables(desk: &Desk) -> AnyView {
    let told = RwSignal::new(None::<Phrase>);
    let button = |table: Table, words: Phrase| {
        let desk = desk.clone();
        let save = move |_| {
            let saved = files::save_table(&desk, table);
            told.set(Some(saved.map_or_else(locale::file_failed, locale::file_taken)));
        };
        view! { <button type="button" on:click=save>{say(words)}</button> }
    };
    view! {
        <h3>{say(locale::file_tables())}</h3>
        <p>{say(locale::file_tables_why())}</p>
        <p class="tools">
            {button(Table::Ledger, locale::file_ledger())} {button(Table::Attempts, locale::file_attempts())}
            {button(Table::Xapi, locale::file_xapi())}
        </p>
        <p role="status" class="said">{move || told.get().map(say)}</p>
    }
    .into_any()
}
