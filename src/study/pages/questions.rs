//! The questions of one bank: one a screen, all on a sheet, or on paper.
//!
//! The list that the publisher drew stands until the bank is there, and stays where it cannot be had. Then a [`mod@test`] goes on where the
//! learner left it, or begins; [`one`] and [`sheet`] ask it, [`over`] says what was right. One tab at a time answers it ([`keeping`]).

mod fetch;
mod keeping;
mod one;
mod over;
mod paper;
mod sheet;
mod test;

pub use fetch::draw;

use crate::desk::Desk;
use crate::desk::focus;
use crate::platform::local;
use leptos::prelude::*;
use test::{Screen, Table};
use ui::say;

/// Where it is remembered that the whole sheet is wanted.
const WHOLE: &str = "huaide.sheet";
/// The id of the heading of what is shown.
const HEADING: &str = "test-heading";

/// The page of a bank.
fn page(desk: &Desk, table: Table) -> AnyView {
    let desk = StoredValue::new_local(desk.clone());
    let asked = move || {
        let test = table.test.get();
        desk.with_value(|desk| match (table.screen.get(), table.whole.get()) {
            (Screen::Paper, _) => None,
            (Screen::Over, _) => Some(over::view(desk, table, &test)),
            (Screen::Asking, true) => Some(sheet::view(desk, table, &test)),
            (Screen::Asking, false) => Some(one::view(desk, table, &test)),
        })
    };
    // Paper is nobody's.
    let paper = move || (table.screen.get() == Screen::Paper).then(|| paper::view(table));
    view! {
        {table.notice()}
        {tools(table)}
        {resumed(table)}
        <fieldset disabled=move || !table.may_answer()>{asked}</fieldset>
        {paper}
    }
    .into_any()
}

/// How to be asked, and the way to paper.
fn tools(table: Table) -> AnyView {
    let way = move |whole: bool| {
        let words = if whole { locale::test_whole() } else { locale::test_one() };
        let choose = move |_| {
            local::set(WHOLE, if whole { "yes" } else { "no" });
            table.whole.set(whole);
        };
        view! {
            <label>
                <input type="radio" name="way" checked=table.whole.get_untracked() == whole on:change=choose/>
                <span>{say(words)}</span>
            </label>
        }
    };
    let paper = move |_| {
        table.screen.set(Screen::Paper);
        focus::on(HEADING.into());
    };
    let tools = move || {
        (table.screen.get() == Screen::Asking).then(|| {
            view! {
                <div class="test-tools">
                    <fieldset class="ways">
                        <legend class="hidden">{say(locale::test_way())}</legend>
                        {way(false)} {way(true)}
                    </fieldset>
                    <button type="button" on:click=paper>{say(locale::test_paper())}</button>
                </div>
            }
        })
    };
    view! { {tools} }.into_any()
}

/// That the test goes on where it was left.
fn resumed(table: Table) -> AnyView {
    let again = move |_| {
        table.begin();
        focus::on(HEADING.into());
    };
    let told = move || {
        let is_asking = table.screen.get() == Screen::Asking && table.may_answer();
        let words = table.resumed.get().filter(|_| is_asking)?;
        Some(view! {
            <p class="goes-on" role="status">
                <span>{say(words)}</span> <button type="button" on:click=again>{say(locale::test_again())}</button>
            </p>
        })
    };
    view! { {told} }.into_any()
}
