//! Forms of which nothing is lost: what is typed is kept at once, and stands there again when the page is opened another time.
//!
//! The fields are the browser's. Their values are set when the form is drawn, and read when something was typed; while an input method
//! composes they are left alone. What is wrong with a field is said under it.

use crate::desk::Desk;
use formats::draft::{self, Name};
use leptos::ev::{CompositionEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;
use ui::say;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, FormData, HtmlFormElement, InputEvent};

/// What stands in the fields of a form, by their names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields(BTreeMap<String, String>);

impl Fields {
    /// These fields.
    pub fn of<const N: usize>(fields: [(&str, String); N]) -> Self {
        Self(fields.into_iter().map(|(name, text)| (name.to_owned(), text)).collect())
    }

    /// What a field says; nothing if it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    fn in_form(form: &HtmlFormElement, names: &[&str]) -> Option<Self> {
        let data = FormData::new_with_form(form).ok()?;
        Some(Self(
            names.iter().map(|name| ((*name).to_owned(), data.get(name).as_string().unwrap_or_default())).collect(),
        ))
    }
}

/// A form, with the draft that its fields are kept in. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Form {
    /// What stands in it.
    pub typed: RwSignal<Fields>,
    /// How often it was begun; 0 until it is known what it begins with.
    turn: RwSignal<u32>,
    desk: StoredValue<Desk, LocalStorage>,
    name: StoredValue<Name>,
    names: &'static [&'static str],
    is_sending: StoredValue<Rc<Cell<bool>>, LocalStorage>,
}

impl Form {
    /// A form that begins with what was typed the last time, or else with `first`.
    pub fn new(desk: &Desk, name: Name, names: &'static [&'static str], first: Fields) -> Self {
        let form = Self {
            typed: RwSignal::new(first),
            turn: RwSignal::new(0),
            desk: StoredValue::new_local(desk.clone()),
            name: StoredValue::new(name.clone()),
            names,
            is_sending: StoredValue::new_local(Rc::default()),
        };
        let desk = desk.clone();
        spawn_local(async move {
            let found = desk.open_draft::<draft::Fields>(&name).await.ok().flatten().map(|kept| Fields(kept.0));
            // The list that it stands in may have been drawn anew meanwhile, without this one.
            if let Some(fields) = found.or_else(|| form.typed.try_get_untracked()) {
                form.begin(fields);
            }
        });
        form
    }

    /// Draws it anew with these fields.
    pub fn begin(self, fields: Fields) {
        self.typed.set(fields);
        self.turn.update(|turn| *turn += 1);
    }

    /// The same, and keeps them.
    pub fn begin_and_keep(self, fields: Fields) {
        self.put(&fields);
        self.begin(fields);
    }

    /// It is done with: it begins again with `first`, and nothing is kept.
    pub fn done(self, first: Fields) {
        self.desk.with_value(|desk| self.name.with_value(|name| desk.finish_draft(name)));
        self.begin(first);
    }

    /// What stands in it is being saved: until that is over, pressing again sends nothing. What it gives is to be called then, with what
    /// the form begins again with; with `None`, where it could not be saved, it stays as it is. The form itself may be gone by then.
    pub fn sending(self) -> impl FnOnce(Option<Fields>) + 'static {
        let (desk, name, is_sending) = (self.desk.get_value(), self.name.get_value(), self.is_sending.get_value());
        is_sending.set(true);
        move |first| {
            is_sending.set(false);
            if let Some(first) = first {
                desk.finish_draft(&name);
                self.begin(first);
            }
        }
    }

    /// The form with what `draw` makes of its fields. `send` is called with what stands in it.
    pub fn view(
        self,
        draw: impl Fn(&Fields) -> AnyView + Clone + Send + 'static,
        send: impl Fn(Fields) + Clone + Send + 'static,
    ) -> AnyView {
        let drawn = move |_| {
            let send = send.clone();
            let submit = move |event: SubmitEvent| {
                event.prevent_default();
                let is_sending = self.is_sending.with_value(|is_sending| is_sending.get());
                if let (false, Some(fields)) = (is_sending, self.read(&event)) {
                    send(fields);
                }
            };
            let typed = move |event: Event| {
                let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
                if !composing {
                    self.keep(&event);
                }
            };
            let composed = move |event: CompositionEvent| self.keep(&event);
            view! {
                <form class="fields" novalidate on:submit=submit on:input=typed on:compositionend=composed>
                    {draw(&self.typed.get_untracked())}
                </form>
            }
        };
        // A form that begins again is another one: what was typed stands in no attribute.
        let turn = move || Some(self.turn.get()).filter(|turn| *turn > 0).map(|turn| (self.name.get_value(), turn));
        view! { <For each=turn key=Clone::clone children=drawn/> }.into_any()
    }

    /// What stands in the form that hears an event.
    fn read(self, event: &Event) -> Option<Fields> {
        Fields::in_form(event.current_target()?.dyn_ref()?, self.names)
    }

    fn keep(self, event: &Event) {
        if let Some(fields) = self.read(event) {
            self.put(&fields);
            self.typed.set(fields);
        }
    }

    fn put(self, fields: &Fields) {
        let kept = draft::Fields(fields.0.clone());
        self.desk.with_value(|desk| self.name.with_value(|name| desk.put_draft(name, &kept)));
    }
}

/// Says what is wrong under a field.
pub fn fault_line(id: String, fault: Signal<Option<Phrase>>) -> AnyView {
    view! { <span class="fault" id=(!id.is_empty()).then_some(id) role="alert">{move || fault.get().map(say)}</span> }
        .into_any()
}

/// Whether something is wrong, for `aria-invalid`.
pub fn is(fault: Signal<Option<Phrase>>) -> impl Fn() -> Option<&'static str> + Clone + Send + 'static {
    move || fault.get().map(|_| "true")
}
