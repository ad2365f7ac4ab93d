//! Pictures and slices of sound: Base64, with nothing around it.

use super::Found;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Reads them. What was cut off where four characters end cannot be told from what is whole: whoever keeps bytes notes how many there are.
#[must_use]
pub fn read(text: Option<String>) -> Found<Vec<u8>> {
    match text {
        None => Found::Nothing,
        Some(text) if text.is_empty() => Found::Damaged(text),
        Some(text) => STANDARD.decode(&text).map_or(Found::Damaged(text), Found::Draft),
    }
}

/// Writes them.
#[must_use]
pub fn write(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}
