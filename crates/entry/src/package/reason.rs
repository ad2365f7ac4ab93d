//! Why a package is refused.

use youth::consent::Missing;

/// Why a package cannot be made or is refused. Nothing of it is given out then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// It is not a zip file, or one that ends early or is damaged.
    #[error("the file is not a whole zip file")]
    Zip,
    /// It has no manifest.
    #[error("the file is not an entry: it has no manifest")]
    NoEntry,
    /// The manifest cannot be read.
    #[error("the manifest cannot be read: {0}")]
    Manifest(String),
    /// It was made by a newer portal.
    #[error("the entry is of a newer version ({0}) than this portal knows")]
    Newer(u32),
    /// The manifest names a file that is not there.
    #[error("{0} is missing")]
    Missing(String),
    /// There is a file that the manifest does not name, or one name stands twice.
    #[error("{0} does not belong to the entry")]
    Unknown(String),
    /// The manifest names a file in a way in which no entry does: a path that leads out, a wrong kind, a wrong order.
    #[error("an entry has no file {0}")]
    Name(String),
    /// A file is not the one that was packed.
    #[error("{0} was changed")]
    Changed(String),
    /// There are more files than an entry has.
    #[error("the entry has more than {0} files")]
    TooMany(usize),
    /// A file, or all of them, is larger than is taken.
    #[error("{0} is too large")]
    TooLarge(String),
    /// The entry is neither an essay with text or photos nor a speech.
    #[error("the entry has no essay and no speech")]
    Empty,
    /// The consent does not allow it.
    #[error("the entry may not be handed over: {0:?} is missing")]
    Consent(Missing),
}
