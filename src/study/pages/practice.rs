//! Today's five, what else is due, the wrong-answer book, and how steadily somebody studies.
//!
//! All of it is told from the log ([`Practice`]). The five are told from the log as the day found it, so they stay; what is due and what is
//! in the book change with every answer.

mod ask;
mod book;
mod due;
mod five;
mod recall;
mod remark;
mod rhythm;
mod state;
mod way;

use crate::desk::Desk;
use crate::platform::{page_events, web};
use formats::draft::Name;
use learning::sitting::Sitting;
use leptos::prelude::*;
use leptos::task::spawn_local;
use state::Practice;
use ui::say;

/// The page.
pub fn page(desk: &Desk) -> AnyView {
    begin_days_anew(desk);
    let (held, kept) = (StoredValue::new_local(desk.clone()), RwSignal::new(None::<Option<Sitting>>));
    let desk = desk.clone();
    spawn_local(async move {
        kept.try_set(Some(desk.open_draft(&Name::Practice).await.ok().flatten()));
    });
    let sections = move || {
        let practice = Practice::new(held.get_value(), kept.get()?);
        Some(view! {
            {questions(practice)}
            {book::view(practice)}
            {rhythm::view(practice)}
        })
    };
    view! { <div class="practice">{sections}</div> }.into_any()
}

/// A page that is looked at on another day than it was opened on shows that day.
fn begin_days_anew(desk: &Desk) {
    let (desk, opened) = (desk.clone(), desk.today());
    page_events::on_visibility(move |seen| {
        if seen && desk.today() != opened {
            web::reload();
        }
    });
}

/// What can be asked; where the list of it is missing, that is said.
fn questions(practice: Practice) -> AnyView {
    let desk = practice.desk.get_value();
    let index = desk.index();
    let again = move |_| {
        let desk = practice.desk.get_value();
        spawn_local(async move { desk.find_index().await });
    };
    let shown = move || match index.get() {
        None => view! {
            <p class="goes-on" role="status">
                <span>{say(locale::practice_missing_all())}</span>
                <button type="button" on:click=again>{say(locale::practice_try_again())}</button>
            </p>
        }
        .into_any(),
        Some(index) if index.banks.iter().all(|bank| bank.questions.is_empty()) => {
            view! { <p class="empty">{say(locale::questions_empty())}</p> }.into_any()
        }
        Some(_) => view! { {five::section(practice)} {due::section(practice)} }.into_any(),
    };
    view! { {shown} }.into_any()
}
