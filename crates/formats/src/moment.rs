//! Moments as RFC 3339 writes them.

use model::Moment;

const MS_PER_SECOND: i64 = 1_000;

/// `2026-11-23T23:00:00.000+08:00`: local time with the offset of its zone. What is no moment of the years 0 to 9999 is given as the
/// beginning of 1970.
#[must_use]
pub fn rfc3339(moment: Moment) -> String {
    let (year, month, day) = moment.day().civil();
    if !(0..=9_999).contains(&year) || moment.offset_minutes.unsigned_abs() >= 24 * 60 {
        return rfc3339(Moment { unix_ms: 0, offset_minutes: 0 });
    }
    let local = moment.unix_ms + i64::from(moment.offset_minutes) * 60 * MS_PER_SECOND;
    let (seconds, ms) = (local.div_euclid(MS_PER_SECOND), local.rem_euclid(MS_PER_SECOND));
    let (hour, minute, second) =
        (seconds.rem_euclid(86_400) / 3_600, seconds.rem_euclid(3_600) / 60, seconds.rem_euclid(60));
    let sign = if moment.offset_minutes < 0 { '-' } else { '+' };
    let offset = moment.offset_minutes.unsigned_abs();
    let zone = format!("{sign}{:02}:{:02}", offset / 60, offset % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{ms:03}{zone}")
}

#[cfg(test)]
mod tests {
    use super::rfc3339;
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
}
