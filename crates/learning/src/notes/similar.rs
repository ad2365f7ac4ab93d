//! Words that stand in a text with a few changes.
//!
//! Sellers' algorithm: the least number of insertions, deletions and exchanges that turn the words into some part of the text.
//! Source: P. H. Sellers, "The Theory and Computation of Evolutionary Distances", 1980.

use std::ops::Range;

/// Of a hundred characters, this many may have changed.
const CHANGED_PERCENT: usize = 20;

/// The part of a text that is most like the words, and how many changes it takes; `None` when more than a fifth changed.
pub(super) fn find(words: &[char], text: &[char]) -> Option<(usize, Range<usize>)> {
    let allowed = words.len() * CHANGED_PERCENT / 100;
    // For every length of the beginning of the words: changes, and where in the text that beginning starts.
    let mut column: Vec<(usize, usize)> = (0..=words.len()).map(|changes| (changes, 0)).collect();
    let mut best: Option<(usize, Range<usize>)> = None;
    for (at, c) in text.iter().enumerate() {
        let mut diagonal = column[0];
        column[0] = (0, at + 1);
        for (row, word) in words.iter().enumerate() {
            let (exchange, insert, delete) = (diagonal, column[row + 1], column[row]);
            let exchanged = (exchange.0 + usize::from(word != c), exchange.1);
            let shortest = [exchanged, (insert.0 + 1, insert.1), (delete.0 + 1, delete.1)];
            diagonal = column[row + 1];
            column[row + 1] = shortest.into_iter().min_by_key(|(changes, _)| *changes).unwrap_or(exchanged);
        }
        let (changes, start) = column[words.len()];
        if changes <= allowed && best.as_ref().is_none_or(|(least, _)| changes < *least) {
            best = Some((changes, start..at + 1));
        }
    }
    best.filter(|(_, range)| !range.is_empty())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_fifth_may_have_changed() {
        let check = |words: &str, text: &str, expect: Option<(usize, &str)>| {
            let (words, text): (Vec<char>, Vec<char>) = (words.chars().collect(), text.chars().collect());
            let found = find(&words, &text).map(|(changes, range)| (changes, text[range].iter().collect::<String>()));
            assert_eq!(found, expect.map(|(changes, part)| (changes, part.to_owned())));
        };
        check("居民自己的事自己商量", "以前说居民自己的事自己商量。", Some((0, "居民自己的事自己商量")));
        check("居民自己的事自己商量", "以前说居民自己的事大家商量。", Some((2, "居民自己的事大家商量")));
        check("居民自己的事自己商量", "居民自己的事，自己商量", Some((1, "居民自己的事，自己商量")));
        check("居民自己的事自己商量", "居民的事自己商量", Some((2, "居民的事自己商量")));
        check("居民自己的事自己商量", "居民的事由居委会办理", None);
        check("居民自", "居民各", None);
        check("居民", "", None);
    }
}
