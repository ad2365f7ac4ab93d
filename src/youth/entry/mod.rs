//! Handing an entry in (交出去): the part at the end of the desks of contests.
//!
//! Step by step down the page: who enters ([`form`]), what is allowed ([`consent`]), the one file ([`making`]), the ways to hand it over
//! ([`ways`]), and the receipt ([`slip`]). What is handed in is told by a [`Source`]; the panel knows no desk. Nothing leaves by itself.

mod consent;
mod form;
mod making;
mod slip;
mod source;
mod typed;
mod ways;
mod words;

pub use slip::slip;
pub use source::{Content, Made, Source};

use crate::platform::clock;
use crate::study::desk::Desk;
use crate::study::focus;
use crate::youth::hall::Hall;
use leptos::ev::{CompositionEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::task::{self, spawn_local};
use locale::Phrase;
use making::Parcel;
use model::ContestId;
use std::rc::Rc;
use typed::{Answers, Typed};
use ui::{Trouble, say};
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, InputEvent};
use youth::Contest;
use youth::consent::Missing;
use youth::form::{Fault, Field};

const MADE: &str = "entry-made";

/// The panel. Every copy is the same one.
#[derive(Clone, Copy)]
struct Panel {
    parts: StoredValue<Rc<Parts>, LocalStorage>,
    typed: RwSignal<Typed>,
    answers: RwSignal<Answers>,
    faults: RwSignal<Faults>,
    is_making: RwSignal<bool>,
    parcel: RwSignal<Option<Parcel>>,
}

struct Parts {
    hall: Hall,
    contest: Contest,
    source: Source,
}

/// What keeps a file from being made.
#[derive(Debug, Clone, Default, PartialEq)]
struct Faults {
    fields: Vec<(Field, Fault)>,
    missing: Option<Missing>,
    other: Option<Phrase>,
}

fn kept_under(contest: &ContestId) -> String {
    format!("entry-form/{contest}")
}

/// Deletes for good what was typed about an entrant of a contest.
pub async fn forget(desk: &Desk, contest: &ContestId) -> Result<(), Trouble> {
    desk.keep_slip(&kept_under(contest), "").await
}

/// The panel.
pub fn panel(hall: &Hall, contest: Contest, source: Source) -> AnyView {
    let panel = Panel {
        parts: StoredValue::new_local(Rc::new(Parts { hall: hall.clone(), contest, source })),
        typed: RwSignal::default(),
        answers: RwSignal::default(),
        faults: RwSignal::default(),
        is_making: RwSignal::new(false),
        parcel: RwSignal::new(None),
    };
    let is_read = RwSignal::new(false);
    spawn_local(async move {
        let found = panel.desk().slip(&panel.slip_name()).await;
        // What cannot be read is typed again.
        panel.typed.set(found.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default());
        is_read.set(true);
    });
    view! {
        <section class="entry" aria-labelledby="entry-heading">
            <h2 class="section" id="entry-heading">{say(locale::entry_title())}</h2>
            {panel.intro()}
            {move || is_read.get().then(|| panel.steps())}
            <div id=MADE tabindex="-1">{move || panel.parcel.get().map(|parcel| ways::ways(panel, parcel))}</div>
        </section>
    }
    .into_any()
}

impl Panel {
    fn parts(self) -> Rc<Parts> {
        self.parts.get_value()
    }

    fn desk(self) -> Desk {
        self.parts.with_value(|parts| parts.hall.desk().clone())
    }

    fn receiver(self) -> String {
        self.parts.with_value(|parts| parts.contest.receiver.clone())
    }

    fn slip_name(self) -> String {
        self.parts.with_value(|parts| kept_under(&parts.contest.id))
    }

    fn intro(self) -> AnyView {
        let parts = self.parts();
        let (last, receiver) = (parts.source.last, self.receiver());
        let before = move || last.get().map(|last| view! { <p>{say(locale::entry_before(last.revision))}</p> });
        let is_open = parts.contest.is_open(clock::now().unix_ms);
        let closed = (!is_open).then(|| view! { <p class="calm">{say(locale::entry_closed(receiver.clone()))}</p> });
        view! {
            <p>{say(locale::entry_intro(receiver.clone()))}</p>
            {before}
            <p class="more"><a href=self.desk().to("receipts/")>{say(locale::entry_to_receipts())}</a></p>
            {closed}
        }
        .into_any()
    }

