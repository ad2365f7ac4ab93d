//! Packs: one JSON file per group of documents with their metadata and block anchors, and the list of files that the group
//! needs offline. An index names all packs.
//!
//! Addresses are relative to the portal's root. Hashes are SHA-256 in lower-case hexadecimal.

use crate::FormatError;
use crate::page::Link;
use model::DocumentId;
use serde::{Deserialize, Serialize};

/// The version this build writes.
pub const VERSION: u32 = 1;

/// Where the index is.
pub const INDEX_ADDRESS: &str = "packs/index.json";

/// All packs of a portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// The version of this format.
    pub v: u32,
    /// In order: the portal's own pages first, then every series, then the materials.
    pub packs: Vec<PackLine>,
}

/// One pack in the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackLine {
    /// Stable name: `portal`, a series id, or `materials`.
    pub id: String,
    /// What a learner sees.
    pub title: String,
    /// Where the pack is; its name carries a hash, so it changes with its content.
    pub address: String,
    /// The size of all its files, in bytes.
    pub bytes: u64,
}

/// One group of documents that is kept or dropped together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// The version of this format.
    pub v: u32,
    /// The same as in the index.
    pub id: String,
    /// The same as in the index.
    pub title: String,
    /// Its documents, in order. Written for other programs; the app has no use for them and does not read them.
    #[serde(skip_deserializing)]
    pub documents: Vec<Document>,
    /// Every file it needs, sorted by address: pages, pictures, sound.
    pub files: Vec<File>,
}

/// A document in a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its permanent id.
    pub id: DocumentId,
    /// Its title and address.
    pub link: Link,
    /// Length in 字.
    pub characters: u32,
    /// The anchors of its blocks, as [`model::block::pack`] writes them.
    pub blocks: String,
}

/// A file to keep.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct File {
    /// Where it is.
    pub address: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// SHA-256, lower-case hexadecimal.
    pub sha256: String,
}

json_file!(VERSION: Index, Pack);
