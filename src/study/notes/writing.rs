//! Something that is being written: kept from the first key as a slip, and made a deed when it is saved or left.
//!
//! The text field is the browser's: its value is set once, when it is drawn, and read when something was typed. While an input method
//! composes, it is left alone altogether.

use crate::desk::Desk;
use learning::Deed;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::length;
use std::cell::RefCell;
use std::rc::Rc;
use ui::say;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlTextAreaElement, InputEvent};

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
type Said = Box<dyn Fn(&str) -> Option<Deed>>;

/// A text that is being written. Cheap to clone; every clone is the same one.
#[derive(Clone)]
pub struct Writing(Rc<Inner>);

struct Inner {
    desk: Desk,
    slip: String,
    deed: Said,
    saved: RefCell<String>,
    now: RefCell<String>,
    /// What is being saved at this moment.
    going: RefCell<Option<String>>,
    length: RwSignal<u32>,
    standing: RwSignal<Standing>,
}

impl Writing {
    /// Goes on with what the slip says, if it says anything, or else with what was saved.
    pub fn new(
        desk: &Desk,
        slip: String,
        (saved, unsaved): (String, Option<String>),
        deed: impl Fn(&str) -> Option<Deed> + 'static,
    ) -> Self {
        let now = unsaved.unwrap_or_else(|| saved.clone());
        let standing = if now == saved { Standing::Untouched } else { Standing::Draft };
        Self(Rc::new(Inner {
            desk: desk.clone(),
            slip,
            deed: Box::new(deed),
            length: RwSignal::new(length::characters(&now)),
            standing: RwSignal::new(standing),
            saved: RefCell::new(saved),
            now: RefCell::new(now),
            going: RefCell::default(),
        }))
    }

    /// Whether it is the one with this slip.
    pub fn is_of(&self, slip: &str) -> bool {
        self.0.slip == slip
    }

    /// How many 字 it has.
    pub fn length(&self) -> Signal<u32> {
        self.0.length.into()
    }

    /// The field to write in.
    pub fn field(&self, id: &'static str, autofocus: bool) -> AnyView {
        let (typed, composed, text) = (self.clone(), self.clone(), self.0.now.borrow().clone());
        let node = NodeRef::<Textarea>::new();
        if autofocus {
            // In a panel that is open already; one that opens looks for the attribute.
            node.on_load(|field| drop(field.focus()));
        }
        view! {
            <textarea
                id=id
                node_ref=node
                rows="4"
                autofocus=autofocus
                prop:value=text
                on:input=move |event| typed.typed(&event)
                on:compositionend=move |event| composed.take(&event)
            ></textarea>
        }
        .into_any()
    }

    /// The button to save it, and whether it is saved.
    pub fn foot(&self) -> AnyView {
        let (writing, standing) = (self.clone(), self.0.standing);
        let said = move || match standing.get() {
            Standing::Untouched => None,
            Standing::Draft => Some(say(locale::note_draft())),
            Standing::Saved => Some(say(locale::note_saved())),
        };
        view! {
            <p class="note-foot">
                <button type="button" on:click=move |_| writing.save()>{say(locale::note_save())}</button>
                <span role="status">{said}</span>
            </p>
        }
        .into_any()
    }

    fn typed(&self, event: &Event) {
        let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
        if !composing {
            self.take(event);
        }
    }

    fn take(&self, event: &Event) {
        let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) else {
            return;
        };
        let text = field.value();
        self.0.desk.put_slip(&self.0.slip, &text);
        self.0.length.set(length::characters(&text));
        self.0.now.replace(text);
        self.stand();
    }

    fn stand(&self) {
        let same = *self.0.now.borrow() == *self.0.saved.borrow();
        self.0.standing.set(if same { Standing::Saved } else { Standing::Draft });
    }

    /// Makes a deed of what is written, unless it is one already.
    pub fn save(&self) {
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
        if *self.0.now.borrow() == text {
            self.0.desk.put_slip(&self.0.slip, "");
        }
        self.0.saved.replace(text);
        self.stand();
    }
}
