//! Activities as iCalendar (RFC 5545): a file for each, and one feed of all. Times are in UTC, whole days are days; so no device needs to
//! know the portal's zone.
//!
//! A [`meeting`] is what somebody can come to. [`HandedOut`] reads the feed of the last publishing, [`mod@follow`] knows its meetings again among
//! those of now ([`pair`]), so that whoever has them in a calendar hears what became of each; an [`Event`] is a meeting as calendars have
//! it. [`lines`] writes what the library does not.

mod event;
mod follow;
mod handed_out;
mod lines;
mod meeting;
mod pair;

pub use handed_out::HandedOut;

pub(super) use event::Event;
pub(super) use follow::follow;

use crate::content::Portal;
use icalendar::{Calendar, Property};

/// Where the feed is.
pub(super) const FEED: &str = "activities/calendar.ics";
/// Which program wrote a calendar.
const PROGRAM: &str = "-//Huaide//Holiday programme//ZH";
/// Stands for the name of a host where a portal has no address.
const NO_HOST: &str = "huaide.invalid";

/// A calendar of these events.
pub(super) fn write<'a>(name: &str, events: impl Iterator<Item = &'a Event>) -> String {
    let name = lines::clean(name);
    let mut calendar = Calendar::empty();
    let properties = [
        ("VERSION", "2.0"),
        ("PRODID", PROGRAM),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        // The library takes this one for no text.
        ("NAME", &lines::escape(&name)),
        ("X-WR-CALNAME", &name),
    ];
    for (key, value) in properties {
        calendar.append_property(Property::new(key, value));
    }
    calendar.extend(events.map(Event::write));
    lines::fold(&calendar.to_string())
}

/// What the feed of a portal is called.
pub(super) fn name_of_feed(portal: &Portal) -> String {
    format!("{} · {}", locale::programme_title().zh, portal.name)
}

/// The host that the portal is on.
fn host(portal: &Portal) -> String {
    let address = portal.address.as_deref().and_then(|address| url::Url::parse(address).ok());
    address.as_ref().and_then(url::Url::host_str).unwrap_or(NO_HOST).to_owned()
}
