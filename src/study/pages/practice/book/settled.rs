//! What the learner took out of the book, and the way back in.

use super::Book;
use crate::desk::focus;
use learning::practice::Standing;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::QuestionId;
use ui::say;

/// The id of what is said of what was taken out last.
pub(super) const LAST: &str = "book-taken";

/// What was taken out last, with the way back.
pub(super) fn last(book: Book) -> AnyView {
    let shown = move || {
        let id = book.taken.get()?;
        let stem = book.stem(&id).unwrap_or_default();
        Some(view! {
            <span>{say(locale::practice_settled(stem))}</span>
            <button type="button" on:click=move |_| put_back(book, id.clone())>{say(locale::practice_put_back())}</button>
        })
    };
    let class = move || book.taken.get().map(|_| "goes-on");
    view! { <div class=class id=LAST tabindex="-1" role="status">{shown}</div> }.into_any()
}

/// All that was taken out and was not wrong since.
pub(super) fn all(book: Book) -> AnyView {
    let settled = Memo::new(move |_| {
        book.practice.book.with(|lines| {
            let out = lines.iter().filter(|line| line.standing == Standing::Settled);
            out.map(|line| line.question.clone()).collect::<Vec<_>>()
        })
    });
    let line = move |id: QuestionId| {
        let words = {
            let id = id.clone();
            move || book.stem(&id).map_or_else(|| say(locale::practice_no_stem()), |stem| stem.into_any())
        };
        let name = words.clone();
        view! {
            <li>
                <span>{words}</span>
                <button type="button" on:click=move |_| put_back(book, id.clone())>
                    {say(locale::practice_put_back())} <span class="hidden">" " {name}</span>
                </button>
            </li>
        }
    };
    let shown = move || {
        let count = settled.with(Vec::len);
        (count > 0).then(|| {
            view! {
                <details class="settled">
                    <summary>{say(locale::practice_settled_all(count))}</summary>
                    <ul>{settled.get().into_iter().map(line).collect::<Vec<_>>()}</ul>
                </details>
            }
        })
    };
    view! { {shown} }.into_any()
}

fn put_back(book: Book, id: QuestionId) {
    spawn_local(async move {
        if book.practice.settle(id, false).await {
            book.taken.set(None);
            focus::on(super::NAME.into());
        }
    });
}

/// Takes a question out.
pub(super) fn take_out(book: Book, id: QuestionId) {
    spawn_local(async move {
        if book.practice.settle(id.clone(), true).await {
            book.taken.set(Some(id));
            focus::on(LAST.into());
        }
    });
}
