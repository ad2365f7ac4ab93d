//! Pictures, sounds and files that texts show: read once, made fit for phones, and named by their content.

mod picture;
mod svg;

use crate::content::Stamp;
use crate::fault::phrase;
use crate::hash;
use locale::Phrase;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// The largest sound or file, in bytes.
const LARGEST: usize = 50_000_000;

/// Why a file cannot be used: what is wrong, and how to mend it.
pub(crate) type Problem = (Phrase, Phrase);

/// A file of the site.
#[derive(Debug, Clone)]
pub(crate) struct Medium {
    /// Where it will be.
    pub address: String,
    /// Its width and height in CSS pixels, if it is a picture.
    pub size: Option<(u32, u32)>,
    bytes: Arc<Vec<u8>>,
}

type Slot = Arc<OnceLock<Result<Medium, Problem>>>;

/// All media of a content folder that were asked for.
pub(crate) struct Library {
    root: PathBuf,
    slots: Mutex<BTreeMap<String, (Stamp, Slot)>>,
}

impl Library {
    /// The media of the content folder `root`.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned(), slots: Mutex::default() }
    }

    /// A file of the content folder, worked on once however many texts show it.
    pub fn get(&self, file: &str) -> Result<Medium, Problem> {
        let slot = {
            let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
            let (_, slot) =
                slots.entry(file.to_owned()).or_insert_with(|| (Stamp::of(&self.root.join(file)), Slot::default()));
            Arc::clone(slot)
        };
        slot.get_or_init(|| self.load(file)).clone()
    }

    /// Forgets the files that changed since they were read. Gives whether there were any.
    pub fn forget_changed(&self) -> bool {
        let mut slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let before = slots.len();
        slots.retain(|file, (stamp, _)| *stamp == Stamp::of(&self.root.join(file)));
        slots.len() < before
    }

    /// The bytes of every file that could be used, by its address.
    pub fn files(&self) -> BTreeMap<String, Arc<Vec<u8>>> {
        let slots = self.slots.lock().unwrap_or_else(PoisonError::into_inner);
        let media = slots.values().filter_map(|(_, slot)| slot.get()?.as_ref().ok());
        media.map(|medium| (medium.address.clone(), Arc::clone(&medium.bytes))).collect()
    }

    fn load(&self, file: &str) -> Result<Medium, Problem> {
        let bytes = std::fs::read(self.root.join(file)).map_err(|_| missing(file))?;
        let (stem, extension) = file.rsplit('/').next().and_then(|name| name.rsplit_once('.')).unwrap_or((file, "bin"));
        let extension = extension.to_ascii_lowercase();
        let (bytes, size) = match extension.as_str() {
            "svg" => svg::check(bytes).map(|(bytes, size)| (bytes, Some(size)))?,
            "jpg" | "jpeg" | "png" | "webp" | "gif" => {
                picture::reduce(bytes).map(|(bytes, size)| (bytes, Some(size)))?
            }
            other if !FILES.contains(&other) => return Err(unknown(file)),
            _ if bytes.len() > LARGEST => return Err(too_large(file)),
            _ => (bytes, None),
        };
        let address = format!("media/{}-{}.{extension}", plain_name(stem), hash::short(&bytes));
        Ok(Medium { address, size, bytes: Arc::new(bytes) })
    }
}

/// Sound, film, and files to carry home. Nothing that a browser would run.
const FILES: [&str; 24] = [
    "aac", "csv", "doc", "docx", "epub", "flac", "ics", "m4a", "m4v", "mp3", "mp4", "odp", "ods", "odt", "ogg", "opus",
    "pdf", "ppt", "pptx", "txt", "wav", "webm", "xls", "xlsx",
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

fn missing(file: &str) -> Problem {
    (
        phrase(format!("找不到文件 {file}。"), format!("There is no file {file}.")),
        phrase(
            "检查文件名，注意大小写；文件要放在内容文件夹里。",
            "Check its name and case; it must be in the content folder.",
        ),
    )
}

fn too_large(file: &str) -> Problem {
    (
        phrase(format!("{file} 超过 50 MB。"), format!("{file} is over 50 MB.")),
        phrase("换一个小一些的文件。", "Use a smaller file."),
    )
}
