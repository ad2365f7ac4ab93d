//! Texts with their format: `[html]<b>text</b>`.

use super::piece::{Piece, decode, encode};
use learning::question::{Format, Words};

const NAMES: [(&str, Format); 4] = [
    ("[plain]", Format::Plain),
    ("[html]", Format::Html),
    ("[markdown]", Format::Markdown),
    ("[moodle]", Format::Moodle),
];

/// A text; `usual` is the format of one that names none.
pub(super) fn read(piece: Piece, usual: Format) -> Words {
    let text = piece.trim().text;
    let named = NAMES.into_iter().find_map(|(name, format)| Some((format, text.strip_prefix(name)?)));
    let (format, text) = named.unwrap_or((usual, text));
    let text = decode(text.trim_start(), matches!(format, Format::Html | Format::Markdown));
    if text.is_empty() { Words::default() } else { Words { format, text } }
}

/// The text of an answer that has no format.
pub(super) fn plain(piece: Piece) -> String {
    read(piece, Format::Plain).text
}

/// Arrows that somebody may have written for the `->` of a pair.
pub(super) const ARROWS: [&str; 8] = ["－＞", "-＞", "－>", "—>", "—＞", "→", "=>", "＝＞"];

/// A text as it is written where `usual` is the format of one that names none.
pub(super) fn write(words: &Words, usual: Format) -> String {
    let named = words.format != usual || is_doubtful(&words.text);
    let name = NAMES.iter().find(|(_, format)| named && *format == words.format && !words.is_empty());
    format!("{}{}", name.map(|(name, _)| *name).unwrap_or_default(), encode(&words.text))
}

/// Whether a reader may take it for something else: a format, a comment, or signs that are full-width by mistake. A text that names
/// its format is what it is.
fn is_doubtful(text: &str) -> bool {
    let start = NAMES.iter().map(|(name, _)| *name).chain(["//"]).any(|start| text.starts_with(start));
    start || ARROWS.iter().chain(&["｛"]).any(|sign| text.contains(sign))
}

/// Whether a text names its format.
pub(super) fn is_named(piece: Piece) -> bool {
    NAMES.iter().any(|(name, _)| piece.text.trim_start().starts_with(name))
}
