//! Throws odd files at the publisher: whatever the bytes, it answers with faults, in good time, and never with a panic.
//!
//! A [`Case`] is one file of a sound portal ([`portal`]) and the bytes that stand in its place. [`corpus`] has the cases to start
//! from, those that once broke something, and those too long to be kept as files. [`mutate`] changes them. The program runs for
//! `cargo xtask fuzz`; the test of this crate replays the corpus.

pub mod corpus;
pub mod mutate;
pub mod portal;

use std::path::PathBuf;

/// Which file of the portal is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `portal.toml`.
    Portal,
    /// A `series.toml`.
    Series,
    /// A lesson.
    Lesson,
    /// A material, which has no rules.
    Material,
    /// A drawing.
    Svg,
    /// A photograph.
    Picture,
}

/// All kinds.
pub const KINDS: [Kind; 6] = [Kind::Portal, Kind::Series, Kind::Lesson, Kind::Material, Kind::Svg, Kind::Picture];

impl Kind {
    /// The folder of the corpus that holds its cases.
    #[must_use]
    pub fn folder(self) -> &'static str {
        match self {
            Self::Portal => "portal",
            Self::Series => "series",
            Self::Lesson => "lesson",
            Self::Material => "material",
            Self::Svg => "svg",
            Self::Picture => "picture",
        }
    }

    /// The file of the portal that it replaces.
    #[must_use]
    pub fn file(self) -> &'static str {
        match self {
            Self::Portal => "portal.toml",
            Self::Series => "lessons/a/series.toml",
            Self::Lesson => "lessons/a/1.md",
            Self::Material => "materials/t.md",
            Self::Svg => "lessons/a/drawing.svg",
            Self::Picture => "lessons/a/photograph.png",
        }
    }
}

/// One input.
#[derive(Debug, Clone)]
pub struct Case {
    /// The file that it replaces.
    pub kind: Kind,
    /// What it is called in the corpus.
    pub name: String,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
}

/// The checkout's folder of cases: seeds, and what once broke something.
#[must_use]
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/fuzz")
}
