//! The published page: its data, its places, its article, and how one page takes the place of another.

use super::document;
use formats::page::{Heading, Page};
use leptos::prelude::*;
use ui::Slot;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// The root element.
pub fn html() -> Option<Element> {
    document().document_element()
}

/// An attribute of the root element of a document.
pub fn root_attribute(of: &Document, name: &str) -> String {
    of.document_element().and_then(|html| html.get_attribute(name)).unwrap_or_default()
}

fn set_state(state: &str) {
    if let Some(html) = html() {
        // Only an ill-formed name fails.
        let _ = html.set_attribute("data-app-state", state);
    }
}

/// Says that the app has taken over.
pub fn say_app_on() {
    set_state("on");
}

/// Says that the app cannot do its work here.
pub fn say_app_off() {
    set_state("off");
}

/// The page data of a document.
pub fn read_page(of: &Document) -> Option<Page> {
    Page::read(&of.get_element_by_id("page")?.text_content()?).ok()
}

/// The headings of the article.
pub fn headings() -> Vec<Heading> {
    let Ok(found) = document().query_selector_all("#text :is(h2,h3,h4,h5,h6)[id]") else { return Vec::new() };
    (0..found.length()).filter_map(|index| heading(&found.item(index)?.dyn_into().ok()?)).collect()
}

fn heading(element: &Element) -> Option<Heading> {
    let level = element.tag_name().get(1..)?.parse().ok()?;
    Some(Heading { level, anchor: element.id(), text: element.text_content()? })
}

/// Draws a view into a place and removes what stood there, before the browser can paint in between.
pub fn draw(slot: Slot, view: impl FnOnce() -> AnyView + 'static) -> Option<Box<dyn std::any::Any>> {
    let place: HtmlElement = document().get_element_by_id(slot.id())?.dyn_into().ok()?;
    let before = place.child_nodes().length();
    let handle = leptos::mount::mount_to(place.clone(), view);
    for _ in 0..before {
        if let Some(old) = place.first_child() {
            // It was just found there.
            let _ = place.remove_child(&old);
        }
    }
    Some(Box::new(handle))
}

/// Tells the small script in the page's head that the parts were drawn anew.
pub fn say_drawn() {
    if let Ok(event) = web_sys::Event::new("huaide:drawn") {
        // Nobody can cancel it.
        let _ = document().dispatch_event(&event);
    }
}

/// Puts the article, the title, the page data and the way to the root of another page in the place of this one's.
pub fn adopt(other: &Document, page: &Page) -> Option<()> {
    let here = document();
    for id in ["text", "page"] {
        let new = here.adopt_node(&*other.get_element_by_id(id)?).ok()?;
        here.get_element_by_id(id)?.replace_with_with_node_1(&new).ok()?;
    }
    html()?.set_attribute("data-root", &root_attribute(other, "data-root")).ok()?;
    here.set_title(&page.title);
    Some(())
}

/// Moves the keyboard's place to the new text, without scrolling.
pub fn focus_main() {
    let main = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok());
    if let Some(main) = main {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element of the page can always take the focus.
        let _ = main.focus_with_options(&options);
    }
}
