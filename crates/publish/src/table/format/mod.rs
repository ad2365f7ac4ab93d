//! The formats of cells: what a number or a text is shown as, in Excel on a Chinese system. [`usual`] has the codes of formats that files
//! name by a number only; [`minutes`] tells minutes from months.

mod minutes;
#[cfg(test)]
mod tests;
mod usual;

use super::code::{self, Code};
use formats::sheet::{Cell, Odd};
use ssfmt::ast::{FormatPart, Section};
use ssfmt::{FormatOptions, Locale, NumberFormat};

/// The days between the two beginnings of time that workbooks know.
const YEARS_1900_TO_1904: f64 = 1462.0;
/// The day after 9999-12-31.
const LAST_DAY: f64 = 2_958_466.0;
/// The library counts fractions in 32 bits.
const LARGEST_FRACTION: f64 = 1e9;
/// Spreadsheets keep fifteen digits.
const LARGEST_WHOLE: f64 = 1e15;

/// How a cell is shown.
#[derive(Debug, Clone)]
pub(super) enum Format {
    /// As it is, where there is room.
    General,
    /// After a code.
    Code {
        /// What the file says.
        code: String,
        /// How it is followed.
        format: NumberFormat,
        /// The names that it uses.
        names: Box<FormatOptions>,
        /// Whether negative numbers are shown in one way everywhere.
        is_negative_sure: bool,
    },
    /// In a way that is not known here.
    Unknown(String),
}

impl Format {
    /// The format of an id and the code that the file or the standard gives it.
    pub fn of(id: Option<u32>, written: &str) -> Self {
        let unknown = || Self::Unknown(written.to_owned());
        let Some((written, is_negative_sure)) = usual::code(id.unwrap_or(0), written) else { return unknown() };
        let Some(Code { text, is_chinese }) = code::read(written) else { return unknown() };
        if text == "General" || text == "@" {
            return Self::General;
        }
        let Ok(format) = NumberFormat::parse(&text) else { return unknown() };
        let sections = format.sections().iter().cloned().map(minutes::found).collect();
        let names =
            FormatOptions { locale: if is_chinese { chinese() } else { Locale::en_us() }, ..FormatOptions::default() };
        let format = NumberFormat::from_sections(sections);
        Self::Code { code: written.to_owned(), format, names: Box::new(names), is_negative_sure }
    }

    /// What a number is shown as.
    pub fn number(&self, value: f64, is_1904: bool) -> Cell {
        let (code, format, names) = match self {
            Self::General => return general(value),
            Self::Unknown(code) => return Cell::Odd(Odd::Format { code: code.clone() }),
            Self::Code { code, is_negative_sure: false, .. } if value < 0.0 => {
                return Cell::Odd(Odd::Format { code: code.clone() });
            }
            Self::Code { code, format, names, .. } => (code, format, names),
        };
        let shown = prepared(value, format, is_1904).and_then(|value| format.try_format(value, names).ok());
        let Some(shown) = shown.filter(|shown| !overflows(shown, format)) else {
            return Cell::Odd(Odd::Format { code: code.clone() });
        };
        // Blanks that only keep digits below each other are no text.
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        // What rounds to nothing is not less than nothing.
        let is_zero = value < 0.0 && format.sections().len() == 1 && !shown.contains(|c| matches!(c, '1'..='9'));
        let shown = if is_zero { shown.trim_start_matches('-') } else { &shown };
        if shown.is_empty() { Cell::Odd(Odd::Unseen) } else { Cell::Text(shown.to_owned()) }
    }

    /// What a text is shown as: nearly always itself.
    pub fn text(&self, text: &str) -> Cell {
        let whole = || Cell::Text(text.trim().to_owned());
        let Self::Code { format, .. } = self else { return whole() };
        let sections = format.sections();
        let section = sections.get(3).or_else(|| sections.last().filter(|section| section.has_text_placeholder()));
        let Some(section) = section else { return whole() };
        let part = |part: &FormatPart| match part {
            FormatPart::TextPlaceholder => text.to_owned(),
            FormatPart::Literal(said) | FormatPart::EscapedLiteral(said) => said.clone(),
            _ => String::new(),
        };
        let shown: String = section.parts.iter().map(part).collect();
        if shown.trim().is_empty() && !text.trim().is_empty() {
            return Cell::Odd(Odd::Unseen);
        }
        Cell::Text(shown.trim().to_owned())
    }
}

