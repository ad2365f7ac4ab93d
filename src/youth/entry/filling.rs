//! The form as it is filled in: its steps, and what stands in its fields, which is kept from the first key.

use super::typed;
use super::{Panel, consent, form};
use crate::desk::drafting::Drafting;
use leptos::ev::{CompositionEvent, SubmitEvent};
use leptos::prelude::*;
use records::keeping;
use ui::say;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, InputEvent};

impl Panel {
    /// The steps up to the file.
    pub(super) fn steps(self) -> AnyView {
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
            <form
                class="fields"
                node_ref=self.form
                novalidate
                on:submit=send
                on:input=typed
                on:change=move |event| self.keep(&event)
                on:compositionend=composed
            >
                {self.drafting.with_value(|drafting| drafting.as_ref().and_then(Drafting::lost))}
                {form::step(self)}
                {consent::step(self)}
                {self.making()}
                {self.told_of_tabs()}
            </form>
        }
        .into_any()
    }

    fn making(self) -> AnyView {
        let words =
            move || if self.is_making.get() { say(locale::entry_making()) } else { say(locale::entry_make_now()) };
        let fault = move || self.faults.with(|faults| faults.other.clone()).map(say);
        view! {
            <fieldset class="entry-step">
                <legend>{say(locale::entry_make())}</legend>
                {self.sealing()}
                <p class="tools"><button class="main" id="entry-make" disabled=move || !self.has_work()>{words}</button></p>
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

    /// Takes over what stands in the fields, and has it kept.
    fn keep(self, event: &Event) {
        // Fields that are disabled say nothing, and tell so when they lose the keyboard.
        if !untrack(|| self.may_write()) {
            return;
        }
        if self.read(event) {
            self.tell(keeping::Event::Key);
        }
        self.look_again();
    }
}
