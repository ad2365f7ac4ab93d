//! A site: every file of it, from content and the built app.
//!
//! [`App`] reads what the app's build left; [`pages`] says what is on every page; [`frame`] writes a page's HTML; then come the
//! packs, the service worker, the manifest and the sitemap; [`write`](Site::write) puts all of it in place at once.

mod app;
mod frame;
mod manifest;
mod moved;
mod packs;
mod pages;
mod policy;
mod sitemap;
mod style;
mod worker;
mod write;

pub use app::App;

use crate::content::Content;
use anyhow::Result;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// All files of a site, by address; pages by the name of their file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// Their bytes.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// How a site is built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The path that it will stand under, such as `/` or `/school/`; only `404.html` needs it.
    pub base: String,
    /// The day it is, `YYYY-MM-DD`: notices that hold no longer go to the archive.
    pub today: String,
}

/// Builds the site.
///
/// # Errors
/// When a template of the app cannot be filled in.
pub fn build(content: &Content, app: &App, options: &Options) -> Result<Site> {
    let pages = pages::all(content, &options.today);
    let frames = pages.par_iter().map(|page| {
        let html = frame::write(page, content, app, &options.base)?;
        Ok((page.file(), html.into_bytes()))
    });
    let mut files: BTreeMap<String, Vec<u8>> = frames.collect::<Result<_>>()?;
    let titles: BTreeMap<&str, &str> =
        pages.iter().map(|draft| (draft.page.address.as_str(), draft.page.title.as_str())).collect();
    for one in &content.moved {
        let title = titles.get(one.to.as_str()).copied().unwrap_or_default();
        files.insert(format!("{}index.html", one.from), moved::write(one, title, &content.portal, app).into_bytes());
    }
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
