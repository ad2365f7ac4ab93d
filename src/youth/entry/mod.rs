//! Handing an entry in (提交作品): the part at the end of the desks of contests, and what the rules still want before it.
//!
//! Step by step down the page: the [`checklist`], who enters ([`form`], kept by [`keeping`]), what is allowed ([`consent`]), the one file ([`making`]), the ways
//! to hand it over ([`ways`]), and the receipt ([`mod@slip`]). What is handed in is told by a [`Source`]; the panel knows no desk. Nothing
//! leaves by itself.

mod checklist;
mod consent;
mod faults;
mod filling;
mod form;
mod keeping;
mod making;
mod slip;
mod source;
mod typed;
mod ways;
mod words;

pub use slip::slip;
pub use source::{Content, Made, Source};

use crate::desk::Desk;
use crate::desk::drafting::Drafting;
use crate::platform::clock;
use crate::youth::hall::Hall;
use faults::Faults;
use formats::draft::Name;
use leptos::html::Form;
use leptos::prelude::*;
use leptos::task::spawn_local;
use making::Parcel;
use records::keeping::Event;
use std::rc::Rc;
use typed::Answers;
use ui::{Trouble, say};
use youth::Contest;
use youth::consent::Age;
use youth::form::Typed;

const MADE: &str = "entry-made";

/// The panel. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Panel {
    parts: StoredValue<Rc<Parts>, LocalStorage>,
    /// Its fields are the browser's.
    form: NodeRef<Form>,
    /// How it is kept, when it was read.
    drafting: StoredValue<Option<Drafting>, LocalStorage>,
    /// How often the fields were drawn with what was read; 0 until it was.
    turn: RwSignal<u32>,
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
            drafting: StoredValue::new_local(None),
            turn: RwSignal::new(0),
            typed: RwSignal::default(),
            answers: RwSignal::default(),
            faults: RwSignal::default(),
            is_making: RwSignal::new(false),
            parcel: RwSignal::new(None),
        };
        spawn_local(async move {
            // Where it cannot be read it is not asked for: what would be typed must not be written over what is there.
            if panel.open().await.is_err() {
                panel.desk().tell(locale::entry_unread());
            }
        });
        panel.follow_work();
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
                <For each=move || Some(self.turn.get()).filter(|turn| *turn > 0) key=|turn| *turn children=move |_| self.steps()/>
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
        self.tell(Event::Deleting);
        self.form.get_untracked().inspect(|form| form.reset());
        self.typed.set(Typed::default());
        self.answers.set(Answers::default());
        self.faults.set(Faults::default());
        self.parcel.set(None);
        let outcome = self.desk().remove_draft(&self.draft_name()).await;
        self.tell(Event::Deleted(outcome));
        outcome
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

    fn draft_name(self) -> Name {
        self.parts.with_value(|parts| Name::EntryForm(parts.contest.id.clone()))
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
