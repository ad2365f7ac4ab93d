//! The receipts that the learner's log keeps, the latest first.

use super::Check;
use crate::desk::focus;
use crate::youth::entry::slip;
use entry::receipt::Receipt;
use learning::deed::HandedIn;
use leptos::prelude::*;
use ui::say;

/// The section.
pub(super) fn section(check: Check) -> AnyView {
    let log = check.desk().log();
    let all = move || {
        let made: Vec<_> = log.with(|log| log.holiday.handed_in.iter().map(|kept| kept.value.clone()).collect());
        if made.is_empty() {
            return view! { <p class="empty">{say(locale::receipt_none())}</p> }.into_any();
        }
        let made: Vec<_> = made.into_iter().rev().map(|one| entry(check, one)).collect();
        view! { <ol class="entries">{made}</ol> }.into_any()
    };
    view! {
        <section aria-labelledby="own-receipts">
            <h2 class="section" id="own-receipts">{say(locale::receipt_kept())}</h2>
            {all}
        </section>
    }
    .into_any()
}

fn entry(check: Check, made: HandedIn) -> AnyView {
    let id = format!("receipt-{}-{}", made.entry, made.revision);
    let text = made.receipt.clone();
    let take = move |_| {
        check.put(&text);
        focus::on("receipt-text".to_owned());
    };
    // One that an older app wrote otherwise can still be used as it is.
    let shown = Receipt::parse(&made.receipt).ok().map(|receipt| {
        let desk = check.desk();
        view! { <details><summary>{say(locale::receipt_show())}</summary>{slip(&desk, receipt, id)}</details> }
    });
    view! {
        <li>
            <p><strong>{say(locale::receipt_of(made.revision, made.title.clone()))}</strong></p>
            <p class="facts"><code>{made.file.clone()}</code></p>
            <p class="tools"><button type="button" on:click=take>{say(locale::receipt_use())}</button></p>
            {shown}
        </li>
    }
    .into_any()
}
