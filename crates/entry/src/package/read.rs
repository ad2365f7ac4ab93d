//! Reads the package of an entry: all of it, or nothing and a reason.
//!
//! Whoever made the file is a stranger. So nothing is unpacked before its name and size are known to be those of an entry, and nothing is
//! given out before everything is what the manifest says. `essay.html` is as it was packed, by whatever packed it: show the text instead.

use super::{MANIFEST, Package, Reason, names};
use crate::manifest::{Kind, Manifest, Part, VERSION};
use serde::Deserialize;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::read::{ArchiveOffset, Config};

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Folders that other programs name when they pack the same files again.
const FOLDERS: [&str; 2] = ["photos/", "audio/"];

/// The most bytes of a manifest.
const MANIFEST_BYTES: u64 = 1 << 20;

/// The most characters of a stranger's file name that a reason repeats.
const SHOWN: usize = 60;

/// What is taken at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Files, with the manifest.
    pub files: usize,
    /// Bytes of one file, unpacked.
    pub file_bytes: u64,
    /// Bytes of the package, and of all files unpacked.
    pub total_bytes: u64,
    /// How many times larger a file may be than it is packed.
    pub ratio: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { files: 64, file_bytes: 48 << 20, total_bytes: 96 << 20, ratio: 100 }
    }
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

/// Reads a package.
///
/// # Errors
/// A [`Reason`] that names what is wrong.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Package, Reason> {
    if bytes.len() as u64 > limits.total_bytes {
        return Err(Reason::TooLarge("the file".to_owned()));
    }
    let mut archive = opened(bytes, limits)?;
    let manifest = manifest(&mut archive, limits)?;
    check_names(&manifest.parts, &archive)?;
    check_sizes(&manifest.parts, limits)?;
    let contents = manifest.parts.iter().map(|part| content(&mut archive, part, limits));
    let contents = contents.collect::<Result<_, _>>()?;
    Ok(Package { manifest, contents })
}

fn opened<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Archive<'a>, Reason> {
    // Nothing stands before the first file.
    let config = Config { archive_offset: ArchiveOffset::Known(0) };
    let mut archive = ZipArchive::with_config(config, Cursor::new(bytes)).map_err(|_| Reason::Zip)?;
    if archive.len() > limits.files {
        return Err(Reason::TooMany(limits.files));
    }
    // Other programs may see another file in what stands twice or lies over another one.
    let is_clear = !archive.has_duplicate_names() && archive.has_overlapping_entries().is_ok_and(|overlap| !overlap);
    if is_clear { Ok(archive) } else { Err(Reason::Zip) }
}

fn manifest(archive: &mut Archive, limits: &Limits) -> Result<Manifest, Reason> {
    if archive.index_for_name(MANIFEST).is_none() {
        return Err(Reason::NoEntry);
    }
    let bytes = unpacked(archive, MANIFEST, MANIFEST_BYTES, limits)?;
    let refused = |error: serde_json::Error| Reason::Manifest(error.to_string());
    let version: Version = serde_json::from_slice(&bytes).map_err(refused)?;
    if version.v > VERSION {
        return Err(Reason::Newer(version.v));
    }
    serde_json::from_slice(&bytes).map_err(refused)
}

/// Whether the files are those that the manifest names, and the names those of an entry.
fn check_names(parts: &[Part], archive: &Archive) -> Result<(), Reason> {
    let kinds: Vec<_> = parts.iter().map(|part| (part.kind, part.media)).collect();
    for (part, name) in parts.iter().zip(names(&kinds)) {
        if name.as_ref() != Some(&part.name) {
            return Err(Reason::Name(shown(&part.name)));
        }
        if archive.index_for_name(&part.name).is_none() {
            return Err(Reason::Missing(part.name.clone()));
        }
    }
    let belongs =
        |name: &str| name == MANIFEST || FOLDERS.contains(&name) || parts.iter().any(|part| part.name == name);
    for name in archive.file_names() {
        let name = name.map_err(|_| Reason::Zip)?;
        if !belongs(&name) {
            return Err(Reason::Unknown(shown(&name)));
        }
    }
    let is_work = |part: &Part| matches!(part.kind, Kind::Text | Kind::Photo | Kind::Audio);
    if parts.iter().any(is_work) { Ok(()) } else { Err(Reason::Empty) }
}

fn check_sizes(parts: &[Part], limits: &Limits) -> Result<(), Reason> {
    if let Some(part) = parts.iter().find(|part| part.bytes > limits.file_bytes) {
        return Err(Reason::TooLarge(part.name.clone()));
    }
    let total = parts.iter().fold(0_u64, |total, part| total.saturating_add(part.bytes));
    if total > limits.total_bytes { Err(Reason::TooLarge("the entry".to_owned())) } else { Ok(()) }
}

fn content(archive: &mut Archive, part: &Part, limits: &Limits) -> Result<Vec<u8>, Reason> {
    let bytes = unpacked(archive, &part.name, part.bytes, limits)?;
    let is_same = bytes.len() as u64 == part.bytes && crate::sha256(&bytes) == part.sha256;
    if is_same { Ok(bytes) } else { Err(Reason::Changed(part.name.clone())) }
}

/// A file of the archive, if it is at most so large.
fn unpacked(archive: &mut Archive, name: &str, most: u64, limits: &Limits) -> Result<Vec<u8>, Reason> {
    let changed = || Reason::Changed(name.to_owned());
    let file = archive.by_name(name).map_err(|_| changed())?;
    if file.size() > most || file.size() / limits.ratio > file.compressed_size() {
        return Err(Reason::TooLarge(name.to_owned()));
    }
    // The size that the archive tells may be a lie: no more than that is unpacked.
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(|_| changed())?;
    if bytes.len() as u64 > most { Err(Reason::TooLarge(name.to_owned())) } else { Ok(bytes) }
}

fn shown(name: &str) -> String {
    name.chars().take(SHOWN).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
