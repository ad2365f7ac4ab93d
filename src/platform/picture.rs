//! Pictures of the article: reached by keyboard, enlarged in a dialog.

use super::document;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

/// Lets the keyboard reach the pictures of the article.
pub fn prepare() {
    let Ok(pictures) = document().query_selector_all("#text figure img") else { return };
    for picture in (0..pictures.length()).filter_map(|index| pictures.item(index)?.dyn_into::<Element>().ok()) {
        for (name, value) in [("tabindex", "0"), ("role", "button")] {
            // Only an ill-formed name fails.
            let _ = picture.set_attribute(name, value);
        }
    }
}

/// The picture of the article that an event happened on.
pub fn touched(event: &web_sys::Event) -> Option<Element> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.matches("#text figure img").ok()?.then_some(element)
}

/// Shows a picture enlarged.
pub fn enlarge(picture: &Element) -> Option<()> {
    let dialog: HtmlDialogElement = document().get_element_by_id("picture")?.dyn_into().ok()?;
    let figure = dialog.query_selector("figure").ok()??;
    let large = picture.clone_node().ok()?.dyn_into::<Element>().ok()?;
    for name in ["tabindex", "role", "loading", "width", "height"] {
        large.remove_attribute(name).ok()?;
    }
    figure.set_text_content(None);
    figure.append_child(&large).ok()?;
    if let Some(caption) = picture.parent_element()?.query_selector("figcaption").ok()? {
        figure.append_child(&caption.clone_node_with_deep(true).ok()?).ok()?;
    }
    dialog.show_modal().ok()
}

/// Closes the dialog when what was clicked is the room around the picture.
pub fn close_if_outside(event: &web_sys::Event) {
    let touched = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let around = touched.filter(|touched| touched.matches("#picture, #picture figure").unwrap_or(false));
    let dialog = around.and_then(|around| around.closest("dialog").ok()?);
    if let Some(dialog) = dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}
