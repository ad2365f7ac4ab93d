//! Keeping the screen on while somebody reads from it (Screen Wake Lock). Where the browser cannot, the screen goes off as it always does.

use super::window;
use js_sys::{Function, Promise, Reflect};
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// The screen is on as long as this lives.
pub struct Awake(Rc<RefCell<State>>);

/// Asked for, kept, or let go before it came.
enum State {
    Asked,
    Kept(JsValue),
    Over,
}

impl Awake {
    /// Keeps the screen on.
    pub fn keep() -> Self {
        let state = Rc::new(RefCell::new(State::Asked));
        let asked = state.clone();
        spawn_local(async move {
            let Some(lock) = ask().await else { return };
            let is_over = matches!(*asked.borrow(), State::Over);
            if is_over { release(&lock) } else { drop(asked.replace(State::Kept(lock))) }
        });
        Self(state)
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        if let State::Kept(lock) = self.0.replace(State::Over) {
            release(&lock);
        }
    }
}

async fn ask() -> Option<JsValue> {
    let wake = Reflect::get(&window().navigator(), &"wakeLock".into()).ok()?;
    let request: Function = Reflect::get(&wake, &"request".into()).ok()?.dyn_into().ok()?;
    let asking: Promise = request.call1(&wake, &"screen".into()).ok()?.dyn_into().ok()?;
    JsFuture::from(asking).await.ok()
}

fn release(lock: &JsValue) {
    let release = Reflect::get(lock, &"release".into()).ok().and_then(|found| found.dyn_into::<Function>().ok());
    if let Some(release) = release {
        // It is released already where the page was hidden.
        let _ = release.call0(lock);
    }
}
