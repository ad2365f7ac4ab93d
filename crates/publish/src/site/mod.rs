//! A site: every file of it, from content and the built app.
//!
//! [`App`] reads what the app's build left; [`pages`] says what is on every page; [`frame`] writes a page's HTML; then come the
//! packs, the service worker, the manifest and the sitemap; [`complete`] adds what can be carried away ([`books`]), which takes longer;
//! [`write`](Site::write) puts all of it in place at once.

mod app;
mod books;
mod extract;
pub mod feed;
mod frame;
mod manifest;
mod packs;
mod pages;
mod policy;
mod sitemap;
mod style;
mod worker;
mod write;

pub use app::App;
pub use books::complete;

use crate::content::Content;
use anyhow::Result;
use books::Offer;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// All files of a site, by address; pages by the name of their file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// Their bytes.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Builds the site without books and zips, and without links to them. `base` is the path that it will stand under, such as `/` or `/school/`; only `404.html` needs it.
///
/// # Errors
/// When a template of the app cannot be filled in.
pub fn build(content: &Content, app: &App, base: &str) -> Result<Site> {
    build_with(content, app, base, &Offer::default())
}

/// Builds the site with links to what it offers to carry away.
fn build_with(content: &Content, app: &App, base: &str, offer: &Offer) -> Result<Site> {
    let pages = pages::all(content, offer);
    let frames = pages.par_iter().map(|page| {
        let html = frame::write(page, content, app, base)?;
        Ok((page.file(), html.into_bytes()))
    });
    let mut files: BTreeMap<String, Vec<u8>> = frames.collect::<Result<_>>()?;
    files.extend(content.media.clone());
    files.extend(packs::all(content, &pages, &files)?);
    files.extend(app.files.clone());
    files.insert(manifest::FILE.to_owned(), manifest::fill(&app.manifest, &content.portal)?);
    files.insert(worker::FILE.to_owned(), worker::fill(app, content.portal.offline)?);
    if let Some(address) = &content.portal.address {
        files.insert(sitemap::FILE.to_owned(), sitemap::write(address, &pages).into_bytes());
    }
    Ok(Site { files })
}
