//! What is on every page: the pages that every portal has ([`basics`]), then one for every document ([`documents`]) and every bank ([`banks`]) and
//! those of the holidays ([`youth`]), with what lists and pages say of one another ([`lines`]).

mod banks;
mod basics;
mod documents;
mod lines;
mod youth;

pub(super) use lines::{address_of, lesson_link};

use super::books::Offer;
use super::programme::Programme;
use super::study::Study;
pub(super) use crate::content::BASICS;
use crate::content::{Article, Content};
use formats::page::{Body, Page, Portal, VERSION, Youth};
use std::sync::Arc;

/// A page to write.
pub(super) struct Draft<'a> {
    /// Its page data.
    pub page: Page,
    /// Its text.
    pub article: Option<&'a Arc<Article>>,
    /// What it is about, for searchers and shared links.
    pub description: String,
    /// The files that it needs besides the media of its text.
    pub needs: Vec<String>,
}

impl<'a> Draft<'a> {
    /// A page without a text. An empty title is the portal's own name.
    fn new(content: &Content, address: &str, title: &str, about: &str, body: Body) -> Self {
        let name = &content.portal.name;
        let title = if title.is_empty() { name.clone() } else { format!("{title} · {name}") };
        let page = Page {
            v: VERSION,
            portal: portal(content),
            address: address.to_owned(),
            title,
            body,
            study: String::new(),
            bank: String::new(),
        };
        Self { page, article: None, description: about.to_owned(), needs: Vec::new() }
    }

    /// A page of studying: it names the index, and needs it.
    fn of_study(mut self, study: &Study) -> Self {
        self.page.study.clone_from(&study.index);
        self.needs.push(study.index.clone());
        self
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
        match &self.page.body {
            Body::Record | Body::Practice | Body::Learners | Body::NotFound | Body::Offline | Body::Settings => false,
            Body::Youth(page) => !matches!(page, Youth::Desk { .. } | Youth::Receipts | Youth::Stored),
            _ => true,
        }
    }
}

/// Every page of the portal as it is on a day, `YYYY-MM-DD`.
pub(super) fn all<'a>(
    content: &'a Content,
    today: &str,
    offer: &Offer,
    study: &Study,
    programme: &Programme,
) -> Vec<Draft<'a>> {
    let mut pages = basics::all(content, today, offer, study);
    pages.extend(documents::all(content, today, offer));
    pages.extend(banks::all(content, study));
    pages.extend(youth::all(content, programme));
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
