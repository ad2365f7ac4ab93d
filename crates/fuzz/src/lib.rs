//! Throws odd bytes at what reads files: whatever they are, it answers with faults, in good time, and never with a panic.
//!
//! A [`Target`] reads: [`portal`] is the publisher, [`bank`] has the readers of question banks, [`backup`] that of backups; [`TARGETS`]
//! names all. A [`Case`] is what is thrown. [`corpus`] has the cases to start from, those that once broke something, and those too long
//! to be kept as files. [`mutate`] changes them, [`hostile`] keeps their form,
//! and [`living`] does with what was taken what a portal does. The program runs for `cargo xtask fuzz`; the test of this crate replays the corpus.

pub mod backup;
pub mod bank;
pub mod corpus;
pub mod hostile;
pub mod living;
pub mod mutate;
pub mod portal;

use anyhow::Result;
use std::path::PathBuf;

/// What reads files.
pub trait Target {
    /// The folders of the corpus with its cases, each with a sound file.
    fn folders(&self) -> Vec<(&'static str, &'static [u8])>;

    /// What it stumbles over.
    fn odd(&self) -> &'static [&'static [u8]];

    /// Reads a case.
    ///
    /// # Errors
    /// When what was read is not what it must be, and when there is no place to read from.
    fn read(&self, case: &Case) -> Result<()>;
}

/// Gets a target ready.
pub type Open = fn() -> Result<Box<dyn Target>>;

/// All targets by their names.
pub const TARGETS: [(&str, Open); 4] =
    [("portal", portal::target), ("gift", bank::gift), ("csv", bank::csv), ("backup", backup::target)];

/// One input.
#[derive(Debug, Clone)]
pub struct Case {
    /// The folder of the corpus, which says what it stands for.
    pub folder: &'static str,
    /// What it is called there.
    pub name: String,
    /// The bytes of the file.
    pub bytes: Vec<u8>,
}

/// The checkout's folder of cases: seeds, and what once broke something.
#[must_use]
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/fuzz")
}
