//! How far each series is, as a bar in a table.

use crate::study::pages::record::account::Account;
use crate::study::pages::record::certificates::series_of;
use learning::ledger::{SeriesProgress, progress_of};
use leptos::prelude::*;
use ui::say;

/// The table; nothing where it is not known what series there are.
pub fn chart(account: Account) -> Option<AnyView> {
    let index = account.index()?;
    let series = series_of(&index);
    let log = account.desk().log().get();
    let row = |progress: SeriesProgress<'_>| {
        let (done, of) = (progress.done, progress.series.lessons.len());
        let address =
            index.series.iter().find(|line| line.id == progress.series.id).map(|line| account.desk().to(&line.address));
        view! {
            <tr>
                <th scope="row"><a href=address>{progress.series.title.clone()}</a></th>
                <td>{say(locale::ledger_of(done, of))}</td>
                <td class="bar-cell">{bar(done, of)}</td>
            </tr>
        }
    };
    let rows: Vec<_> = progress_of(&log, &series).into_iter().map(row).collect();
    let table = view! {
        <table class="numbers by-series">
            <caption>{say(locale::ledger_by_series())}</caption>
            <thead>
                <tr>
                    <th scope="col">{say(locale::ledger_series())}</th> <th scope="col" colspan="2">{say(locale::ledger_lessons_done())}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    };
    Some(table.into_any())
}

fn bar(done: usize, of: usize) -> AnyView {
    let part = done * 100 / of.max(1);
    view! {
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="all" width="100" height="8"/> <rect class="solid" width=part height="8"/>
        </svg>
    }
    .into_any()
}
