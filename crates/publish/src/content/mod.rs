//! Reads a content folder: finds its files ([`source`]) with any encoding ([`decode`]) and good names ([`names`]), reads what
//! stands in front of them ([`front`]), gives every document its address ([`addresses`]), no two an id ([`owners`]), renders the texts ([`render`]), in
//! parallel, and joins the banks of questions to them ([`questions`]). All faults are collected; nothing stops at the first.

mod addresses;
mod decode;
mod front;
mod ids;
mod lessons;
mod materials;
mod names;
mod notices;
mod owners;
mod partners;
mod portal;
mod programme;
mod questions;
mod render;
mod source;
mod toml_fault;

pub(crate) use addresses::BASICS;
pub(crate) use front::is_day;
pub(crate) use names::{is_device, is_wrong, seen};
pub use portal::{Goal, Portal};
pub use programme::{Activity, Contest, Programme, Scene};
pub use questions::Bank;
pub(crate) use questions::address as address_of_bank;
pub(crate) use source::{Paths, Stamp};

use crate::fault::{Fault, any_error};
use formats::pack::INDEX_ADDRESS;
use formats::page::{Audience, Heading};
use locale::Phrase;
use model::{BankId, DocumentId, SeriesId};
use render::Renderer;
use source::Files;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A content folder that can be published.
#[derive(Debug, Clone)]
pub struct Content {
    /// `portal.toml`.
    pub portal: Portal,
    /// In order.
    pub series: Vec<Series>,
    /// Sorted by path.
    pub materials: Vec<Material>,
    /// The newest first.
    pub notices: Vec<Notice>,
    /// In order.
    pub partners: Vec<Partner>,
    /// What is on in the holidays.
    pub programme: Programme,
    /// Sorted by id.
    pub banks: Vec<Bank>,
    /// Old addresses, sorted by file of the document that had them.
    pub moved: Vec<Moved>,
    /// The bytes of pictures, sounds and files, by their address on the site.
    pub media: BTreeMap<String, Arc<Vec<u8>>>,
}

/// A series of lessons. Its address is `lessons/<slug>/`.
#[derive(Debug, Clone)]
pub struct Series {
    /// Its permanent id.
    pub id: SeriesId,
    /// The name of its folder.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// One or two sentences.
    pub summary: String,
    /// Whom it is for.
    pub audience: Audience,
    /// Where it was before.
    pub aliases: Vec<String>,
    /// In order of their file names.
    pub lessons: Vec<Lesson>,
}

/// A lesson. Its address is `lessons/<series>/<slug>/`.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// Its permanent id.
    pub id: DocumentId,
    /// The name of its file without `.md`.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// A role or a unit.
    pub lecturer: String,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Where it is given.
    pub venue: String,
    /// Study hours in hundredths.
    pub hours_hundredths: u32,
    /// Whom it is for, in words.
    pub audience: String,
    /// What it is about.
    pub summary: String,
    /// Where the material comes from.
    pub source: String,
    /// The id of the partner that gives it, if one does.
    pub partner: Option<String>,
    /// Its banks of questions, in order: those that it names, then its own.
    pub banks: Vec<BankId>,
    /// Where it was before.
    pub aliases: Vec<String>,
    /// Its text.
    pub article: Arc<Article>,
}

/// A material. Its address is `materials/<path>/`.
#[derive(Debug, Clone)]
pub struct Material {
    /// Its permanent id, from its path unless it names one.
    pub id: DocumentId,
    /// Its path inside `materials`, without `.md`.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Where it was before.
    pub aliases: Vec<String>,
    /// Its text.
    pub article: Arc<Article>,
}

/// A notice. Its address is `notices/<slug>/`.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Its permanent id.
    pub id: DocumentId,
    /// The name of its file without `.md`.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The day it is given out, `YYYY-MM-DD`.
    pub date: String,
    /// The last day on which it holds, `YYYY-MM-DD`.
    pub expires: Option<String>,
    /// Who gives it out: a role or a unit.
    pub from: String,
    /// The id of the partner that it is about, if it is about one.
    pub partner: Option<String>,
    /// What it says, in a sentence.
    pub summary: String,
    /// Where it was before.
    pub aliases: Vec<String>,
    /// Its text.
    pub article: Arc<Article>,
}

