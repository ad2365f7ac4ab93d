//! Moments as RFC 3339 writes them.

use model::{Day, Moment};

const MS_PER_SECOND: i64 = 1_000;
const MS_PER_DAY: i64 = 86_400 * MS_PER_SECOND;
/// As long as all are that [`rfc3339`] writes.
const LENGTH: usize = "2026-11-23T23:00:00.000+08:00".len();

/// `2026-11-23T23:00:00.000+08:00`: local time with the offset of its zone. What is no moment of the years 0 to 9999 is given as the
/// beginning of 1970.
#[must_use]
pub fn rfc3339(moment: Moment) -> String {
    let (year, month, day) = moment.day().civil();
    if !(0..=9_999).contains(&year) || moment.offset_minutes.unsigned_abs() >= 24 * 60 {
        return rfc3339(Moment { unix_ms: 0, offset_minutes: 0 });
    }
    let local = moment.local_ms();
    let (seconds, ms) = (local.div_euclid(MS_PER_SECOND), local.rem_euclid(MS_PER_SECOND));
    let (hour, minute, second) =
        (seconds.rem_euclid(86_400) / 3_600, seconds.rem_euclid(3_600) / 60, seconds.rem_euclid(60));
    let sign = if moment.offset_minutes < 0 { '-' } else { '+' };
    let offset = moment.offset_minutes.unsigned_abs();
    let zone = format!("{sign}{:02}:{:02}", offset / 60, offset % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{ms:03}{zone}")
}

/// Reads what [`rfc3339`] writes of a moment that there is; `None` for anything else.
#[must_use]
pub fn parse(text: &str) -> Option<Moment> {
    if text.len() != LENGTH {
        return None;
    }
    let day = Day::parse(text.get(..10)?)?;
    let number = |from: usize, to: usize| {
        let digits = text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        digits.and_then(|digits| digits.parse::<i64>().ok())
    };
    let minutes = number(11, 13)? * 60 + number(14, 16)?;
    let ms = (minutes * 60 + number(17, 19)?) * MS_PER_SECOND + number(20, 23)?;
    let east = number(24, 26)? * 60 + number(27, 29)?;
    let offset = if text.get(23..24)? == "-" { -east } else { east };
    let moment = Moment::of(day.0 * MS_PER_DAY + ms - offset * 60 * MS_PER_SECOND, i16::try_from(offset).ok()?)?;
    // Whatever else is wrong with it, it is written otherwise.
    (rfc3339(moment) == text).then_some(moment)
}

#[cfg(test)]
mod tests {
    use super::{parse, rfc3339};
    use model::Moment;

    #[test]
    fn a_moment_is_written_with_its_offset() {
        let check = |unix_ms, offset_minutes, expect: &str| {
            assert_eq!(rfc3339(Moment { unix_ms, offset_minutes }), expect);
        };
        check(1_795_446_000_000, 480, "2026-11-23T23:00:00.000+08:00");
        check(1_795_446_000_007, -210, "2026-11-23T11:30:00.007-03:30");
        check(-1, 0, "1969-12-31T23:59:59.999+00:00");
        check(i64::MAX / 4, 0, "1970-01-01T00:00:00.000+00:00");
    }

    #[test]
    fn what_is_written_is_read_and_nothing_else() {
        for moment in [(0, 0), (0, 480), (1_795_446_000_007, -210), (7_289_654_399_999, -840), (951_782_400_000, 840)] {
            let moment = Moment { unix_ms: moment.0, offset_minutes: moment.1 };
            assert_eq!(parse(&rfc3339(moment)), Some(moment));
        }
        let good = "2026-11-23T23:00:00.000+08:00";
        assert!(parse(good).is_some());
        let check = |from: &str, to: &str| assert_eq!(parse(&good.replacen(from, to, 1)), None, "{to}");
        check("2026", "9999");
        check("2026", "1969");
        check("11", "13");
        check("T23", "T24");
        check("T", " ");
        check("00:00.0", "60:00.0");
        check("+", " ");
        check("+08:00", "+15:00");
        check("+08:00", "+08:99");
        check("+08:00", "Z");
        check("2026", "２026");
        assert_eq!(parse(""), None);
        assert_eq!(parse(&"2".repeat(50_000_000)), None);
    }
}
