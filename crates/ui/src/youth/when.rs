//! Times, ages and kinds as people say them.

use crate::words::written_date;
use locale::Phrase;
use model::Day;
use youth::Ages;
use youth::contest::{Contest, ContestKind, Group};
use youth::programme::{ActivityKind, Time};

/// A time: `2027年1月28日 星期四 09:00–11:00`.
#[must_use]
pub fn time(time: &Time) -> Phrase {
    let days = if time.from == time.until {
        day(&time.from)
    } else {
        both(written_date(&time.from), written_date(&time.until), |from, until| locale::activity_days(from, until))
    };
    match &time.clock {
        None => days,
        Some((from, until)) => {
            let clock = locale::activity_clock(&**from, &**until);
            Phrase { zh: format!("{} {}", days.zh, clock.zh), en: format!("{} {}", days.en, clock.en) }
        }
    }
}

/// A day with its weekday; whatever is none as it is.
#[must_use]
pub fn day(text: &str) -> Phrase {
    match Day::parse(text) {
        Some(day) => both(written_date(text), weekday(day), |date, weekday| locale::activity_on_day(date, weekday)),
        None => Phrase::plain(text),
    }
}

/// The last moment of a contest as it is read: its day written out, its clock time behind it.
#[must_use]
pub fn closing(text: &str) -> Phrase {
    match text.split_once(' ') {
        Some((date, clock)) => {
            let date = day(date);
            Phrase { zh: format!("{} {clock}", date.zh), en: format!("{} {clock}", date.en) }
        }
        None => day(text),
    }
}

/// The weekday of a day.
#[must_use]
pub fn weekday(day: Day) -> Phrase {
    // 1970-01-01 was a Thursday.
    match (day.0 + 3).rem_euclid(7) {
        0 => locale::activity_weekday_1(),
        1 => locale::activity_weekday_2(),
        2 => locale::activity_weekday_3(),
        3 => locale::activity_weekday_4(),
        4 => locale::activity_weekday_5(),
        5 => locale::activity_weekday_6(),
        _ => locale::activity_weekday_7(),
    }
}

/// Ages: `7 到 12 岁`.
#[must_use]
pub fn ages(ages: Ages) -> Phrase {
    locale::programme_ages(u32::from(ages.from), u32::from(ages.until))
}

/// A kind of activity.
#[must_use]
pub fn kind(kind: ActivityKind) -> Phrase {
    match kind {
        ActivityKind::Law => locale::programme_kind_law(),
        ActivityKind::Science => locale::programme_kind_science(),
        ActivityKind::Mind => locale::programme_kind_mind(),
        ActivityKind::Visit => locale::programme_kind_visit(),
        ActivityKind::Volunteering => locale::programme_kind_volunteering(),
        ActivityKind::Craft => locale::programme_kind_craft(),
        ActivityKind::Essay => locale::programme_kind_essay(),
        ActivityKind::Speech => locale::programme_kind_speech(),
    }
}

/// How long an entry of a group is.
#[must_use]
pub fn length(contest: &Contest, group: &Group) -> Phrase {
    let (from, until) = group.length;
    match contest.kind {
        ContestKind::Essay => locale::contest_length_essay(from, until),
        ContestKind::Speech => {
            let first =
                if from % 60 == 0 && until % 60 == 0 { Phrase::plain(&(from / 60).to_string()) } else { spoken(from) };
            both(first, spoken(until), |from, until| locale::contest_length_speech(from, until))
        }
    }
}

/// A time of speaking, in seconds: `3 分钟`, `4 分 30 秒`.
#[must_use]
pub fn spoken(seconds: u32) -> Phrase {
    match (seconds / 60, seconds % 60) {
        (minutes, 0) => locale::contest_minutes(minutes),
        (minutes, seconds) => locale::contest_minutes_seconds(minutes, seconds),
    }
}

/// A phrase made of two, in each language of its own words.
fn both(one: Phrase, two: Phrase, join: impl Fn(&str, &str) -> Phrase) -> Phrase {
    Phrase { zh: join(&one.zh, &two.zh).zh, en: join(&one.en, &two.en).en }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_with_their_weekday() {
        let at = |from: &str, until: &str, clock: Option<(&str, &str)>| Time {
            from: from.into(),
            until: until.into(),
            clock: clock.map(|(from, until)| (from.into(), until.into())),
            begins_ms: 0,
            ends_ms: 1,
        };
        let check = |one: Time, expect: &str| assert_eq!(time(&one).zh, expect);
        check(at("2027-01-28", "2027-01-28", Some(("09:00", "11:00"))), "2027年1月28日 星期四 09:00–11:00");
        check(at("2027-01-31", "2027-01-31", None), "2027年1月31日 星期日");
        check(at("2027-01-28", "2027-02-03", None), "2027年1月28日 到 2027年2月3日");
        assert_eq!(spoken(180).zh, "3 分钟");
        assert_eq!(spoken(270).zh, "4 分 30 秒");
    }
}
