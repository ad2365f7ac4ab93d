//! What the tabs of one browser tell each other (localStorage), and how one waits for an answer.

use super::window;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageEvent;
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// Another tab put something under a name, or removed it, until the listener is dropped.
pub fn said(name: &str, call: impl Fn(Option<String>) + 'static) -> EventListener {
    let name = name.to_owned();
    EventListener::new(&window(), "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        // Without a name everything was removed.
        if event.key().is_none_or(|key| key == name) {
            call(event.new_value());
        }
    })
}

/// Another tab put something under a name that begins so.
pub fn on_note(begin: &'static str, call: impl Fn() + 'static) {
    let listener = EventListener::new(&window(), "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        if event.new_value().is_some() && event.key().is_some_and(|key| key.starts_with(begin)) {
            call();
        }
    });
    listener.forget();
}

/// Something that is waited for. A clone waits for the same.
#[derive(Clone, Default)]
pub struct Answer(Rc<RefCell<Option<Function>>>);

impl Answer {
    /// It came. Nothing happens if nobody waits.
    pub fn came(&self) {
        if let Some(resolve) = self.0.take() {
            // Resolving takes any value.
            let _ = resolve.call1(&JsValue::NULL, &JsValue::TRUE);
        }
    }

    /// Waits until it comes, at most so many milliseconds. Whether it came.
    pub async fn within(&self, ms: u32) -> bool {
        let promise = Promise::new(&mut |resolve, _| {
            let late = resolve.clone();
            self.0.replace(Some(resolve));
            // Resolving takes any value, and does nothing the second time.
            Timeout::new(ms, move || drop(late.call1(&JsValue::NULL, &JsValue::FALSE))).forget();
        });
        // The promise is never refused.
        JsFuture::from(promise).await.is_ok_and(|came| came.is_truthy())
    }
}
