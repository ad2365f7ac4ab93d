//! Pictures, sounds and files that texts show: read once, made fit for phones, and named by their content.
//!
//! [`form`] tells what a picture is; photographs go through [`mod@picture`], with [`bare`] for what is noted in them and [`jpeg`] and [`palette`]
//! for those that are written anew; drawings go through [`svg`].

mod bare;
mod form;
mod jpeg;
mod palette;
mod picture;
mod svg;

use crate::content::{Paths, Stamp};
use crate::fault::phrase;
use crate::{hash, limits};
use form::Form;
use locale::Phrase;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Why a file cannot be used: what is wrong, and how to mend it.
pub(crate) type Problem = (Phrase, Phrase);

/// A file of the site.
#[derive(Debug, Clone)]
pub(crate) struct Medium {
    /// Where it will be.
    pub address: String,
    /// Its width and height in CSS pixels, if it is a picture.
    pub size: Option<(u32, u32)>,
    /// What is to be said of it though it can be used.
    pub remarks: Vec<Problem>,
    bytes: Arc<Vec<u8>>,
}

type Slot = Arc<OnceLock<Result<Medium, Problem>>>;

/// All media of a content folder that were asked for.
#[derive(Default)]
pub(crate) struct Library {
    paths: Arc<Paths>,
    slots: Mutex<BTreeMap<String, (Option<Stamp>, Slot)>>,
}

impl Library {
    /// A file of the content folder, worked on once however many texts show it.
    pub fn get(&self, file: &str) -> Result<Medium, Problem> {
        let slot = {
            let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
            let (_, slot) = slots.entry(file.to_owned()).or_insert_with(|| (self.stamp(file), Slot::default()));
            Arc::clone(slot)
        };
        slot.get_or_init(|| self.load(file)).clone()
    }

    /// Takes these paths from now on, and forgets what changed since it was read, or could not be read. Gives whether there was
    /// anything of that kind.
    pub fn renew(&mut self, paths: Arc<Paths>) -> bool {
        self.paths = paths;
        let mut slots = std::mem::take(self.slots.get_mut().unwrap_or_else(PoisonError::into_inner));
        let before = slots.len();
        let is_good = |slot: &Slot| slot.get().is_some_and(Result::is_ok);
        slots.retain(|file, (stamp, slot)| is_good(slot) && *stamp == self.stamp(file));
        let forgot = slots.len() < before;
        self.slots = Mutex::new(slots);
        forgot
    }

    fn stamp(&self, file: &str) -> Option<Stamp> {
        self.paths.find(file).ok().map(|path| Stamp::of(&path))
    }

    /// The bytes of every file that could be used, by its address.
    pub fn files(&self) -> BTreeMap<String, Arc<Vec<u8>>> {
        let slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let media = slots.values().filter_map(|(_, slot)| slot.get()?.as_ref().ok());
        media.map(|medium| (medium.address.clone(), Arc::clone(&medium.bytes))).collect()
    }

    fn load(&self, file: &str) -> Result<Medium, Problem> {
        let path = self.paths.find(file)?;
        let (stem, extension) = file.rsplit('/').next().and_then(|name| name.rsplit_once('.')).unwrap_or((file, "bin"));
        let extension = extension.to_ascii_lowercase();
        let is_picture = form::is_picture(&extension);
        let largest = if is_picture { limits::PICTURE } else { limits::FILE };
        let unreadable = |error| unreadable(file, &error);
        let source_size = path.metadata().map_err(unreadable)?.len() as usize;
        if source_size > largest {
            return Err(too_large(file, largest));
        }
        if !is_picture && !FILES.contains(&extension.as_str()) {
            return Err(unknown(file));
        }
        let bytes = std::fs::read(path).map_err(unreadable)?;
        let mut medium = if is_picture { picture(file, &extension, bytes)? } else { Medium::file(bytes, &extension) };
        medium.address = format!("media/{}-{}.{}", plain_name(stem), hash::short(&medium.bytes), medium.address);
        if source_size >= limits::HEAVY {
            medium.remarks.push(heavy(file, source_size));
        }
        Ok(medium)
    }
}

impl Medium {
    /// A sound, film or file: published as it is. Its address is only the end of its name yet.
    fn file(bytes: Vec<u8>, extension: &str) -> Self {
        Self { address: extension.to_owned(), size: None, remarks: Vec::new(), bytes: Arc::new(bytes) }
    }
}

/// A picture made fit for phones. Its address is only the end of its name yet.
fn picture(file: &str, extension: &str, bytes: Vec<u8>) -> Result<Medium, Problem> {
    let form = Form::of(file, extension, &bytes)?;
    let (bytes, size, remark) = match form {
        Form::Drawing => {
            let drawing = svg::read(bytes)?;
            let remark = (!drawing.gone.is_empty()).then(|| svg::told(file, &drawing.gone));
            (drawing.bytes, drawing.size, remark)
        }
        Form::Photograph(format) => {
            let picture = picture::fit(bytes, format)?;
            (picture.bytes, picture.size, picture.was_for_print.then(|| for_print(file)))
        }
    };
    let remarks = remark.into_iter().collect();
    Ok(Medium { address: form.extension(extension).to_owned(), size: Some(size), remarks, bytes: Arc::new(bytes) })
}

/// Sound, film, and files to carry home. Nothing that a browser would run.
const FILES: [&str; 25] = [
    "aac", "csv", "doc", "docx", "epub", "flac", "ics", "m4a", "m4v", "mp3", "mp4", "odp", "ods", "odt", "ogg", "ogv",
    "opus", "pdf", "ppt", "pptx", "txt", "wav", "webm", "xls", "xlsx",
];

fn unknown(file: &str) -> Problem {
    (
        phrase(format!("{file} 不是可以发布的文件类型。"), format!("{file} is of a kind that is not published.")),
        phrase(
            "用 PDF、Word、Excel、音频或视频等常见格式；网页和脚本不能当附件。",
            "Use a document, sound or film; no pages or scripts.",
        ),
    )
}

/// A name that every static host takes.
fn plain_name(stem: &str) -> String {
    let name: String = stem.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(40).collect();
    if name.is_empty() { "file".to_owned() } else { name.to_ascii_lowercase() }
}

fn unreadable(file: &str, error: &std::io::Error) -> Problem {
    (
        phrase(format!("文件 {file} 读不出来（{error}）。"), format!("{file} cannot be read ({error}).")),
        phrase("检查它能不能打开，再复制一份进来。", "See whether it opens, and copy it here again."),
    )
}

fn too_large(file: &str, largest: usize) -> Problem {
    let megabytes = largest / 1_000_000;
    (
        phrase(format!("{file} 超过 {megabytes} MB。"), format!("{file} is over {megabytes} MB.")),
        phrase("换一个小一些的文件。", "Use a smaller file."),
    )
}

fn heavy(file: &str, bytes: usize) -> Problem {
    let megabytes = bytes / 1_000_000;
    (
        phrase(
            format!("{file} 有 {megabytes} MB，手机上要等很久。"),
            format!("{file} has {megabytes} MB, which is long to wait for on a phone."),
        ),
        phrase("能压缩就压缩一下，或者换一个小的。", "Compress it, or use a smaller one."),
    )
}

fn for_print(file: &str) -> Problem {
    (
        phrase(
            format!("{file} 用的是印刷的颜色（CMYK），缩小以后颜色会和原来不一样。"),
            format!("{file} has the colours of printing (CMYK); reduced, they look different."),
        ),
        phrase("在画图软件里改成 RGB，再存一次。", "Save it again in RGB."),
    )
}