    fn steps(self) -> AnyView {
        let send = move |event: SubmitEvent| {
            event.prevent_default();
            self.read(&event);
            self.send();
        };
        let typed = move |event: Event| {
            let is_composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
            if !is_composing {
                self.keep(&event);
            }
        };
        let composed = move |event: CompositionEvent| self.keep(&event);
        view! {
            <form class="fields" novalidate on:submit=send on:input=typed on:change=move |event| self.keep(&event) on:compositionend=composed>
                {form::step(self)}
                {consent::step(self)}
                {self.making()}
            </form>
        }
        .into_any()
    }

    fn making(self) -> AnyView {
        let parts = self.parts();
        let may_write = parts.source.may_write;
        let words =
            move || if self.is_making.get() { say(locale::entry_making()) } else { say(locale::entry_make_now()) };
        let fault = move || self.faults.with(|faults| faults.other.clone()).map(say);
        view! {
            <fieldset class="entry-step">
                <legend>{say(locale::entry_make())}</legend>
                {self.sealing()}
                <p class="tools"><button class="main" id="entry-make" disabled=move || !may_write.get()>{words}</button></p>
                <p class="fault" role="alert">{fault}</p>
            </fieldset>
        }
        .into_any()
    }

    /// Whether the file will be sealed, and for whom.
    fn sealing(self) -> AnyView {
        let receiver = self.receiver();
        match self.recipient() {
            Ok(Some(recipient)) => view! {
                <p>{say(locale::entry_sealed_for(receiver))}</p>
                <p class="hint">{say(locale::entry_fingerprint())} " " <code>{recipient.fingerprint()}</code> " " {say(locale::entry_fingerprint_why())}</p>
            }
            .into_any(),
            Ok(None) => view! { <p class="calm">{say(locale::entry_not_sealed(receiver))}</p> }.into_any(),
            Err(why) => view! { <p class="calm">{say(why)}</p> }.into_any(),
        }
    }

    fn read(self, event: &Event) -> bool {
        let Some((typed, answers)) = typed::read(event) else { return false };
        let is_new = self.typed.with_untracked(|before| *before != typed);
        if is_new {
            self.typed.set(typed);
        }
        self.answers.set(answers);
        is_new
    }

    /// Takes over what stands in the fields, and keeps it.
    fn keep(self, event: &Event) {
        if self.read(event) {
            let json = self.typed.with_untracked(serde_json::to_string);
            // There is nothing in a form that JSON cannot say.
            self.desk().put_slip(&self.slip_name(), &json.unwrap_or_default());
        }
    }

    fn send(self) {
        if self.is_making.get_untracked() {
            return;
        }
        let faults = self.found();
        let first = faults.first();
        self.faults.set(faults);
        if let Some(first) = first {
            return focus::on(first);
        }
        self.is_making.set(true);
        spawn_local(async move {
            task::tick().await;
            let (typed, answers) = (self.typed.get_untracked(), self.answers.get_untracked());
            match self.parcel(&typed, answers).await {
                Ok(parcel) => {
                    self.parcel.set(Some(parcel));
                    self.desk().tell(locale::entry_made_said());
                    focus::on(MADE.to_owned());
                }
                Err(why) => self.faults.update(|faults| faults.other = Some(why)),
            }
            self.is_making.set(false);
        });
    }

    /// What keeps the file from being made, as far as that is seen at once.
    fn found(self) -> Faults {
        let (parts, typed) = (self.parts(), self.typed.get_untracked());
        let consent = making::consent(&parts.contest, &typed, self.answers.get_untracked(), clock::now());
        let has_group = parts.source.group.get_untracked().is_some();
        Faults {
            fields: typed.form.faults(&parts.contest.asks),
            missing: consent.allows(typed.form.age).err(),
            other: (!has_group).then(locale::entry_need_group),
        }
    }

    /// What is missing of the consent, if it is one of these.
    fn lacks(self, about: &'static [Missing]) -> Signal<Option<Missing>> {
        Signal::derive(move || self.faults.with(|faults| faults.missing.filter(|missing| about.contains(missing))))
    }
}

impl Faults {
    /// The id of the field that the first of them is about.
    fn first(&self) -> Option<String> {
        let field = self.fields.first().map(|(field, _)| format!("entry-{}", typed::name_of(*field)));
        let missing = self.missing.map(|missing| match missing {
            Missing::Guardian | Missing::GuardianName => "entry-guardian".to_owned(),
            Missing::Relation => "entry-relation".to_owned(),
            Missing::TakingPart => "entry-taking_part-yes".to_owned(),
        });
        field.or(missing).or_else(|| self.other.as_ref().map(|_| "entry-make".to_owned()))
    }
}
