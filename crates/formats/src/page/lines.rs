//! What pages say of others: links, and lines of lists.

use super::Reading;
use learning::Bank;
use model::{DocumentId, SeriesId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

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
    /// Its banks of questions.
    pub banks: Vec<BankOutline>,
}

/// A bank of questions in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankOutline {
    /// Its title, and the address of its page.
    pub link: Link,
    /// How many questions it has.
    pub questions: u32,
}

/// Banks that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankGroup {
    /// The series that they belong to, if they belong to one.
    pub series: Option<Link>,
    /// The banks, in the order of the lessons.
    pub banks: Vec<BankOutline>,
}

/// A bank's own page.
#[derive(Debug, Clone, PartialEq)]
pub struct Questions {
    /// The bank.
    pub bank: Arc<Bank>,
    /// The lesson that it belongs to, if it belongs to one.
    pub lesson: Option<Link>,
    /// Where the bank is as GIFT.
    pub gift: String,
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
