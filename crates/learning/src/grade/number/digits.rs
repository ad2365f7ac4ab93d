//! Numbers in digits.

use super::{Reading, multiplied};

/// The number that a text begins with, and what is behind it.
pub(super) fn read(text: &str) -> Option<Vec<Reading<'_>>> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(text.len());
    let (whole, fraction) = text[..end].split_once('.').unwrap_or((&text[..end], ""));
    let whole = without_commas(whole)?;
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let number = decimal(&whole, fraction)?;
    Some(multiplied(number, &text[end..]))
}

/// Whole digits with the commas between thousands taken out; `None` where commas stand elsewhere.
fn without_commas(digits: &str) -> Option<String> {
    let mut groups = digits.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let well_grouped = rest.is_empty() || (!first.is_empty() && first.len() <= 3);
    (well_grouped && rest.iter().all(|group| group.len() == 3)).then(|| [first, &rest.concat()].concat())
}

/// The most digits that a number may have; that many are exact in a `f64`.
const MOST_DIGITS: usize = 15;

/// The number that digits before and behind the point make. Both steps are exact to the last bit, and the reader of floating numbers that
/// comes with Rust, larger than all of grading, stays out of the app.
pub(super) fn decimal(whole: &str, fraction: &str) -> Option<f64> {
    let whole = whole.trim_start_matches('0');
    let length = whole.len() + fraction.len();
    if length > MOST_DIGITS {
        return None;
    }
    let digits = whole.chars().chain(fraction.chars());
    let value = digits.map(|c| c.to_digit(10)).try_fold(0.0, |value, digit| Some(value * 10.0 + f64::from(digit?)))?;
    let tens = fraction.chars().fold(1.0, |tens, _| tens * 10.0);
    Some(value / tens)
}
