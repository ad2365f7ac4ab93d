//! Numbers in Chinese numerals, in the everyday and the banker's form.

use super::digits::decimal;
use super::{Reading, TAKE_THOUSAND, split_first};

/// The digit that a numeral stands for.
fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' | '幺' => 1,
        '二' | '贰' | '两' | '俩' => 2,
        '三' | '叁' | '仨' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// What a numeral behind a digit multiplies it by.
pub(super) fn multiplier(c: char) -> Option<f64> {
    Some(match c {
        '十' | '拾' => 10.0,
        '百' | '佰' => 100.0,
        '千' | '仟' => 1_000.0,
        '万' => 10_000.0,
        '亿' => 100_000_000.0,
        _ => return None,
    })
}

/// Whether it belongs to a number in Chinese.
pub(super) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || multiplier(c).is_some()
}

/// The number that a text begins with, and what is behind it; twice where 千 may be part of the unit.
pub(super) fn read(text: &str) -> Option<Vec<Reading<'_>>> {
    let end = text.find(|c| !is_numeral(c)).unwrap_or(text.len());
    let (numeral, rest) = text.split_at(end);
    let whole = value(numeral)?;
    let mut readings = vec![with_fraction(whole, rest)];
    let thousand = numeral.strip_suffix('千').filter(|_| rest.starts_with(|c| TAKE_THOUSAND.contains(c)));
    readings.extend(thousand.and_then(value).map(|less| (less, rest)));
    Some(readings)
}

/// 三点五: digits behind the point, one by one. 三点 alone is an hour.
fn with_fraction(whole: f64, rest: &str) -> Reading<'_> {
    let Some(behind) = rest.strip_prefix('点') else { return (whole, rest) };
    let end = behind.find(|c| digit(c).is_none()).unwrap_or(behind.len());
    let digits: String = behind[..end].chars().filter_map(digit).filter_map(|d| char::from_digit(d, 10)).collect();
    match decimal("", &digits) {
        Some(fraction) if !digits.is_empty() => (whole + fraction, &behind[end..]),
        _ => (whole, rest),
    }
}

/// The value of numerals alone.
fn value(numeral: &str) -> Option<f64> {
    if numeral.is_empty() {
        return None;
    }
    if numeral.chars().all(|c| digit(c).is_some()) {
        return one_by_one(numeral);
    }
    by_places(numeral)
}

/// 二〇二六.
fn one_by_one(numeral: &str) -> Option<f64> {
    let digits: String = numeral.chars().filter_map(digit).filter_map(|d| char::from_digit(d, 10)).collect();
    decimal(&digits, "")
}

/// 一万二千零三十; 十四 without a one; 一百二 and 一万五, where the last digit counts tens of the place before it.
fn by_places(numeral: &str) -> Option<f64> {
    // Everything so far, the part below the next 万 or 亿, the digit that waits for its place, and the place before it.
    let (mut total, mut part, mut waiting, mut place) = (0.0, 0.0, None::<f64>, 1.0);
    let mut rest = numeral;
    while let Some((c, after)) = split_first(rest) {
        rest = after;
        match (digit(c), multiplier(c)) {
            (Some(0), _) => place = 1.0,
            (Some(d), _) if waiting.is_none() => waiting = Some(f64::from(d)),
            (None, Some(tens)) if tens < 10_000.0 => {
                let times = waiting.take().or((tens < 100.0).then_some(1.0))?;
                part += times * tens;
                place = tens;
            }
            (None, Some(tens)) => {
                part += waiting.take().unwrap_or(0.0);
                // 一万亿 is 一万 times 亿, but 一亿二千万 is a sum.
                let (sum, times) = if total >= tens { (total, part) } else { (0.0, total + part) };
                total = sum + (times > 0.0).then_some(times)? * tens;
                part = 0.0;
                place = tens;
            }
            _ => return None,
        }
    }
    let last = waiting.map_or(0.0, |digit| digit * if place > 10.0 { place / 10.0 } else { 1.0 });
    Some(total + part + last)
}
