//! The service worker: whether there is one, what it is asked, and when a newer one waits.

use super::{document, frame, window};
use gloo::events::EventListener;
use gloo::timers::callback::{Interval, Timeout};
use js_sys::{Array, Object, Promise, Reflect};
use model::shared::{
    FRESHER_EVENT, MIRRORED_REQUEST, RENEW_REQUEST, STATE_REQUEST, UPDATE_REQUEST, WORKER_REFUSED_EVENT,
};
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageChannel, MessageEvent, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

/// The browser's service workers; `None` where it or the connection has none.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = window().navigator();
    let offered = Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    offered.then(|| navigator.service_worker())
}

/// Whether the browser offers service workers here.
pub fn is_offered() -> bool {
    container().is_some()
}

/// Calls back when the browser refused the worker, also when that was before.
pub fn on_refused(call: impl Fn() + 'static) {
    if frame::html().is_some_and(|html| html.get_attribute("data-worker").as_deref() == Some("refused")) {
        call();
    }
    EventListener::once(&document(), WORKER_REFUSED_EVENT, move |_| call()).forget();
}

/// Waits until a worker is at work for this site.
pub async fn ready() -> Option<ServiceWorkerRegistration> {
    let promise: Promise = container()?.ready().ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// What the worker's mirror has, as it answers; `None` where there is no worker.
pub async fn mirror() -> Option<String> {
    let promise: Promise = container()?.get_registration();
    let registration: ServiceWorkerRegistration = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    fact(&ask(&registration, MIRRORED_REQUEST, &[]).await?, "mirror").as_string()
}

/// Asks the worker something, and waits for its one answer.
pub async fn ask(registration: &ServiceWorkerRegistration, kind: &str, facts: &[(&str, JsValue)]) -> Option<JsValue> {
    ask_worker(&registration.active()?, kind, facts).await
}

async fn ask_worker(worker: &ServiceWorker, kind: &str, facts: &[(&str, JsValue)]) -> Option<JsValue> {
    let channel = MessageChannel::new().ok()?;
    let port = channel.port1();
    let answer = Promise::new(&mut |resolve, _| {
        let call = Closure::once_into_js(move |event: MessageEvent| {
            // Resolving a promise that nobody waits for any more does nothing.
            let _ = resolve.call1(&JsValue::NULL, &event.data());
        });
        port.set_onmessage(Some(call.unchecked_ref()));
    });
    worker.post_message_with_transferable(&message(kind, facts), &Array::of1(&channel.port2())).ok()?;
    let answer = JsFuture::from(answer).await.ok();
    channel.port1().close();
    answer
}

fn message(kind: &str, facts: &[(&str, JsValue)]) -> JsValue {
    let message = Object::new();
    for (name, value) in facts.iter().chain([&("type", kind.into())]) {
        // A plain object takes every property.
        let _ = Reflect::set(&message, &(*name).into(), value);
    }
    message.into()
}

/// A property of an answer.
pub fn fact(answer: &JsValue, name: &str) -> JsValue {
    Reflect::get(answer, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Calls back when a newer worker is installed and waits, now or later. One that brings the build of this page was agreed to already.
pub fn on_waiting(registration: &ServiceWorkerRegistration, call: impl Fn() + Clone + 'static) {
    let tell = move |worker: ServiceWorker| {
        let call = call.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let brought =
                ask_worker(&worker, STATE_REQUEST, &[]).await.and_then(|state| fact(&state, "build").as_string());
            if brought != frame::html().and_then(|html| html.get_attribute("data-build")) {
                call();
            }
        });
    };
    if let (Some(waiting), Some(_)) = (registration.waiting(), registration.active()) {
        tell(waiting);
    }
    let watched = registration.clone();
    EventListener::new(registration, "updatefound", move |_| {
        let (Some(coming), tell, registration) = (watched.installing(), tell.clone(), watched.clone()) else { return };
        let worker = coming.clone();
        EventListener::new(&coming, "statechange", move |_| {
            let installed = worker.state() == web_sys::ServiceWorkerState::Installed;
            if installed && registration.active().is_some() {
                tell(worker.clone());
            }
        })
        .forget();
    })
    .forget();
}

/// How long the worker that waits may take to begin, in ms, before the one at work does what it would.
const BEGINNING: u32 = 2_000;

/// How long a page may take to be loaded again, in ms. Chromium can lose a request that it gave to a worker which it was just ending, and a
/// worker that ends before it answers never does.
const LOADING: u32 = 8_000;

/// Agrees to the worker that waits. Whichever is at work then renews the page at `address`, which is loaded again.
pub async fn change_over(registration: &ServiceWorkerRegistration, address: &str) {
    // A worker that is gone was replaced by a newer one, which will be offered in its turn.
    let (Some(container), Some(waiting)) = (container(), registration.waiting()) else { return };
    Interval::new(LOADING, super::web::reload).forget();
    let change = Promise::new(&mut |resolve, _| {
        EventListener::once(&container, "controllerchange", move |_| drop(resolve.call0(&JsValue::NULL))).forget();
    });
    // Without an answer the page is loaded again all the same.
    let _ = ask_worker(&waiting, UPDATE_REQUEST, &[]).await;
    settled(&change).await;
    let _ = ask(registration, RENEW_REQUEST, &[("address", address.into())]).await;
    // Whoever was only waiting for the other one to have nothing left to do begins now.
    settled(&change).await;
    super::web::reload();
}

/// Waits for the change, or until the worker has had its time.
async fn settled(change: &Promise) {
    let time = Promise::new(&mut |resolve, _| {
        Timeout::new(BEGINNING, move || drop(resolve.call0(&JsValue::NULL))).forget();
    });
    // Neither of the two can fail.
    let _ = JsFuture::from(Promise::race(&Array::of2(change, &time))).await;
}

/// The address of a kept page that was replaced by a newer text after it had been given: the small script in the page's head notes it.
pub fn fresher() -> Option<String> {
    frame::html()?.get_attribute("data-fresher")
}

/// Forgets it: another page is asked for now.
pub fn forget_fresher() {
    if let Some(html) = frame::html() {
        // Removing what is not there is no failure.
        let _ = html.remove_attribute("data-fresher");
    }
}

/// Calls back when there is a newer text, also when that was before the app ran.
pub fn on_fresher(call: impl Fn() + 'static) {
    call();
    EventListener::new(&document(), FRESHER_EVENT, move |_| call()).forget();
}
