//! The package of an entry: one zip file that any computer opens, and that shows whether it is whole.
//!
//! First stands `manifest.json`, then the parts that it names, each with its size and SHA-256: `essay.txt` ([`text`]), `essay.html`
//! ([`page`]), `photos/01.jpg` and so on, `audio/take.webm`. The same entry gives the same bytes ([`write()`]). A package is taken whole or
//! not at all ([`read()`]); why not is a [`Reason`]. One that another program packed again, compressed, is read with the feature `inflate`.

pub mod page;
mod read;
mod reason;
pub mod text;
mod write;

pub use read::{Limits, read};
pub use reason::Reason;
pub use write::{Content, File, write};

use crate::manifest::{Kind, Manifest, Media, Part};

/// The name of the first file.
const MANIFEST: &str = "manifest.json";

/// How the name of a package ends.
pub const ENDING: &str = ".huaide-entry.zip";

/// How the name of a sealed package ends.
pub const SEALED_ENDING: &str = ".huaide-entry.zip.age";

/// An entry with its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// What it is.
    pub manifest: Manifest,
    /// The content of each part, in the order of [`Manifest::parts`].
    pub contents: Vec<Vec<u8>>,
}

impl Package {
    /// The parts with their content.
    pub fn parts(&self) -> impl Iterator<Item = (&Part, &[u8])> {
        self.manifest.parts.iter().zip(self.contents.iter().map(Vec::as_slice))
    }
}

/// The names that files have to have, by what they are, in order: the first photo is `photos/01.jpg`. `None` for one that cannot be.
fn names(files: &[(Kind, Media)]) -> Vec<Option<String>> {
    let number = |index: usize, kind: Kind| files[..=index].iter().filter(|(other, _)| *other == kind).count();
    files.iter().enumerate().map(|(index, (kind, media))| kind.file_name(*media, number(index, *kind))).collect()
}
