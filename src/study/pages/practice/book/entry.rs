//! A question of the book: what it asks, when it was wrong, how it leaves, the learner's remark, and the ways to go on.

use super::{Book, settled};
use crate::study::pages::practice::ask::{self, Ask};
use crate::study::pages::practice::remark;
use crate::study::pages::practice::way::Way;
use learning::practice::Standing;
use leptos::prelude::*;
use locale::Phrase;
use model::QuestionId;
use ui::{date, say};

/// What is open under an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Again,
    Remark,
}

/// The entry.
pub(super) fn view(book: Book, id: QuestionId) -> AnyView {
    let (open, held, name) = (RwSignal::new(Open::Nothing), StoredValue::new(id.clone()), format!("wrong-{id}"));
    let stem = move || {
        held.with_value(|id| book.stem(id)).map_or_else(|| say(locale::practice_no_stem()), |stem| stem.into_any())
    };
    let line = Memo::new(move |_| held.with_value(|id| book.line(id)));
    let mine = move || {
        let remark = line.get()?.remark;
        let shown = !remark.is_empty() && open.get() != Open::Remark;
        shown.then(|| view! { <p class="remark"><b>{say(locale::practice_remark_mine())}</b> " " {remark}</p> })
    };
    let under = move || match open.get() {
        Open::Nothing => ().into_any(),
        Open::Again => again(book, held.get_value()),
        Open::Remark => {
            let close = UnsyncCallback::new(move |()| open.set(Open::Nothing));
            remark::form(book.practice, held.get_value(), close)
        }
    };
    view! {
        <li>
            <p class="asks" id=name.clone()>{stem}</p>
            <p class="facts">{move || facts(book, &held.get_value())}</p>
            {mine}
            <p class="entry-tools">{buttons(book, held, open, &name)}</p>
            {under}
        </li>
    }
    .into_any()
}

/// When it was wrong, where it stands, and how it leaves.
fn facts(book: Book, id: &QuestionId) -> AnyView {
    let standing = book.line(id).map(|line| line.standing);
    let about = match standing {
        Some(Standing::Wrong { since, days_to_go }) => view! {
            <span>{say(locale::practice_since(date(since)))}</span>
            <span class="to-go">{say(locale::practice_days_to_go(days_to_go))}</span>
        }
        .into_any(),
        Some(Standing::Learned) => {
            view! { <span class="verdict" data-verdict="right">"✓ " {say(locale::practice_learned())}</span> }
                .into_any()
        }
        _ => ().into_any(),
    };
    view! { {about} {place(book, id)} }.into_any()
}

/// The bank, with the way there.
fn place(book: Book, id: &QuestionId) -> Option<AnyView> {
    let desk = book.practice.desk.get_value();
    let index = desk.index().get()?;
    let Some(bank) = book.practice.bank(id) else {
        return Some(view! { <span>{say(locale::practice_gone())}</span> }.into_any());
    };
    let line = index.banks.iter().find(|line| line.id == bank)?;
    Some(view! { <a href=desk.to(&line.address)>{line.title.clone()}</a> }.into_any())
}

fn buttons(book: Book, held: StoredValue<QuestionId>, open: RwSignal<Open>, name: &str) -> AnyView {
    let toggle = |to: Open, words: Phrase| {
        let name = name.to_owned();
        let turn = move |_| open.update(|open| *open = if *open == to { Open::Nothing } else { to });
        view! {
            <button type="button" aria-describedby=name aria-expanded=move || (open.get() == to).to_string() on:click=turn>
                {say(words)}
            </button>
        }
        .into_any()
    };
    let is_here = held.with_value(|id| untrack(|| book.practice.bank(id).is_some()));
    let again = is_here.then(|| toggle(Open::Again, locale::practice_again()));
    let settle = move |_| settled::take_out(book, held.get_value());
    view! {
        {again} {toggle(Open::Remark, locale::practice_remark())}
        <button type="button" aria-describedby=name.to_owned() on:click=settle>{say(locale::practice_settle())}</button>
    }
    .into_any()
}

/// The question once more; what it says to the answer stays, whatever becomes of the entry.
fn again(book: Book, id: QuestionId) -> AnyView {
    book.answered.update(|answered| answered.extend([id.clone()]));
    let heading = locale::practice_again_heading();
    ask::view(book.practice, Ask { id, heading, way: Way::Answer, done: None, focused: true })
}
