//! Something that is being written: kept from the first key as a slip, and made a deed when it is saved or left.
//!
//! When it is kept, and which tab writes, is the business of [`Drafting`]. The text field is the browser's: its value is set when it is drawn
//! or another tab's words are shown, and read when it is to be kept. While an input method composes, it is left alone altogether.

use crate::desk::Desk;
use crate::desk::drafting::{Drafting, Words};
use learning::Deed;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::length;
use records::keeping::{Event, Said};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use ui::say;
use web_sys::HtmlTextAreaElement;

/// How what is written stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// As it was found.
    Untouched,
    /// Written, and in no event yet.
    Draft,
    /// In an event on the disk.
    Saved,
}

/// What a text becomes in the log, if anything.
type Told = Box<dyn Fn(&str) -> Option<Deed>>;

/// A text that is being written. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct Writing(Rc<Inner>);

struct Inner {
    desk: Desk,
    drafting: Drafting,
    /// What the log says.
    logged: Box<dyn Fn() -> String>,
    deed: Told,
    field: RefCell<Option<HtmlTextAreaElement>>,
    composing: Cell<bool>,
    saved: RefCell<String>,
    /// What was read from the field last.
    now: RefCell<String>,
    /// What is being saved at this moment.
    going: RefCell<Option<String>>,
    /// Signals that live as long as this: a text that was left is still being saved.
    length: ArcRwSignal<u32>,
    standing: ArcRwSignal<Standing>,
}

/// The words of a text, for as long as somebody writes it.
struct Field(Weak<Inner>);

impl Words for Field {
    fn text(&self) -> Option<String> {
        let writing = Writing(self.0.upgrade()?);
        writing.take();
        let (now, saved) = (writing.0.now.borrow(), writing.0.saved.borrow());
        // What is in the log already need not be kept.
        Some(if *now == *saved { String::new() } else { now.clone() })
    }

    fn show(&self, found: Option<String>) {
        let Some(writing) = self.0.upgrade().map(Writing) else { return };
        let is_logged = found.is_none();
        writing.put(found);
        if is_logged {
            spawn_local(async move { writing.put_logged().await });
        }
    }

    fn is_page(&self) -> bool {
        false
    }

    fn look(&self) {
        if let Some(writing) = self.0.upgrade().map(Writing) {
            writing.take();
            writing.stand();
        }
    }
}

impl Writing {
    /// Goes on with what was being written, if anything was, or else with what the log says.
    pub fn new(
        desk: &Desk,
        (drafting, unsaved): (Drafting, Option<String>),
        logged: impl Fn() -> String + 'static,
        deed: impl Fn(&str) -> Option<Deed> + 'static,
    ) -> Self {
        let saved = logged();
        let now = unsaved.unwrap_or_else(|| saved.clone());
        let standing = if now == saved { Standing::Untouched } else { Standing::Draft };
        let writing = Self(Rc::new(Inner {
            desk: desk.clone(),
            drafting,
            logged: Box::new(logged),
            deed: Box::new(deed),
            field: RefCell::default(),
            composing: Cell::default(),
            length: ArcRwSignal::new(length::characters(&now)),
            standing: ArcRwSignal::new(standing),
            saved: RefCell::new(saved),
            now: RefCell::new(now),
            going: RefCell::default(),
        }));
        writing.0.drafting.keep(Field(Rc::downgrade(&writing.0)));
        writing
    }

    /// How many 字 it has.
    pub fn length(&self) -> Signal<u32> {
        self.0.length.clone().into()
    }

    /// The field to write in.
    pub fn field(&self, id: &'static str, autofocus: bool) -> AnyView {
        let (typed, composes, composed, text) = (self.clone(), self.clone(), self.clone(), self.0.now.borrow().clone());
        let (loaded, may_write) = (self.clone(), self.0.drafting.may_write());
        let node = NodeRef::<Textarea>::new();
        node.on_load(move |field| {
            if autofocus {
                // In a panel that is open already; one that opens looks for the attribute.
                drop(field.focus());
            }
            loaded.0.field.replace(Some(field));
        });
        view! {
            <textarea
                id=id
                node_ref=node
                rows="4"
                autofocus=autofocus
                readonly=move || !may_write.get()
                prop:value=text
                on:input=move |_| typed.typed()
                on:compositionstart=move |_| composes.compose(true)
                on:compositionend=move |_| composed.compose(false)
            ></textarea>
        }
        .into_any()
    }

