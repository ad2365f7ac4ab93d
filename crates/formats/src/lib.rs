//! Every file format that the portal promises to read for ever, with its writer and reader side by side.
//!
//! - [`page`]: what a published page tells the app about itself
//! - [`pack`]: metadata and block anchors of a group of documents, and what there is to keep offline
//! - [`record`]: one event of a learner's log
//! - [`snapshot`]: what a log of reading amounted to, for a quick start
//! - [`programme`]: the holiday programme as the portal hands it out
//! - [`study`]: banks as the portal hands them out, and what there is to study
//! - [`gift`], [`sheet`]: banks of questions as authors write them; [`bank`] is what reading one gives
//! - [`backup`]: the records of one learner or all, to carry to another device
//! - [`mirror`]: what the worker has of all that, for when the store lost something
//! - [`draft`]: what is being made, in texts beside the log
//! - [`csv`], [`notes_markdown`]: what a learner takes away to read, with its [`words`]
//! - [`xapi`]: what a Learning Record Store is told

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

/// The writer and the reader of a file in JSON whose field `v` is its version.
macro_rules! json_file {
    ($version:ident: $($name:ident),+) => {$(
        impl $name {
            /// Writes the file.
            ///
            /// # Errors
            /// When JSON cannot hold it, which no value of these types brings about.
            pub fn write(&self) -> Result<String, FormatError> {
                serde_json::to_string(self).map_err(|error| FormatError::Damaged(error.to_string()))
            }

            /// Reads a file of this or any earlier version.
            ///
            /// # Errors
            /// [`FormatError::Newer`] or [`FormatError::Damaged`].
            pub fn read(json: &str) -> Result<Self, FormatError> {
                crate::read(json, $version)
            }
        }
    )+};
}

pub mod backup;
pub mod bank;
pub mod csv;
pub mod draft;
pub mod gift;
pub mod mirror;
pub mod moment;
pub mod notes_markdown;
pub mod pack;
pub mod page;
pub mod programme;
pub mod record;
#[cfg(test)]
mod samples;
pub mod sheet;
pub mod snapshot;
pub mod study;
pub mod words;
pub mod xapi;

/// Why a text is not what its format promises.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// Written by a newer version of the portal.
    #[error("version {found} is newer than {known}, the newest this build reads")]
    Newer {
        /// The version that was found.
        found: u32,
        /// The newest version this build reads.
        known: u32,
    },
    /// Not readable as the format at all.
    #[error("not readable: {0}")]
    Damaged(String),
}

/// The version alone, read before the rest.
#[derive(serde::Deserialize)]
struct Versioned {
    v: u32,
}

fn read<T: serde::de::DeserializeOwned>(json: &str, known: u32) -> Result<T, FormatError> {
    let damaged = |error: serde_json::Error| FormatError::Damaged(error.to_string());
    let Versioned { v: found } = serde_json::from_str(json).map_err(damaged)?;
    if found > known {
        return Err(FormatError::Newer { found, known });
    }
    serde_json::from_str(json).map_err(damaged)
}
