//! Makes the package of an entry.

use super::page::Page;
use super::{MANIFEST, Package, Reason, names, page, text};
use crate::manifest::{Kind, Manifest, Media, Part, VERSION, Work};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// A picture or a recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// How it is written.
    pub media: Media,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The work itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// An essay: typed, photographed, or both.
    Essay {
        /// What was typed.
        text: Option<String>,
        /// The photographed pages, in order.
        photos: Vec<File>,
        /// What the readable page says.
        page: Page,
    },
    /// A speech.
    Speech(File),
}

/// Makes the package. The same work gives the same bytes.
///
/// # Errors
/// [`Reason::Consent`] if it may not be handed over, [`Reason::Empty`] if there is nothing in it, [`Reason::Name`] if a file is of a kind that
/// an entry does not have.
pub fn write(work: Work, content: Content) -> Result<(Package, Vec<u8>), Reason> {
    work.is_allowed().map_err(Reason::Consent)?;
    let files = files(&work.title, content)?;
    let mut parts: Vec<Part> = files.iter().map(part).collect();
    for (part, name) in parts.iter_mut().zip(names_of(&files)?) {
        part.name = name;
    }
    let manifest = Manifest { v: VERSION, work, parts };
    let package = Package { manifest, contents: files.into_iter().map(|(_, file)| file.bytes).collect() };
    let bytes = packed(&package)?;
    Ok((package, bytes))
}

/// The files in their order. The page names the photos, so their names are known before it is written.
fn files(title: &str, content: Content) -> Result<Vec<(Kind, File)>, Reason> {
    match content {
        Content::Speech(take) if take.bytes.is_empty() => Err(Reason::Empty),
        Content::Speech(take) => Ok(vec![(Kind::Audio, take)]),
        Content::Essay { text, photos, page } => {
            let text = text.filter(|text| !text.trim().is_empty());
            if text.is_none() && photos.is_empty() {
                return Err(Reason::Empty);
            }
            let photos: Vec<_> = photos.into_iter().map(|photo| (Kind::Photo, photo)).collect();
            let page = page::write(&page, title, text.as_deref(), &names_of(&photos)?);
            let page = (Kind::Page, File { media: Media::Html, bytes: page.into_bytes() });
            let text = text.map(|text| File { media: Media::Plain, bytes: text::write(title, &text).into_bytes() });
            Ok(text.map(|text| (Kind::Text, text)).into_iter().chain([page]).chain(photos).collect())
        }
    }
}

fn part((kind, file): &(Kind, File)) -> Part {
    let File { media, bytes } = file;
    Part { name: String::new(), kind: *kind, media: *media, bytes: bytes.len() as u64, sha256: crate::sha256(bytes) }
}

fn names_of(files: &[(Kind, File)]) -> Result<Vec<String>, Reason> {
    let kinds: Vec<_> = files.iter().map(|(kind, file)| (*kind, file.media)).collect();
    let refused = |media: Media| Reason::Name(media.name().to_owned());
    names(&kinds).into_iter().zip(&kinds).map(|(name, (_, media))| name.ok_or_else(|| refused(*media))).collect()
}

/// The zip file: stored, with fixed times and rights.
fn packed(package: &Package) -> Result<Vec<u8>, Reason> {
    let manifest = serde_json::to_vec_pretty(&package.manifest).map_err(|error| Reason::Manifest(error.to_string()))?;
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let first = std::iter::once((MANIFEST, manifest.as_slice()));
    for (name, bytes) in first.chain(package.parts().map(|(part, bytes)| (part.name.as_str(), bytes))) {
        zip.start_file(name, options).map_err(|_| Reason::Zip)?;
        zip.write_all(bytes).map_err(|_| Reason::Zip)?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|_| Reason::Zip)
}
