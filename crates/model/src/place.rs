//! Where a reader stood, so that it is found again even in an edited text.

use crate::BlockId;
use serde::{Deserialize, Serialize};

/// How many earlier blocks a place remembers.
pub const TRAIL: usize = 16;

/// A block of a document, and the way back from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The block itself.
    pub block: BlockId,
    /// Blocks before it, the nearest first: sixteen in a row, then every second, fourth, eighth … one to the beginning.
    pub before: Vec<BlockId>,
}

/// Where a [`Place`] is in the text as it stands now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The very block, by its index.
    Exact(usize),
    /// The block is gone or changed; this is the nearest earlier one that stands.
    Near(usize),
}

impl Found {
    /// The index of the block, exact or near.
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::Exact(index) | Self::Near(index) => index,
        }
    }
}

impl Place {
    /// The place of block `index` of a document; `None` past its end.
    #[must_use]
    pub fn at(blocks: &[BlockId], index: usize) -> Option<Self> {
        let block = *blocks.get(index)?;
        let near = (1..=TRAIL).map_while(|step| index.checked_sub(step));
        let far = (1..).map_while(|power| index.checked_sub(TRAIL + (1_usize << power)));
        let before = near.chain(far).map(|at| blocks[at]).collect();
        Some(Self { block, before })
    }

    /// Finds the place in a document as it stands now; `None` if nothing of the way back stands.
    #[must_use]
    pub fn find(&self, blocks: &[BlockId]) -> Option<Found> {
        let index_of = |id: &BlockId| blocks.iter().position(|block| block == id);
        let exact = index_of(&self.block).map(Found::Exact);
        exact.or_else(|| self.before.iter().find_map(index_of).map(Found::Near))
    }
}

/// How long one must stand at the beginning before it counts as one's place, in milliseconds. The navigation is up there: who scrolls
/// up and leaves by it was reading further down.
pub const BEGINNING_COUNTS_AFTER_MS: u64 = 10_000;

/// Follows the block that a reader stands at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    index: usize,
    /// The block before the reader went up to the beginning, and when that was.
    came_from: Option<(usize, u64)>,
}

impl Standing {
    /// The reader stands at block `index`. Moments are milliseconds of a clock that is never set back.
    pub fn at(&mut self, index: usize, now_ms: u64) {
        match (self.index, index) {
            (0, 0) => {}
            (from, 0) => self.came_from = Some((from, now_ms)),
            _ => self.came_from = None,
        }
        self.index = index;
    }

    /// The block to come back to.
    #[must_use]
    pub fn index(&self, now_ms: u64) -> usize {
        match self.came_from {
            Some((from, since)) if now_ms.saturating_sub(since) < BEGINNING_COUNTS_AFTER_MS => from,
            _ => self.index,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::anchors;

    fn blocks(names: impl IntoIterator<Item = usize>) -> Vec<BlockId> {
        let texts: Vec<_> = names.into_iter().map(|n| format!("第 {n} 段")).collect();
        anchors(&texts)
    }

    #[test]
    fn a_place_is_found_again_after_blocks_were_added_before_it() {
        let place = Place::at(&blocks(0..20), 10).unwrap();
        assert_eq!(place.find(&blocks(0..20)), Some(Found::Exact(10)));
        assert_eq!(place.find(&blocks([90, 91].into_iter().chain(0..20))), Some(Found::Exact(12)));
    }

    #[test]
    fn a_changed_block_falls_back_to_the_nearest_earlier_one() {
        let place = Place::at(&blocks(0..20), 10).unwrap();
        let edited = blocks((0..8).chain([90, 91, 92]).chain(11..20));
        assert_eq!(place.find(&edited), Some(Found::Near(7)));
    }

    #[test]
    fn a_long_gap_still_leads_back() {
        let place = Place::at(&blocks(0..500), 400).unwrap();
        assert!(place.before.len() < 30, "{}", place.before.len());
        let found = place.find(&blocks(0..300)).unwrap().index();
        assert_eq!(found, 400 - TRAIL - 128);
    }

    #[test]
    fn who_leaves_by_the_top_was_reading_further_down() {
        let mut standing = Standing::default();
        assert_eq!(standing.index(0), 0);
        standing.at(7, 1_000);
        assert_eq!(standing.index(1_000), 7);
        standing.at(0, 5_000);
        standing.at(0, 6_000);
        assert_eq!(standing.index(6_000), 7);
        assert_eq!(standing.index(15_000), 0);
        standing.at(3, 16_000);
        assert_eq!(standing.index(16_000), 3);
    }

    #[test]
    fn a_text_rewritten_from_the_first_word_has_no_place() {
        let place = Place::at(&blocks(0..5), 4).unwrap();
        assert_eq!(place.find(&blocks(50..60)), None);
        assert_eq!(Place::at(&[], 0), None);
    }
}