/// The number that the library is to format; `None` where it would not show what Excel shows.
fn prepared(value: f64, format: &NumberFormat, is_1904: bool) -> Option<f64> {
    let has = |is: fn(&FormatPart) -> bool| format.sections().iter().flat_map(|section| &section.parts).any(is);
    if format.is_date_format() {
        let is_elapsed = has(|part| matches!(part, FormatPart::Elapsed(_)));
        let moved = if is_1904 && !is_elapsed { YEARS_1900_TO_1904 } else { 0.0 };
        // Times are sums of fractions; a whole day may be short of one by the last digit.
        let value = (value * 1e9).round() / 1e9 + moved;
        return (0.0..LAST_DAY).contains(&value).then_some(value);
    }
    if has(|part| matches!(part, FormatPart::Fraction { .. })) {
        return (value.abs() < LARGEST_FRACTION).then_some(value);
    }
    if format.has_condition() && value < 0.0 {
        return None;
    }
    let value = match thousands(format.sections().first()?) {
        0 => value,
        times => {
            let unit = 1000_f64.powi(times);
            (value / unit).round() * unit
        }
    };
    if value.abs() >= LARGEST_WHOLE && !has(|part| matches!(part, FormatPart::Scientific { .. })) {
        return None;
    }
    // 1.005 is kept as a little less, and Excel shows 1.01 of it.
    Some(match value {
        _ if value.fract() == 0.0 => value,
        _ if value > 0.0 => value.next_up(),
        _ => value.next_down(),
    })
}

/// How many commas behind the last digit divide the number by thousands, where it has no decimals: there the library cuts the rest off
/// if words stand between digits.
fn thousands(section: &Section) -> i32 {
    let signs = section.parts.iter().filter(|part| part.is_numeric_part());
    if signs.clone().any(|part| matches!(part, FormatPart::DecimalPoint)) {
        return 0;
    }
    signs.rev().take_while(|part| matches!(part, FormatPart::ThousandsSeparator)).map(|_| 1).sum()
}

/// Whether a power of ten has more digits before its point than its code: the library writes `10.00E+01` for what rounds up.
fn overflows(shown: &str, format: &NumberFormat) -> bool {
    let Some((mantissa, _)) = shown.split_once(['E', 'e']) else { return false };
    let digits = mantissa.split('.').next().unwrap_or_default().chars().filter(char::is_ascii_digit).count();
    let room = |section: &Section| {
        let before = section
            .parts
            .iter()
            .take_while(|part| !matches!(part, FormatPart::DecimalPoint | FormatPart::Scientific { .. }));
        before.filter(|part| matches!(part, FormatPart::Digit(_))).count()
    };
    let is_scientific =
        |section: &&Section| section.parts.iter().any(|part| matches!(part, FormatPart::Scientific { .. }));
    format.sections().iter().find(is_scientific).is_some_and(|section| digits > room(section))
}

/// A number as it is, where there is room. What Excel then shows with a power of ten nobody has typed.
fn general(value: f64) -> Cell {
    let shown = ssfmt::format_with_id_default(value, 0).unwrap_or_else(|_| value.to_string());
    if shown.contains('E') { Cell::Odd(Odd::LongNumber { shown }) } else { Cell::Text(shown) }
}

fn chinese() -> Locale {
    Locale {
        am_string: "上午",
        pm_string: "下午",
        month_names_full: [
            "一月",
            "二月",
            "三月",
            "四月",
            "五月",
            "六月",
            "七月",
            "八月",
            "九月",
            "十月",
            "十一月",
            "十二月",
        ],
        day_names_full: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
        ..Locale::en_us()
    }
}
