//! Pairs that were found.

use crate::question::Pair;
use std::collections::BTreeSet;

/// Whether each left side got its right side. Two pairs with the same words on the right are interchangeable. `None` if the answer has
/// another number of left sides, or names a pair that is not there.
pub(super) fn right(pairs: &[Pair], matched: &[Option<u16>]) -> Option<Vec<bool>> {
    let lefts: Vec<&Pair> = pairs.iter().filter(|pair| !pair.left.is_empty()).collect();
    if lefts.len() != matched.len() {
        return None;
    }
    let fits = |(left, chosen): (&&Pair, &Option<u16>)| match chosen {
        None => Some(false),
        Some(place) => pairs.get(usize::from(*place)).map(|pair| pair.right == left.right),
    };
    lefts.iter().zip(matched).map(fits).collect()
}

/// The right sides to choose from, each once, as the pairs that have them.
#[must_use]
pub fn right_sides(pairs: &[Pair]) -> Vec<u16> {
    let mut seen = BTreeSet::new();
    (0_u16..).zip(pairs).filter(|(_, pair)| seen.insert(pair.right.as_str())).map(|(place, _)| place).collect()
}
