//! Seasons and activities for tests, in a zone eight hours ahead of UTC.

use super::{Activity, ActivityKind, Ages, Season, SeasonKind, Time};
use model::{ActivityId, Day, SeasonId};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;
const OFFSET: i64 = 8 * 60 * MINUTE;

/// A season from its first to its last day.
pub fn season(from: &str, until: &str) -> Season {
    Season {
        id: SeasonId::parse("season").unwrap(),
        title: from.to_owned(),
        kind: SeasonKind::Winter,
        from: from.to_owned(),
        until: until.to_owned(),
        summary: String::new(),
    }
}

/// A visit for 7 to 12.
pub fn activity(times: &[Time]) -> Activity {
    Activity {
        id: ActivityId::parse("visit").unwrap(),
        title: "跟着交警看路口".to_owned(),
        address: "activities/visit/".to_owned(),
        season: SeasonId::parse("season").unwrap(),
        kind: ActivityKind::Visit,
        times: times.to_vec(),
        place: String::new(),
        ages: Ages { from: 7, until: 12 },
        summary: String::new(),
        contest: None,
        attendance: None,
        volunteer_hundredths: 0,
        hours_hundredths: 0,
    }
}

/// Whole days.
pub fn time(from: &str, until: &str) -> Time {
    Time {
        from: from.to_owned(),
        until: until.to_owned(),
        clock: None,
        begins_ms: midnight(from),
        ends_ms: midnight(until) + DAY,
    }
}

/// Some hours of a day, `HH:MM`.
pub fn timed(day: &str, from: &str, until: &str) -> Time {
    Time {
        clock: Some((from.to_owned(), until.to_owned())),
        begins_ms: midnight(day) + minutes(from) * MINUTE,
        ends_ms: midnight(day) + minutes(until) * MINUTE,
        ..time(day, day)
    }
}

fn midnight(day: &str) -> i64 {
    Day::parse(day).unwrap().0 * DAY - OFFSET
}

fn minutes(clock: &str) -> i64 {
    let (hours, minutes) = clock.split_once(':').unwrap();
    hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap()
}
