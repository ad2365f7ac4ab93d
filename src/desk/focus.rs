//! Where the keyboard goes when what it stood on is drawn anew.

use crate::platform::document;
use learning::Question;
use leptos::task::{self, spawn_local};
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

/// The id of a question's heading.
pub fn heading(question: &Question) -> String {
    format!("heading-{}", question.id)
}

/// The id of what is said to the answer.
pub fn feedback(question: &Question) -> String {
    format!("said-{}", question.id)
}

/// Moves the keyboard to an element by its id, when what is to be drawn now was drawn.
pub fn on(id: String) {
    spawn_local(async move {
        task::tick().await;
        let element = document().get_element_by_id(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
        if let Some(element) = element {
            // An element that cannot take the focus leaves it where it is.
            let _ = element.focus();
        }
    });
}
