//! What changed between two texts, readable for Chinese: paragraphs first, then characters within those that changed.
//!
//! Paragraphs that are the same stay whole. Where some were changed they are compared by tokens ([`mod@tokens`]): a Han character or a mark
//! is one, a run of Latin letters or digits is one. Single characters that are the same by chance between two changes are no help to a
//! reader and become part of the change; so do paragraphs that have hardly anything in common. What would take too long to compare is
//! shown by paragraphs alone.

mod tokens;

#[cfg(test)]
mod tests;

pub use tokens::tokens;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The most pairs of tokens that are compared, after what begins and ends alike was set aside: 6,000 × 6,000, which
/// took 31 ms natively when nothing was alike (November 2026).
const MOST_PAIRS: usize = 36_000_000;
/// Text that is the same and has no more tokens than this, between two changes, is part of them.
const BY_CHANCE: usize = 1;
/// Paragraphs with less in common than this share, in percent of the longer one, are shown as taken away and put in.
const LEAST_COMMON: usize = 25;

/// A piece of what is shown. In order, what is same or added makes the new text, what is same or removed the old one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What became of it.
    pub change: Change,
    /// The text, line breaks included; never empty.
    pub text: String,
}

/// What became of a piece of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is in both texts.
    Same,
    /// It is in the old text only.
    Removed,
    /// It is in the new text only.
    Added,
}

/// The difference of two texts. Neighbours differ in what became of them; what was removed stands before what was added.
#[must_use]
pub fn diff(old: &str, new: &str) -> Vec<Span> {
    let (old, new) = (paragraphs(old), paragraphs(new));
    let mut shown = Shown::default();
    let compared = capture_if_quick(&old, &new);
    for op in compared {
        let (removed, added) = (&old[op.old_range()], &new[op.new_range()]);
        match op {
            DiffOp::Equal { .. } => shown.push(Change::Same, removed),
            DiffOp::Replace { .. } => within(removed, added, &mut shown),
            DiffOp::Delete { .. } | DiffOp::Insert { .. } => shown.change(removed, added),
        }
    }
    shown.spans
}

/// The paragraphs of a text, each with the line break that ends it.
fn paragraphs(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

/// Compares changed paragraphs by tokens.
fn within(old: &[&str], new: &[&str], shown: &mut Shown) {
    let of = |paragraphs: &[&str]| paragraphs.concat();
    let (old_text, new_text) = (of(old), of(new));
    let (old_tokens, new_tokens) = (tokens(&old_text), tokens(&new_text));
    let ops = without_chance(capture_if_quick(&old_tokens, &new_tokens));
    let common: usize = ops.iter().filter(|op| is_same(op)).map(|op| op.old_range().len()).sum();
    if common * 100 < old_tokens.len().max(new_tokens.len()) * LEAST_COMMON {
        return shown.change(old, new);
    }
    // Changes that follow each other are one: first all that goes, then all that comes.
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for op in ops {
        let (from_old, from_new) = (&old_tokens[op.old_range()], &new_tokens[op.new_range()]);
        if is_same(&op) {
            shown.change(&removed, &added);
            removed.clear();
            added.clear();
            shown.push(Change::Same, from_old);
        } else {
            removed.extend_from_slice(from_old);
            added.extend_from_slice(from_new);
        }
    }
    shown.change(&removed, &added);
}

fn is_same(op: &DiffOp) -> bool {
    matches!(op, DiffOp::Equal { .. })
}

/// The difference of two lists, or one big replacement where finding it would take too long.
fn capture_if_quick(old: &[&str], new: &[&str]) -> Vec<DiffOp> {
    let alike = |pairs: &mut dyn Iterator<Item = (&&str, &&str)>| pairs.take_while(|(one, other)| one == other).count();
    let begin = alike(&mut old.iter().zip(new));
    let end = alike(&mut old[begin..].iter().rev().zip(new[begin..].iter().rev()));
    let (old_len, new_len) = (old.len() - begin - end, new.len() - begin - end);
    if old_len * new_len <= MOST_PAIRS {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    let after = |len: usize| len - end;
    vec![
        DiffOp::Equal { old_index: 0, new_index: 0, len: begin },
        DiffOp::Replace { old_index: begin, old_len, new_index: begin, new_len },
        DiffOp::Equal { old_index: after(old.len()), new_index: after(new.len()), len: end },
    ]
}

/// What is the same between two changes only by chance becomes part of the change.
fn without_chance(ops: Vec<DiffOp>) -> Vec<DiffOp> {
    let last = ops.len().saturating_sub(1);
    let by_chance = |(index, op): (usize, DiffOp)| match op {
        DiffOp::Equal { old_index, new_index, len } if len <= BY_CHANCE && index > 0 && index < last => {
            DiffOp::Replace { old_index, old_len: len, new_index, new_len: len }
        }
        op => op,
    };
    ops.into_iter().enumerate().map(by_chance).collect()
}

/// What is shown so far.
#[derive(Default)]
struct Shown {
    spans: Vec<Span>,
}

impl Shown {
    fn change(&mut self, removed: &[&str], added: &[&str]) {
        self.push(Change::Removed, removed);
        self.push(Change::Added, added);
    }

    fn push(&mut self, change: Change, pieces: &[&str]) {
        let text = pieces.concat();
        match self.spans.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.change == change => last.text.push_str(&text),
            _ => self.spans.push(Span { change, text }),
        }
    }
}
