//! When something is: `2027-01-28 09:00-11:00`, `2027-01-28`, or `2027-01-28..2027-02-03` with or without clock times.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use youth::programme::Time;

/// Reads a time. `None` for what is none, or ends before it begins.
pub(super) fn time(text: &str, zone: &TimeZone) -> Option<Time> {
    let (days, clock) = match text.trim().split_once(' ') {
        Some((days, clock)) => (days, Some(clock.trim().split_once('-')?)),
        None => (text.trim(), None),
    };
    let (from, until) = days.split_once("..").unwrap_or((days, days));
    let (first, last): (Date, Date) = (day(from)?, day(until)?);
    let (begins, ends) = match clock {
        Some((begins, ends)) => (moment(first, begins, zone)?, moment(last, ends, zone)?),
        None => (start(first, zone)?, start(last.tomorrow().ok()?, zone)?),
    };
    let is_right = first <= last && begins < ends && clock.is_none_or(|(begins, ends)| begins < ends);
    is_right.then(|| Time {
        from: from.to_owned(),
        until: until.to_owned(),
        clock: clock.map(|(begins, ends)| (begins.to_owned(), ends.to_owned())),
        begins_ms: begins,
        ends_ms: ends,
    })
}

/// The first moment of a day, in milliseconds since 1970.
pub(super) fn start(day: Date, zone: &TimeZone) -> Option<i64> {
    Some(day.to_zoned_datetime(zone.clone()).ok()?.timestamp().as_millisecond())
}

/// The first moment after a closing time, which is a day or a day and a clock time: `2027-02-20 18:00`.
pub(super) fn closing(text: &str, zone: &TimeZone) -> Option<i64> {
    match text.trim().split_once(' ') {
        Some((date, clock)) => moment(day(date)?, clock.trim(), zone),
        None => start(day(text.trim())?.tomorrow().ok()?, zone),
    }
}

/// A day as it must be written, `YYYY-MM-DD`.
pub(super) fn day(text: &str) -> Option<Date> {
    (text.len() == 10).then(|| text.parse().ok())?
}

/// A clock time as it must be written, `HH:MM`, on a day. 24:00 is the end of the day.
fn moment(day: Date, clock: &str, zone: &TimeZone) -> Option<i64> {
    if clock == "24:00" {
        return start(day.tomorrow().ok()?, zone);
    }
    let (hour, minute) = clock.split_once(':').filter(|(hour, minute)| hour.len() == 2 && minute.len() == 2)?;
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let at: DateTime = day.to_datetime(jiff::civil::Time::new(hour, minute, 0, 0).ok()?);
    Some(at.to_zoned_datetime(zone.clone()).ok()?.timestamp().as_millisecond())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn times_are_those_of_the_zone() {
        let zone = TimeZone::get("Asia/Shanghai").unwrap();
        let check = |text: &str, expect: Option<(&str, &str, i64, i64)>| {
            let read = time(text, &zone);
            let read = read.as_ref().map(|time| (&*time.from, &*time.until, time.begins_ms, time.ends_ms));
            assert_eq!(read, expect, "{text}");
        };
        // 2027-01-28T00:00+08:00
        let midnight = 1_801_065_600_000;
        let (hour, day) = (3_600_000, 86_400_000);
        let one = "2027-01-28";
        check("2027-01-28", Some((one, one, midnight, midnight + day)));
        check(" 2027-01-28  09:00-11:30", Some((one, one, midnight + 9 * hour, midnight + 11 * hour + hour / 2)));
        check("2027-01-28 22:00-24:00", Some((one, one, midnight + 22 * hour, midnight + day)));
        check("2027-01-28..2027-01-30", Some((one, "2027-01-30", midnight, midnight + 3 * day)));
        let last = "2027-01-29";
        check("2027-01-28..2027-01-29 09:00-10:00", Some((one, last, midnight + 9 * hour, midnight + day + 10 * hour)));
        for wrong in ["", "2027-1-28", "2027-02-30", "2027-01-28 9:00-11:00", "2027-01-28 11:00-09:00", "明天"] {
            check(wrong, None);
        }
        check("2027-01-28 11:00-11:00", None);
        check("2027-01-28..2027-01-27", None);
        check("2027-01-28 09:00", None);
        assert_eq!(closing("2027-01-28", &zone), Some(midnight + day));
        assert_eq!(closing("2027-01-28 18:00", &zone), Some(midnight + 18 * hour));
    }

    #[test]
    fn a_day_that_the_clocks_change_is_shorter() {
        let zone = TimeZone::get("Europe/Berlin").unwrap();
        let time = time("2027-03-28", &zone).unwrap();
        assert_eq!(time.ends_ms - time.begins_ms, 23 * 3_600_000);
    }
}
