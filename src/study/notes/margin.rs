//! The notes in the margin: beside their passages where there is room, else as small signs. They float over the page and move nothing.
//!
//! They are buttons in the order of the text. Where they stand is measured after they are drawn, and again when the text changes its size.

use super::pad::{Note, Pad};
use super::{marks, pens};
use crate::platform::{document, window};
use leptos::html::Div;
use leptos::prelude::*;
use model::EventId;
use ui::whisper;
use web_sys::wasm_bindgen::JsCast;
use web_sys::wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, ResizeObserver};

/// Between the text and its notes, and between these and the edge of the window, in pixels.
const GAPS: f64 = 14.0 + 10.0;
/// The least and the most that a note is wide, in pixels: seven characters, and sixteen.
const WIDTHS: (f64, f64) = (110.0, 250.0);
/// Between two notes, in pixels.
const BETWEEN: f64 = 8.0;

/// The margin of a text.
pub fn margin(pad: Pad) -> AnyView {
    let node = NodeRef::<Div>::new();
    let lines = move || {
        let notes = pad.notes.get();
        let noted = notes.iter().filter(|note| note.placed.is_some() && !note.highlight.note.is_empty());
        noted.map(|note| line(pad, note)).collect_view()
    };
    Effect::new(move |_| {
        pad.notes.track();
        pad.draw();
        if let Some(margin) = node.get() {
            lay_out(&margin);
        }
    });
    // The sheet of the page leaves later children of a text out of its layout; these must not be.
    view! { <div class="margin" style:content-visibility="visible" node_ref=node>{lines}</div> }.into_any()
}

fn line(pad: Pad, note: &Note) -> AnyView {
    let event = note.event;
    view! {
        <button type="button" data-of=event.to_string() data-pen=pens::name(note.highlight.colour) on:click=move |_| pad.open_one(event, false)>
            {whisper(locale::note_margin())} <span>{note.highlight.note.clone()}</span>
        </button>
    }
    .into_any()
}

/// Watches the size of the text for as long as it lives.
pub struct Watch {
    observer: ResizeObserver,
    _call: Closure<dyn FnMut()>,
}

impl Watch {
    /// Lays the margin out again whenever the text changes its size.
    pub fn start(text: &HtmlElement) -> Option<Self> {
        let call = Closure::<dyn FnMut()>::new(|| {
            if let Ok(Some(margin)) = document().query_selector("#text > .margin") {
                lay_out(&margin.unchecked_into());
            }
        });
        let observer = ResizeObserver::new(call.as_ref().unchecked_ref()).ok()?;
        observer.observe(text);
        Some(Self { observer, _call: call })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Puts every note beside its passage, or below the one before it. What is measured is measured before anything is moved.
fn lay_out(margin: &HtmlElement) {
    let Some(text) = margin.parent_element().map(|text| text.get_bounding_client_rect()) else { return };
    let width = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or_default();
    let room = (width - text.right() - GAPS).min(WIDTHS.1);
    let has_room = room >= WIDTHS.0;
    // Only an ill-formed name fails, here and below.
    let _ = margin.set_attribute("data-room", if has_room { "beside" } else { "sign" });
    let _ = margin.style().set_property("inline-size", &if has_room { format!("{room}px") } else { String::new() });
    let children = margin.children();
    let lines: Vec<HtmlElement> = (0..children.length()).filter_map(|at| children.item(at)?.dyn_into().ok()).collect();
    let measure = |line: &HtmlElement| {
        let event = EventId::parse(&line.get_attribute("data-of")?)?;
        Some(marks::first(event)?.get_bounding_client_rect().top() - text.top())
    };
    let measured: Vec<(f64, f64)> =
        lines.iter().map(|line| (measure(line).unwrap_or_default(), f64::from(line.offset_height()))).collect();
    let mut free = f64::MIN;
    for (line, (top, height)) in lines.iter().zip(measured) {
        let at = top.max(free);
        let _ = line.style().set_property("inset-block-start", &format!("{at}px"));
        free = at + height + BETWEEN;
    }
}
