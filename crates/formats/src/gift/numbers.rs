//! Numbers and ranges: `3`, `3:0.1`, `1..5`.

use super::options::{self, Opt};
use super::piece::Piece;
use super::words;
use crate::bank::{Fault, Reason};
use learning::Kind;
use learning::question::{Format, Range};

/// All numbers there are: what a wrong answer is, whatever it is.
pub(super) const ALL: (f64, f64) = (f64::MIN, f64::MAX);

/// What stands after the `#` of a numerical question.
pub(super) fn read(text: Piece, format: Format) -> Result<Kind, Fault> {
    let text = text.trim();
    let options = if text.text.starts_with(['=', '~']) {
        options::read(text)?
    } else {
        let (text, feedback) = text.cut("#").map_or((text, None), |(text, feedback)| (text, Some(feedback)));
        vec![Opt { right: true, text: text.trim(), feedback }]
    };
    let answers: Result<_, _> = options.into_iter().map(|option| answer(option, format)).collect();
    Ok(Kind::Numerical { answers: answers? })
}

fn answer(option: Opt, format: Format) -> Result<Range, Fault> {
    let (weight, text) = option.weigh()?;
    let any = text.text == "*" || text.text.is_empty() && !option.right;
    let (low, high) = if any { ALL } else { range(text.text).map_err(|reason| text.fault(reason))? };
    let feedback = option.feedback.map(|feedback| words::read(feedback, format)).unwrap_or_default();
    Ok(Range { low, high, weight, feedback })
}

/// The ends of a range, as `3`, `3:0.1` or `1..5`.
pub(crate) fn range(text: &str) -> Result<(f64, f64), Reason> {
    let bad = || Reason::BadNumber { found: text.trim().chars().take(40).collect() };
    let number = |text: &str| number(text).ok_or_else(bad);
    let (low, high) = if let Some((low, high)) = text.split_once("..") {
        (number(low)?, number(high)?)
    } else if let Some((middle, slack)) = text.split_once(':') {
        let places = decimals(middle).max(decimals(slack));
        let (middle, slack) = (number(middle)?, number(slack)?);
        (rounded(middle - slack, places), rounded(middle + slack, places))
    } else {
        (number(text)?, number(text)?)
    };
    if !(low.is_finite() && high.is_finite()) {
        return Err(bad());
    }
    if low > high { Err(Reason::UpsideDown { low, high }) } else { Ok((low, high)) }
}

fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let usual = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    text.parse().ok().filter(|number: &f64| usual && number.is_finite())
}

fn decimals(text: &str) -> usize {
    text.trim().split_once('.').map_or(0, |(_, part)| part.len())
}

/// A sum with the digits that its parts have: 0.3 - 0.1 is 0.2.
fn rounded(number: f64, places: usize) -> f64 {
    if places > 15 { number } else { format!("{number:.places$}").parse().unwrap_or(number) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_a_number_or_two() {
        let check = |text: &str, low: f64, high: f64| assert_eq!(range(text), Ok((low, high)), "{text}");
        check("3", 3.0, 3.0);
        check("-3.5", -3.5, -3.5);
        check("3:2", 1.0, 5.0);
        check("0.3:0.1", 0.2, 0.4);
        check("3.14159 : .0005", 3.14109, 3.14209);
        check("-10..-1.5", -10.0, -1.5);
    }

    #[test]
    fn what_is_no_number_is_told() {
        let check = |text: &str| assert_eq!(range(text), Err(Reason::BadNumber { found: text.into() }), "{text}");
        ["３", "十", "1,000", "", "inf", "NaN", "1e999", "1e308:1e308", "1..", "1:x", "14±1", "1..x"]
            .into_iter()
            .for_each(check);
        assert_eq!(range("5..1"), Err(Reason::UpsideDown { low: 5.0, high: 1.0 }));
    }
}
