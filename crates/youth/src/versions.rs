//! Versions of a text: when one is cut, which ones stay, and how one comes back.
//!
//! While keys come, [`Writing`] measures the time of writing; after five minutes of it a version is due. [`Versions::cut`] keeps it
//! unless nothing changed. Coming back to a version overwrites nothing: the present text is cut first ([`Versions::restore`]). Moments
//! are arguments.

mod thinning;
mod writing;

#[cfg(test)]
mod tests;

pub use thinning::MOST;
pub use writing::{EVERY_MS, PAUSE_MS, Writing};

use model::Moment;
use model::length::characters;
use serde::{Deserialize, Serialize};

/// The versions of one text, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    versions: Vec<Version>,
    /// How many were cut ever, so that no number comes twice.
    cut: u32,
}

/// A version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Its number, from 1; it stays when others go.
    pub number: u32,
    /// When it was cut.
    pub at: Moment,
    /// Why.
    pub why: Why,
    /// The title then.
    pub title: String,
    /// The text then.
    pub text: String,
    /// How long the text was (字数).
    pub count: u32,
}

/// Why a version was cut; what comes later weighs more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// After five minutes of writing.
    Automatic,
    /// Before an older version came back.
    BeforeRestore,
    /// The learner asked for it.
    Asked,
    /// It was handed in.
    HandedIn,
}

impl Why {
    /// Whether somebody wanted this very version: then it never goes by itself.
    #[must_use]
    pub fn is_wanted(self) -> bool {
        matches!(self, Self::Asked | Self::HandedIn)
    }
}

impl Versions {
    /// All of them, the oldest first.
    #[must_use]
    pub fn all(&self) -> &[Version] {
        &self.versions
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, number: u32) -> Option<&Version> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// Cuts a version, and lets an older one go where there are too many. `false` when nothing had to be cut: a text is kept once,
    /// and a blank one never. What is wanted is cut where it differs from the last version; otherwise the last version is marked so.
    pub fn cut(&mut self, why: Why, at: Moment, title: &str, text: &str) -> bool {
        let is_same = |version: &Version| version.title == title && version.text == text;
        if title.trim().is_empty() && text.trim().is_empty() {
            return false;
        }
        if let Some(last) = self.versions.last_mut().filter(|last| is_same(last)) {
            let is_news = why > last.why;
            last.why = last.why.max(why);
            return is_news && why.is_wanted();
        }
        if !why.is_wanted() && self.versions.iter().any(is_same) {
            return false;
        }
        self.cut += 1;
        let (title, text, count) = (title.to_owned(), text.to_owned(), characters(text));
        self.versions.push(Version { number: self.cut, at, why, title, text, count });
        thinning::thin(&mut self.versions);
        true
    }

    /// The title and the text of a version, to go on with. What stands there now is cut first, so nothing is lost. `None` if there is no
    /// such version.
    pub fn restore(&mut self, number: u32, at: Moment, title: &str, text: &str) -> Option<(String, String)> {
        let version = self.get(number)?;
        let found = (version.title.clone(), version.text.clone());
        self.cut(Why::BeforeRestore, at, title, text);
        Some(found)
    }
}
