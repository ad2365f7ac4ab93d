//! What counts in a year, entry by entry.

use super::declaring::Declaring;
use super::rows::{By, Row};
use formats::words;
use learning::ledger::{Entry, Source};
use leptos::prelude::*;
use ui::say;

/// The section.
pub fn section(declaring: Declaring) -> AnyView {
    let ledger = declaring.account.ledger;
    let table = move || {
        let ledger = ledger.get();
        let rows: Vec<_> = ledger.entries.iter().map(row).collect();
        match rows.is_empty() {
            true => view! { <p class="empty">{say(locale::ledger_no_entries())}</p> }.into_any(),
            false => declaring.table(locale::ledger_caption(ledger.year), &rows),
        }
    };
    view! {
        <section id="entries">
            <h2 class="section">{say(locale::ledger_entries())}</h2>
            {table}
            {move || declaring.undated(&ledger.get().undated, |declared| (&declared.day, &declared.title, declared.hours_hundredths))}
            {declaring.undo.line()}
        </section>
    }
    .into_any()
}

fn row(entry: &Entry) -> Row<'_> {
    let Entry { event, day, title, hours_hundredths, source, .. } = entry;
    let by = match source {
        Source::Finished { address, .. } | Source::Attended { address } => By::Portal(address),
        Source::Declared { remark } => By::Learner(remark),
    };
    let (source, study) = (words::source(source), Some([words::kind_of(entry), words::mode(entry.mode)]));
    Row { event: *event, day: *day, title, hundredths: *hours_hundredths, study, source, by }
}
