//! The browser, one small file per thing it offers. Nothing here knows what a lesson is.

pub mod awake;
pub mod canvas;
pub mod clock;
pub mod contents;
pub mod derive;
pub mod failure;
pub mod frame;
pub mod history;
pub mod in_app;
pub mod local;
pub mod lock;
pub mod page_events;
pub mod picture;
pub mod print;
pub mod quota;
pub mod random;
pub mod recorder;
pub mod scroll;
pub mod session;
pub mod share;
pub mod sound;
pub mod speech;
pub mod tabs;
pub mod text_blocks;
pub mod web;
pub mod worker;
pub mod zone;

use leptos::tachys::dom;

/// The window.
pub fn window() -> web_sys::Window {
    dom::window()
}

/// The document.
pub fn document() -> web_sys::Document {
    dom::document()
}
