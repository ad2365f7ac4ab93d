//! Moments and days. The clock itself is an argument: nothing here asks for the time.

use serde::{Deserialize, Serialize};

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

/// A local calendar day: days since 1970-01-01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

impl Day {
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

#[cfg(test)]
mod tests {
    use super::*;

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
