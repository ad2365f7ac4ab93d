//! The rows of a ledger: what counts, and for what was declared the ways to correct it and to take it back.

use super::declaring::{Declaring, Ledger};
use learning::log::Kept;
use leptos::prelude::*;
use locale::Phrase;
use model::{Day, EventId};
use ui::{date, say};

/// An entry, as its row shows it.
pub struct Row<'a> {
    /// The event behind it.
    pub event: EventId,
    /// Its day.
    pub day: Day,
    /// What was done.
    pub title: &'a str,
    /// Its hours, in hundredths.
    pub hundredths: u32,
    /// The kind and the mode, in a ledger that has them.
    pub study: Option<[Phrase; 2]>,
    /// Who says so, in a word.
    pub source: Phrase,
    /// Who says so.
    pub by: By<'a>,
}

/// Who says so.
pub enum By<'a> {
    /// A page of the portal, by its address.
    Portal(&'a str),
    /// The learner, with a remark that may be empty.
    Learner(&'a str),
}

impl Declaring {
    /// The entries of a year as a table, the latest first.
    pub fn table(self, caption: Phrase, rows: &[Row<'_>]) -> AnyView {
        let heading = |name: Phrase| view! { <th scope="col">{say(name)}</th> };
        let is_study = self.ledger == Ledger::Hours;
        let hours = if is_study { locale::ledger_hours() } else { locale::service_hours_column() };
        let rows: Vec<_> = rows.iter().rev().map(|row| self.row(row)).collect();
        view! {
            <table class="ledger">
                <caption>{say(caption)}</caption>
                <thead>
                    <tr>
                        {heading(locale::ledger_day())} {is_study.then(|| heading(locale::ledger_kind()))}
                        {heading(locale::ledger_content())} {is_study.then(|| heading(locale::ledger_mode()))}
                        {heading(hours)} {heading(locale::ledger_source())} {heading(locale::ledger_change())}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    }

    fn row(self, row: &Row<'_>) -> AnyView {
        let title = row.title.to_owned();
        let (content, change) = match row.by {
            By::Portal(address) => (view! { <a href=self.account.desk().to(address)>{title}</a> }.into_any(), None),
            By::Learner(remark) => {
                let remark = (!remark.is_empty()).then(|| view! { <small>{remark.to_owned()}</small> });
                (view! { <span>{title}</span> {remark} }.into_any(), Some(self.change(row.event, row.title)))
            }
        };
        let cell = |text: Phrase| view! { <td>{say(text)}</td> };
        let [kind, mode] = row.study.clone().map_or([None, None], |study| study.map(Some));
        view! {
            <tr>
                {cell(date(row.day))} {kind.map(cell)} <th scope="row">{content}</th> {mode.map(cell)}
                {cell(self.ledger.hours(row.hundredths))} {cell(row.source.clone())} <td class="entries">{change}</td>
            </tr>
        }
        .into_any()
    }

    fn change(self, event: EventId, title: &str) -> AnyView {
        let warning = match self.ledger {
            Ledger::Hours => locale::ledger_delete_entry(),
            Ledger::Service => locale::service_delete_entry(),
        };
        view! {
            <button type="button" class="plain" on:click=move |_| self.correct(event)>{say(locale::ledger_correct())}</button>
            {self.undo.remove(warning, vec![event], title)}
        }
        .into_any()
    }

    /// The declarations whose day is no day, if there are any; `said` gives what stands there, the title, and the hours in hundredths.
    pub fn undated<T>(self, undated: &[Kept<T>], said: fn(&T) -> (&str, &str, u32)) -> Option<AnyView> {
        let line = |kept: &Kept<T>| {
            let (day, title, hundredths) = said(&kept.value);
            view! {
                <li>
                    <p>{title.to_owned()}</p>
                    <p class="facts"><span>{day.to_owned()}</span> <span>{say(self.ledger.hours(hundredths))}</span></p>
                    {self.change(kept.event, title)}
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
}

/// Sums that are never added up.
pub fn sums<const N: usize>(sums: [(Phrase, Phrase); N]) -> AnyView {
    let class = if N == 2 { "sums two" } else { "sums" };
    let sum = |(name, hours): (Phrase, Phrase)| view! { <div><dt>{say(name)}</dt><dd>{say(hours)}</dd></div> };
    view! { <dl class=class>{sums.map(sum).into_iter().collect::<Vec<_>>()}</dl> }.into_any()
}
