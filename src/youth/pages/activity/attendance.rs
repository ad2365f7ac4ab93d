//! The code on the wall (签到): a right one is noted down once for a day of the activity.

use super::Looking;
use crate::desk::focus;
use crate::platform::derive;
use learning::Study;
use learning::deed::{Attended, Deed};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::Day;
use ui::say;
use ui::youth::when;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};
use youth::attendance::{self, Code, Fault, LENGTH};
use youth::programme::Attendance;
use youth::when::{Standing, day_of_visit};

const FIELD: &str = "code";
const SAID: &str = "code-said";
const DONE: &str = "attended";

/// What is said of a code.
#[derive(Debug, Clone, PartialEq)]
enum Said {
    Nothing,
    Checking,
    Fault(Phrase),
}

/// The section; nothing for an activity without a code.
pub fn attendance(looking: Looking) -> Option<AnyView> {
    let wanted = looking.activity.with_value(|activity| activity.attendance.clone())?;
    let days = Memo::new(move |_| attended(looking));
    let is_done = Memo::new(move |_| {
        let today = looking.hall.with_value(|hall| hall.desk().day(looking.now.get()));
        let day = looking.activity.with_value(|activity| day_of_visit(activity, today)).to_string();
        days.with(|days| days.contains(&day))
    });
    // Long before the day there is no code to type.
    let is_far = untrack(|| looking.standing(|standing| matches!(standing, Standing::Ahead { days: 1.., .. })));
    let form = move || (!is_done.get()).then(|| form(looking, wanted.clone()));
    Some(
        view! {
            <section class="attendance">
                <h2 class="section">{say(locale::visit_attendance())}</h2>
                <div id=DONE tabindex="-1">{move || visits(&days.get())}</div>
                <details open=!is_far hidden=is_done><summary>{say(locale::visit_have_code())}</summary>{form}</details>
                <p class="facts">{say(locale::visit_no_proof())}</p>
            </section>
        }
        .into_any(),
    )
}

/// The days on which the learner was there.
fn attended(looking: Looking) -> Vec<String> {
    let log = looking.hall.with_value(|hall| hall.desk().log());
    looking.activity.with_value(|activity| {
        log.with(|log| {
            let own = log.holiday.attended.iter().filter(|kept| kept.value.activity == activity.id);
            own.map(|kept| kept.value.day.clone()).collect()
        })
    })
}

fn visits(days: &[String]) -> AnyView {
    let one = |day: &String| view! { <p class="ticked">"✓ " {say(locale::visit_attended(when::day(day)))}</p> };
    days.iter().map(one).collect::<Vec<_>>().into_any()
}

fn form(looking: Looking, wanted: Attendance) -> AnyView {
    if !derive::is_offered() {
        return view! { <p class="calm">{say(locale::visit_no_derive())}</p> }.into_any();
    }
    let said = RwSignal::new(Said::Nothing);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = in_form(&event).unwrap_or_default();
        if said.get_untracked() != Said::Checking {
            check(looking, wanted.clone(), &typed, said);
        }
    };
    let is_wrong = move || matches!(said.get(), Said::Fault(_)).then_some("true");
    let words = move || match said.get() {
        Said::Nothing => None,
        Said::Checking => Some(say(locale::visit_checking())),
        Said::Fault(fault) => Some(view! { <span class="fault">{say(fault)}</span> }.into_any()),
    };
    view! {
        <form class="code" novalidate on:submit=send>
            <label for=FIELD>{say(locale::visit_code())}</label>
            <input id=FIELD name=FIELD autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="done"
                aria-invalid=is_wrong aria-describedby=SAID/>
            <button class="main">{say(locale::visit_confirm())}</button>
            <p id=SAID role="status">{words}</p>
        </form>
    }
    .into_any()
}

/// What was typed stays in the field, which is the browser's: nothing is ever written into it.
fn in_form(event: &SubmitEvent) -> Option<String> {
    let form = event.current_target()?.dyn_into::<HtmlFormElement>().ok()?;
    FormData::new_with_form(&form).ok()?.get(FIELD).as_string()
}

fn check(looking: Looking, wanted: Attendance, typed: &str, said: RwSignal<Said>) {
    let code = match attendance::typed(typed) {
        Ok(code) => code,
        Err(fault) => return refuse(said, say_fault(fault)),
    };
    said.set(Said::Checking);
    spawn_local(async move {
        match is_right(&wanted, &code).await {
            None => refuse(said, locale::visit_no_derive()),
            Some(false) => refuse(said, locale::visit_wrong_code()),
            Some(true) => note_down(looking, said).await,
        }
    });
}

fn refuse(said: RwSignal<Said>, why: Phrase) {
    said.set(Said::Fault(why));
    focus::on(FIELD.to_owned());
}

async fn is_right(wanted: &Attendance, code: &Code) -> Option<bool> {
    let salt = attendance::of_hex(&wanted.salt)?;
    let derived = derive::pbkdf2(code.as_str().as_bytes(), &salt, wanted.rounds).await?;
    Some(wanted.confirms(&derived))
}

async fn note_down(looking: Looking, said: RwSignal<Said>) {
    let desk = looking.hall.with_value(|hall| hall.desk().clone());
    let attended = visit(looking, desk.today());
    if desk.added(vec![Deed::Study(Study::Attended(attended))]).await {
        desk.tell(locale::visit_attended_saved());
        focus::on(DONE.to_owned());
    } else {
        refuse(said, locale::visit_not_saved());
    }
}

fn visit(looking: Looking, today: Day) -> Attended {
    looking.activity.with_value(|activity| Attended {
        activity: activity.id.clone(),
        title: activity.title.clone(),
        address: activity.address.clone(),
        day: day_of_visit(activity, today).to_string(),
        hours_hundredths: activity.hours_hundredths,
        volunteer_hundredths: activity.volunteer_hundredths,
    })
}

fn say_fault(fault: Fault) -> Phrase {
    match fault {
        Fault::Empty => locale::visit_code_empty(),
        Fault::Foreign(character) => locale::visit_code_foreign(character.to_string()),
        Fault::Length(length) => locale::visit_code_length(length, LENGTH),
    }
}
