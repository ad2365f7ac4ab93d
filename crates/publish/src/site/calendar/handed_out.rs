//! What was handed out: the feed of the site that was published last. It is the only memory that calendars have.

use super::{Event, FEED, NO_HOST, PROGRAM, host, name_of_feed};
use crate::content::{Content, Portal};
use crate::fault::{Fault, phrase};
use icalendar::parser::unfold;
use icalendar::{Calendar, CalendarComponent};
use jiff::Timestamp;
use locale::Phrase;
use std::io::ErrorKind;
use std::path::Path;

/// A larger file is no feed of ours, in bytes.
const LARGEST: usize = 20_000_000;
/// So deep do the parts of our feeds lie in each other.
const DEEPEST: usize = 2;

/// The meetings that were handed out last; none of them, for a site that follows no other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HandedOut {
    /// What it is now, for those that say something else from now on.
    pub(super) now: Timestamp,
    /// In the order of the feed.
    pub(super) events: Vec<Event>,
}

impl HandedOut {
    /// Reads it from the folder of a site; where there is no feed, nothing was handed out.
    ///
    /// # Errors
    /// A warning, when the feed is damaged or that of another portal. Publishing then goes on as if there were none.
    pub fn read(site: &Path, content: &Content, now: Timestamp) -> Result<Self, Box<Fault>> {
        let path = site.join(FEED);
        let warning = |what, mend| Box::new(Fault::warning(&path.display().to_string(), None, what, mend));
        let text = match std::fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(_) => None,
            Ok(bytes) => String::from_utf8(bytes).ok(),
        };
        let Some((name, mut events)) = text.as_deref().and_then(parse) else {
            return Err(warning(damaged(), keep_it()));
        };
        if !is_of(&content.portal, &name, &events) {
            let has = |event: &Event| {
                let mut activities = content.programme.activities.iter();
                activities.any(|one| Some(one.facts.id.as_str()) == event.activity())
            };
            events.retain(has);
            if events.is_empty() {
                return Err(warning(foreign(&name), keep_it()));
            }
        }
        // Calendars tell no parts of a second.
        let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
        Ok(Self { now, events })
    }
}

/// The name of a feed and its events; `None` for one that no build of ours left like that.
fn parse(text: &str) -> Option<(String, Vec<Event>)> {
    if text.len() > LARGEST || depth(text) > DEEPEST {
        return None;
    }
    let calendar: Calendar = unfold(text.trim_start_matches('\u{feff}')).parse().ok()?;
    if calendar.property_value("PRODID") != Some(PROGRAM) {
        return None;
    }
    let event = |one: &CalendarComponent| Event::read(one.as_event()?);
    let events: Vec<Event> = calendar.components.iter().map(event).collect::<Option<_>>()?;
    Some((calendar.property_value("X-WR-CALNAME").unwrap_or_default().to_owned(), events))
}

/// How deep the parts of a calendar lie in each other; the library goes down into each.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for line in text.lines().map(|line| line.trim_start().to_ascii_uppercase()) {
        if line.starts_with("BEGIN:") {
            depth += 1;
            deepest = deepest.max(depth);
        } else if line.starts_with("END:") {
            depth = depth.saturating_sub(1);
        }
    }
    deepest
}

/// Whether it is the feed of this portal, which has its name, or its host, or both.
fn is_of(portal: &Portal, name: &str, events: &[Event]) -> bool {
    let host = host(portal);
    let is_here = |event: &Event| event.uid.rsplit_once('@').is_some_and(|(_, at)| at == host);
    name == name_of_feed(portal) || (host != NO_HOST && events.iter().any(is_here))
}

fn damaged() -> Phrase {
    phrase(
        "上一次发布的日历读不出来，这一次接不上它：改过时间的活动，在已经订阅的人那里会多出一条，删掉的也不会显示“已取消”。",
        "The calendar that was published last cannot be read, so this one does not follow it: whoever subscribed sees a meeting that moved \
         twice, and none as cancelled.",
    )
}

fn foreign(name: &str) -> Phrase {
    phrase(
        format!("上一次发布在这里的是另一个门户的日历（{name}），这一次不接着它编。"),
        format!(
            "What was published here last is the calendar of another portal ({name}); this one does not follow it."
        ),
    )
}

fn keep_it() -> Phrase {
    phrase(
        "已经照常发布，这一次不用做什么；以后每次都发布到同一个文件夹，里面的文件不要改。",
        "Nothing now: it was published all the same. From now on publish to the same folder, and change no file in it.",
    )
}
