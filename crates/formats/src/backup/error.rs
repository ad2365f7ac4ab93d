//! Why a backup is refused, and what a learner is told.

use super::FORMAT;
use locale::Phrase;

/// Why a file is refused as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// Not JSON.
    #[error("not JSON")]
    NotJson,
    /// JSON, but no backup of a portal like this.
    #[error("not a backup")]
    Foreign,
    /// Written by a newer version of the portal.
    #[error("version {found} is newer than this build reads")]
    Newer {
        /// The version that was found.
        found: u32,
    },
    /// A backup, but not as it was written.
    #[error("damaged: {0}")]
    Damaged(Flaw),
    /// Larger than [`super::LONGEST`].
    #[error("too large")]
    TooLarge,
}

/// What is wrong with a backup that is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// It ends in the middle.
    #[error("it ends in the middle")]
    CutOff,
    /// Something is missing or is not what it should be.
    #[error("something is missing or is not what it should be")]
    Shape,
    /// Its content is not that which its checksum was made of.
    #[error("the checksum does not fit")]
    Checksum,
    /// The ids of the records do not rise: one is there twice, or out of its place.
    #[error("the records are out of order")]
    Order,
}

impl BackupError {
    /// What a learner is told.
    #[must_use]
    pub fn phrase(self) -> Phrase {
        match self {
            Self::NotJson => locale::backup_not_json(),
            Self::Foreign => locale::backup_foreign(),
            Self::Newer { found: _ } => locale::backup_newer(),
            Self::Damaged(Flaw::CutOff) => locale::backup_cut_off(),
            Self::Damaged(Flaw::Shape | Flaw::Checksum | Flaw::Order) => locale::backup_changed(),
            Self::TooLarge => locale::backup_too_large(),
        }
    }
}

/// What an error of reading JSON means. A backup that was cut off still tells at its beginning what it was.
pub(super) fn of_json(text: &str, error: &serde_json::Error) -> BackupError {
    let beginning: String = text.chars().take(64).collect();
    if !beginning.contains(FORMAT) {
        // A type that does not fit is JSON all the same.
        return if error.is_data() { BackupError::Foreign } else { BackupError::NotJson };
    }
    BackupError::Damaged(if error.is_eof() { Flaw::CutOff } else { Flaw::Shape })
}
