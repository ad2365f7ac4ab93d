//! Forms of which nothing is lost: what is typed is kept at once, and stands there again when the page is opened another time.
//!
//! The fields are the browser's. Their values are set when the form is drawn, and read when something was typed; while an input method
//! composes they are left alone. What is wrong with a field is said under it. How they are kept, and in which tab, is the business of
//! [`keeping`].

mod keeping;

use crate::desk::Desk;
use formats::draft::Name;
use keeping::Kept;
use leptos::ev::{CompositionEvent, SubmitEvent};
use leptos::html;
use leptos::prelude::*;
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
    kept: StoredValue<Rc<Kept>, LocalStorage>,
    names: &'static [&'static str],
    is_sending: StoredValue<Rc<Cell<bool>>, LocalStorage>,
}

impl Form {
    /// A form that begins with what was typed the last time, or else with `first`.
    pub fn new(desk: &Desk, name: Name, names: &'static [&'static str], first: Fields) -> Self {
        let kept = Rc::new(Kept::new(desk, name, names, first.clone()));
        let form = Self {
            typed: RwSignal::new(first),
            turn: RwSignal::new(0),
            kept: StoredValue::new_local(Rc::clone(&kept)),
            names,
            is_sending: StoredValue::new_local(Rc::default()),
        };
        kept.open(form);
        // What was typed last is on its way when the form goes.
        on_cleanup(move || form.kept.try_get_value().iter().for_each(|kept| kept.write()));
        form
    }

    /// Draws it with these fields, if it is still there.
    fn draw(self, fields: Fields) {
        // The list that it stands in may have been drawn anew meanwhile, without this one.
        if self.turn.try_get_untracked().is_some() {
            self.typed.set(fields);
            self.turn.update(|turn| *turn += 1);
        }
    }

    /// Begins with these fields, and keeps them. Where another tab writes, that one is asked to let go first; what it left goes before.
    pub fn begin_and_keep(self, fields: Fields) {
        self.kept().begin_and_keep(self, fields);
    }

    /// It is done with: it begins again with `first`, and nothing is kept.
    pub fn done(self, first: Fields) {
        self.kept().done(self, first);
    }

    /// What stands in it is being saved: until that is over, pressing again sends nothing. What it gives is to be called then, with what
    /// the form begins again with; with `None`, where it could not be saved, it stays as it is. The form itself may be gone by then.
    pub fn sending(self) -> impl FnOnce(Option<Fields>) + 'static {
        let (kept, is_sending) = (self.kept(), self.is_sending.get_value());
        is_sending.set(true);
        move |first| {
            is_sending.set(false);
            first.into_iter().for_each(|first| kept.done(self, first));
        }
    }

    fn kept(self) -> Rc<Kept> {
        self.kept.get_value()
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
                if let (false, true, Some(fields)) = (is_sending, self.kept().may_write(), self.read(&event)) {
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
            let node = NodeRef::<html::Form>::new();
            self.follow_tab(node);
            view! {
                {self.kept().notice()}
                <form class="fields" node_ref=node novalidate on:submit=submit on:input=typed on:compositionend=composed>
                    {draw(&self.typed.get_untracked())}
                </form>
            }
        };
        // A form that begins again is another one: what was typed stands in no attribute.
        let turn =
            move || Some(self.turn.get()).filter(|turn| *turn > 0).map(|turn| (self.kept().name().clone(), turn));
        view! { <For each=turn key=Clone::clone children=drawn/> }.into_any()
    }

    /// Nothing can be typed where another tab writes.
    fn follow_tab(self, node: NodeRef<html::Form>) {
        Effect::new(move |_| {
            let (Some(form), may_write) = (node.get(), self.kept().follow_may_write()) else { return };
            let fields = form.elements();
            for field in (0..fields.length()).filter_map(|place| fields.item(place)) {
                // An attribute without a value is always one.
                let _ = field.toggle_attribute_with_force("disabled", !may_write);
            }
        });
    }

    /// What stands in the form that hears an event.
    fn read(self, event: &Event) -> Option<Fields> {
        Fields::in_form(event.current_target()?.dyn_ref()?, self.names)
    }

    fn keep(self, event: &Event) {
        // Fields that are disabled say nothing.
        if let Some(fields) = self.read(event).filter(|_| self.kept().may_write()) {
            self.kept().put(fields.clone());
            self.typed.set(fields);
        }
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
