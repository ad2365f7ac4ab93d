//! The register (学习登记表) that a branch keeps: the entries of a part of the year, with lines to sign.

use super::account::{Account, hours};
use super::fields::{Fields, Form};
use super::sheet::sheet;
use formats::draft::{self, Name};
use formats::words;
use learning::ledger::{Entry, Source, Sums};
use leptos::prelude::*;
use model::Day;
use ui::{date, say};

/// Who signs: the profile says it, and it can be typed for the print.
pub fn signer(account: Account) -> Form {
    let profile = account.desk().log().with_untracked(|log| log.profile.as_ref().map(|kept| kept.value.clone()));
    let profile = profile.unwrap_or_default();
    Form::new(
        &account.desk(),
        Name::Form(draft::name::Form::Signer),
        &["name", "branch"],
        Fields::of([("name", profile.name), ("branch", profile.branch)]),
    )
}

/// The section.
pub fn section(account: Account, signer: Form) -> AnyView {
    let (first, last) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let period = move || (Day::parse(&first.get()), Day::parse(&last.get()));
    let paper = move || match period() {
        (Some(first), Some(last)) => paper(account, signer, first, last),
        _ => ().into_any(),
    };
    view! {
        <section id="register">
            <h2 class="section">{say(locale::register_title())}</h2>
            <p>{say(locale::register_why())}</p>
            {signer.view(who, |_| ())}
            {move || days(account.year.get(), first, last)}
            <details class="look" open>
                <summary>{say(locale::register_preview())}</summary>
                {sheet("register-sheet".to_owned(), "register", locale::register_print(), paper.into_any())}
            </details>
        </section>
    }
    .into_any()
}

fn who(fields: &Fields) -> AnyView {
    let (name, branch) = (fields.get("name").to_owned(), fields.get("branch").to_owned());
    view! {
        <label>{say(locale::register_name())} <input name="name" maxlength="40" autocomplete="off" value=name/></label>
        <label>{say(locale::register_branch())} <input name="branch" maxlength="60" autocomplete="off" value=branch/></label>
    }
    .into_any()
}

/// The period, which begins as the whole year.
fn days(year: i64, first: RwSignal<String>, last: RwSignal<String>) -> AnyView {
    let (start, end) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
    first.set(start.clone());
    last.set(end.clone());
    let field = |label, signal: RwSignal<String>, value: &str| {
        let choose = move |event| signal.set(event_target_value(&event));
        view! {
            <label>{say(label)} <input type="date" min=start.clone() max=end.clone() value=value.to_owned() on:change=choose/></label>
        }
    };
    view! {
        <div class="fields">
            {field(locale::register_from(), first, &start)} {field(locale::register_to(), last, &end)}
        </div>
    }
    .into_any()
}

fn paper(account: Account, signer: Form, first: Day, last: Day) -> AnyView {
    let ledger = account.ledger.get();
    let (entries, sums) = ledger.between(first, last);
    let fields = signer.typed.get();
    let portal = account.index().map(|index| index.portal.clone());
    let fact = |name, value: AnyView| view! { <div><dt>{say(name)}</dt><dd>{value}</dd></div> };
    view! {
        <p class="of">{portal}</p>
        <h3 id="register-title">{say(locale::register_title())}</h3>
        <dl class="head-facts">
            {fact(locale::register_name(), fields.get("name").to_owned().into_any())}
            {fact(locale::register_branch(), fields.get("branch").to_owned().into_any())}
            {fact(locale::register_period(), say(locale::register_period_of(date(first), date(last))))}
        </dl>
        {rows(&entries, sums)}
        <p class="facts">{say(locale::register_note())}</p>
        <dl class="signatures">
            {fact(locale::register_signed_self(), ().into_any())} {fact(locale::register_signed_secretary(), ().into_any())}
            {fact(locale::register_signed_day(), ().into_any())}
        </dl>
    }
    .into_any()
}

fn rows(entries: &[&Entry], sums: Sums) -> AnyView {
    if entries.is_empty() {
        return view! { <p class="empty">{say(locale::register_none())}</p> }.into_any();
    }
    let row = |(number, entry): (usize, &&Entry)| {
        let remark = match &entry.source {
            Source::Declared { remark } => remark.clone(),
            Source::Finished { .. } | Source::Attended { .. } => String::new(),
        };
        view! {
            <tr>
                <td>{number}</td> <td>{say(date(entry.day))}</td> <td>{say(words::kind_of(entry))}</td> <td>{entry.title.clone()}</td>
                <td>{say(words::mode(entry.mode))}</td> <td>{words::hundredths(u64::from(entry.hours_hundredths))}</td>
                <td>{say(words::source(&entry.source))}</td> <td>{remark}</td>
            </tr>
        }
    };
    let rows: Vec<_> = (1..).zip(entries).map(row).collect();
    let sums = locale::register_sums(hours(sums.alone), hours(sums.together));
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="register-title">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say(locale::register_number())}</th> <th scope="col">{say(locale::ledger_day())}</th>
                        <th scope="col">{say(locale::ledger_kind())}</th> <th scope="col">{say(locale::ledger_content())}</th>
                        <th scope="col">{say(locale::ledger_mode())}</th> <th scope="col">{say(locale::ledger_hours())}</th>
                        <th scope="col">{say(locale::ledger_source())}</th> <th scope="col">{say(locale::register_remark())}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="sum">{say(sums)}</p>
    }
    .into_any()
}
