//! What is special about declaring study hours: the kind and the mode.

use super::declaring::Declaring;
use super::fields::Fields;
use crate::platform::document;
use formats::words;
use learning::deed::{Declared, Mode, StudyKind};
use learning::ledger::declare::{self, Fault, KINDS, Typed};
use learning::log::Kept;
use leptos::prelude::*;
use model::Day;
use ui::say;
use web_sys::HtmlInputElement;
use web_sys::wasm_bindgen::JsCast;

/// The section.
pub fn section(declaring: Declaring) -> AnyView {
    view! {
        <section id="declare">
            <h2 class="section">{declaring.heading()}</h2>
            <p>{say(locale::ledger_declare_why())}</p>
            {declaring.form()}
        </section>
    }
    .into_any()
}

/// What a new declaration begins with.
pub fn blank(today: Day) -> Fields {
    let (kind, mode) = (StudyKind::PartyLesson, declare::usual_mode(StudyKind::PartyLesson));
    Fields::of([
        ("kind", name_of(kind).to_owned()),
        ("mode", name_of_mode(mode).to_owned()),
        ("day", today.to_string()),
    ])
}

/// What a declaration says, as fields.
pub fn fields(kept: &Kept<Declared>) -> Fields {
    let declared = &kept.value;
    Fields::of([
        ("event", kept.event.to_string()),
        ("kind", name_of(declared.kind).to_owned()),
        ("mode", name_of_mode(declared.mode).to_owned()),
        ("title", declared.title.clone()),
        ("day", declared.day.clone()),
        ("hours", words::hundredths(u64::from(declared.hours_hundredths))),
        ("remark", declared.remark.clone()),
    ])
}

/// The declaration that the fields make, or everything that is wrong with them.
pub fn declared(fields: &Fields, typed: &Typed<'_>, today: Day) -> Result<Declared, Vec<Fault>> {
    let kind = KINDS.into_iter().find(|kind| name_of(*kind) == fields.get("kind")).unwrap_or(StudyKind::Other);
    let mode = if fields.get("mode") == name_of_mode(Mode::Together) { Mode::Together } else { Mode::Alone };
    declare::declared(kind, mode, typed, today)
}

/// The fields for the kind and the mode.
pub fn kinds_and_modes(fields: &Fields) -> AnyView {
    view! { {kinds(fields.get("kind"))} {modes(fields.get("mode"))} }.into_any()
}

fn kinds(chosen: &str) -> AnyView {
    let kind = |kind: StudyKind| {
        let name = name_of(kind);
        view! {
            <label>
                <input type="radio" name="kind" value=name checked=name == chosen on:change=move |_| preset(kind)/>
                {say(words::kind(kind))}
            </label>
        }
    };
    view! {
        <fieldset class="kinds wide">
            <legend>{say(locale::ledger_kind())}</legend>
            {KINDS.map(kind).into_iter().collect::<Vec<_>>()}
        </fieldset>
    }
    .into_any()
}

fn modes(chosen: &str) -> AnyView {
    let mode = |mode: Mode| {
        let name = name_of_mode(mode);
        view! { <label><input type="radio" name="mode" value=name checked=name == chosen/> {say(words::mode(mode))}</label> }
    };
    view! {
        <fieldset class="kinds wide">
            <legend>{say(locale::ledger_mode())}</legend>
            {mode(Mode::Together)} {mode(Mode::Alone)}
        </fieldset>
    }
    .into_any()
}

/// A kind was chosen: its usual mode is chosen with it, and can be changed.
fn preset(kind: StudyKind) {
    let name = name_of_mode(declare::usual_mode(kind));
    let found = document().query_selector(&format!("#declare input[name=mode][value={name}]"));
    if let Some(mode) = found.ok().flatten().and_then(|mode| mode.dyn_into::<HtmlInputElement>().ok()) {
        // The browser tells the form of a click as if it came from the learner, so that it is kept.
        mode.click();
    }
}

fn name_of(kind: StudyKind) -> &'static str {
    match kind {
        StudyKind::GeneralMeeting => "general",
        StudyKind::CommitteeMeeting => "committee",
        StudyKind::GroupMeeting => "group",
        StudyKind::PartyLesson => "lesson",
        StudyKind::ThemedDay => "themed",
        StudyKind::OrganisationalLife => "organisational",
        StudyKind::MakeUp => "make-up",
        StudyKind::Other => "other",
    }
}

fn name_of_mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Together => "together",
        Mode::Alone => "alone",
    }
}
