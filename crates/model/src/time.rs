//! Moments and days. The clock itself is an argument: nothing here asks for the time.
//!
//! What is read from elsewhere lies within bounds, or is refused: a [`Moment`] is one of 1970 to 2200, a [`Day`] one of 1900 to 2200. What
//! is reckoned with them never overflows, whatever they hold.

use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::ops::RangeInclusive;

const MS_PER_MINUTE: i64 = 60_000;
const MS_PER_DAY: i64 = 24 * 60 * MS_PER_MINUTE;

/// What a clock of ours can tell, in milliseconds since 1970-01-01T00:00Z: up to the end of 2200.
pub const MOMENTS: RangeInclusive<i64> = 0..=84_371 * MS_PER_DAY - 1;
/// The offsets of time zones, in minutes east of UTC. In use are -12:00 to +14:00.
pub const OFFSETS: RangeInclusive<i16> = -14 * 60..=14 * 60;
/// The years of days that anybody here writes down.
pub const YEARS: RangeInclusive<i64> = 1_900..=2_200;

/// A moment by a device's own clock, with the offset of its time zone then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00Z.
    pub unix_ms: i64,
    /// Minutes east of UTC: 480 in China.
    pub offset_minutes: i16,
}

impl Moment {
    /// A moment of [`MOMENTS`] at one of [`OFFSETS`]; `None` for any other.
    #[must_use]
    pub fn of(unix_ms: i64, offset_minutes: i16) -> Option<Self> {
        let is_one = MOMENTS.contains(&unix_ms) && OFFSETS.contains(&offset_minutes);
        is_one.then_some(Self { unix_ms, offset_minutes })
    }

    /// The nearest moment that there is to what a device's clock says, which may be set to anything.
    #[must_use]
    pub fn nearest(unix_ms: i64, offset_minutes: i16) -> Self {
        Self {
            unix_ms: unix_ms.clamp(*MOMENTS.start(), *MOMENTS.end()),
            offset_minutes: offset_minutes.clamp(*OFFSETS.start(), *OFFSETS.end()),
        }
    }

    /// What the device's own clock showed, as if it were UTC, in milliseconds.
    #[must_use]
    pub fn local_ms(self) -> i64 {
        self.unix_ms.saturating_add(i64::from(self.offset_minutes) * MS_PER_MINUTE)
    }

    /// The day that the device's calendar showed.
    #[must_use]
    pub fn day(self) -> Day {
        Day(self.local_ms().div_euclid(MS_PER_DAY))
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Written {
            unix_ms: i64,
            offset_minutes: i16,
        }
        let Written { unix_ms, offset_minutes } = Written::deserialize(deserializer)?;
        Self::of(unix_ms, offset_minutes).ok_or_else(|| serde::de::Error::custom("no moment of 1970 to 2200"))
    }
}

/// A local calendar day: days since 1970-01-01. It is written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i64);

