//! The files of a content folder.

use super::decode::decode;
use super::ids::{self, Ids};
use super::questions::{self, Kind};
use super::{front, names};
use crate::fault::{Fault, phrase};
use crate::limits;
use crate::markdown;
use crate::media::Problem;
use crate::nearest::{differ_by_case, nearest};
use formats::bank::Item;
use locale::Phrase;
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
    /// The id that it names.
    id: Option<String>,
    /// The headings at the beginning of a material.
    leading: Vec<String>,
    /// The questions of a bank, or those that stand in a lesson.
    items: Option<Arc<Vec<Item>>>,
    /// What became of the rows of a table.
    tally: Option<Phrase>,
    faults: Vec<Fault>,
}

/// All texts by their path inside the folder, with `/`. Reading the folder again reads only what changed.
#[derive(Default)]
pub(crate) struct Files {
    sheets: BTreeMap<String, Arc<Sheet>>,
    /// The paths of all files.
    pub paths: Arc<Paths>,
    /// Ids for those who lack one.
    pub ids: Ids,
    /// Where the portal was published last, if it was.
    pub last: PathBuf,
}

impl Files {
    /// None yet, of a portal that was published last to a folder.
    pub fn published_to(last: PathBuf) -> Self {
        Self { last, ..Self::default() }
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        self.sheets.get(path)?.text.as_ref()
    }

    /// The id that a file names.
    pub fn id(&self, path: &str) -> Option<&str> {
        self.sheets.get(path)?.id.as_deref()
    }

    /// The files that name an id, with it, sorted by path.
    pub fn named(&self) -> impl Iterator<Item = (&str, &str)> {
        self.sheets.iter().filter_map(|(path, sheet)| Some((path.as_str(), sheet.id.as_deref()?)))
    }

    /// The headings at the beginning of a material.
    pub fn leading(&self, path: &str) -> &[String] {
        self.sheets.get(path).map_or(&[], |sheet| &sheet.leading)
    }

    /// The questions that a file holds.
    pub fn items(&self, path: &str) -> Option<&Arc<Vec<Item>>> {
        self.sheets.get(path)?.items.as_ref()
    }

    /// The files that are banks of questions, sorted by path.
    pub fn banks(&self) -> impl Iterator<Item = (&str, &Arc<Vec<Item>>)> {
        let banks = self.sheets.iter().filter(|(path, _)| Kind::of(path).is_some());
        banks.filter_map(|(path, sheet)| Some((path.as_str(), sheet.items.as_ref()?)))
    }

    /// What became of the rows of each table, sorted by path.
    pub fn tallies(&self) -> impl Iterator<Item = (&str, &Phrase)> {
        self.sheets.iter().filter_map(|(path, sheet)| Some((path.as_str(), sheet.tally.as_ref()?)))
    }

    /// The texts under a folder, such as `lessons/`, sorted by path.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let from = self.sheets.range(folder.to_owned()..);
        from.take_while(move |(path, _)| path.starts_with(folder))
            .filter_map(|(path, sheet)| Some((path.as_str(), sheet.text.as_deref()?)))
    }

    /// Finds and reads all texts that are new or changed. Hidden files are passed over.
    pub fn read(&mut self, root: &Path, faults: &mut Vec<Fault>) {
        let mut found: Vec<Found> = Vec::new();
        for entry in walk(root) {
            match entry {
                Ok(one) => found.push(one),
                Err(fault) => faults.push(*fault),
            }
        }
        names::check(found.iter().map(|found| found.name.as_str()), faults);
        let known = std::mem::take(&mut self.sheets);
        let texts = found.par_iter().filter(|found| found.is_text());
        let read = |found: &Found| {
            let stamp = Stamp::of(&found.path);
            let known = known.get(&found.name).filter(|sheet| sheet.stamp == stamp && sheet.text.is_some()).cloned();
            (found.name.clone(), known.unwrap_or_else(|| Arc::new(sheet(found, stamp))))
        };
        self.sheets = texts.map(read).collect();
        faults.extend(self.sheets.values().flat_map(|sheet| sheet.faults.iter().cloned()));
        self.ids = Ids::of(self.sheets.values().filter_map(|sheet| sheet.id.as_deref()));
        let files = found.into_iter().filter(|found| found.is_file).map(|found| (names::seen(&found.name), found.path));
        self.paths = Arc::new(Paths { files: files.collect() });
    }
}

