//! One question a screen.

use super::test::{Table, Test};
use crate::desk::Desk;
use crate::desk::focus;
use crate::study::question::{self, Shown};
use leptos::prelude::*;
use std::sync::Arc;
use ui::{say, whisper};

/// The question where one is, and the ways to the others.
pub(super) fn view(desk: &Desk, table: Table, test: &Arc<Test>) -> AnyView {
    let of = test.asked.len();
    let (desk, test) = (StoredValue::new_local(desk.clone()), Arc::clone(test));
    let bank = table.bank_id();
    let at = test.at;
    let shown = move || {
        let place = at.get();
        let asked = test.asked.get(place)?;
        let heading = locale::test_number(place + 1, of);
        let before = asked.before.as_ref().map(|before| question::description(before));
        let question = desk.with_value(|desk| {
            question::view(desk, &bank, &asked.question, Shown { heading, own_button: true }, asked.asking)
        });
        Some(view! { {progress(&test)} {before} {question} {ways(table, &test, place)} })
    };
    view! { <div class="one">{shown}</div> }.into_any()
}

/// How many are answered, as a line.
fn progress(test: &Arc<Test>) -> AnyView {
    let (test, of) = (Arc::clone(test), test.asked.len());
    let done = move || test.asked.iter().filter(|asked| asked.asking.is_over()).count();
    view! {
        <label class="done">
            {whisper(locale::test_done())} <progress max=of value=move || done().to_string()></progress>
        </label>
    }
    .into_any()
}

/// To the question before, the next one, or the end.
fn ways(table: Table, test: &Arc<Test>, place: usize) -> AnyView {
    let last = place + 1 >= test.asked.len();
    let asking = test.asked[place].asking;
    let go = {
        let test = Arc::clone(test);
        move |to: usize| {
            test.at.set(to);
            table.keep();
            focus::on(focus::heading(&test.asked[to].question));
        }
    };
    let back = go.clone();
    let back = (place > 0).then(|| {
        view! { <button type="button" on:click=move |_| back(place - 1)>{say(locale::test_before())}</button> }
    });
    let class = move || if asking.is_over() { "main next" } else { "next" };
    let next = if last {
        view! { <button type="button" class=class on:click=move |_| table.finish()>{say(locale::test_finish())}</button> }.into_any()
    } else {
        let words = move || say(if asking.is_over() { locale::test_next() } else { locale::test_skip() });
        view! { <button type="button" class=class on:click=move |_| go(place + 1)>{words}</button> }.into_any()
    };
    view! { <p class="ways-on">{back} {next}</p> }.into_any()
}
