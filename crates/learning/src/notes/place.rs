//! Finding a passage again.

use super::{Folded, Match, Placed, Text, similar};
use crate::deed::Highlight;
use model::BlockId;
use model::place::Found;
use std::ops::Range;

/// Words of at least this many characters are their own proof; shorter ones need surroundings.
const UNMISTAKABLE: usize = 12;
/// How many characters of the surroundings must stand for words that could stand anywhere.
const NEEDED: usize = 4;
/// How many comparisons a search for changed words may take: a hundredth of a second or so.
const MOST_COMPARISONS: usize = 4_000_000;

/// What is looked for.
struct Sought {
    words: Vec<char>,
    before: Vec<char>,
    after: Vec<char>,
}

pub(super) fn place(text: &Text, highlight: &Highlight) -> Option<Placed> {
    let chars = |text: &str| Folded::new(text).text().chars().collect::<Vec<char>>();
    let sought =
        Sought { words: chars(&highlight.quote), before: chars(&highlight.before), after: chars(&highlight.after) };
    if sought.words.is_empty() {
        return None;
    }
    let own = text.ids.iter().position(|id: &BlockId| *id == highlight.place.block);
    // The place gives the nearest earlier block that still stands: what stood after it is at least one further.
    let near = own.or_else(|| highlight.place.find(&text.ids).map(|found: Found| found.index() + 1)).unwrap_or(0);
    let same = own.and_then(|block| sought.best(text, std::iter::once(block), near));
    if let Some((block, range, _)) = same {
        return Some(Placed { block, range, how: Match::Same });
    }
    let elsewhere = sought.best(text, 0..text.blocks.len(), near);
    if let Some((block, range, surroundings)) = elsewhere
        && sought.is_proof(surroundings)
    {
        return Some(Placed { block, range, how: Match::Moved });
    }
    sought.similar(text, near)
}

impl Sought {
    /// Where the words stand with the most of their surroundings, and how many characters those are; of equals the nearest, then the
    /// first.
    fn best(
        &self,
        text: &Text,
        blocks: impl Iterator<Item = usize>,
        near: usize,
    ) -> Option<(usize, Range<usize>, usize)> {
        let mut best: Option<(usize, Range<usize>, usize)> = None;
        for block in blocks {
            let chars = text.blocks.get(block).map(Vec::as_slice).unwrap_or_default();
            for start in occurrences(&self.words, chars) {
                let range = start..start + self.words.len();
                let surroundings = self.surroundings(text, block, &range);
                let is_better = best.as_ref().is_none_or(|(other, _, most)| {
                    surroundings > *most || surroundings == *most && block.abs_diff(near) < other.abs_diff(near)
                });
                if is_better {
                    best = Some((block, range, surroundings));
                }
            }
        }
        best
    }

    /// How many characters before and after a range are those that were remembered. White space says nothing.
    fn surroundings(&self, text: &Text, block: usize, range: &Range<usize>) -> usize {
        common(self.before.iter().rev().copied(), text.before(block, range.start))
            + common(self.after.iter().copied(), text.after(block, range.end))
    }

    fn is_proof(&self, surroundings: usize) -> bool {
        let known = self.before.len() + self.after.len();
        self.words.len() >= UNMISTAKABLE || surroundings >= NEEDED.min(known)
    }

    /// The words with a few changes, in the nearest blocks: of equals the one with the most surroundings, then the nearest.
    fn similar(&self, text: &Text, near: usize) -> Option<Placed> {
        let mut blocks: Vec<usize> = (0..text.blocks.len()).collect();
        blocks.sort_by_key(|block| (block.abs_diff(near), *block));
        let mut left = MOST_COMPARISONS;
        let mut best: Option<((usize, usize), Placed)> = None;
        for block in blocks {
            let chars = text.blocks.get(block)?;
            left = match left.checked_sub(chars.len() * self.words.len()) {
                Some(left) => left,
                None => break,
            };
            let Some((changes, range)) = similar::find(&self.words, chars) else { continue };
            let surroundings = self.surroundings(text, block, &range);
            let rank = (changes, usize::MAX - surroundings);
            if self.is_proof(surroundings) && best.as_ref().is_none_or(|(least, _)| rank < *least) {
                best = Some((rank, Placed { block, range, how: Match::Edited }));
            }
        }
        best.map(|(_, placed)| placed)
    }
}

/// Where words begin in a text.
fn occurrences<'a>(words: &'a [char], text: &'a [char]) -> impl Iterator<Item = usize> + 'a {
    text.windows(words.len()).enumerate().filter_map(move |(at, window)| (window == words).then_some(at))
}

/// How many characters two texts have in common at their beginnings, white space apart.
fn common(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    let ink = |c: &char| !c.is_whitespace();
    one.filter(ink).zip(other.filter(ink)).take_while(|(one, other)| one == other).count()
}
