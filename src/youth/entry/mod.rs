//! Handing an entry in (交出去): the part at the end of the desks of contests, and what the rules still want before it.
//!
//! Step by step down the page: the [`checklist`], who enters ([`form`]), what is allowed ([`consent`]), the one file ([`making`]), the ways
//! to hand it over ([`ways`]), and the receipt ([`slip`]). What is handed in is told by a [`Source`]; the panel knows no desk. Nothing
//! leaves by itself.

mod checklist;
mod consent;
mod faults;
mod filling;
mod form;
mod making;
mod slip;
mod source;
mod typed;
mod ways;
mod words;

pub use slip::slip;
pub use source::{Content, Made, Source};

use crate::desk::Desk;
use crate::platform::clock;
use crate::youth::hall::Hall;
use faults::Faults;
use leptos::html::Form;
use leptos::prelude::*;
use leptos::task::spawn_local;
use making::Parcel;
use std::rc::Rc;
use typed::{Answers, Typed};
use ui::{Trouble, say};
use youth::Contest;
use youth::consent::Age;

const MADE: &str = "entry-made";

/// The panel. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Panel {
    parts: StoredValue<Rc<Parts>, LocalStorage>,
    /// Its fields are the browser's.
    form: NodeRef<Form>,
    is_read: RwSignal<bool>,
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

impl Panel {
    /// The panel of a work; what was typed before is being read.
    pub fn new(hall: &Hall, contest: Contest, source: Source) -> Self {
        let panel = Self {
            parts: StoredValue::new_local(Rc::new(Parts { hall: hall.clone(), contest, source })),
            form: NodeRef::new(),
            is_read: RwSignal::new(false),
            typed: RwSignal::default(),
            answers: RwSignal::default(),
            faults: RwSignal::default(),
            is_making: RwSignal::new(false),
            parcel: RwSignal::new(None),
        };
        spawn_local(async move {
            let found = panel.desk().slip(&panel.slip_name()).await;
            // What cannot be read is typed again.
            panel.typed.set(found.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default());
            panel.is_read.set(true);
        });
        let group = panel.parts().source.group;
        Effect::new(move |_| {
            group.track();
            panel.look_again();
        });
        panel
    }

    /// The part of the page.
    pub fn section(self) -> AnyView {
        view! {
            <section class="entry" aria-labelledby="entry-heading">
                <h2 class="section" id="entry-heading">{say(locale::entry_title())}</h2>
                {self.intro()}
                {move || self.is_read.get().then(|| self.steps())}
                <div id=MADE tabindex="-1">{move || self.parcel.get().map(|parcel| ways::ways(self, parcel))}</div>
            </section>
        }
        .into_any()
    }

    /// Whether the file is being made.
    pub fn is_making(self) -> bool {
        self.is_making.get()
    }

    /// Deletes for good what was typed about the entrant, and what was made of it. The fields are empty at once.
    pub async fn forget(self) -> Result<(), Trouble> {
        self.form.get_untracked().inspect(|form| form.reset());
        self.typed.set(Typed::default());
        self.answers.set(Answers::default());
        self.faults.set(Faults::default());
        self.parcel.set(None);
        self.desk().keep_slip(&self.slip_name(), "").await
    }

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
        self.parts.with_value(|parts| format!("entry-form/{}", parts.contest.id))
    }

    /// How old the entrant is, if the form says so.
    fn years(self) -> Option<u8> {
        match self.typed.with(|typed| typed.form.age) {
            Age::Years(years) => Some(years),
            Age::Unknown | Age::Between(_) => None,
        }
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
}