    /// The button to save it, whether it is saved, and which tab writes.
    pub fn foot(&self) -> AnyView {
        let (writing, standing) = (self.clone(), self.0.standing.clone());
        let (said, may_write) = (self.0.drafting.said(), self.0.drafting.may_write());
        let stands = move || match (standing.get(), said.get()) {
            (Standing::Untouched, _) => None,
            (_, Said::Failed(_)) => Some(say(locale::note_not_kept())),
            (Standing::Draft, _) => Some(say(locale::note_draft())),
            (Standing::Saved, _) => Some(say(locale::note_saved())),
        };
        view! {
            <p class="note-foot">
                <button type="button" disabled=move || !may_write.get() on:click=move |_| writing.save()>{say(locale::note_save())}</button>
                <span role="status">{stands}</span>
            </p>
            {self.0.drafting.notice()}
        }
        .into_any()
    }

    fn typed(&self) {
        if !self.0.composing.get() {
            self.changed();
        }
    }

    fn changed(&self) {
        if self.0.standing.get_untracked() != Standing::Draft {
            self.0.standing.set(Standing::Draft);
        }
        self.0.drafting.tell(Event::Key);
    }

    fn compose(&self, composing: bool) {
        if composing {
            self.take();
        }
        self.0.composing.set(composing);
        self.0.drafting.tell(if composing { Event::Composing } else { Event::Composed });
        if !composing {
            self.changed();
        }
    }

    /// Takes over what stands in the field, unless that is half composed.
    fn take(&self) {
        let field = self.0.field.borrow();
        if let Some(field) = field.as_ref().filter(|_| !self.0.composing.get()) {
            self.0.now.replace(field.value());
        }
    }

    /// Shows these words, or else what the log says.
    fn put(&self, words: Option<String>) {
        let saved = (self.0.logged)();
        let now = words.unwrap_or_else(|| saved.clone());
        self.0.field.borrow().iter().for_each(|field| field.set_value(&now));
        self.0.saved.replace(saved);
        self.0.now.replace(now);
        self.stand();
    }

    /// The other tab may have put its words into the log, where this one has not read them yet.
    async fn put_logged(self) {
        self.0.desk.records().room().read_again().await;
        self.take();
        if *self.0.now.borrow() == *self.0.saved.borrow() {
            self.put(None);
        }
    }

    fn stand(&self) {
        let length = length::characters(&self.0.now.borrow());
        let is_saved = *self.0.now.borrow() == *self.0.saved.borrow();
        let before = self.0.standing.get_untracked();
        let standing = match (is_saved, before) {
            (false, _) => Standing::Draft,
            // Nothing is said of a text that is as it was found.
            (true, Standing::Untouched) => Standing::Untouched,
            (true, _) => Standing::Saved,
        };
        if self.0.length.get_untracked() != length {
            self.0.length.set(length);
        }
        if before != standing {
            self.0.standing.set(standing);
        }
    }

    /// Makes a deed of what is written, unless it is one already, or another tab writes.
    pub fn save(&self) {
        if !self.0.drafting.may_write_now() {
            return;
        }
        // It is safe whatever becomes of the deed.
        self.0.drafting.tell(Event::Hidden);
        self.take();
        let now = self.0.now.borrow().clone();
        if now == *self.0.saved.borrow() || self.0.going.borrow().as_ref() == Some(&now) {
            return;
        }
        let Some(deed) = (self.0.deed)(&now) else { return };
        self.0.going.replace(Some(now.clone()));
        let writing = self.clone();
        spawn_local(async move {
            let saved = writing.0.desk.added(vec![deed]).await;
            writing.0.going.replace(None);
            if saved {
                writing.is_saved(now);
            }
        });
    }

    /// The slip has done its work, unless more was written meanwhile.
    fn is_saved(&self, text: String) {
        self.take();
        let is_all = *self.0.now.borrow() == text;
        self.0.saved.replace(text);
        self.stand();
        if is_all {
            self.0.drafting.tell(Event::Key);
            self.0.drafting.tell(Event::Hidden);
        }
    }

    /// It is being deleted: nothing more is kept.
    pub fn forget(&self) {
        self.0.drafting.tell(Event::Deleting);
    }
}
