//! A number that was filled in.
//!
//! It is read as people write it: with digits of any width, with commas between thousands, in Chinese numerals (十四, 一百二, 二〇二六,
//! 三点五, 负二), with 万 or 亿 behind it, and with a unit (岁, %, 千克). Whoever writes more than one number says none: 14 或 15, 5±1.

mod chinese;
mod digits;

use crate::fold::folded;
use crate::question::Range;

/// The longest unit, in characters.
const LONGEST_UNIT: usize = 10;
/// Units that 千 makes a thousand times larger: 5 千克 is 5 of 千克, and it is 5,000 of 克.
const TAKE_THOUSAND: &str = "克米瓦卡帕赫伏焦";
/// The least difference that a limit stands for, relative to it: a limit that was computed is seldom exact in binary.
const SLACK: f64 = 1e-9;

/// The range with the best weight that has the number; of equal ones the first.
pub(super) fn best<'a>(ranges: &'a [Range], text: &str) -> Option<&'a Range> {
    let numbers = readings(text);
    let fitting = ranges.iter().filter(|range| numbers.iter().any(|number| has(range, *number)));
    fitting.reduce(|best, next| if next.weight > best.weight { next } else { best })
}

fn has(range: &Range, number: f64) -> bool {
    let slack = |limit: f64| limit.abs() * SLACK;
    number >= range.low - slack(range.low) && number <= range.high + slack(range.high)
}

/// The numbers that a text may mean: none, one, or two where 千 may belong to the unit.
fn readings(text: &str) -> Vec<f64> {
    let text: String = folded(text).chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.trim_end_matches(['.', ',', ';', '!']).trim_start_matches('第');
    let (text, sign) = signed(text);
    let text = text.strip_prefix("百分之").unwrap_or(text);
    let both = [digits::read(text), chinese::read(text)];
    let read = both.into_iter().flatten().flatten();
    read.filter(|(_, unit)| is_unit(unit)).map(|(number, _)| sign * number).collect()
}

fn signed(text: &str) -> (&str, f64) {
    match text.strip_prefix(['-', '负']) {
        Some(rest) => (rest, -1.0),
        None => (text.strip_prefix('+').unwrap_or(text), 1.0),
    }
}

/// Whether what stands behind a number can be its unit.
fn is_unit(text: &str) -> bool {
    text.chars().count() <= LONGEST_UNIT
        && text.chars().all(|c| {
            (c.is_alphabetic() && !chinese::is_numeral(c) && !"或到至半".contains(c))
                || matches!(c, '%' | '‰' | '°' | '/' | '²' | '³' | '(' | ')')
        })
}

/// A number with the unit behind it.
type Reading<'a> = (f64, &'a str);

/// A number and what stands behind it, with the multipliers there applied; twice if 千 may be one or part of the unit.
fn multiplied(number: f64, rest: &str) -> Vec<Reading<'_>> {
    let mut readings = vec![];
    let (mut number, mut rest) = (number, rest);
    while let Some((first, after)) = split_first(rest) {
        let Some(multiplier) = chinese::multiplier(first) else { break };
        if first == '千' && after.starts_with(|c| TAKE_THOUSAND.contains(c)) {
            readings.push((number, rest.trim_start_matches('千')));
        }
        number *= multiplier;
        rest = after;
    }
    readings.push((number, rest));
    readings
}

fn split_first(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    chars.next().map(|first| (first, chars.as_str()))
}
