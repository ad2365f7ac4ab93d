//! What can be carried away: each series as a book and as a small portal in a zip, and all of the portal in a zip.
//!
//! Pages tell the size of what they offer, so all of it is made before them. Nothing that is in a zip offers a zip.

use super::pages::address_of;
use super::{App, File, HandedOut, Memory, Options, Site, build, build_with, extract};
use crate::book;
use crate::content::{Content, Series};
use anyhow::Result;
use formats::page::{Download, DownloadKind};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Where all of the portal is.
const PORTAL: &str = "portal.zip";
/// A portal that is larger is not offered in one piece, in bytes.
const LARGEST: usize = 100_000_000;

/// What pages offer to carry away.
#[derive(Debug, Default)]
pub(super) struct Offer {
    /// By the slug of a series.
    pub series: BTreeMap<String, Vec<Download>>,
    /// All of the portal.
    pub portal: Option<Download>,
}

/// Files by address.
type Files = BTreeMap<String, File>;

/// Builds the site with everything that can be carried away, and draws only what is not in the memory of the last building.
///
/// # Errors
/// When a template of the app cannot be filled in, or a book or zip cannot be packed.
pub fn complete(content: &Content, app: &App, options: &Options, memory: &mut Memory) -> Result<Site> {
    let full: Vec<&Series> = content.series.iter().filter(|series| !series.lessons.is_empty()).collect();
    let each = full.par_iter().map(|series| {
        let zip = || small_portal(content, series, app, options);
        let (epub, zip) = rayon::join(|| book::epub(content, series), zip);
        Ok(((file(series, "epub"), File::new(epub?)), (file(series, "zip"), File::new(zip?))))
    });
    let (epubs, zips): (Files, Files) = each.collect::<Result<Vec<_>>>()?.into_iter().unzip();
    let mut offer = Offer::default();
    offer_each(&mut offer, &full, &epubs, DownloadKind::Epub);
    let portal = if is_large(content) {
        None
    } else {
        let mut site = build_with(content, app, options, memory, &offer)?;
        site.files.extend(epubs.clone());
        whole_portal(&site, &content.portal.name)?
    };
    offer_each(&mut offer, &full, &zips, DownloadKind::Zip);
    offer.portal = portal.as_ref().map(|zip| download(DownloadKind::Zip, PORTAL, zip));
    let mut site = build_with(content, app, options, memory, &offer)?;
    site.files.extend(epubs);
    site.files.extend(zips);
    site.files.extend(portal.map(|zip| (PORTAL.to_owned(), zip)));
    Ok(site)
}

/// A portal with only this series.
fn small_portal(content: &Content, series: &Series, app: &App, options: &Options) -> Result<Vec<u8>> {
    // A portal without activities says nothing of them.
    let options = Options { handed_out: HandedOut::default(), ..options.clone() };
    let site = build(&extract::only(content, series), app, &options)?;
    pack(&site.files, &series.title)
}

/// Whether the texts and media alone are too large for one piece.
fn is_large(content: &Content) -> bool {
    let lessons = content.series.iter().flat_map(|series| series.lessons.iter().map(|lesson| &lesson.article));
    let articles = lessons.chain(content.materials.iter().map(|material| &material.article));
    let texts: usize = articles.map(|article| article.html.len()).sum();
    texts + content.media.values().map(|bytes| bytes.len()).sum::<usize>() > LARGEST
}

/// All of the portal, unless it is too large.
fn whole_portal(site: &Site, name: &str) -> Result<Option<File>> {
    let bytes: usize = site.files.values().map(|file| file.len()).sum();
    (bytes <= LARGEST).then(|| Ok(File::new(pack(&site.files, name)?))).transpose()
}

fn pack(files: &Files, folder: &str) -> Result<Vec<u8>> {
    book::zip(files.iter().map(|(name, file)| (name.as_str(), &**file)), folder)
}

/// Where the file of a series is: `lessons/<slug>/<slug>.epub`.
fn file(series: &Series, ending: &str) -> String {
    format!("{}{}.{ending}", address_of(series), series.slug)
}

fn offer_each(offer: &mut Offer, all: &[&Series], files: &Files, kind: DownloadKind) {
    let ending = match kind {
        DownloadKind::Epub => "epub",
        DownloadKind::Zip => "zip",
    };
    for series in all {
        let address = file(series, ending);
        if let Some(bytes) = files.get(&address) {
            offer.series.entry(series.slug.clone()).or_default().push(download(kind, &address, bytes));
        }
    }
}

fn download(kind: DownloadKind, address: &str, bytes: &[u8]) -> Download {
    Download { kind, address: address.to_owned(), bytes: bytes.len() as u64 }
}
