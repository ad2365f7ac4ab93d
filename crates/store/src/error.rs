//! What can go wrong.

use thiserror::Error;

/// Why a store could not be opened. None of these means that there is nothing in it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OpenError {
    /// The browser has no IndexedDB here or refuses it.
    #[error("the browser refuses the store: {0}")]
    Refused(String),
    /// The disk, or the site's share of it, is full.
    #[error("there is no room to open the store")]
    Full,
    /// It was written by a newer version of the portal.
    #[error("a newer version of the portal wrote the store")]
    Newer,
    /// It is there and cannot be used.
    #[error("the store is damaged: {0}")]
    Damaged(String),
    /// Another tab holds an older version and does not let go.
    #[error("another tab holds the store")]
    Blocked,
}

/// Why records could not be read or written. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The disk, or the site's share of it, is full.
    #[error("there is no room left")]
    Full,
    /// The store was closed and could not be opened again.
    #[error("the store is closed")]
    Closed,
    /// The browser gave the writing up without a reason that is known here.
    #[error("the writing was given up: {0}")]
    Aborted(String),
    /// The browser refused the request.
    #[error("the browser refused: {0}")]
    Refused(String),
    /// A record cannot be written or read as JSON.
    #[error("a record is damaged: {0}")]
    Damaged(String),
}
