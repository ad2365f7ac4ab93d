//! A meeting as calendars have it: with a name for ever, and with what tells its last version from those before.

use super::meeting::{Meeting, When};
use icalendar::{Component, Property};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

const DAY: &str = "%Y%m%d";
const MOMENT: &str = "%Y%m%dT%H%M%SZ";
/// The highest number of a version that calendars read (RFC 5545, 3.3.8).
const LAST_SEQUENCE: u32 = i32::MAX as u32;
/// Parts the id of an activity from the first time of its meeting; no id has it.
const TILDE: char = '~';

/// A meeting that is handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::site) struct Event {
    /// Its name for ever.
    pub(super) uid: String,
    /// The number of its version.
    pub(super) sequence: u32,
    /// When this version was made.
    pub(super) stamp: Timestamp,
    /// What it says.
    pub(super) meeting: Meeting,
}

impl Event {
    /// The id of the activity that it is of; `None` if the name is not one of ours. Earlier builds named meetings by their place
    /// in the list: `{id}-{time}-{day}@{host}`.
    pub fn activity(&self) -> Option<&str> {
        let (local, _) = self.uid.rsplit_once('@')?;
        if let Some((activity, _)) = local.rsplit_once(TILDE) {
            return Some(activity);
        }
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let mut parts = local.rsplitn(3, '-');
        let (day, time) = (parts.next()?, parts.next()?);
        parts.next().filter(|_| is_number(day) && is_number(time))
    }

    /// The next version, which says something else, at a moment that is later than that of this one, whatever the clock says.
    pub(super) fn saying(self, meeting: Meeting, now: Timestamp) -> Self {
        if self.meeting == meeting {
            return self;
        }
        let later = self.stamp.checked_add(1.second()).unwrap_or(self.stamp);
        let sequence = (self.sequence + 1).min(LAST_SEQUENCE);
        Self { sequence, stamp: now.max(later), meeting, ..self }
    }

    /// As the library writes it.
    pub fn write(&self) -> icalendar::Event {
        let Meeting { when, title, place, summary, url, cancelled } = &self.meeting;
        let stamp = self.stamp.strftime(MOMENT).to_string();
        let mut event = icalendar::Event::new();
        event.uid(&self.uid).summary(title).sequence(self.sequence);
        event.add_property("DTSTAMP", &stamp).add_property("LAST-MODIFIED", stamp);
        event.add_property("STATUS", if *cancelled { "CANCELLED" } else { "CONFIRMED" });
        for (key, text) in [("LOCATION", place), ("DESCRIPTION", summary), ("URL", url)] {
            if !text.is_empty() {
                event.add_property(key, text);
            }
        }
        let (from, until) = when.properties();
        event.append_property(from).append_property(until);
        event
    }

    /// As [`write`](Self::write) wrote it, or a build before it. `None` for what none of them writes.
    pub(super) fn read(event: &icalendar::Event) -> Option<Self> {
        let text = |key: &str| event.property_value(key).unwrap_or_default().to_owned();
        let sequence = match event.property_value("SEQUENCE") {
            Some(number) => number.parse().ok().filter(|number| *number <= LAST_SEQUENCE)?,
            None => 0,
        };
        let (from, until) = (event.properties().get("DTSTART")?, event.properties().get("DTEND")?);
        let meeting = Meeting {
            when: When::read(from, until)?,
            title: text("SUMMARY"),
            place: text("LOCATION"),
            summary: text("DESCRIPTION"),
            url: text("URL"),
            cancelled: text("STATUS") == "CANCELLED",
        };
        let stamp = moment(event.property_value("DTSTAMP")?)?;
        Some(Self { uid: text("UID"), sequence, stamp, meeting }).filter(|one| one.activity().is_some())
    }
}

/// The name of a meeting that is handed out for the first time.
pub(super) fn first_uid(activity: &str, when: When, number: usize, host: &str) -> String {
    let time = match when {
        When::Days(from, _) => from.strftime(DAY).to_string(),
        When::Hours(from, _) => from.strftime(MOMENT).to_string(),
    };
    let number = if number == 1 { String::new() } else { format!(".{number}") };
    format!("{activity}{TILDE}{time}{number}@{host}")
}

impl When {
    fn properties(self) -> (Property, Property) {
        let day = |key: &str, day: Date| {
            Property::new(key, day.strftime(DAY).to_string()).add_parameter("VALUE", "DATE").done()
        };
        let hour = |key: &str, moment: Timestamp| Property::new(key, moment.strftime(MOMENT).to_string());
        match self {
            Self::Days(from, after) => (day("DTSTART", from), day("DTEND", after)),
            Self::Hours(from, until) => (hour("DTSTART", from), hour("DTEND", until)),
        }
    }

    fn read(from: &Property, until: &Property) -> Option<Self> {
        let is_day = |property: &Property| property.params().get("VALUE").is_some_and(|value| value.value() == "DATE");
        let day = |property: &Property| Date::strptime(DAY, property.value()).ok();
        if is_day(from) && is_day(until) {
            return Some(Self::Days(day(from)?, day(until)?));
        }
        Some(Self::Hours(moment(from.value())?, moment(until.value())?))
    }
}

fn moment(text: &str) -> Option<Timestamp> {
    Some(DateTime::strptime(MOMENT, text).ok()?.to_zoned_datetime(TimeZone::UTC).ok()?.timestamp())
}
