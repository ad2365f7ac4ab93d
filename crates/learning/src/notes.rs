//! Where marked passages stand in a text, so that they are found again after edits.
//!
//! A text is folded ([`folded`]); a selection becomes anchors ([`Text::anchor`]), one for each block it touches; an anchor is placed
//! again ([`Text::place`]): in its own block, else where its words stand with the most of their surroundings, else where they stand with
//! a few changes ([`similar`]) near the block that is gone. What none of this finds is [`Placement::Lost`], and is listed.

mod folded;
mod place;
mod similar;

#[cfg(test)]
mod tests;

pub use folded::Folded;

use crate::deed::Highlight;
use crate::log::{Kept, Log};
use crate::{Deed, Event, Study};
use model::{BlockId, LearnerId, Place};
use std::collections::BTreeMap;
use std::ops::Range;

/// How many characters of the surroundings an anchor remembers on each side.
pub const SURROUNDINGS: usize = 32;

/// Whether any learner of these events has a marked passage or a study note that stands.
#[must_use]
pub fn are_in(events: &[Event]) -> bool {
    let mut of: BTreeMap<LearnerId, Vec<&Event>> = BTreeMap::new();
    for event in events {
        of.entry(event.learner).or_default().push(event);
    }
    let is_note = |event: &Event| matches!(event.deed, Deed::Study(Study::Highlighted(_) | Study::Reflected(_)));
    of.retain(|_, own| own.iter().any(|event| is_note(event)));
    of.into_iter()
        .map(|(learner, own)| Log::of(learner, own))
        .any(|log| !log.highlights.is_empty() || !log.reflections.is_empty())
}

/// A text that passages are marked in.
#[derive(Debug, Clone)]
pub struct Text {
    ids: Vec<BlockId>,
    blocks: Vec<Vec<char>>,
}

/// Where a passage stands. Offsets count characters of the block's text, white space folded (see [`Folded`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Placement {
    /// Found.
    Placed(Placed),
    /// Neither the words nor anything like them.
    Lost,
}

/// The range of a block that a passage has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The index of the block.
    pub block: usize,
    /// From which character to before which.
    pub range: Range<usize>,
    /// How sure it is.
    pub how: Match,
}

/// How a passage was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// In its own block.
    Same,
    /// In another block, or its block was edited; the words are the same.
    Moved,
    /// The words themselves were edited.
    Edited,
}

/// An anchor for a new highlight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAnchor {
    /// The block.
    pub place: Place,
    /// The marked words.
    pub quote: String,
    /// Up to [`SURROUNDINGS`] characters before them, in the same block or earlier ones.
    pub before: String,
    /// Up to [`SURROUNDINGS`] characters after them.
    pub after: String,
}

impl Text {
    /// A text of blocks, each with what its element says (`textContent`).
    #[must_use]
    pub fn new<T: AsRef<str>>(blocks: &[(BlockId, T)]) -> Self {
        let folded = |(_, text): &(BlockId, T)| Folded::new(text.as_ref()).text().chars().collect();
        Self { ids: blocks.iter().map(|(id, _)| *id).collect(), blocks: blocks.iter().map(folded).collect() }
    }

    /// The anchors of a selection: from a character of a block to before a character of another, one anchor for each block that has
    /// words in it. The ends may come in either order.
    #[must_use]
    pub fn anchor(&self, from: (usize, usize), to: (usize, usize)) -> Vec<NewAnchor> {
        let (from, to) = (from.min(to), from.max(to));
        let last = self.blocks.len().saturating_sub(1).min(to.0);
        (from.0..=last).filter_map(|block| self.anchor_in(block, from, to)).collect()
    }

    /// Where a highlight stands now.
    #[must_use]
    pub fn place(&self, highlight: &Highlight) -> Placement {
        place::place(self, highlight).map_or(Placement::Lost, Placement::Placed)
    }

    /// Where each of these highlights stands now, in their order.
    #[must_use]
    pub fn place_all(&self, highlights: &[Kept<Highlight>]) -> Vec<Placement> {
        highlights.iter().map(|kept| self.place(&kept.value)).collect()
    }

    fn anchor_in(&self, block: usize, from: (usize, usize), to: (usize, usize)) -> Option<NewAnchor> {
        let chars = self.blocks.get(block)?;
        let start = if block == from.0 { from.1.min(chars.len()) } else { 0 };
        let end = if block == to.0 { to.1.min(chars.len()) } else { chars.len() };
        let marked = chars.get(start..end)?;
        let lead = marked.iter().take_while(|c| c.is_whitespace()).count();
        let tail = marked.iter().rev().take_while(|c| c.is_whitespace()).count();
        let range = start + lead..end.checked_sub(tail).filter(|end| *end > start + lead)?;
        let mut before: Vec<char> = self.before(block, range.start).take(SURROUNDINGS).collect();
        before.reverse();
        Some(NewAnchor {
            place: Place::at(&self.ids, block)?,
            quote: chars.get(range.clone())?.iter().collect(),
            before: before.into_iter().collect(),
            after: self.after(block, range.end).take(SURROUNDINGS).collect(),
        })
    }

    /// What stands before a character, the nearest first, back to the beginning of the text.
    fn before(&self, block: usize, at: usize) -> impl Iterator<Item = char> {
        let here = self.blocks.get(block).and_then(|chars| chars.get(..at)).unwrap_or_default();
        let earlier = self.blocks.get(..block).unwrap_or_default();
        here.iter().rev().chain(earlier.iter().rev().flat_map(|chars| chars.iter().rev())).copied()
    }

    /// What stands after a character, to the end of the text.
    fn after(&self, block: usize, at: usize) -> impl Iterator<Item = char> {
        let here = self.blocks.get(block).and_then(|chars| chars.get(at..)).unwrap_or_default();
        let later = self.blocks.get(block + 1..).unwrap_or_default();
        here.iter().chain(later.iter().flatten()).copied()
    }
}
