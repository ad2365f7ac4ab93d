//! What a cell of a workbook shows, from what it holds and its format.

use super::format::Format;
use calamine::DataRef;
use formats::sheet::{Cell, Odd};
use jiff::civil::{Date, DateTime, Time, date};

/// What it shows.
pub(super) fn cell(value: &DataRef<'_>, format: &Format, is_1904: bool) -> Cell {
    match value {
        DataRef::String(text) => format.text(text),
        DataRef::SharedString(text) => format.text(text),
        DataRef::Int(number) => format.number(*number as f64, is_1904),
        DataRef::Float(number) => format.number(*number, is_1904),
        DataRef::DateTime(moment) => format.number(moment.as_f64(), is_1904),
        DataRef::Bool(true) => Cell::Text("TRUE".to_owned()),
        DataRef::Bool(false) => Cell::Text("FALSE".to_owned()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => match days(text.trim_end_matches('Z')) {
            Some(days) => format.number(days, false),
            None => Cell::Odd(Odd::Format { code: text.clone() }),
        },
        DataRef::Error(error) => Cell::Odd(Odd::ErrorValue { found: error.to_string() }),
        DataRef::Empty => Cell::default(),
    }
}

/// A moment that is written out, as the number that other workbooks have for it.
fn days(text: &str) -> Option<f64> {
    let whole = |day: Date| date(1899, 12, 30).until(day).ok().map(|span| f64::from(span.get_days()));
    let part =
        |time: Time| (f64::from(time.hour()) * 60.0 + f64::from(time.minute())) * 60.0 + f64::from(time.second());
    let part = |time: Time| part(time) / 86_400.0;
    if let Ok(moment) = text.parse::<DateTime>() {
        return Some(whole(moment.date())? + part(moment.time()));
    }
    text.parse::<Time>().ok().map(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_that_is_written_out_is_shown_by_its_format() {
        let check = |text: &str, code: &str, expect: Cell| {
            let value = DataRef::DateTimeIso(text.into());
            assert_eq!(cell(&value, &Format::of(Some(164), code), true), expect, "{text}");
        };
        check("2026-03-05", "m\"月\"d\"日\"", Cell::Text("3月5日".into()));
        check("2026-03-05T08:30:00Z", "yyyy/m/d h:mm", Cell::Text("2026/3/5 8:30".into()));
        check("08:30:00", "h:mm", Cell::Text("8:30".into()));
        check("明天", "h:mm", Cell::Odd(Odd::Format { code: "明天".into() }));
        assert_eq!(cell(&DataRef::Bool(true), &Format::General, false), Cell::Text("TRUE".into()));
    }
}
