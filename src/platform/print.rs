//! Paper: this page, or several articles one after the other.

use super::{document, frame, window};
use gloo::events::EventListener;
use wasm_bindgen_futures::JsFuture;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlImageElement, Url};

/// Prints this page.
pub fn page() {
    // A browser that cannot print does nothing.
    let _ = window().print();
}

/// A place for articles that are printed one after the other.
pub struct Handout(Element);

impl Handout {
    /// An empty one.
    pub fn new() -> Option<Self> {
        let place = document().create_element("div").ok()?;
        place.set_id("handout");
        Some(Self(place))
    }

    /// Adds the title and the article of the page at `path`.
    pub fn add(&self, page: &Document, path: &str) -> Option<()> {
        let chapter = document().create_element("section").ok()?;
        for selector in ["#lead .title", "#text"] {
            let part = page.query_selector(selector).ok()??;
            chapter.append_child(&document().import_node_with_deep(&part, true).ok()?).ok()?;
        }
        let pictures = chapter.query_selector_all("img").ok()?;
        for picture in (0..pictures.length()).filter_map(|index| pictures.item(index)) {
            bring_along(&picture.dyn_into().ok()?, path)?;
        }
        self.0.append_child(&chapter).ok()?;
        Some(())
    }

    /// Adds a copy of a part of this page.
    pub fn add_copy(&self, part: &Element) -> Option<()> {
        self.0.append_child(&part.clone_node_with_deep(true).ok()?).ok().map(drop)
    }

    /// Prints it when its pictures are there, and removes it when that is over.
    pub async fn print(self) -> Option<()> {
        self.pictures_are_there().await;
        let html = frame::html()?;
        document().body()?.append_child(&self.0).ok()?;
        html.set_attribute("data-handout", "").ok()?;
        EventListener::once(&window(), "afterprint", move |_| {
            self.0.remove();
            // Only an ill-formed name fails.
            let _ = html.remove_attribute("data-handout");
        })
        .forget();
        page();
        Some(())
    }
}

impl Handout {
    async fn pictures_are_there(&self) {
        let Ok(pictures) = self.0.query_selector_all("img") else { return };
        for picture in
            (0..pictures.length()).filter_map(|index| pictures.item(index)?.dyn_into::<HtmlImageElement>().ok())
        {
            // A picture that cannot be had leaves its words on the paper.
            let _ = JsFuture::from(picture.decode()).await;
        }
    }
}

/// A picture of another page: found from there, and fetched now.
fn bring_along(picture: &Element, path: &str) -> Option<()> {
    let page = Url::new_with_base(path, &window().location().href().ok()?).ok()?;
    let address = Url::new_with_base(&picture.get_attribute("src")?, &page.href()).ok()?;
    picture.set_attribute("src", &address.href()).ok()?;
    picture.remove_attribute("loading").ok()
}
