//! What a component needs to know to draw its part of a page.

use crate::Live;
use formats::page::{Heading, Page, Reading};
use std::sync::Arc;

/// A page, how to reach other pages from it, and what the app knows beyond it. Cheap to clone.
#[derive(Clone)]
pub struct Scene {
    /// The page data.
    pub page: Arc<Page>,
    /// The headings of its article, in order. Only a published page needs them.
    pub headings: Arc<[Heading]>,
    /// What moves.
    pub live: Live,
    root: Arc<str>,
}

impl Scene {
    /// `root` leads from the page to the portal's root and ends with `/`.
    #[must_use]
    pub fn new(page: impl Into<Arc<Page>>, headings: Vec<Heading>, root: &str, live: Live) -> Self {
        Self { page: page.into(), headings: headings.into(), live, root: root.into() }
    }

    /// A link to an address of the portal, which is relative to its root.
    #[must_use]
    pub fn to(&self, address: &str) -> String {
        format!("{}{address}", self.root)
    }

    /// The text on this page, if there is one.
    #[must_use]
    pub fn reading(&self) -> Option<&Reading> {
        self.page.reading()
    }
}
