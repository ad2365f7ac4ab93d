//! A file of a site: its bytes, and their hash, which is made once.

use crate::hash;
use std::ops::Deref;
use std::sync::Arc;

/// A file. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File(Arc<Inner>);

#[derive(Debug, PartialEq, Eq)]
struct Inner {
    sha256: String,
    bytes: Arc<Vec<u8>>,
}

impl File {
    /// A file of these bytes.
    #[must_use]
    pub fn new(bytes: impl Into<Arc<Vec<u8>>>) -> Self {
        let bytes = bytes.into();
        Self(Arc::new(Inner { sha256: hash::sha256(&bytes), bytes }))
    }

    /// SHA-256 of its bytes, in lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.0.sha256
    }

    /// The same hash as browsers check it.
    #[must_use]
    pub fn integrity(&self) -> String {
        format!("sha256-{}", hash::in_base64(self.sha256()))
    }
}

impl Deref for File {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0.bytes
    }
}
