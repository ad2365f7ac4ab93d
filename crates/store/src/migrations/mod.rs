//! The layout of the database, one file for each version. A version is never edited after it was released.

pub(crate) mod v1;

/// The version this build uses.
pub(crate) const VERSION: u8 = 1;
