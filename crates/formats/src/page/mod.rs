//! The page data: what a published page tells the app about itself, as JSON in `<script id="page">`.
//!
//! It holds what the app needs to draw the parts that move, and never the article's text. What only the publisher draws is in the
//! types and not in the data (`serde(skip)`): the app finds it empty. All
//! addresses are relative to the portal's root and end with `/`: `lessons/a/b/`. The root itself is the empty address.

mod body;
mod lines;
mod youth;

pub use body::{Body, Program, Still};
pub use lines::{Audience, BankGroup, BankOutline, Download, DownloadKind, Joint, Lesson, LessonOutline, Link};
pub use lines::{NoticeLine, PartnerLine, Questions, SeriesOutline, Sheet};
pub use youth::{ActivityPage, Programme, SceneLine, Youth};

use crate::FormatError;
use model::DocumentId;
use serde::{Deserialize, Serialize};

/// The version this build writes.
pub const VERSION: u32 = 1;

/// One page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// Where the index of what there is to study is ([`crate::study::Index`]); only on pages of studying.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub study: String,
    /// The id of the bank of questions on this page, if it has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub bank: String,
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
    /// What finishing it counts, in hundredths of a study hour (学时).
    #[serde(default, rename = "hours", skip_serializing_if = "is_zero")]
    pub hours_hundredths: u32,
    /// What comes before it.
    #[serde(skip)]
    pub previous: Option<Link>,
    /// What comes after it.
    #[serde(skip)]
    pub next: Option<Link>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
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
