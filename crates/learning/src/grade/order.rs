//! Things that were put in order.
//!
//! What counts is the longest row of things that stand in the right order among themselves: all others would have to be moved, and nobody
//! could mend the order with fewer moves. Counting right neighbours instead would punish one misplaced thing three times: where it is
//! missing and on both sides of where it stands. Any order has a row of one, so that one is given for nothing and counts nothing.

use crate::Words;

/// Whether each thing, as it was put, may stay. `None` if the answer is not all things, each once.
pub(super) fn right(items: &[Words], ordered: &[u16]) -> Option<Vec<bool>> {
    let places = places(items, ordered)?;
    Some(longest_row(&places))
}

/// The place of each thing in the right order. Of things with the same words, the first that was put is taken for the first.
fn places(items: &[Words], ordered: &[u16]) -> Option<Vec<usize>> {
    let mut free = vec![true; items.len()];
    let mut used = vec![false; items.len()];
    let mut places = Vec::with_capacity(items.len());
    for place in ordered {
        let place = usize::from(*place);
        let words = items.get(place)?;
        if std::mem::replace(&mut used[place], true) {
            return None;
        }
        let twin = (0..items.len()).find(|other| free[*other] && items[*other] == *words)?;
        free[twin] = false;
        places.push(twin);
    }
    (places.len() == items.len()).then_some(places)
}

/// Marks the longest rising row; of several the one that ends first.
fn longest_row(places: &[usize]) -> Vec<bool> {
    // For each thing: the length of the longest row that ends with it, and the thing before it there.
    let mut rows: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let mut best = (1, None);
        for before in (0..at).filter(|before| places[*before] < *place) {
            if rows[before].0 >= best.0 {
                best = (rows[before].0 + 1, Some(before));
            }
        }
        rows.push(best);
    }
    let mut marks = vec![false; places.len()];
    let longest = rows.iter().map(|row| row.0).max().unwrap_or(0);
    let mut next = rows.iter().position(|row| row.0 == longest);
    while let Some(at) = next {
        marks[at] = true;
        next = rows[at].1;
    }
    marks
}
