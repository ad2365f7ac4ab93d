//! Fields that are written in: they are read and never written to, for an input method may be composing.

use leptos::prelude::event_target_value;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Event, InputEvent};

/// What a field says; `None` while an input method is composing in it.
pub fn read(event: &Event) -> Option<String> {
    let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
    (!composing).then(|| event_target_value(event))
}
