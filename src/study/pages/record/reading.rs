//! What was read, with its measured time: what goes on, then what is finished.

use super::account::Account;
use super::remove::Undo;
use super::rows;
use leptos::prelude::*;
use locale::Phrase;
use model::{DocumentProgress, Progress, Status};
use ui::{duration, say, word};

/// The section.
pub fn section(account: Account) -> AnyView {
    let (log, undo) = (account.desk().log(), Undo::new(account, "undo-reading"));
    let reading = Memo::new(move |_| log.with(|log| log.reading.documents.clone()));
    view! {
        <section id="reading">
            <h2 class="section">{say(locale::record_read())}</h2>
            {move || log.with(|log| sums(&log.reading))}
            {move || reading.with(|read| documents(account, read.values().collect(), undo))}
            {undo.line()}
            <p class="rules">{say(locale::record_rules())}</p>
        </section>
    }
    .into_any()
}

fn sums(progress: &Progress) -> AnyView {
    let done = progress.documents.values().filter(|document| document.status == Status::Done).count();
    let time = duration(progress.days.values().sum());
    rows::sums([
        (locale::record_sum_done(), locale::unit_texts(done)),
        (locale::record_sum_time(), time),
        (locale::record_sum_days(), locale::unit_days(progress.days.len())),
    ])
}

fn documents(account: Account, mut documents: Vec<&DocumentProgress>, undo: Undo) -> AnyView {
    documents.sort_unstable_by_key(|document| std::cmp::Reverse(document.last_order));
    if documents.is_empty() {
        return view! { <p class="empty">{say(locale::record_nothing_read())}</p> }.into_any();
    }
    let (done, open): (Vec<&DocumentProgress>, _) =
        documents.into_iter().partition(|document| document.status == Status::Done);
    view! {
        {lines(account, locale::record_reading_now(), &open, undo)}
        {lines(account, locale::record_finished(), &done, undo)}
    }
    .into_any()
}

fn lines(account: Account, name: Phrase, documents: &[&DocumentProgress], undo: Undo) -> Option<AnyView> {
    let lines: Vec<_> = documents.iter().map(|document| line(account, document, undo)).collect();
    (!lines.is_empty()).then(|| view! { <h3>{say(name)}</h3> <ul class="entries">{lines}</ul> }.into_any())
}

fn line(account: Account, document: &DocumentProgress, undo: Undo) -> AnyView {
    view! {
        <li>
            <p><a href=account.desk().to(&document.address)>{document.title.clone()}</a></p>
            <p class="facts">
                <span>{say(word(Some(document.status)))}</span> <span>{say(duration(document.active_ms))}</span>
            </p>
            {undo.remove(locale::record_delete_reading(), document.stretches.clone(), &document.title)}
        </li>
    }
    .into_any()
}
