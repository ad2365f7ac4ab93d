//! Reads a content folder: finds its files ([`source`]) with any encoding ([`decode`]) and good names ([`names`]), reads what stands in front of them ([`front`]), gives every document
//! its address, and renders the texts, in parallel. All faults are collected; nothing stops at the first.

mod decode;
mod front;
mod ids;
mod lessons;
mod materials;
mod names;
mod portal;
mod render;
mod source;
mod toml_fault;

pub use portal::Portal;

use crate::fault::{Fault, any_error};
use formats::page::{Audience, Heading};
use model::{DocumentId, SeriesId};
use std::collections::BTreeMap;
use std::path::Path;

/// A content folder that can be published.
#[derive(Debug, Clone)]
pub struct Content {
    /// `portal.toml`.
    pub portal: Portal,
    /// In order.
    pub series: Vec<Series>,
    /// Sorted by path.
    pub materials: Vec<Material>,
    /// The bytes of pictures, sounds and files, by their address on the site.
    pub media: BTreeMap<String, Vec<u8>>,
}

/// A series of lessons. Its address is `lessons/<slug>/`.
#[derive(Debug, Clone)]
pub struct Series {
    /// Its permanent id.
    pub id: SeriesId,
    /// The name of its folder.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// Whom it is for.
    pub audience: Audience,
    /// In order of their file names.
    pub lessons: Vec<Lesson>,
}

/// A lesson. Its address is `lessons/<series>/<slug>/`.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// Its permanent id.
    pub id: DocumentId,
    /// The name of its file without `.md`.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// A role or a unit.
    pub lecturer: String,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Where it is given.
    pub venue: String,
    /// Study hours in hundredths.
    pub hours_hundredths: u32,
    /// Whom it is for, in words.
    pub audience: String,
    /// What it is about.
    pub summary: String,
    /// Where the material comes from.
    pub source: String,
    /// Its text.
    pub article: Article,
}

/// A material. Its address is `materials/<path>/`.
#[derive(Debug, Clone)]
pub struct Material {
    /// Its permanent id, from its path unless it names one.
    pub id: DocumentId,
    /// Its path inside `materials`, without `.md`.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub article: Article,
}

/// A text, rendered.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// What stands inside `article#text`.
    pub html: String,
    /// The anchors of its blocks, packed.
    pub blocks: String,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// Its length in 字.
    pub characters: u32,
    /// Its beginning, about 100 字, without markup.
    pub description: String,
    /// The addresses of the media it needs, sorted.
    pub media: Vec<String>,
}

/// What reading a folder gives.
pub struct Read {
    /// `None` when there is an error.
    pub content: Option<Content>,
    /// All faults, sorted by file and line.
    pub faults: Vec<Fault>,
}

/// Reads a content folder.
#[must_use]
pub fn read(folder: &Path) -> Read {
    let mut faults = Vec::new();
    let content = collect(folder, &mut faults);
    faults.sort_by(|one, two| one.place().cmp(&two.place()));
    Read { content: content.filter(|_| !any_error(&faults)), faults }
}

fn collect(folder: &Path, faults: &mut Vec<Fault>) -> Option<Content> {
    let files = source::walk(folder, faults);
    let portal = portal::read(&files, faults);
    let series = lessons::outline(&files, faults);
    let materials = materials::outline(&files, faults);
    lessons::unique(&files, &series, &materials, faults);
    let rendered = render::all(&files, series, materials, faults);
    Some(Content { portal: portal?, series: rendered.series, materials: rendered.materials, media: rendered.media })
}
