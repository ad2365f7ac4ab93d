//! The files of a content folder.

use crate::fault::{Fault, phrase};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// All files by their path inside the folder, with `/`.
pub(crate) struct Files {
    root: PathBuf,
    /// The texts of `.md` and `.toml` files.
    texts: BTreeMap<String, String>,
}

impl Files {
    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// The texts under a folder, such as `lessons/`, sorted by path.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let from = self.texts.range(folder.to_owned()..);
        from.take_while(move |(path, _)| path.starts_with(folder)).map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Where a file is on the disk.
    pub fn on_disk(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }
}

/// Finds and reads all texts. Hidden files are passed over.
pub(crate) fn walk(root: &Path, faults: &mut Vec<Fault>) -> Files {
    let mut texts = BTreeMap::new();
    let visible =
        |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    for entry in
        walkdir::WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(visible).filter_map(Result::ok)
    {
        let path = inside(root, entry.path());
        if entry.file_type().is_file() && (path.ends_with(".md") || path.ends_with(".toml")) {
            match read(entry.path()) {
                Ok(text) => drop(texts.insert(path, text)),
                Err(what) => faults.push(unreadable(&path, what)),
            }
        }
    }
    Files { root: root.to_owned(), texts }
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
