//! The page data: what a published page tells the app about itself, as JSON in `<script id="page">`.
//!
//! It holds what the app needs to draw the parts that move, and never the article's text. What only the publisher draws is in the
//! types and not in the data (`serde(skip)`): the app finds it empty. All
//! addresses are relative to the portal's root and end with `/`: `lessons/a/b/`. The root itself is the empty address.

use crate::FormatError;
use model::{DocumentId, SeriesId};
use serde::{Deserialize, Serialize};

/// The version this build writes.
pub const VERSION: u32 = 1;

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The version of this format.
    pub v: u32,
    /// Facts that all pages share.
    pub portal: Portal,
    /// This page's address.
    pub address: String,
    /// What the browser shows as the title of the window.
    #[serde(skip)]
    pub title: String,
    /// What is on it.
    pub body: Body,
}

/// Facts of the portal that every page needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portal {
    /// The portal's name.
    #[serde(skip)]
    pub name: String,
    /// One line under the name.
    #[serde(skip)]
    pub motto: String,
    /// Reading speed in 字 a minute.
    pub reading_speed: u32,
    /// Whether the portal works offline; `false` is the kill switch.
    pub offline: bool,
    /// A notice shown on every page, such as that this portal is a sample; may be empty.
    #[serde(skip)]
    pub notice: String,
    /// All of the portal to carry away, if it is offered.
    #[serde(skip)]
    pub carry: Option<Download>,
}

/// A file to carry away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// What kind of file it is.
    pub kind: DownloadKind,
    /// Where it is.
    pub address: String,
    /// Its size.
    pub bytes: u64,
}

/// What kind of file is carried away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DownloadKind {
    /// A book for phones, tablets and e-readers: EPUB 3.
    Epub,
    /// A portal to unpack and open from a folder.
    Zip,
}

/// What can be on a page. The page data holds of it what moves: the series that a page lists, and the text that it has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Moving", from = "Moving")]
pub enum Body {
    /// The front page.
    Home {
        /// The first few series, in order.
        series: Vec<SeriesOutline>,
        /// Whether there are more.
        more_series: bool,
        /// The newest notices that hold.
        notices: Vec<NoticeLine>,
        /// The first few materials.
        materials: Vec<Link>,
        /// The first few partners.
        partners: Vec<Link>,
    },
    /// A sheet of all series.
    Lessons {
        /// Those on this sheet, in order.
        series: Vec<SeriesOutline>,
        /// Which sheet it is.
        sheet: Sheet,
    },
    /// One series.
    Series {
        /// The series.
        series: SeriesOutline,
    },
    /// One lesson. Its text is the page's article.
    Lesson(Box<Lesson>),
    /// One material. Its text is the page's article.
    Material(Reading),
    /// A page of which the app draws nothing.
    Still {
        /// What is on it.
        page: Still,
    },
    /// The learner's own record; everything on it comes from the app.
    Record,
    /// Reading settings, language, storage.
    Settings,
    /// What is shown where a page was asked for that is neither kept nor reachable.
    Offline,
    /// Nothing is at this address.
    NotFound,
}

/// The part of a body that the app reads: what it draws again moves with the learner.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Moving {
    /// The series that the page lists.
    series: Vec<SeriesOutline>,
    /// Whether there are lessons that it does not list.
    more: bool,
    /// The text that it has.
    reading: Option<Reading>,
}

impl From<Body> for Moving {
    fn from(body: Body) -> Self {
        match body {
            Body::Home { series, more_series, .. } => {
                let more = more_series || series.iter().any(|one| one.lessons.len() < one.count as usize);
                Self { series, more, reading: None }
            }
            Body::Lessons { series, .. } => Self { series, ..Self::default() },
            Body::Series { series } => Self { series: vec![series], ..Self::default() },
            Body::Lesson(lesson) => Self { reading: Some(lesson.reading), ..Self::default() },
            Body::Material(reading) => Self { reading: Some(reading), ..Self::default() },
            _ => Self::default(),
        }
    }
}

impl From<Moving> for Body {
    /// Any body with these parts: the app tells no others apart.
    fn from(Moving { series, more, reading }: Moving) -> Self {
        let (notices, materials, partners) = (Vec::new(), Vec::new(), Vec::new());
        let list = Self::Home { series, more_series: more, notices, materials, partners };
        reading.map_or(list, Self::Material)
    }
}

/// What can be on a page of which the app draws nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Still {
    /// A sheet of the reading room.
    Materials {
        /// The materials on this sheet, in order.
        materials: Vec<Link>,
        /// Which sheet it is.
        sheet: Sheet,
    },
    /// A sheet of the notices. The first has all that hold.
    Notices {
        /// Those that hold, the newest first.
        current: Vec<NoticeLine>,
        /// Those on this sheet that hold no longer, the newest first.
        past: Vec<NoticeLine>,
        /// Which sheet it is.
        sheet: Sheet,
    },
    /// One notice. Its text is the page's article.
    Notice {
        /// What it says.
        line: NoticeLine,
        /// The partner that it is about.
        partner: Option<Link>,
        /// The one before it.
        older: Option<Link>,
        /// The one after it.
        newer: Option<Link>,
    },
    /// All partners.
    Partners {
        /// All of them, in order.
        partners: Vec<PartnerLine>,
    },
    /// One partner. Its text is the page's article.
    Partner {
        /// Who it is.
        line: PartnerLine,
        /// What is done together.
        joint: Vec<Joint>,
        /// The lessons that it gives.
        lessons: Vec<Link>,
        /// The notices about it, the newest first.
        notices: Vec<NoticeLine>,
    },
}

/// Somewhere to go.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub address: String,
}

