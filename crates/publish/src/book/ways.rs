//! Where links and media of a chapter lead inside the book.

use super::chapter::Chapter;
use super::media::Media;
use super::web::{self, Goal};
use crate::xhtml::Ways;

/// What a chapter knows of the book that it is in.
pub(super) struct InBook<'a> {
    pub chapter: &'a Chapter<'a>,
    pub chapters: &'a [Chapter<'a>],
    pub media: &'a Media,
    /// The address of the series on the site.
    pub series: &'a str,
    /// The address of the portal.
    pub portal: Option<&'a str>,
}

impl Ways for InBook<'_> {
    /// Other lessons are in the book; other pages on the web, if the portal is.
    fn link(&self, href: &str) -> Option<String> {
        let Goal::Inside(address, fragment) = web::goal(href, &self.chapter.address)? else {
            return web::absolute(href, &self.chapter.address, None);
        };
        if address == self.series {
            return Some(super::pages::TITLE.to_owned());
        }
        let Some(target) = self.chapters.iter().find(|chapter| chapter.address == address) else {
            return web::absolute(href, &self.chapter.address, self.portal);
        };
        let place = fragment.filter(|id| target.ids.contains(id)).map(|id| format!("#{id}"));
        match (target.number == self.chapter.number, place) {
            (true, place) => place,
            (false, place) => Some(format!("{}{}", target.file, place.unwrap_or_default())),
        }
    }

    fn medium(&self, src: &str) -> Option<String> {
        match web::goal(src, &self.chapter.address)? {
            Goal::Inside(address, _) => self.media.file(&address),
            Goal::Outside(_) => None,
        }
    }

    fn is_book(&self) -> bool {
        true
    }
}