impl Notice {
    /// Whether it holds on a day, `YYYY-MM-DD`.
    #[must_use]
    pub fn holds(&self, today: &str) -> bool {
        self.expires.as_deref().is_none_or(|last| today <= last)
    }
}

/// A unit that the community works with. Its address is `partners/<slug>/`.
#[derive(Debug, Clone)]
pub struct Partner {
    /// Its permanent id.
    pub id: DocumentId,
    /// The name of its file without `.md`.
    pub slug: String,
    /// What it is called.
    pub title: String,
    /// Of what kind it is, in a word.
    pub kind: String,
    /// What it is to the community, in a sentence.
    pub summary: String,
    /// What is done together.
    pub joint: Vec<Joint>,
    /// Where it was before.
    pub aliases: Vec<String>,
    /// Its text.
    pub article: Arc<Article>,
}

/// A joint activity of a partner and the community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// What is done.
    pub title: String,
    /// When, in words.
    pub when: String,
    /// What happens, in a sentence or two.
    pub text: String,
}

/// An old address of a document, and its new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Where it was; ends with `/`.
    pub from: String,
    /// Where it is.
    pub to: String,
}

/// A text, rendered.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// What stands inside `article#text`.
    pub html: String,
    /// The anchors of its blocks, packed.
    pub blocks: String,
    /// What each of its blocks says.
    pub texts: Vec<String>,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
    /// Its length in 字.
    pub characters: u32,
    /// Its beginning, about 100 字, without markup.
    pub description: String,
    /// The addresses of the media it needs, sorted.
    pub media: Vec<String>,
}

/// What reading a folder gives.
pub struct Read {
    /// `None` when there is an error.
    pub content: Option<Content>,
    /// All faults, sorted by file and line.
    pub faults: Vec<Fault>,
    /// What became of the rows of each table: its file, and what is said; sorted by file.
    pub tables: Vec<(String, Phrase)>,
}

/// Reads a content folder once.
#[must_use]
pub fn read(folder: &Path) -> Read {
    Reader::new(folder).read()
}

/// Reads a content folder as often as it is asked. What did not change is not worked on again.
pub struct Reader {
    folder: PathBuf,
    files: Files,
    renderer: Renderer,
}

impl Reader {
    /// Nothing is read yet.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        let files = Files::published_to(folder.with_file_name("site"));
        Self { folder: folder.to_owned(), files, renderer: Renderer::default() }
    }

    /// Says where the portal may have been published last: else it is looked for in `site`, beside the folder.
    #[must_use]
    pub fn after(mut self, site: &Path) -> Self {
        if site.join(INDEX_ADDRESS).is_file() {
            site.clone_into(&mut self.files.last);
        }
        self
    }

    /// Reads what the folder holds now.
    pub fn read(&mut self) -> Read {
        let mut faults = Vec::new();
        self.files.read(&self.folder, &mut faults);
        let content = self.collect(&mut faults);
        faults.sort_by(|one, two| one.place().cmp(&two.place()));
        let tables = self.files.tallies().map(|(path, said)| (path.to_owned(), said.clone())).collect();
        Read { content: content.filter(|_| !any_error(&faults)), faults, tables }
    }

    fn collect(&mut self, faults: &mut Vec<Fault>) -> Option<Content> {
        let files = &self.files;
        let portal = portal::read(files, faults)?;
        let mut content = Content {
            programme: programme::outline(files, &portal, faults),
            portal,
            series: lessons::outline(files, faults),
            materials: materials::outline(files, faults),
            notices: notices::outline(files, faults),
            partners: partners::outline(files, faults),
            banks: Vec::new(),
            moved: Vec::new(),
            media: BTreeMap::new(),
        };
        owners::take_out_copies(files, &mut content, faults);
        let banks = questions::outline(files, &mut content.series, faults);
        lessons::unique(files, &content, faults);
        partners::known(files, &content, faults);
        programme::known(files, &content, faults);
        content.moved = addresses::moved(&addresses::claims(&content, &banks), faults);
        self.renderer.render(files, &mut content, faults);
        programme::finish(files, &mut content.programme, faults);
        content.banks = questions::finish(banks, &content.series, faults);
        Some(content)
    }
}
