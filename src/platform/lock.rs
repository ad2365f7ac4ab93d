//! Locks that one tab of a browser has at a time (Web Locks).

use super::window;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// Waits until this tab has a lock, and keeps it as long as the page lives. A browser or a connection without locks has nothing to wait for.
pub async fn hold(name: &str) {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).unwrap_or_default();
    let Ok(request) = Reflect::get(&locks, &"request".into()).map(JsCast::dyn_into::<Function>) else { return };
    let Ok(request) = request else { return };
    let granted = Promise::new(&mut |done, _| {
        let kept = Closure::once_into_js(move |_lock: JsValue| {
            // What resolves cannot fail.
            let _ = done.call0(&JsValue::UNDEFINED);
            // The lock is kept as long as this promise is.
            Promise::new(&mut |_, _| {})
        });
        // A request that is refused grants nothing; a page that is going away does not care.
        let _ = request.call2(&locks, &name.into(), &kept);
    });
    let _ = JsFuture::from(granted).await;
}
