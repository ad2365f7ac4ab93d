//! How an activity stands at a moment: whether it comes, is on, or is over.
//!
//! Moments are compared as moments. Days are those of the portal's zone, whose "today" is an argument.

use crate::programme::{Activity, Season, Time};
use model::Day;

/// How an activity stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing<'a> {
    /// It has no times: it can be done at any time of its season, which is on or comes.
    AnyTime,
    /// It comes.
    Ahead {
        /// The next of its times.
        time: &'a Time,
        /// How many days there are until then: 0 today, 1 tomorrow.
        days: i64,
    },
    /// It is on.
    On {
        /// Until the end of this time.
        time: &'a Time,
    },
    /// All its times, or its season, are over.
    Over,
}

/// How an activity stands at a moment, in milliseconds since 1970, which is on `today`.
#[must_use]
pub fn standing<'a>(activity: &'a Activity, season: Option<&Season>, now_ms: i64, today: Day) -> Standing<'a> {
    if activity.times.is_empty() {
        let is_over = season.is_some_and(|season| season.until < today.to_string());
        return if is_over { Standing::Over } else { Standing::AnyTime };
    }
    match activity.times.iter().find(|time| time.ends_ms > now_ms) {
        None => Standing::Over,
        Some(time) if time.begins_ms <= now_ms => Standing::On { time },
        Some(time) => Standing::Ahead { time, days: Day::parse(&time.from).map_or(0, |from| from.0 - today.0) },
    }
}

/// The day that a code counts for which is typed today: the last day of the activity that is not to come; today if there is none.
#[must_use]
pub fn day_of_visit(activity: &Activity, today: Day) -> Day {
    let days = activity.times.iter().filter_map(|time| {
        let (from, until) = (Day::parse(&time.from)?, Day::parse(&time.until)?);
        (from <= today).then_some(until.min(today))
    });
    days.max().unwrap_or(today)
}

impl Time {
    /// Minutes by which its clock is ahead of UTC; `None` for whole days.
    #[must_use]
    pub fn offset_minutes(&self) -> Option<i64> {
        let (hours, minutes) = self.clock.as_ref()?.0.split_once(':')?;
        let of_day = hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?;
        Some(Day::parse(&self.from)?.0 * 24 * 60 + of_day - self.begins_ms.div_euclid(60_000))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::samples::{activity, season, time, timed};

    const HOUR: i64 = 3_600_000;

    /// A moment by the clock of a zone eight hours ahead.
    fn at(day: &str, hours: i64) -> (i64, Day) {
        let day = Day::parse(day).unwrap();
        (day.0 * 24 * HOUR + (hours - 8) * HOUR, day)
    }

    #[test]
    fn an_activity_comes_then_is_on_then_is_over() {
        let visit = activity(&[timed("2027-01-28", "09:00", "11:00"), timed("2027-01-30", "09:00", "11:00")]);
        let check = |day: &str, hours: i64, expect: Standing| {
            let (now_ms, today) = at(day, hours);
            assert_eq!(standing(&visit, None, now_ms, today), expect, "{day} {hours}");
        };
        let [first, second] = &visit.times[..] else { unreachable!() };
        check("2027-01-25", 23, Standing::Ahead { time: first, days: 3 });
        check("2027-01-27", 0, Standing::Ahead { time: first, days: 1 });
        check("2027-01-28", 8, Standing::Ahead { time: first, days: 0 });
        check("2027-01-28", 9, Standing::On { time: first });
        check("2027-01-28", 11, Standing::Ahead { time: second, days: 2 });
        check("2027-01-30", 11, Standing::Over);
    }

    #[test]
    fn what_has_no_times_is_over_with_its_season() {
        let (writing, winter) = (activity(&[]), season("2027-01-25", "2027-02-21"));
        let check = |day: &str, expect: Standing| {
            let (now_ms, today) = at(day, 12);
            assert_eq!(standing(&writing, Some(&winter), now_ms, today), expect, "{day}");
        };
        check("2027-01-01", Standing::AnyTime);
        check("2027-02-21", Standing::AnyTime);
        check("2027-02-22", Standing::Over);
    }

    #[test]
    fn a_code_that_is_typed_at_home_counts_for_the_day_of_the_activity() {
        let visit = activity(&[time("2027-01-28", "2027-01-28"), time("2027-02-09", "2027-02-11")]);
        let check = |today: &str, expect: &str| {
            assert_eq!(day_of_visit(&visit, Day::parse(today).unwrap()).to_string(), expect, "{today}");
        };
        check("2027-01-28", "2027-01-28");
        check("2027-01-29", "2027-01-28");
        check("2027-02-10", "2027-02-10");
        check("2027-03-01", "2027-02-11");
        check("2027-01-27", "2027-01-27");
    }

    #[test]
    fn a_time_knows_how_far_its_clock_is_from_utc() {
        assert_eq!(timed("2027-01-28", "09:00", "11:00").offset_minutes(), Some(480));
        assert_eq!(time("2027-01-28", "2027-01-28").offset_minutes(), None);
    }
}
