//! A site: every file of it, from content and the built app.
//!
//! [`App`] reads what the app's build left; [`pages`] says what is on every page; [`frame`] writes a page's HTML; [`study`] makes the files of banks,
//! [`programme`] those of the holidays with their [`calendar`]s; then come the packs, the service worker, the manifest and the sitemap; [`complete`] adds what can be carried away ([`books`]), which takes longer; [`Site::add_packed`] adds packed copies;
//! [`write`](Site::write) puts all of it in place at once.

mod app;
pub mod base;
mod books;
mod calendar;
mod extract;
pub mod feed;
mod file;
mod frame;
mod manifest;
mod memory;
mod moved;
mod packed;
mod packs;
mod pages;
mod policy;
mod programme;
mod sitemap;
mod study;
mod style;
mod worker;
mod write;

pub use app::App;
pub use books::complete;
pub use calendar::HandedOut;
pub use file::File;
pub use memory::Memory;

use crate::book::absolute;
use crate::content::{Content, Moved};
use anyhow::Result;
use books::Offer;
use pages::Draft;
use std::collections::BTreeMap;

/// All files of a site, by address; pages by the name of their file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// Their bytes.
    pub files: BTreeMap<String, File>,
}

/// How a site is built.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The path that it will stand under, such as `/` or `/school/`, as [`base::read`] gives it; only `404.html` and the id of the app need it.
    pub base: String,
    /// The day it is, `YYYY-MM-DD`: notices that hold no longer go to the archive.
    pub today: String,
    /// The calendars that were handed out before: their meetings keep their names, and tell what became of them.
    pub handed_out: HandedOut,
}

/// Builds the site without books and zips, and without links to them.
///
/// # Errors
/// When a template of the app cannot be filled in.
pub fn build(content: &Content, app: &App, options: &Options) -> Result<Site> {
    build_again(content, app, options, &mut Memory::default())
}

/// Builds the site, and draws only what is not in the memory of the last building.
///
/// # Errors
/// As [`build`].
pub fn build_again(content: &Content, app: &App, options: &Options, memory: &mut Memory) -> Result<Site> {
    build_with(content, app, options, memory, &Offer::default())
}

/// Builds the site with links to what it offers to carry away.
fn build_with(content: &Content, app: &App, options: &Options, memory: &mut Memory, offer: &Offer) -> Result<Site> {
    let study = study::files(content)?;
    let programme = programme::files(content, &study, &options.handed_out)?;
    let pages = pages::all(content, &options.today, offer, &study, &programme);
    let mut files = memory.pages(&pages, content, app, options)?;
    files.extend(study.files);
    files.extend(programme.files);
    files.extend(redirections(content, &pages, app));
    files.extend(memory.media(content));
    let file = |bytes: Vec<u8>| File::new(bytes);
    files.extend(packs::all(content, &pages, &files)?.into_iter().map(|(name, bytes)| (name, file(bytes))));
    files.insert(feed::FILE.to_owned(), file(feed::of_notices(content).into_bytes()));
    files.extend(app.files.clone());
    files.insert(manifest::FILE.to_owned(), file(manifest::fill(&app.manifest, &content.portal, &options.base)?));
    files.insert(worker::FILE.to_owned(), file(worker::fill(app, content.portal.offline)?));
    if let Some(address) = &content.portal.address {
        files.insert(sitemap::FILE.to_owned(), file(sitemap::write(address, &pages).into_bytes()));
    }
    Ok(Site { files })
}

/// An address of the site as searchers want it: whole, with `%` for whatever is not ASCII. `portal` is where the portal is.
fn on_web(portal: &str, address: &str) -> String {
    absolute("", address, Some(portal)).unwrap_or_else(|| format!("{portal}{address}"))
}

/// What stands at the old addresses.
fn redirections(content: &Content, pages: &[Draft], app: &App) -> BTreeMap<String, File> {
    let titles: BTreeMap<&str, &str> =
        pages.iter().map(|draft| (draft.page.address.as_str(), draft.page.title.as_str())).collect();
    let page = |one: &Moved| {
        let title = titles.get(one.to.as_str()).copied().unwrap_or_default();
        let html = moved::write(one, title, &content.portal, app);
        (format!("{}index.html", one.from), File::new(html.into_bytes()))
    };
    content.moved.iter().map(page).collect()
}
