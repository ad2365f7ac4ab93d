//! What a pupil hands in for a contest: one file that can be checked, sealed to the organiser's key, and a receipt of it.
//!
//! In order: the manifest says what is handed in, by whom and with whose consent ([`manifest`]); it goes into one zip file with the work
//! itself ([`package`]); that file is sealed, if the portal names a key ([`seal`]); the receipt stays with the pupil ([`receipt`]).
//! Without input or output, clock, randomness or browser, like `model`.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may fail loudly"))]

mod id;
pub mod manifest;
pub mod package;
pub mod receipt;
pub mod seal;

pub use id::EntryId;
pub use manifest::{Length, Manifest, Part};

use std::fmt::Write;

/// A SHA-256 in hexadecimal, lower case.
fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    blocks(&sha2::Sha256::digest(bytes), usize::MAX)
}

/// Bytes in hexadecimal, in blocks of so many bytes.
fn blocks(bytes: &[u8], size: usize) -> String {
    let mut text = String::with_capacity(bytes.len() * 3);
    for (index, byte) in bytes.iter().enumerate() {
        if index > 0 && index % size == 0 {
            text.push(' ');
        }
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Whether a text is a SHA-256 as this crate writes it.
fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
