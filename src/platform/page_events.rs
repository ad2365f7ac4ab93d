//! What happens to the page: it is seen or hidden, left, scrolled, touched.

use super::{document, window};
use gloo::events::{EventListener, EventListenerOptions};
use model::shared::NOTES_REFUSED_EVENT;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget};

/// Calls back for as long as the page lives.
fn forever(target: &EventTarget, name: &'static str, call: impl FnMut(&Event) + 'static) {
    EventListener::new_with_options(target, name, EventListenerOptions::enable_prevent_default(), call).forget();
}

fn forever_passive(target: &EventTarget, name: &'static str, call: impl FnMut(&Event) + 'static) {
    EventListener::new(target, name, call).forget();
}

/// A sign of life: the reader scrolls, touches, types or moves the pointer.
pub fn on_sign_of_life(call: impl Fn() + Clone + 'static) {
    for name in ["scroll", "wheel", "pointermove", "pointerdown", "touchmove", "keydown"] {
        let call = call.clone();
        forever_passive(&window(), name, move |_| call());
    }
}

/// The window was scrolled or changed its size.
pub fn on_scroll(call: impl Fn() + Clone + 'static) {
    for name in ["scroll", "resize"] {
        let call = call.clone();
        forever_passive(&window(), name, move |_| call());
    }
}

/// The page went out of sight (`false`) or came back (`true`).
pub fn on_visibility(call: impl Fn(bool) + Clone + 'static) {
    let seen = call.clone();
    forever_passive(&document(), "visibilitychange", move |_| seen(is_visible()));
    forever_passive(&window(), "pagehide", move |_| call(false));
}

/// Any key or touch, until the listeners are dropped.
pub fn touches(call: impl Fn(&Event) + Clone + 'static) -> [EventListener; 2] {
    ["keydown", "pointerdown"].map(|name| {
        let call = call.clone();
        EventListener::new(&window(), name, move |event| call(event))
    })
}

/// The browser shows the page again as it was left, without loading it.
pub fn on_return(call: impl Fn() + 'static) {
    forever_passive(&window(), "pageshow", move |event| {
        if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(web_sys::PageTransitionEvent::persisted) {
            call();
        }
    });
}

/// Whether the page is seen.
pub fn is_visible() -> bool {
    document().visibility_state() == web_sys::VisibilityState::Visible
}

/// Something was clicked.
pub fn on_click(call: impl Fn(&web_sys::MouseEvent) + 'static) {
    forever(&document(), "click", move |event| {
        if let Some(event) = event.dyn_ref() {
            call(event);
        }
    });
}

/// What the button that an event happened on asks for.
pub fn asked(event: &Event) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest("[data-act]").ok()??.get_attribute("data-act")
}

/// A key was pressed.
pub fn on_key(call: impl Fn(&web_sys::KeyboardEvent) + 'static) {
    forever(&document(), "keydown", move |event| {
        if let Some(event) = event.dyn_ref() {
            call(event);
        }
    });
}

/// The reader went back or forth in the browser's history, or to another place in the page.
pub fn on_history(call: impl Fn() + 'static) {
    forever_passive(&window(), "popstate", move |_| call());
}

/// What draws notes was asked for and could not be brought.
pub fn on_notes_refused(call: impl Fn() + 'static) {
    forever_passive(&document(), NOTES_REFUSED_EVENT, move |_| call());
}

/// Another tab changed what is kept under a name in localStorage.
pub fn on_other_tab(name: &'static str, call: impl Fn() + 'static) {
    forever_passive(&window(), "storage", move |event| {
        let key = event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
        if key.as_deref() == Some(name) {
            call();
        }
    });
}

/// How a page comes and goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// It went out of sight.
    Hidden,
    /// It came back.
    Shown,
    /// It is left.
    Left,
    /// The browser shows it again as it was left, without loading it.
    Returned,
}

/// The page comes or goes, until the listeners are dropped.
pub fn turns(call: impl Fn(Turn) + Clone + 'static) -> [EventListener; 3] {
    let (seen, left) = (call.clone(), call.clone());
    [
        EventListener::new(&document(), "visibilitychange", move |_| {
            seen(if is_visible() { Turn::Shown } else { Turn::Hidden });
        }),
        EventListener::new(&window(), "pagehide", move |_| left(Turn::Left)),
        EventListener::new(&window(), "pageshow", move |event| {
            if event.dyn_ref::<web_sys::PageTransitionEvent>().is_some_and(web_sys::PageTransitionEvent::persisted) {
                call(Turn::Returned);
            }
        }),
    ]
}

/// The browser asks before the page is left, until the listener is dropped.
pub fn ask_before_leaving() -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, |event| {
        event.prevent_default();
        // Older browsers ask only when something is given back.
        if let Some(event) = event.dyn_ref::<web_sys::BeforeUnloadEvent>() {
            event.set_return_value("?");
        }
    })
}
