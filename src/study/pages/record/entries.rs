//! What counts in a year, entry by entry.

use super::account::{Account, hours};
use super::declare::Declaring;
use super::remove::Undo;
use formats::words;
use learning::deed::Declared;
use learning::ledger::{Entry, Source};
use learning::log::Kept;
use leptos::prelude::*;
use ui::{date, say};

/// The section.
pub fn section(account: Account, declaring: Declaring) -> AnyView {
    let undo = Undo::new(account, "undo-entry");
    let table = move || match account.ledger.get().entries.as_slice() {
        [] => view! { <p class="empty">{say(locale::ledger_no_entries())}</p> }.into_any(),
        entries => table(account, entries, declaring, undo),
    };
    view! {
        <section id="entries">
            <h2 class="section">{say(locale::ledger_entries())}</h2>
            {table}
            {move || undated(account, declaring, undo)}
            {undo.line()}
        </section>
    }
    .into_any()
}

fn table(account: Account, entries: &[Entry], declaring: Declaring, undo: Undo) -> AnyView {
    let rows: Vec<_> = entries.iter().rev().map(|entry| row(account, entry, declaring, undo)).collect();
    view! {
        <table class="ledger">
            <caption>{say(locale::ledger_caption(account.year.get()))}</caption>
            <thead>
                <tr>
                    <th scope="col">{say(locale::ledger_day())}</th> <th scope="col">{say(locale::ledger_kind())}</th>
                    <th scope="col">{say(locale::ledger_content())}</th> <th scope="col">{say(locale::ledger_mode())}</th>
                    <th scope="col">{say(locale::ledger_hours())}</th> <th scope="col">{say(locale::ledger_source())}</th>
                    <th scope="col">{say(locale::ledger_change())}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(account: Account, entry: &Entry, declaring: Declaring, undo: Undo) -> AnyView {
    let title = entry.title.clone();
    let (content, change) = match &entry.source {
        Source::Finished { address, .. } | Source::Attended { address } => {
            (view! { <a href=account.desk().to(address)>{title}</a> }.into_any(), ().into_any())
        }
        Source::Declared { remark } => {
            let remark = (!remark.is_empty()).then(|| view! { <small>{remark.clone()}</small> });
            let kept = account
                .desk()
                .log()
                .with_untracked(|log| log.declared.iter().find(|kept| kept.event == entry.event).cloned());
            let change = kept.map(|kept| change(&kept, declaring, undo));
            (view! { <span>{title}</span> {remark} }.into_any(), change.into_any())
        }
    };
    view! {
        <tr>
            <td>{say(date(entry.day))}</td> <td>{say(words::kind_of(entry))}</td> <th scope="row">{content}</th>
            <td>{say(words::mode(entry.mode))}</td> <td>{say(hours(u64::from(entry.hours_hundredths)))}</td>
            <td>{say(words::source(&entry.source))}</td> <td class="entries">{change}</td>
        </tr>
    }
    .into_any()
}

fn change(kept: &Kept<Declared>, declaring: Declaring, undo: Undo) -> AnyView {
    let (event, declared) = (kept.event, kept.value.clone());
    view! {
        <button type="button" class="plain" on:click=move |_| declaring.correct(event, &declared)>{say(locale::ledger_correct())}</button>
        {undo.remove(locale::ledger_delete_entry(), vec![event], &kept.value.title)}
    }
    .into_any()
}

/// Declarations whose day is no day, in whatever year.
fn undated(account: Account, declaring: Declaring, undo: Undo) -> Option<AnyView> {
    let undated = account.ledger.get().undated.clone();
    let line = |kept: &Kept<Declared>| {
        view! {
            <li>
                <p>{kept.value.title.clone()}</p>
                <p class="facts"><span>{kept.value.day.clone()}</span> <span>{say(hours(u64::from(kept.value.hours_hundredths)))}</span></p>
                {change(kept, declaring, undo)}
            </li>
        }
    };
    let lines: Vec<_> = undated.iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <h3>{say(locale::ledger_undated())}</h3>
            <p class="facts">{say(locale::ledger_undated_why())}</p>
            <ul class="entries">{lines}</ul>
        }
        .into_any()
    })
}
