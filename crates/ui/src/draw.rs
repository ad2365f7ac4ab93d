//! Draws the four places of a page to text, for the publisher.

use crate::slots;
use crate::{Live, Scene};
use formats::page::{Heading, Page};
use leptos::prelude::*;

/// What stands around the article of a page, as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Inside `#top`.
    pub top: String,
    /// Inside `#lead`.
    pub lead: String,
    /// Inside `#tail`.
    pub tail: String,
    /// Inside `#foot`.
    pub foot: String,
}

/// Draws what stands around the article of `page`. `root` leads from the page to the portal's root and ends with `/`.
#[must_use]
pub fn draw(page: &Page, headings: &[Heading], root: &str) -> Drawn {
    let owner = Owner::new();
    let drawn = owner.with(|| {
        let scene = Scene::new(page.clone(), headings.to_vec(), root, Live::still());
        let html = |view: AnyView| without_markers(&view.to_html());
        Drawn {
            top: html(slots::top(&scene)),
            lead: html(slots::lead(&scene)),
            tail: html(slots::tail(&scene)),
            foot: html(slots::foot(&scene)),
        }
    });
    owner.cleanup();
    drawn
}

/// The app draws anew and does not look for the marks that Leptos leaves for hydration.
fn without_markers(html: &str) -> String {
    html.replace("<!>", "").replace("<!---->", "")
}
