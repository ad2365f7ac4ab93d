//! The first step: who enters. Only what the contest's rules want is asked.

use super::Panel;
use super::typed::{name_of, text_of};
use super::words;
use leptos::prelude::*;
use locale::Phrase;
use std::ops::RangeInclusive;
use ui::say;
use youth::consent::Age;
use youth::form::{Field, fields};

/// The ages that can be chosen; the last one is also for everybody who is older.
const AGES: RangeInclusive<u8> = 5..=18;

/// The step.
pub(super) fn step(panel: Panel) -> AnyView {
    let asks = panel.parts().contest.asks.clone();
    let fields: Vec<_> = fields(&asks).into_iter().map(|(field, _)| asked(panel, field)).collect();
    view! {
        <fieldset class="entry-step" disabled=move || !panel.may_write()>
            <legend>{say(locale::entry_who())}</legend>
            <p class="hint">{say(locale::entry_who_why())}</p>
            {fields}
        </fieldset>
    }
    .into_any()
}

fn asked(panel: Panel, field: Field) -> AnyView {
    match field {
        Field::Age => age(panel),
        field => text(panel, field),
    }
}

fn label(field: Field) -> Phrase {
    match field {
        Field::Name => locale::entry_name(),
        Field::Age => locale::entry_age(),
        Field::School => locale::entry_school(),
        Field::Class => locale::entry_class(),
        Field::Teacher => locale::entry_teacher(),
        Field::Phone => locale::entry_phone(),
    }
}

fn text(panel: Panel, field: Field) -> AnyView {
    let fault = Memo::new(move |_| {
        panel.faults.with(|faults| faults.fields.iter().find(|(of, _)| *of == field).map(|(_, fault)| *fault))
    });
    let value = panel.typed.with_untracked(|typed| text_of(&typed.form, field));
    let kind = if field == Field::Phone { "tel" } else { "text" };
    line(name_of(field), label(field), kind, value, Signal::derive(move || fault.get().map(words::fault)))
}

/// A field with its label, and what is wrong with it.
pub(super) fn line(
    name: &'static str,
    label: Phrase,
    kind: &'static str,
    value: String,
    fault: Signal<Option<Phrase>>,
) -> AnyView {
    let (id, said) = (format!("entry-{name}"), format!("entry-{name}-said"));
    view! {
        <p class="asked">
            <label for=id.clone()>{say(label)}</label>
            <input
                id=id
                name=name
                type=kind
                autocomplete="off"
                maxlength="120"
                prop:value=value
                aria-invalid=move || fault.get().is_some().then_some("true")
                aria-describedby=said.clone()
            />
            <span class="fault" id=said>{move || fault.get().map(say)}</span>
        </p>
    }
    .into_any()
}

/// The age, which may stay unknown.
fn age(panel: Panel) -> AnyView {
    let chosen = panel.typed.with_untracked(|typed| typed.form.age);
    let option = |years: u8| {
        let words = if years == *AGES.end() {
            locale::entry_age_adult(u32::from(years))
        } else {
            locale::entry_age_years(u32::from(years))
        };
        let is_chosen = chosen == Age::Years(years);
        view! { <option value=years.to_string() prop:selected=is_chosen>{words::shown(words)}</option> }
    };
    let options: Vec<_> = AGES.map(option).collect();
    view! {
        <p class="asked">
            <label for="entry-age">{say(locale::entry_age())}</label>
            <select id="entry-age" name="age" aria-describedby="entry-age-why entry-age-said">
                <option value="">{words::shown(locale::entry_age_unknown())}</option>
                {options}
            </select>
            <span class="hint" id="entry-age-why">{say(locale::entry_age_why())}</span>
            <span class="fault" id="entry-age-said">{move || of_another_group(panel).map(say)}</span>
        </p>
    }
    .into_any()
}

/// The group that was chosen is for other ages. That can be right: it is only said.
fn of_another_group(panel: Panel) -> Option<Phrase> {
    let parts = panel.parts();
    let (id, years) = (parts.source.group.get()?, panel.years()?);
    let ages = parts.contest.group(&id)?.ages;
    (!ages.includes(years)).then(|| locale::entry_age_other(u32::from(ages.from), u32::from(ages.until)))
}
