//! The bookmarks: followed, renamed, taken back.

use super::account::Account;
use super::fields::{Fields, Form};
use super::remove::Undo;
use formats::draft::Name;
use learning::Deed;
use leptos::prelude::*;
use model::{Bookmark, KeptBookmark};
use ui::say;

/// The section.
pub fn section(account: Account) -> AnyView {
    let (log, undo) = (account.desk().log(), Undo::new(account, "undo-bookmark"));
    let kept = Memo::new(move |_| log.with(|log| log.reading.bookmarks.clone()));
    view! {
        <section id="bookmarks">
            <h2 class="section">{say(locale::record_bookmarks())}</h2>
            {move || bookmarks(account, &kept.get(), undo)}
            {undo.line()}
        </section>
    }
    .into_any()
}

fn bookmarks(account: Account, bookmarks: &[KeptBookmark], undo: Undo) -> AnyView {
    if bookmarks.is_empty() {
        return view! { <p class="empty">{say(locale::record_no_bookmarks())}</p> }.into_any();
    }
    let lines: Vec<_> = bookmarks.iter().rev().map(|kept| line(account, kept, undo)).collect();
    view! { <ul class="entries">{lines}</ul> }.into_any()
}

fn line(account: Account, kept: &KeptBookmark, undo: Undo) -> AnyView {
    let bookmark = &kept.bookmark;
    let address = format!("{}#{}", account.desk().to(&bookmark.address), bookmark.place.block);
    view! {
        <li>
            <p><a href=address>{bookmark.label.clone()}</a></p>
            <p class="facts"><span>{bookmark.title.clone()}</span></p>
            {rename(account, kept.clone())}
            {undo.remove(locale::record_delete_bookmark(), vec![kept.event], &bookmark.label)}
        </li>
    }
    .into_any()
}

/// An empty name leaves the one that it has.
fn rename(account: Account, kept: KeptBookmark) -> AnyView {
    let (desk, event, bookmark) = (account.desk(), kept.event, kept.bookmark);
    let first = Fields::of([("label", bookmark.label.clone())]);
    let form = Form::new(&desk, Name::Bookmark(event), &["label"], first.clone());
    let send = move |fields: Fields| {
        let label = fields.get("label").trim().to_owned();
        form.done(first.clone());
        if !label.is_empty() {
            let deed = Box::new(Deed::Bookmarked(Bookmark { label, ..bookmark.clone() }));
            account.desk().add(vec![Deed::Corrected { event, deed }], Some(locale::record_saved()));
        }
    };
    view! {
        <details class="rename">
            <summary>{say(locale::record_rename())}</summary>
            {form.view(field, send)}
        </details>
    }
    .into_any()
}

fn field(fields: &Fields) -> AnyView {
    view! {
        <label>{say(locale::record_name())} <input name="label" maxlength="80" autocomplete="off" value=fields.get("label").to_owned()/></label>
        <button>{say(locale::record_save())}</button>
    }
    .into_any()
}
