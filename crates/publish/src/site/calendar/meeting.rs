//! What somebody can come to: an activity at one time.

use super::lines::clean;
use crate::content::Portal;
use crate::site::on_web;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use youth::Activity;
use youth::programme::Time;

/// An activity at one time, as calendars show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meeting {
    /// When it is.
    pub when: When,
    /// What it is called.
    pub title: String,
    /// Where it is; may be empty.
    pub place: String,
    /// What it is about; may be empty.
    pub summary: String,
    /// Where its page is on the web; empty if that is not known.
    pub url: String,
    /// Whether it was on once and is not any more.
    pub cancelled: bool,
}

/// Whole days, the second of which is the first that is not meant; or from one moment to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Days(Date, Date),
    Hours(Timestamp, Timestamp),
}

impl When {
    /// The moment at which it begins.
    pub fn begins(self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::Days(from, _) => start(from, zone),
            Self::Hours(from, _) => from,
        }
    }

    /// The moment at which it is over.
    pub fn ends(self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::Days(_, after) => start(after, zone),
            Self::Hours(_, until) => until,
        }
    }

    /// The day on which it begins.
    pub fn day(self, zone: &TimeZone) -> Date {
        match self {
            Self::Days(from, _) => from,
            Self::Hours(from, _) => zone.to_datetime(from).date(),
        }
    }
}

fn start(day: Date, zone: &TimeZone) -> Timestamp {
    // Days of the portal are days of its zone; one at the end of time has no beginning.
    day.to_zoned_datetime(zone.clone()).map_or(Timestamp::MAX, |moment| moment.timestamp())
}

/// The zone of a portal.
pub(super) fn zone(portal: &Portal) -> TimeZone {
    // The zone was looked up when the portal was read.
    TimeZone::get(&portal.zone).unwrap_or(TimeZone::UTC)
}

/// Where the page of an activity is on the web; empty if that is not known.
pub(super) fn url(portal: &Portal, activity: &Activity) -> String {
    let address = portal.address.as_ref();
    address.map(|address| on_web(address, &activity.address)).unwrap_or_default()
}

/// All meetings of an activity, in order of time.
pub(super) fn meetings(portal: &Portal, activity: &Activity) -> Vec<Meeting> {
    let zone = zone(portal);
    let url = url(portal, activity);
    let meeting = |when| Meeting {
        when,
        title: clean(&activity.title),
        place: clean(&activity.place),
        summary: clean(&activity.summary),
        url: url.clone(),
        cancelled: false,
    };
    let mut all: Vec<Meeting> = activity.times.iter().flat_map(|time| times(time, &zone)).map(meeting).collect();
    all.sort_by_key(|one| one.when.begins(&zone));
    all
}

/// What lasts several days at certain hours meets on each of them.
fn times(time: &Time, zone: &TimeZone) -> Vec<When> {
    let (Ok(from), Ok(until)) = (time.from.parse::<Date>(), time.until.parse::<Date>()) else { return Vec::new() };
    let Some((begins, ends)) = &time.clock else {
        return until.tomorrow().map(|after| When::Days(from, after)).into_iter().collect();
    };
    let moment = |day: Date, clock: &str| {
        let (day, clock) = if clock == "24:00" { (day.tomorrow().ok()?, "00:00") } else { (day, clock) };
        let clock: jiff::civil::Time = clock.parse().ok()?;
        Some(day.to_datetime(clock).to_zoned_datetime(zone.clone()).ok()?.timestamp())
    };
    let days = from.series(1.day()).take_while(|day| *day <= until);
    days.filter_map(|day| Some(When::Hours(moment(day, begins)?, moment(day, ends)?))).collect()
}
