//! Moments and days. The clock itself is an argument: nothing here asks for the time.

use serde::{Deserialize, Serialize};
use std::fmt;

const MS_PER_MINUTE: i64 = 60_000;
const MS_PER_DAY: i64 = 24 * 60 * MS_PER_MINUTE;

/// A moment by a device's own clock, with the offset of its time zone then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00Z.
    pub unix_ms: i64,
    /// Minutes east of UTC: 480 in China.
    pub offset_minutes: i16,
}

impl Moment {
    /// The day that the device's calendar showed.
    #[must_use]
    pub fn day(self) -> Day {
        let local = self.unix_ms + i64::from(self.offset_minutes) * MS_PER_MINUTE;
        Day(local.div_euclid(MS_PER_DAY))
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

    /// Reads `YYYY-MM-DD`; `None` for anything else, and for a day that no calendar has.
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
        Self::of_civil(i64::from(digits(0, 4)?), part(5, 7)?, part(8, 10)?)
    }

    /// Year, month 1 to 12 and day 1 to 31 of the Gregorian calendar.
    ///
    /// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    #[must_use]
    pub fn civil(self) -> (i64, u8, u8) {
        let days = self.0 + 719_468;
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
        check("", None);
        for day in (-800_000..800_000).step_by(97).map(Day) {
            let (year, month, of_month) = day.civil();
            assert_eq!(Day::of_civil(year, month, of_month), Some(day));
            assert!(!(0..=9_999).contains(&year) || Day::parse(&day.to_string()) == Some(day));
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
