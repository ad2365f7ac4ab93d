//! All questions on one sheet, handed in together.

use super::test::{Asked, Table, Test};
use crate::desk::Desk;
use crate::desk::focus;
use crate::study::question::{self, Shown};
use leptos::prelude::*;
use std::sync::Arc;
use ui::say;

/// The sheet.
pub(super) fn view(desk: &Desk, table: Table, test: &Arc<Test>) -> AnyView {
    let bank = table.bank_id();
    let mut before = None;
    let line = |(place, asked): (usize, &Asked)| {
        let new = asked.before.as_ref().map(|question| question.id.clone());
        let first = (new != before).then(|| asked.before.as_ref().map(|before| question::description(before)));
        before = new;
        let shown = Shown { heading: locale::questions_number(place + 1), own_button: false };
        view! { {first.flatten()} {question::view(desk, &bank, &asked.question, shown, asked.asking)} }
    };
    let lines: Vec<_> = test.asked.iter().enumerate().map(line).collect();
    view! { <div class="sheet">{lines} {end(table, test)}</div> }.into_any()
}

/// Hands in; where something is not answered yet, that is said first.
fn end(table: Table, test: &Arc<Test>) -> AnyView {
    let (left, test) = (RwSignal::new(None::<Vec<usize>>), Arc::clone(test));
    let hand_in = {
        let test = Arc::clone(&test);
        move |_| {
            let open: Vec<usize> = test.left().into_iter().filter(|place| is_empty(&test.asked[*place])).collect();
            if open.is_empty() || left.get_untracked().as_ref() == Some(&open) {
                let all = test.asked.iter().filter_map(|asked| asked.asking.hand_in(&asked.question)).collect();
                table.hand_in(all);
                table.finish();
            } else {
                left.set(Some(open));
            }
        }
    };
    let said = move || {
        let open = left.get()?;
        let links: Vec<_> = open.iter().filter_map(|place| Some(link(*place, test.asked.get(*place)?))).collect();
        Some(view! { {say(locale::test_left(open.len()))} " " {links} " " {say(locale::test_left_sure())} })
    };
    view! {
        <div class="ways-on">
            <p role="status">{said}</p>
            <button type="button" class="main next" on:click=hand_in>{say(locale::test_hand_in())}</button>
        </div>
    }
    .into_any()
}

fn is_empty(asked: &Asked) -> bool {
    asked.asking.given.with_untracked(Option::is_none)
}

fn link(place: usize, asked: &Asked) -> AnyView {
    let id = focus::heading(&asked.question);
    let address = format!("#{id}");
    view! { <a href=address on:click=move |_| focus::on(id.clone())>{say(locale::questions_number(place + 1))}</a> " " }
        .into_any()
}