/// The paths of all files of a content folder: where each is on the disk, by what is seen of its name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Paths {
    files: BTreeMap<String, PathBuf>,
}

impl Paths {
    /// Where a file is on the disk; or that there is none, and which one may be meant.
    pub fn find(&self, path: &str) -> Result<PathBuf, Problem> {
        let path = &*names::seen(path);
        if let Some(place) = self.files.get(path) {
            return Ok(place.clone());
        }
        // Only files of its own kind: a picture is not meant to be a text.
        let kind = |path: &str| path.rsplit_once('.').map(|(_, kind)| kind.to_lowercase());
        let alike = self.files.keys().map(String::as_str).filter(|other| kind(other) == kind(path));
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

/// A file or folder that was found.
struct Found {
    name: String,
    path: PathBuf,
    is_file: bool,
}

impl Found {
    fn is_text(&self) -> bool {
        self.is_file && (self.name.ends_with(".md") || self.name.ends_with(".toml") || Kind::of(&self.name).is_some())
    }
}

/// All files and folders, sorted, and what cannot be looked into.
fn walk(root: &Path) -> impl Iterator<Item = Result<Found, Box<Fault>>> {
    let visible = |entry: &walkdir::DirEntry| entry.depth() == 0 || !is_hidden(&entry.file_name().to_string_lossy());
    let entries = walkdir::WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter().filter_entry(visible);
    entries.map(move |entry| match entry {
        Ok(entry) => Ok(Found {
            name: inside(root, entry.path()),
            is_file: entry.file_type().is_file(),
            path: entry.into_path(),
        }),
        Err(error) => Err(Box::new(closed(&inside(root, error.path().unwrap_or(root)), &error))),
    })
}

/// Hidden files, and those that Excel and Word keep beside one that is open.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}

fn closed(path: &str, error: &walkdir::Error) -> Fault {
    let what = phrase(format!("打不开（{error}）。"), format!("It cannot be opened ({error})."));
    let mend = phrase("检查文件夹的权限。", "Look at the permissions of the folder.");
    Fault::error(path, None, what, mend)
}

fn sheet(found: &Found, stamp: Stamp) -> Sheet {
    let mut faults = Vec::new();
    if Kind::of(&found.name) == Some(Kind::Xlsx) {
        return workbook(found, stamp);
    }
    let text = read(&found.path, &found.name, &mut faults);
    let is_text = found.name.ends_with(".md");
    let text = text.map(|text| if is_text { front::from_yaml(&found.name, text, &mut faults) } else { text });
    let text: Option<Arc<str>> = text.map(Arc::from);
    let body = text.as_deref().unwrap_or_default();
    let id = ids::written(body).map(str::to_owned);
    let is_material = found.name.starts_with("materials/");
    let leading = if is_material { markdown::leading_headings(front::split(body).1) } else { Vec::new() };
    let read = text.as_deref().and_then(|text| match Kind::of(&found.name) {
        Some(kind) => Some(questions::of_text(&found.name, kind, text, &mut faults)),
        None if found.name.starts_with("lessons/") => {
            questions::of_lesson(&found.name, text, &mut faults).map(|items| (items, None))
        }
        None => None,
    });
    let (items, tally) = read.unzip();
    Sheet { stamp, id, leading, text, items: items.map(Arc::new), tally: tally.flatten(), faults }
}

/// A bank that is no text.
fn workbook(found: &Found, stamp: Stamp) -> Sheet {
    let mut faults = Vec::new();
    let bytes = std::fs::read(&found.path);
    let text = bytes.is_ok().then(|| Arc::from(""));
    let (items, tally) = match bytes {
        Ok(bytes) => questions::of_workbook(&found.name, &bytes, &mut faults),
        Err(error) => {
            let mend =
                phrase("检查它能不能打开；正在别处打开的，先关上。", "See whether it opens, and close it elsewhere.");
            faults.push(Fault::error(&found.name, None, unread(&error), mend));
            (Vec::new(), None)
        }
    };
    Sheet { stamp, id: None, leading: Vec::new(), text, items: Some(Arc::new(items)), tally, faults }
}

fn inside(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    names::composed(&parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/"))
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
            // Excel knows no other way to write a table as text in Chinese.
            let foreign = decoded.foreign.filter(|_| Kind::of(path) != Some(Kind::Csv));
            faults.extend(foreign.map(|encoding| self::foreign(path, encoding)));
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

fn unread(error: &std::io::Error) -> Phrase {
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
