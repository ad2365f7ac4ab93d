//! Zips that are the same every time, and that old unpackers open.

use crate::content::{is_device, seen};
use anyhow::{Result, ensure};
use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use std::path::{Component, Path};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What is small already; packing it again only takes time.
const PACKED: [&str; 22] = [
    "aac", "docx", "epub", "flac", "gif", "jpeg", "jpg", "m4a", "m4v", "mp3", "mp4", "odp", "ods", "odt", "ogg",
    "opus", "png", "pptx", "webm", "webp", "xlsx", "zip",
];

/// The longest name of the folder, in bytes: there is room for long names in it where a whole path takes 260 characters.
const LONGEST: usize = 120;

/// Packs files into a zip, sorted by name, all in one folder.
///
/// # Errors
/// When a name would lead out of the folder, or the zip would be too large for its format.
pub fn zip<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>, folder_name: &str) -> Result<Vec<u8>> {
    let folder = folder(folder_name);
    let sorted: BTreeMap<&str, &[u8]> = files.collect();
    let mut writer = Writer::default();
    for (name, bytes) in sorted {
        let is_inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        ensure!(is_inside && !name.is_empty(), "{name} is no name of a file in a zip");
        writer.add(&format!("{folder}/{name}"), bytes)?;
    }
    writer.finish()
}

/// A name of a folder that every system takes.
fn folder(name: &str) -> String {
    let plain = |c: char| if c.is_control() || r#"\/:*?"<>|"#.contains(c) { ' ' } else { c };
    let name: String = seen(name).chars().map(plain).collect();
    let at_edge = |c: char| c.is_whitespace() || c == '.';
    let name = name.trim_matches(at_edge);
    let name = name[..name.floor_char_boundary(LONGEST)].trim_end_matches(at_edge);
    match name {
        "" => "portal".to_owned(),
        name if is_device(name) => format!("_{name}"),
        name => name.to_owned(),
    }
}

/// A zip that is being written.
pub(super) struct Writer(ZipWriter<Cursor<Vec<u8>>>);

impl Default for Writer {
    fn default() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }
}

impl Writer {
    /// Adds a file, packed unless it is already.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let is_packed = PACKED.contains(&ending.as_str());
        self.put(name, bytes, if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated })
    }

    /// Adds a file as it is.
    pub fn store(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.put(name, bytes, CompressionMethod::Stored)
    }

    /// The time is always the first that a zip can tell, so that the same files give the same zip.
    fn put(&mut self, name: &str, bytes: &[u8], method: CompressionMethod) -> Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.0.start_file(name, options)?;
        self.0.write_all(bytes)?;
        Ok(())
    }

    pub fn finish(self) -> Result<Vec<u8>> {
        Ok(self.0.finish()?.into_inner())
    }
}

#[cfg(test)]
mod tests {
    use super::folder;

    #[test]
    fn a_folder_has_a_name_that_every_system_takes() {
        assert_eq!(folder("怀德学苑"), "怀德学苑");
        assert_eq!(folder("../a:b?"), "a b");
        assert_eq!(folder(" . "), "portal");
        assert_eq!(folder("con"), "_con");
        assert_eq!(folder("学\u{200b}苑\u{7}。\u{3000}"), "学苑 。");
        assert_eq!(folder(&"学".repeat(200)), "学".repeat(40));
    }
}
