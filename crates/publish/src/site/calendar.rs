//! Activities as iCalendar (RFC 5545): a file for each, and one feed of all. Times are in UTC, whole days are days; so no device needs to
//! know the portal's zone.

use crate::content::Portal;
use icalendar::{Calendar, Component, Event, EventLike, Property};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use youth::programme::Time;
use youth::{Activity, Season};

/// Where the feed is.
pub(super) const FEED: &str = "activities/calendar.ics";

/// The calendar of these activities.
pub(super) fn of(portal: &Portal, seasons: &[Season], activities: &[&Activity], name: &str) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Huaide//Holiday programme//ZH"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.name(name);
    for activity in activities {
        let stamp = stamp(seasons, activity);
        for (at, time) in activity.times.iter().enumerate() {
            for (day, meeting) in meetings(time, portal).into_iter().enumerate() {
                calendar.push(event(portal, activity, &meeting, &stamp, &format!("{at}-{day}")));
            }
        }
    }
    calendar.to_string()
}

/// One meeting: whole days, or from one moment to another.
enum Meeting {
    Days(Date, Date),
    Hours(Timestamp, Timestamp),
}

/// What lasts several days at certain hours meets on each of them.
fn meetings(time: &Time, portal: &Portal) -> Vec<Meeting> {
    let (Ok(from), Ok(until)) = (time.from.parse::<Date>(), time.until.parse::<Date>()) else { return Vec::new() };
    let Some((begins, ends)) = &time.clock else {
        return until.tomorrow().map(|after| Meeting::Days(from, after)).into_iter().collect();
    };
    // The zone was looked up when the portal was read.
    let zone = TimeZone::get(&portal.zone).unwrap_or(TimeZone::UTC);
    let moment = |day: Date, clock: &str| {
        let (day, clock) = if clock == "24:00" { (day.tomorrow().ok()?, "00:00") } else { (day, clock) };
        let clock: jiff::civil::Time = clock.parse().ok()?;
        Some(day.to_datetime(clock).to_zoned_datetime(zone.clone()).ok()?.timestamp())
    };
    let days = from.series(1.day()).take_while(|day| *day <= until);
    days.filter_map(|day| Some(Meeting::Hours(moment(day, begins)?, moment(day, ends)?))).collect()
}

fn event(portal: &Portal, activity: &Activity, meeting: &Meeting, stamp: &str, number: &str) -> Event {
    let host = portal.address.as_deref().and_then(|address| url::Url::parse(address).ok());
    let host = host.as_ref().and_then(url::Url::host_str).unwrap_or("huaide.invalid");
    let mut event = Event::new();
    event.uid(&format!("{}-{number}@{host}", activity.id)).summary(&activity.title);
    event.append_property(Property::new("DTSTAMP", stamp));
    if !activity.place.is_empty() {
        event.location(&activity.place);
    }
    if !activity.summary.is_empty() {
        event.description(&activity.summary);
    }
    if let Some(address) = &portal.address {
        event.url(&super::on_web(address, &activity.address));
    }
    match meeting {
        Meeting::Days(from, after) => {
            event.append_property(whole_day("DTSTART", *from)).append_property(whole_day("DTEND", *after));
        }
        Meeting::Hours(from, until) => {
            event
                .append_property(Property::new("DTSTART", utc(*from)))
                .append_property(Property::new("DTEND", utc(*until)));
        }
    }
    event
}

fn whole_day(name: &str, day: Date) -> Property {
    Property::new(name, day.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done()
}

fn utc(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// When it was written, which no file of the content tells: the same content must give the same bytes, so it is the season's first day.
fn stamp(seasons: &[Season], activity: &Activity) -> String {
    let first = seasons.iter().find(|season| season.id == activity.season).and_then(|season| season.from.parse().ok());
    format!("{}T000000Z", first.unwrap_or(Date::constant(2026, 1, 1)).strftime("%Y%m%d"))
}
