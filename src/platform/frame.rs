//! The published page: its data, its places, its article, and how one page takes the place of another.

use super::{document, web};
use formats::page::Page;
use leptos::prelude::*;
use model::shared::{DRAWN_EVENT, MIRROR_EVENT};
use ui::Part;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// What the root element says of one page and not of another.
const MOVING: [&str; 5] = ["data-root", "data-notes", "data-notes-wasm", "data-notes-style", "data-notes-integrity"];

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

/// Draws every part that moves in its place, and removes what stood there, before the browser can paint in between.
pub fn draw(view: impl Fn(Part, &str) -> AnyView + Clone + 'static) -> Vec<Box<dyn std::any::Any>> {
    let Ok(places) = document().query_selector_all("[data-part]") else { return Vec::new() };
    let places = (0..places.length()).filter_map(|index| places.item(index)?.dyn_into::<HtmlElement>().ok());
    places.filter_map(|place| draw_one(place, view.clone())).collect()
}

fn draw_one(place: HtmlElement, view: impl Fn(Part, &str) -> AnyView + 'static) -> Option<Box<dyn std::any::Any>> {
    let part = Part::named(&place.get_attribute("data-part")?)?;
    let key = place.get_attribute("data-key").unwrap_or_default();
    let before = place.child_nodes().length();
    let handle = leptos::mount::mount_to(place.clone(), move || view(part, &key));
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
    if let Ok(event) = web_sys::Event::new(DRAWN_EVENT) {
        // Nobody can cancel it.
        let _ = document().dispatch_event(&event);
    }
}

/// Asks the small script in the page's head to have the mirror written now.
pub fn ask_mirror() {
    if let Ok(event) = web_sys::Event::new(MIRROR_EVENT) {
        // Nobody can cancel it.
        let _ = document().dispatch_event(&event);
    }
}

/// Makes the icon and the manifest independent of the address in the window, which is about to change.
pub fn settle_head() {
    let Ok(links) = document().query_selector_all("head link[href]") else { return };
    for link in (0..links.length()).filter_map(|index| links.item(index)?.dyn_into::<Element>().ok()) {
        if let Some(address) = link.get_attribute("href").and_then(|href| web::absolute(&href)) {
            // Only an ill-formed name fails.
            let _ = link.set_attribute("href", &address);
        }
    }
}

/// Puts the body, the title and the way to the root of another page in the place of this one's.
pub fn adopt(other: &Document) -> Option<()> {
    let here = document();
    let body = here.adopt_node(&*other.body()?).ok()?;
    here.body()?.replace_with_with_node_1(&body).ok()?;
    for name in MOVING {
        html()?.set_attribute(name, &root_attribute(other, name)).ok()?;
    }
    here.set_title(&other.title());
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
