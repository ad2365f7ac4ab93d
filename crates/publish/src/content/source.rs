//! The files of a content folder.

use crate::fault::{Fault, phrase};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

/// What tells whether a file changed: when it was written, and its size in bytes. `None` where there is no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp(Option<(SystemTime, u64)>);

impl Stamp {
    /// The stamp of a file.
    pub fn of(path: &Path) -> Self {
        Self(std::fs::metadata(path).ok().and_then(|facts| Some((facts.modified().ok()?, facts.len()))))
    }
}

/// A file as it was read.
#[derive(Debug, Clone)]
struct Sheet {
    stamp: Stamp,
    text: Option<Arc<str>>,
    faults: Vec<Fault>,
}

/// All texts by their path inside the folder, with `/`. Reading the folder again reads only what changed.
#[derive(Default)]
pub(crate) struct Files {
    sheets: BTreeMap<String, Sheet>,
}

impl Files {
    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        self.sheets.get(path)?.text.as_ref()
    }

    /// The texts under a folder, such as `lessons/`, sorted by path.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let from = self.sheets.range(folder.to_owned()..);
        from.take_while(move |(path, _)| path.starts_with(folder))
            .filter_map(|(path, sheet)| Some((path.as_str(), sheet.text.as_deref()?)))
    }

    /// Finds and reads all texts that are new or changed. Hidden files are passed over.
    pub fn read(&mut self, root: &Path, faults: &mut Vec<Fault>) {
        let mut known = std::mem::take(&mut self.sheets);
        let found: Vec<(String, PathBuf, Option<Sheet>)> = walk(root)
            .map(|(name, path)| {
                let sheet = known.remove(&name);
                (name, path, sheet)
            })
            .collect();
        let read = |(name, path, known): (String, PathBuf, Option<Sheet>)| {
            let stamp = Stamp::of(&path);
            let sheet = known.filter(|sheet| sheet.stamp == stamp).unwrap_or_else(|| sheet(&name, &path, stamp));
            (name, sheet)
        };
        self.sheets = found.into_par_iter().map(read).collect();
        faults.extend(self.sheets.values().flat_map(|sheet| sheet.faults.iter().cloned()));
    }
}

/// The texts of a folder: `.md` and `.toml` files, by name and path.
fn walk(root: &Path) -> impl Iterator<Item = (String, PathBuf)> {
    let visible =
        |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let entries = walkdir::WalkDir::new(root).into_iter().filter_entry(visible).filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .map(move |entry| (inside(root, entry.path()), entry.into_path()))
        .filter(|(name, _)| name.ends_with(".md") || name.ends_with(".toml"))
}

fn sheet(name: &str, path: &Path, stamp: Stamp) -> Sheet {
    match read(path) {
        Ok(text) => Sheet { stamp, text: Some(text.into()), faults: Vec::new() },
        Err(what) => Sheet { stamp, text: None, faults: vec![unreadable(name, what)] },
    }
}

fn inside(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

/// Reads UTF-8, with or without a byte order mark, with any line ends.
fn read(path: &Path) -> Result<String, String> {
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|error| error.to_string())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

fn unreadable(path: &str, error: String) -> Fault {
    let what = phrase(format!("文件读不出来（{error}）。"), format!("The file cannot be read ({error})."));
    let mend = phrase("用记事本打开，另存为 UTF-8 编码。", "Save it as UTF-8.");
    Fault::error(path, None, what, mend)
}
