//! What is on every page: the pages that every portal has ([`basics`]), then one for every document ([`documents`]), with
//! what lists and pages say of one another ([`lines`]).

mod basics;
mod documents;
mod lines;

pub(super) use lines::address_of;

use super::books::Offer;
use crate::content::{Article, Content};
use formats::page::{Body, Page, Portal, VERSION};
use std::sync::Arc;

/// The pages that every portal has and that must open without a network, by address.
pub(super) const BASICS: [&str; 8] =
    ["", "lessons/", "notices/", "materials/", "partners/", "record/", "settings/", "offline/"];

/// A page to write.
pub(super) struct Draft<'a> {
    /// Its page data.
    pub page: Page,
    /// Its text.
    pub article: Option<&'a Arc<Article>>,
    /// What it is about, for searchers and shared links.
    pub description: String,
}

impl<'a> Draft<'a> {
    /// A page without a text. An empty title is the portal's own name.
    fn new(content: &Content, address: &str, title: &str, about: &str, body: Body) -> Self {
        let name = &content.portal.name;
        let title = if title.is_empty() { name.clone() } else { format!("{title} · {name}") };
        let page = Page { v: VERSION, portal: portal(content), address: address.to_owned(), title, body };
        Self { page, article: None, description: about.to_owned() }
    }

    fn with(self, article: &'a Arc<Article>) -> Self {
        Self { article: Some(article), ..self }
    }

    /// The name of its file.
    pub fn file(&self) -> String {
        match self.page.body {
            Body::NotFound => "404.html".to_owned(),
            _ => format!("{}index.html", self.page.address),
        }
    }

    /// Whether searchers should know it.
    pub fn is_public(&self) -> bool {
        !matches!(self.page.body, Body::NotFound | Body::Offline | Body::Record | Body::Settings)
    }
}

/// Every page of the portal as it is on a day, `YYYY-MM-DD`.
pub(super) fn all<'a>(content: &'a Content, today: &str, offer: &Offer) -> Vec<Draft<'a>> {
    let mut pages = basics::all(content, today, offer);
    pages.extend(documents::all(content, today, offer));
    pages
}

fn portal(content: &Content) -> Portal {
    let portal = &content.portal;
    Portal {
        name: portal.name.clone(),
        motto: portal.motto.clone(),
        reading_speed: portal.reading_speed,
        offline: portal.offline,
        notice: portal.notice.clone(),
        carry: None,
    }
}
