//! The year in pictures, each with the same as a table.

mod calendar;
mod months;
mod series;

use super::account::Account;
use leptos::prelude::*;
use ui::say;

/// The section.
pub fn section(account: Account) -> AnyView {
    view! {
        <section id="charts">
            <h2 class="section">{say(locale::ledger_charts())}</h2>
            {move || months::chart(&account.ledger.get())}
            {move || calendar::chart(&account.ledger.get(), account.desk().today())}
            {move || series::chart(account)}
        </section>
    }
    .into_any()
}
