//! The files of a content folder.

use super::decode::decode;
use super::ids::Ids;
use super::{front, names};
use crate::fault::{Fault, phrase};
use crate::limits;
use crate::media::Problem;
use crate::nearest::{differ_by_case, nearest};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// All files by their path inside the folder, with `/`.
pub(crate) struct Files {
    root: PathBuf,
    /// The texts of `.md` and `.toml` files.
    texts: BTreeMap<String, String>,
    /// The paths of all files.
    paths: BTreeSet<String>,
    /// Ids for those who lack one.
    pub ids: Ids,
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

    /// Where a file is on the disk; or that there is none, and which one may be meant.
    pub fn find(&self, path: &str) -> Result<PathBuf, Problem> {
        if self.paths.contains(path) {
            return Ok(self.root.join(path));
        }
        // Only files of its own kind: a picture is not meant to be a text.
        let kind = |path: &str| path.rsplit_once('.').map(|(_, kind)| kind.to_lowercase());
        let alike = self.paths.iter().map(String::as_str).filter(|other| kind(other) == kind(path));
        Err(missing(path, nearest(path, alike)))
    }
}

fn missing(path: &str, meant: Option<&str>) -> Problem {
    match meant {
        Some(meant) if differ_by_case(path, meant) => (
            phrase(
                format!("找不到文件 {path}：大小写不对，文件叫 {meant}。"),
                format!("There is no file {path}: its case is wrong, the file is {meant}."),
            ),
            phrase(format!("照着写：{meant}。"), format!("Write {meant}.")),
        ),
        Some(meant) => (
            phrase(format!("找不到文件 {path}。是不是 {meant}？"), format!("There is no file {path}. Is it {meant}?")),
            phrase("检查文件名和所在的文件夹。", "Check its name and its folder."),
        ),
        None => (
            phrase(format!("找不到文件 {path}。"), format!("There is no file {path}.")),
            phrase("检查文件名；文件要放在内容文件夹里。", "Check its name; it must be in the content folder."),
        ),
    }
}

/// Finds all files and reads all texts. Hidden files are passed over.
pub(crate) fn walk(root: &Path, faults: &mut Vec<Fault>) -> Files {
    let mut files =
        Files { root: root.to_owned(), texts: BTreeMap::new(), paths: BTreeSet::new(), ids: Ids::default() };
    let mut all = Vec::new();
    let visible =
        |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    for entry in walkdir::WalkDir::new(root)
        .min_depth(1)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(visible)
        .filter_map(Result::ok)
    {
        let path = inside(root, entry.path());
        if entry.file_type().is_file() {
            if path.ends_with(".md") || path.ends_with(".toml") {
                let text = read(entry.path(), &path, faults);
                files.texts.extend(text.map(|text| (path.clone(), text)));
            }
            files.paths.insert(path.clone());
        }
        all.push(path);
    }
    names::check(all.iter().map(String::as_str), faults);
    files.ids = Ids::of(files.texts.values().map(String::as_str));
    files
}

fn inside(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

/// Reads a text of a sensible size; whatever is unusual about it is told.
fn read(file: &Path, path: &str, faults: &mut Vec<Fault>) -> Option<String> {
    let size = file.metadata().map_or(0, |about| about.len());
    if size > limits::TEXT as u64 {
        faults.push(too_long(path));
        return None;
    }
    let bytes = std::fs::read(file).map_err(|error| (None, unread(&error)));
    match bytes.and_then(|bytes| decode(&bytes)) {
        Ok(decoded) => {
            faults.extend(decoded.foreign.map(|encoding| foreign(path, encoding)));
            faults.extend(front::open(path, &decoded.text));
            Some(decoded.text)
        }
        Err((line, what)) => {
            faults.push(Fault::error(
                path,
                line,
                what,
                phrase("用记事本打开，改好后另存为 UTF-8 编码。", "Mend it and save it as UTF-8."),
            ));
            None
        }
    }
}

fn unread(error: &std::io::Error) -> locale::Phrase {
    phrase(format!("文件读不出来（{error}）。"), format!("The file cannot be read ({error})."))
}

fn foreign(path: &str, encoding: &str) -> Fault {
    let what = phrase(format!("这个文件是 {encoding} 编码。"), format!("This file is in {encoding}."));
    let mend =
        phrase("内容照常读了；用记事本打开，另存为 UTF-8 编码更稳妥。", "It was read all the same; save it as UTF-8.");
    Fault::warning(path, None, what, mend)
}

fn too_long(path: &str) -> Fault {
    let what = phrase("这篇文字超过 1 MB。", "This text is over 1 MB.");
    let mend = phrase("拆成几篇。", "Cut it into several texts.");
    Fault::error(path, None, what, mend)
}
