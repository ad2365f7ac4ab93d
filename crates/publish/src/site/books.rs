//! What can be carried away: each series as a book and as a small portal in a zip, and all of the portal in a zip.
//!
//! Pages tell the size of what they offer, so all of it is made before them. Nothing that is in a zip offers a zip.

use super::pages::address_of;
use super::{App, Site, build, build_with, extract};
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
type Files = BTreeMap<String, Vec<u8>>;

/// Builds the site with everything that can be carried away. `base` as in [`build`].
///
/// # Errors
/// When a template of the app cannot be filled in, or a book or zip cannot be packed.
pub fn complete(content: &Content, app: &App, base: &str) -> Result<Site> {
    let full: Vec<&Series> = content.series.iter().filter(|series| !series.lessons.is_empty()).collect();
    let each = full.par_iter().map(|series| {
        let zip = || small_portal(content, series, app, base);
        let (epub, zip) = rayon::join(|| book::epub(content, series), zip);
        Ok(((file(series, "epub"), epub?), (file(series, "zip"), zip?)))
    });
    let (epubs, zips): (Files, Files) = each.collect::<Result<Vec<_>>>()?.into_iter().unzip();
    let mut offer = Offer::default();
    offer_each(&mut offer, &full, &epubs, DownloadKind::Epub);
    let portal = whole_portal(content, app, base, &offer, &epubs)?;
    offer_each(&mut offer, &full, &zips, DownloadKind::Zip);
    offer.portal = portal.as_ref().map(|zip| download(DownloadKind::Zip, PORTAL, zip));
    let mut site = build_with(content, app, base, &offer)?;
    site.files.extend(epubs);
    site.files.extend(zips);
    site.files.extend(portal.map(|zip| (PORTAL.to_owned(), zip)));
    Ok(site)
}

/// A portal with only this series.
fn small_portal(content: &Content, series: &Series, app: &App, base: &str) -> Result<Vec<u8>> {
    let site = build(&extract::only(content, series), app, base)?;
    pack(&site.files, &series.title)
}

/// All of the portal with its books, unless it is too large.
fn whole_portal(content: &Content, app: &App, base: &str, offer: &Offer, epubs: &Files) -> Result<Option<Vec<u8>>> {
    let mut site = build_with(content, app, base, offer)?;
    site.files.extend(epubs.clone());
    let bytes: usize = site.files.values().map(Vec::len).sum();
    (bytes <= LARGEST).then(|| pack(&site.files, &content.portal.name)).transpose()
}

fn pack(files: &Files, folder: &str) -> Result<Vec<u8>> {
    book::zip(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())), folder)
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
