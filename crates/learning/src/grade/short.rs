//! A word or two that were filled in.
//!
//! The answer and what is accepted are folded (`crate::fold`), all white space is left out, and so are quotation marks, brackets and closing
//! marks at the ends: 《宪法》。 is 宪法. Only a text of nothing but such marks keeps them.

use crate::fold::folded;
use crate::question::Accepted;

/// What stands at the ends of an answer without being part of it.
const WRAPPING: &[char] = &['"', '\'', '(', ')', '[', ']', '<', '>', '《', '》', '〈', '〉'];
const CLOSING: &[char] = &['.', ',', ';', ':', '!', '?', '~'];

/// The accepted text with the best weight that fits; of equal ones the first.
pub(super) fn best<'a>(accepted: &'a [Accepted], text: &str) -> Option<&'a Accepted> {
    let text = bare(&spelled(text));
    if text.is_empty() {
        return None;
    }
    let fitting = accepted.iter().filter(|accepted| fits(&accepted.text, &text));
    fitting.reduce(|best, next| if next.weight > best.weight { next } else { best })
}

/// Folded, without white space.
fn spelled(text: &str) -> String {
    folded(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// Without what stands at the ends.
fn bare(text: &str) -> String {
    let inner = without_end(without_start(text));
    if inner.is_empty() { text.to_owned() } else { inner.to_owned() }
}

fn without_start(text: &str) -> &str {
    text.trim_start_matches(WRAPPING)
}

fn without_end(text: &str) -> &str {
    text.trim_end_matches(|c| WRAPPING.contains(&c) || CLOSING.contains(&c))
}

/// Whether a text fits a pattern.
fn fits(pattern: &str, text: &str) -> bool {
    let pieces: Vec<String> = pieces(pattern).iter().map(|piece| spelled(piece)).collect();
    match pieces.as_slice() {
        [] => false,
        [whole] => bare(whole) == text,
        [first, between @ .., last] => {
            let (first, last) = (without_start(first), without_end(last));
            let middle = text.strip_prefix(first).and_then(|rest| rest.strip_suffix(last));
            middle.is_some_and(|middle| has_in_order(middle, between))
        }
    }
}

/// What stands between the stars of a pattern; `\*` is a star that stands for itself.
fn pieces(pattern: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = c == '\\' && chars.peek() == Some(&'*');
        match (escaped, c) {
            (false, '*') => pieces.push(String::new()),
            (escaped, c) => {
                let c = if escaped { chars.next().unwrap_or(c) } else { c };
                pieces.last_mut().into_iter().for_each(|piece| piece.push(c));
            }
        }
    }
    pieces
}

fn has_in_order(text: &str, pieces: &[String]) -> bool {
    let mut rest = text;
    pieces.iter().all(|piece| match rest.find(piece.as_str()) {
        Some(at) => {
            rest = &rest[at + piece.len()..];
            true
        }
        None => false,
    })
}

/// A pattern as a reader should see it.
pub(super) fn shown(pattern: &str) -> String {
    pieces(pattern).join("…")
}
