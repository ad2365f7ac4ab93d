//! Locks that one tab of a browser has at a time (Web Locks).

use super::window;
use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::wasm_bindgen::{JsCast, JsValue};

/// Waits until this tab has a lock, and keeps it as long as the page lives. A browser or a connection without locks has nothing to wait for.
pub async fn hold(name: &str) {
    // The lock is kept as long as this promise is.
    granted(name, || Promise::new(&mut |_, _| {}).into()).await;
}

/// Waits until no tab has a lock. Where there are no locks it never ends.
pub async fn until_free(name: &str) {
    if granted(name, || JsValue::UNDEFINED).await.is_none() {
        std::future::pending::<()>().await;
    }
}

/// Waits until a lock is granted; it is kept for as long as what `keep` gives. `None` where there are no locks.
async fn granted(name: &str, keep: impl FnOnce() -> JsValue + 'static) -> Option<()> {
    let (locks, request) = ability("request")?;
    let mut keep = Some(keep);
    let granted = Promise::new(&mut |done, _| {
        let Some(keep) = keep.take() else { return };
        let kept = Closure::once_into_js(move |_lock: JsValue| {
            // What resolves cannot fail.
            let _ = done.call0(&JsValue::UNDEFINED);
            keep()
        });
        // A request that is refused grants nothing; a page that is going away does not care.
        let _ = request.call2(&locks, &name.into(), &kept);
    });
    let _ = JsFuture::from(granted).await;
    Some(())
}

/// Whether a tab has a lock now; that of a tab that crashed is let go by the browser. `None` where there are no locks.
pub async fn is_held(name: &str) -> Option<bool> {
    let (locks, query) = ability("query")?;
    let asked: Promise = query.call0(&locks).ok()?.dyn_into().ok()?;
    let found = JsFuture::from(asked).await.ok()?;
    let held: Array = Reflect::get(&found, &"held".into()).ok()?.dyn_into().ok()?;
    let name_of = |lock: JsValue| Reflect::get(&lock, &"name".into()).ok()?.as_string();
    Some(held.iter().any(|lock| name_of(lock).is_some_and(|other| other == name)))
}

/// The locks of this browser, and something that can be done with them.
fn ability(name: &str) -> Option<(JsValue, Function)> {
    let locks = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    let ability = Reflect::get(&locks, &name.into()).ok()?.dyn_into().ok()?;
    Some((locks, ability))
}
