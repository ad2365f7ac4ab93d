//! Numbers in digits.

use super::{Reading, multiplied};

/// The number that a text begins with, and what is behind it.
pub(super) fn read(text: &str) -> Option<Vec<Reading<'_>>> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(text.len());
    let (whole, fraction) = text[..end].split_once('.').unwrap_or((&text[..end], ""));
    let whole = without_commas(whole)?;
    let is_number = !(whole.is_empty() && fraction.is_empty()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
    let number: f64 = is_number.then(|| format!("0{whole}.{fraction}0").parse().ok())??;
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
