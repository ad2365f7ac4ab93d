//! Banks of questions in GIFT, the text format of Moodle.
//!
//! [`scan`] cuts a text into questions, [`marks`] reads the comments before them, [`question`] takes one apart and [`answers`] what
//! stands between its braces; [`words`], [`numbers`], [`ordering`] and [`piece`] read what is smaller. [`mod@write`] goes the other
//! way. What is read otherwise than npm gift-pegjs reads it stands in `tests/fixtures/gift/DIFFERENCES.md`.

mod answers;
mod marks;
mod numbers;
mod options;
mod ordering;
mod piece;
mod question;
mod scan;
mod words;
mod write;

#[cfg(test)]
mod tests;

pub(crate) use marks::score;
pub(crate) use numbers::range;
pub use write::write;

use crate::bank::{Ids, Read};

/// Reads a bank. Every fault has its line, and after one reading goes on with the next question.
#[must_use]
pub fn read(text: &str) -> Read {
    let (blocks, mut faults) = scan::scan(text);
    let (mut items, mut ids) = (Vec::new(), Ids::default());
    for block in &blocks {
        match question::read(block, &mut ids) {
            Ok((item, more)) => {
                items.push(item);
                faults.extend(more);
            }
            Err(more) => faults.extend(more),
        }
    }
    Read::new(items, faults)
}
