//! Taking records away: a backup to come back with, and tables to read elsewhere.

use super::words::called_by;
use crate::desk::Desk;
use crate::study::files::{self, Table};
use formats::backup::works::Kind;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::LearnerId;
use ui::say;

/// The name of the choice of whose record is saved.
const WHOSE: &str = "whose";
/// The names of the choices of what goes along.
const ALONG: [(&str, Kind); 2] = [("making", Kind::Making), ("moods", Kind::Moods)];

/// Saving a backup.
pub fn backup(desk: &Desk) -> AnyView {
    let (saving, told) = (desk.clone(), RwSignal::new(None::<Phrase>));
    let desk = StoredValue::new_local(desk.clone());
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let of = LearnerId::parse(&super::bring::field(&event, WHOSE));
        let is_ticked = |(name, _): &(&str, Kind)| !super::bring::field(&event, name).is_empty();
        let kinds: Vec<Kind> = ALONG.into_iter().filter(is_ticked).map(|(_, kind)| kind).collect();
        let desk = saving.clone();
        spawn_local(async move {
            let saved = files::save_backup(&desk, of, &kinds).await;
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
            <fieldset class="along">
                <legend>{say(locale::file_along())}</legend>
                <div>{ALONG.map(|(name, kind)| along(name, kind))}</div>
            </fieldset>
            <p class="tools"><button class="main">{say(locale::file_save_do())}</button></p>
        </form>
        <p role="status" class="said">{move || told.get().map(say)}</p>
    }
    .into_any()
}

/// Works go along unless somebody says no, for who changes the phone wants them; what is said of moods only if they say yes.
fn along(name: &'static str, kind: Kind) -> AnyView {
    let (words, is_ticked) = match kind {
        Kind::Making => (locale::file_along_making(), true),
        Kind::Moods => (locale::file_along_moods(), false),
    };
    view! { <label class="check"><input type="checkbox" name=name checked=is_ticked/><span>{say(words)}</span></label> }
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