/// Which part of a long list a page has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its number, from 1.
    pub number: u32,
    /// How many there are.
    pub of: u32,
    /// The address of the first; the others are `page-2/` and so on below it.
    pub list: String,
}

impl Sheet {
    /// Where the sheet with a number is.
    #[must_use]
    pub fn address(&self, number: u32) -> String {
        if number <= 1 { self.list.clone() } else { format!("{}page-{number}/", self.list) }
    }
}

/// A notice in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeLine {
    /// Its title and address.
    pub link: Link,
    /// The day it is given out, `YYYY-MM-DD`.
    pub date: String,
    /// The last day on which it holds; empty if it always does.
    pub expires: String,
    /// Whether it held when the portal was published.
    pub holds: bool,
    /// Who gives it out.
    pub from: String,
    /// What it says, in a sentence.
    pub summary: String,
}

/// A partner unit in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerLine {
    /// What it is called, and its address.
    pub link: Link,
    /// Of what kind it is.
    pub kind: String,
    /// What it is to the community.
    pub summary: String,
}

/// A joint activity of a partner and the community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// What is done.
    pub title: String,
    /// When, in words.
    pub when: String,
    /// What happens.
    pub text: String,
}

/// A series with the outline of its lessons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesOutline {
    /// Its permanent id.
    pub id: SeriesId,
    /// Its title and address.
    pub link: Link,
    /// One or two sentences.
    #[serde(skip)]
    pub summary: String,
    /// Whom it is for.
    #[serde(skip)]
    pub audience: Audience,
    /// How many lessons it has.
    #[serde(skip)]
    pub count: u32,
    /// The same to carry away.
    #[serde(skip)]
    pub carry: Vec<Download>,
    /// Its lessons, in order. A list of series leaves those of a very long one out.
    pub lessons: Vec<LessonOutline>,
}

/// For whom a series is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Audience {
    /// Party members and applicants.
    Party,
    /// 7 to 17 years.
    Youth,
    /// Anyone.
    #[default]
    Everyone,
}

/// A lesson in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonOutline {
    /// Its permanent id.
    pub id: DocumentId,
    /// Its title and address.
    pub link: Link,
    /// What it is about.
    #[serde(skip)]
    pub summary: String,
    /// Length in 字.
    #[serde(skip)]
    pub characters: u32,
    /// Study hours (学时) in hundredths: 1.5 is 150.
    #[serde(skip)]
    pub hours_hundredths: u32,
}

/// A lesson's own page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lesson {
    /// What every document has.
    pub reading: Reading,
    /// The series it belongs to.
    pub series: Link,
    /// Its place in the series, from 1.
    pub number: u32,
    /// How many lessons the series has.
    pub of: u32,
    /// What it is about.
    pub summary: String,
    /// Who gives it: a role or a unit.
    pub lecturer: String,
    /// The partner unit that gives it, if one does.
    pub partner: Option<Link>,
    /// The day it is given, `YYYY-MM-DD`.
    pub date: String,
    /// Where it is given.
    pub venue: String,
    /// Study hours (学时) in hundredths: 1.5 is 150.
    pub hours_hundredths: u32,
    /// Whom it is for.
    pub audience: String,
    /// Where the material comes from.
    pub source: String,
}

/// What the app needs to know of any text that is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Its permanent id.
    pub id: DocumentId,
    /// Its title.
    pub heading: String,
    /// Length in 字.
    pub characters: u32,
    /// The anchors of its blocks, as [`model::block::pack`] writes them. The n-th belongs to the n-th element of the article
    /// that [`BLOCK_SELECTOR`] matches outermost.
    pub blocks: String,
    /// What comes before it.
    #[serde(skip)]
    pub previous: Option<Link>,
    /// What comes after it.
    #[serde(skip)]
    pub next: Option<Link>,
}

/// A heading of an article, for its table of contents. It is read from the article and never written a second time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Its block's anchor, which is also its element's id.
    pub anchor: String,
    /// Its text.
    pub text: String,
}

/// The elements of an article that are blocks. One inside another does not count: the outermost is the block.
pub const BLOCK_SELECTOR: &str = "p,h2,h3,h4,h5,h6,li,table,figure,pre,audio,video";

impl Page {
    /// The text of the document on this page, if it has one.
    #[must_use]
    pub fn reading(&self) -> Option<&Reading> {
        match &self.body {
            Body::Lesson(lesson) => Some(&lesson.reading),
            Body::Material(reading) => Some(reading),
            _ => None,
        }
    }

    /// The series that this page lists.
    #[must_use]
    pub fn series(&self) -> &[SeriesOutline] {
        match &self.body {
            Body::Home { series, .. } | Body::Lessons { series, .. } => series,
            Body::Series { series } => std::slice::from_ref(series),
            _ => &[],
        }
    }

    /// Whether there are lessons that this page does not list.
    #[must_use]
    pub fn has_more_lessons(&self) -> bool {
        matches!(&self.body, Body::Home { more_series: true, .. })
            || self.series().iter().any(|series| series.lessons.len() < series.count as usize)
    }

    /// Writes the page data. `</` is escaped, so that it can stand in a script element.
    ///
    /// # Errors
    /// When JSON cannot hold it, which no value of these types brings about.
    pub fn write(&self) -> Result<String, FormatError> {
        let json = serde_json::to_string(self).map_err(|error| FormatError::Damaged(error.to_string()))?;
        Ok(json.replace("</", "<\\/").replace("<!--", "<\\u0021--"))
    }

    /// Reads page data of this or any earlier version.
    ///
    /// # Errors
    /// [`FormatError::Newer`] or [`FormatError::Damaged`].
    pub fn read(json: &str) -> Result<Self, FormatError> {
        crate::read(json, VERSION)
    }
}