impl Day {
    /// The day of a year, month 1 to 12 and day 1 to 31 of the Gregorian calendar; `None` if there is no such day.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    #[must_use]
    pub fn of_civil(year: i64, month: u8, day: u8) -> Option<Self> {
        // What is further away is no date of anybody's.
        if !(-9_999..=9_999).contains(&year) || !(1..=12).contains(&month) {
            return None;
        }
        let shifted_year = year - i64::from(month <= 2);
        let era = shifted_year.div_euclid(400);
        let year_of_era = shifted_year.rem_euclid(400);
        let shifted_month = (i64::from(month) + 9) % 12;
        let day_of_year = (153 * shifted_month + 2) / 5 + i64::from(day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let found = Self(era * 146_097 + day_of_era - 719_468);
        (found.civil() == (year, month, day)).then_some(found)
    }

    /// Reads `YYYY-MM-DD` of [`YEARS`]; `None` for anything else, and for a day that no calendar has.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let digits = |from: usize, to: usize| {
            let part = text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
            part.and_then(|part| part.parse::<u16>().ok())
        };
        let is_shaped = bytes.len() == 10 && bytes.get(4) == Some(&b'-') && bytes.get(7) == Some(&b'-');
        let part = |from, to| digits(from, to).and_then(|number| u8::try_from(number).ok());
        if !is_shaped {
            return None;
        }
        let year = Some(i64::from(digits(0, 4)?)).filter(|year| YEARS.contains(year))?;
        Self::of_civil(year, part(5, 7)?, part(8, 10)?)
    }

    /// Year, month 1 to 12 and day 1 to 31 of the Gregorian calendar.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    #[must_use]
    pub fn civil(self) -> (i64, u8, u8) {
        let days = self.0.saturating_add(719_468);
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year, u8::try_from(month).unwrap_or(0), u8::try_from(day).unwrap_or(0))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_and_read_as_year_month_and_day() {
        let check = |text: &str, expect: Option<i64>| assert_eq!(Day::parse(text), expect.map(Day), "{text}");
        check("1970-01-01", Some(0));
        check("1969-12-31", Some(-1));
        check("2024-02-29", Some(19_782));
        check("2023-02-29", None);
        check("2026-13-01", None);
        check("2026-00-10", None);
        check("2026-3-12", None);
        check("2026-03-1x", None);
        check("2026/03/12", None);
        check("２０２６", None);
        check("1900-01-01", Some(-25_567));
        check("2200-12-31", Some(84_370));
        check("1899-12-31", None);
        check("2201-01-01", None);
        check("9999-12-31", None);
        check("", None);
        for day in (-800_000..800_000).step_by(97).map(Day) {
            let (year, month, of_month) = day.civil();
            assert_eq!(Day::of_civil(year, month, of_month), Some(day));
            assert!(!YEARS.contains(&year) || Day::parse(&day.to_string()) == Some(day));
        }
    }

    #[test]
    fn a_moment_that_is_read_is_one_of_1970_to_2200() {
        let check = |unix_ms: i64, offset_minutes: i64, expect: bool| {
            let json = format!(r#"{{"unix_ms":{unix_ms},"offset_minutes":{offset_minutes}}}"#);
            assert_eq!(serde_json::from_str::<Moment>(&json).is_ok(), expect, "{json}");
        };
        let last = *MOMENTS.end();
        assert_eq!(Moment { unix_ms: last, offset_minutes: 0 }.day().civil(), (2200, 12, 31));
        assert_eq!(Moment { unix_ms: last + 1, offset_minutes: 0 }.day().civil(), (2201, 1, 1));
        check(0, 0, true);
        check(1_795_446_000_000, 480, true);
        check(last, 14 * 60, true);
        check(0, -14 * 60, true);
        check(-1, 0, false);
        check(last + 1, 0, false);
        check(i64::MAX, 0, false);
        check(i64::MIN, 0, false);
        check(0, 14 * 60 + 1, false);
        check(0, -14 * 60 - 1, false);
        check(0, i64::from(i16::MIN), false);
    }

    #[test]
    fn a_clock_that_is_set_to_anything_tells_a_moment_and_a_day() {
        for (unix_ms, offset) in [(i64::MAX, i16::MAX), (i64::MIN, i16::MIN), (0, 0), (-1, -841), (i64::MAX, 841)] {
            let near = Moment::nearest(unix_ms, offset);
            assert_eq!(Moment::of(near.unix_ms, near.offset_minutes), Some(near));
            // Not even a moment that is none stops anything.
            let _ = Moment { unix_ms, offset_minutes: offset }.day().to_string();
        }
        for day in [i64::MIN, i64::MAX] {
            let _ = Day(day).civil();
        }
    }

    #[test]
    fn a_study_day_is_the_devices_local_day() {
        let check = |unix_ms: i64, offset_minutes: i16, expect: (i64, u8, u8)| {
            assert_eq!(Moment { unix_ms, offset_minutes }.day().civil(), expect);
        };
        let evening_utc = 1_795_446_000_000; // 2026-11-23T15:00Z
        check(evening_utc, 0, (2026, 11, 23));
        check(evening_utc, 480, (2026, 11, 23));
        check(evening_utc + 2 * 3_600_000, 480, (2026, 11, 24));
        check(0, -60, (1969, 12, 31));
        check(951_782_400_000, 0, (2000, 2, 29));
    }
}
