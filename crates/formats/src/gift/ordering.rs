//! Things to put in order, as Moodle's plugin for ordering questions writes them: a first line with the settings, one item a line.

use super::piece::Piece;
use super::words;
use crate::bank::{Fault, Reason};
use learning::Kind;
use learning::question::Format;

/// The settings of the plugin. All items are always asked for, one below the other.
const SETTINGS: [&str; 43] = [
    "ALL",
    "EXACT",
    "RANDOM",
    "REL",
    "RELATIVE",
    "CONTIG",
    "CONTIGUOUS",
    "HORIZONTAL",
    "HORI",
    "H",
    "VERTICAL",
    "VERT",
    "V",
    "ABSOLUTE_POSITION",
    "ABSOLUTE",
    "ABS",
    "ALL_OR_NOTHING",
    "ALLORNOTHING",
    "RELATIVE_NEXT_EXCLUDE_LAST",
    "RELATIVE_NEXT_INCLUDE_LAST",
    "RELATIVE_ONE_PREVIOUS_AND_NEXT",
    "RELATIVE_ALL_PREVIOUS_AND_NEXT",
    "LONGEST_ORDERED_SUBSET",
    "LONGEST_CONTIGUOUS_SUBSET",
    "RELATIVE_TO_CORRECT",
    "SHOW",
    "HIDE",
    "TRUE",
    "FALSE",
    "YES",
    "NO",
    "0",
    "1",
    "NONE",
    "ABC",
    "ABCD",
    "123",
    "III",
    "IIII",
    "NUMBERING",
    "-1",
    "2",
    "3",
];

/// What stands after the `>`.
pub(super) fn read(text: Piece, format: Format, faults: &mut Vec<Fault>) -> Result<Kind, Fault> {
    let (head, items) = text.split_at(text.text.find('\n').unwrap_or(text.text.len()));
    let mut settings = head.text.split_whitespace().peekable();
    let said: Option<usize> = settings.peek().and_then(|count| count.parse().ok());
    if said.is_some() {
        settings.next();
    }
    if let Some(odd) = settings.find(|word| !SETTINGS.contains(&word.to_ascii_uppercase().as_str())) {
        return Err(head.fault(Reason::BadOrdering { found: odd.chars().take(20).collect() }));
    }
    let items: Vec<_> = items.text.lines().filter(|item| !item.trim().is_empty()).collect();
    let items: Vec<_> = items.into_iter().map(|item| words::read(Piece { text: item, ..text }, format)).collect();
    if let Some(said) = said.filter(|said| *said != items.len()) {
        faults.push(head.fault(Reason::OrderingCount { said, found: items.len() }));
    }
    Ok(Kind::Ordering { items })
}
