//! What was right and what was not, by question; no score that judges.

use super::test::{Asked, Screen, Table, Test};
use crate::desk::Desk;
use crate::desk::focus;
use crate::study::question::{self, Shown, sign, words};
use learning::Verdict;
use leptos::prelude::*;
use std::sync::Arc;
use ui::say;

/// The end of a test.
pub(super) fn view(desk: &Desk, table: Table, test: &Arc<Test>) -> AnyView {
    let graded = || test.asked.iter().filter(|asked| asked.question.is_graded());
    let verdicts: Vec<Verdict> = graded().filter_map(|asked| asked.asking.verdict.get_untracked()).collect();
    let right = verdicts.iter().filter(|verdict| verdict.is_right()).count();
    let wrong = verdicts.len() - right;
    let bank = table.bank_id();
    let lines: Vec<_> = test.asked.iter().enumerate().map(|(place, asked)| line(desk, &bank, place, asked)).collect();
    let book = (wrong > 0).then(|| {
        view! {
            <p>{say(locale::test_in_the_book(wrong))} " " <a href=desk.to("practice/")>{say(locale::test_to_the_book())}</a></p>
        }
    });
    view! {
        <section class="over">
            <h2 id=super::HEADING tabindex="-1">{say(locale::test_score(graded().count(), right))}</h2>
            {book}
            {rest(table, test)}
            <ul class="results">{lines}</ul>
            <p class="ways-on">
                <button type="button" class="main" on:click=move |_| again(table)>{say(locale::test_once_more())}</button>
            </p>
            <p class="rules">{say(locale::questions_only_for_learning())}</p>
        </section>
    }
    .into_any()
}

fn again(table: Table) {
    table.begin();
    let test = table.test.get_untracked();
    if let Some(first) = test.asked.first() {
        focus::on(focus::heading(&first.question));
    }
}

/// What is not answered yet, and the way back to it.
fn rest(table: Table, test: &Arc<Test>) -> Option<AnyView> {
    let left = untrack(|| test.left());
    let first = *left.first()?;
    let test = Arc::clone(test);
    let back = move |_| {
        test.at.set(first);
        table.screen.set(Screen::Asking);
        focus::on(focus::heading(&test.asked[first].question));
    };
    Some(
        view! {
            <p class="goes-on">
                <span>{say(locale::test_rest(left.len()))}</span>
                <button type="button" on:click=back>{say(locale::test_go_on())}</button>
            </p>
        }
        .into_any(),
    )
}

/// A question, with all that is said of its answer folded away; what was not right lies open.
fn line(desk: &Desk, bank: &model::BankId, place: usize, asked: &Asked) -> AnyView {
    let Asked { question, asking, .. } = asked;
    let heading = locale::questions_number(place + 1);
    let stem = words::short_stem(question);
    let Some(verdict) = asking.verdict.get_untracked() else {
        return view! {
            <li><p class="result"><span class="verdict">{say(locale::test_open())}</span> {say(heading)} " " <span>{stem}</span></p></li>
        }
        .into_any();
    };
    let verdict_shown = if question.is_graded() {
        sign(verdict)
    } else {
        view! { <span class="verdict">{say(locale::question_written())}</span> }.into_any()
    };
    let shown = Shown { heading: heading.clone(), own_button: false };
    let open = question.is_graded() && !verdict.is_right();
    view! {
        <li>
            <details open=open>
                <summary class="result">{verdict_shown} {say(heading)} " " <span>{stem}</span></summary>
                {question::view(desk, bank, question, shown, *asking)}
            </details>
        </li>
    }
    .into_any()
}
