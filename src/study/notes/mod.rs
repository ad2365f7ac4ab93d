//! Notes on a text: marked passages, notes in the margin, and a study note after it.
//!
//! The program comes to a text that has notes, or when the reader wants one (`boot.js`), beside the reader's own, and stays while that
//! goes from text to text. Each time it finds the text that is open ([`passage`]), places the notes of the log on it ([`pad`]), and draws:
//! marks around the words ([`marks`]), the notes beside them ([`margin`]), the pens while something is selected ([`tools`]), the panel
//! ([`panel`]), and the study note ([`reflection`]). On the page of the record all notes stand together (`pages::record`).

mod compare;
mod list;
mod margin;
mod marks;
mod one;
mod pad;
mod panel;
mod passage;
mod pens;
mod reflection;
mod said;
mod selection;
mod tools;
mod witness;
mod writing;

pub use compare::{address, lost};
pub use pens::name as pen_name;
pub use witness::keep as keep_witness;

use crate::desk::Desk;
use crate::desk::drafting::Drafting;
use crate::platform::{document, frame, page_events};
use formats::draft::Name;
use gloo::events::EventListener;
use leptos::prelude::*;
use model::shared::{DRAWN_EVENT, NOTE_EVENT};
use pad::Pad;
use passage::Passage;
use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{CustomEvent, HtmlElement};

/// All of it. Cheap to clone; every clone is the same one.
#[derive(Clone)]
struct Notes(Rc<Parts>);

struct Parts {
    desk: Desk,
    open: RefCell<Option<Opened>>,
    /// What the reader asked for while the text was being opened.
    wish: RefCell<Option<String>>,
    ready: Cell<bool>,
    /// How many texts were opened: what comes late for an earlier one is dropped.
    opened: Cell<u32>,
}

/// A text that is open, with what is drawn on it.
struct Opened {
    pad: Pad,
    owner: Owner,
    drawn: Vec<Box<dyn Any>>,
    _watch: Option<margin::Watch>,
}

impl Drop for Opened {
    fn drop(&mut self) {
        self.pad.save_all();
        self.drawn.clear();
        self.owner.cleanup();
    }
}

/// Draws notes onto the text that is open, and onto those that take its place.
pub fn start(desk: Desk) {
    let (open, wish, ready, opened) = (RefCell::default(), RefCell::default(), Cell::default(), Cell::default());
    let notes = Notes(Rc::new(Parts { desk, open, wish, ready, opened }));
    notes.listen();
    wasm_bindgen_futures::spawn_local(async move {
        notes.0.desk.open().await;
        notes.0.ready.set(true);
        notes.look();
    });
}

impl Notes {
    fn listen(&self) {
        let notes = self.clone();
        EventListener::new(&document(), DRAWN_EVENT, move |_| notes.look()).forget();
        let notes = self.clone();
        EventListener::new(&document(), NOTE_EVENT, move |event| {
            let wish = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
            notes.0.wish.replace(wish);
            notes.fulfil();
        })
        .forget();
        let notes = self.clone();
        EventListener::new(&document(), "selectionchange", move |_| {
            notes.with(|pad| pad.select(selection::selected()))
        })
        .forget();
        let notes = self.clone();
        page_events::on_click(move |event| notes.touched(event));
        let notes = self.clone();
        page_events::on_key(move |event| {
            if event.key() == "Enter" {
                notes.touched(event);
            }
        });
        let notes = self.clone();
        page_events::on_visibility(move |seen| {
            if !seen {
                notes.with(|pad| pad.save_all());
            }
        });
    }

    fn with(&self, act: impl FnOnce(Pad)) {
        let pad = self.0.open.borrow().as_ref().map(|open| open.pad);
        if let Some(pad) = pad {
            act(pad);
        }
    }

    /// A mark was pressed.
    fn touched(&self, event: &web_sys::Event) {
        if let (Some(note), None) = (marks::touched(event), selection::selected()) {
            self.with(|pad| pad.open_one(note, false));
        }
    }

    /// Looks which text is open now, and draws on it.
    fn look(&self) {
        if !self.0.ready.get() {
            return;
        }
        drop(self.0.open.take());
        self.0.desk.told().set(None);
        let number = self.0.opened.get() + 1;
        self.0.opened.set(number);
        let here = document();
        let Some(passage) = frame::read_page(&here).and_then(|page| Passage::of(&here, &page)) else { return };
        let notes = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let reflection =
                Drafting::open(&notes.0.desk, &Name::Reflection(passage.document.clone()).to_string()).await;
            if notes.0.opened.get() == number {
                if reflection.is_err() {
                    // What cannot be read must not be written over.
                    notes.0.desk.tell(locale::note_unread());
                }
                let opened = Opened::draw(&notes.0.desk, passage, reflection.ok());
                notes.0.open.replace(opened);
                notes.fulfil();
            }
        });
    }

    /// Does what the reader asked for, when the text is open: writes the study note, takes up a pen, or shows the notes.
    fn fulfil(&self) {
        self.with(|pad| match self.0.wish.take().as_deref() {
            None => {}
            Some("reflection") => reflection::show(),
            Some(_) => match selection::selected() {
                Some(range) => pad.select(Some(range)),
                None => pad.open_list(),
            },
        });
    }
}

impl Opened {
    fn draw(desk: &Desk, passage: Passage, written: Option<(Drafting, Option<String>)>) -> Option<Self> {
        let place = |selector: &str| document().query_selector(selector).ok()??.dyn_into::<HtmlElement>().ok();
        let (after, text, bars) = (place("#notes")?, place("#text")?, place(".bars")?);
        let watch = margin::Watch::start(&text);
        let owner = Owner::new();
        let (pad, drawn) = owner.with(|| {
            let pad = Pad::new(desk, passage);
            let tools = move || view! { {written.map(|written| reflection::reflection(pad, written))} {tools::tools(pad)} {panel::panel(pad)} };
            let witness = desk.clone();
            let drawn: Vec<Box<dyn Any>> = vec![
                Box::new(leptos::mount::mount_to(after, tools)),
                Box::new(leptos::mount::mount_to(text, move || margin::margin(pad))),
                Box::new(leptos::mount::mount_to(bars, move || said::said(pad))),
            ];
            witness::keep(&witness);
            (pad, drawn)
        });
        Some(Self { pad, owner, drawn, _watch: watch })
    }
}
