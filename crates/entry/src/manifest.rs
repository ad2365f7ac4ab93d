//! The manifest of an entry: what is handed in, by whom, with whose consent, and what belongs to it.

use crate::EntryId;
use model::{ContestId, GroupId, Moment};
use serde::{Deserialize, Serialize};
use youth::consent::{Consent, Missing};
use youth::form::Form;

/// The version of the package that this code writes.
pub const VERSION: u32 = 1;

/// What every file of the package is about; `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the package: [`VERSION`].
    pub v: u32,
    /// What was entered.
    pub work: Work,
    /// Every other file of the package, in the order in which they stand in it.
    pub parts: Vec<Part>,
}

/// What was entered, without its files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// The contest.
    pub contest: ContestId,
    /// The version of the contest's rules by which it was made.
    pub rules: String,
    /// The group.
    pub group: GroupId,
    /// The entry: the same each time it is made.
    pub entry: EntryId,
    /// How often it was made, from 1: the highest counts.
    pub revision: u32,
    /// When it was made.
    pub made_at: Moment,
    /// What it is called.
    pub title: String,
    /// How long it is.
    pub length: Length,
    /// Who enters.
    pub entrant: Form,
    /// What was allowed, and by whom.
    pub consent: Consent,
}

/// How long the work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// An essay in 字. What stands on photographed pages is not counted.
    Characters {
        /// With punctuation.
        with_punctuation: u32,
        /// Without.
        without_punctuation: u32,
    },
    /// A speech in seconds.
    Seconds(u32),
}

/// A file of the package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its name in the package: `photos/01.jpg`.
    pub name: String,
    /// What it is to the entry.
    pub kind: Kind,
    /// How it is written.
    pub media: Media,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal, lower case.
    pub sha256: String,
}

/// What a file is to the entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The essay as plain text.
    Text,
    /// The essay as a page to read and print.
    Page,
    /// A photographed page of the essay.
    Photo,
    /// The speech.
    Audio,
}

/// How a file is written. Nothing else is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Media {
    /// UTF-8.
    #[serde(rename = "text/plain")]
    Plain,
    /// HTML in UTF-8.
    #[serde(rename = "text/html")]
    Html,
    /// JPEG.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// PNG, from browsers that make no JPEG.
    #[serde(rename = "image/png")]
    Png,
    /// WebM, as Chromium and Firefox record.
    #[serde(rename = "audio/webm")]
    Webm,
    /// Ogg, as older Firefox records.
    #[serde(rename = "audio/ogg")]
    Ogg,
    /// MP4, as Safari records.
    #[serde(rename = "audio/mp4")]
    Mp4,
}

impl Work {
    /// Whether it may leave the device.
    ///
    /// # Errors
    /// What is [`Missing`] of the consent.
    pub fn is_allowed(&self) -> Result<(), Missing> {
        self.consent.allows(self.entrant.age)
    }
}

impl Media {
    const ALL: [(Self, &'static str, &'static str); 7] = [
        (Self::Plain, "text/plain", "txt"),
        (Self::Html, "text/html", "html"),
        (Self::Jpeg, "image/jpeg", "jpg"),
        (Self::Png, "image/png", "png"),
        (Self::Webm, "audio/webm", "webm"),
        (Self::Ogg, "audio/ogg", "ogg"),
        (Self::Mp4, "audio/mp4", "m4a"),
    ];

    /// Reads a media type as browsers give it: `audio/webm;codecs=opus`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let essence = text.split(';').next().unwrap_or_default().trim();
        let found = Self::ALL.into_iter().find(|(_, name, _)| name.eq_ignore_ascii_case(essence));
        found.map(|(media, ..)| media)
    }

    /// The media type, without parameters.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(media, ..)| *media == self).map_or("", |(_, name, _)| name)
    }

    /// How the name of such a file ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        Self::ALL.into_iter().find(|(media, ..)| *media == self).map_or("", |(.., ending)| ending)
    }
}

impl Kind {
    /// The name of a file in the package; `number` counts those of its kind from 1. `None` if such a file is not written that way.
    #[must_use]
    pub fn file_name(self, media: Media, number: usize) -> Option<String> {
        let ending = media.ending();
        match (self, media) {
            (Self::Text, Media::Plain) if number == 1 => Some("essay.txt".to_owned()),
            (Self::Page, Media::Html) if number == 1 => Some("essay.html".to_owned()),
            (Self::Photo, Media::Jpeg | Media::Png) if number < 100 => Some(format!("photos/{number:02}.{ending}")),
            (Self::Audio, Media::Webm | Media::Ogg | Media::Mp4) if number == 1 => Some(format!("audio/take.{ending}")),
            _ => None,
        }
    }
}
