//! Knows meetings again. One that was handed out keeps its name for ever; what becomes of it is told by the number of its version.

use super::event::first_uid;
use super::meeting::{Meeting, When, meetings, url, zone};
use super::pair::pair;
use super::{Event, HandedOut, host};
use crate::content::Content;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use std::collections::{BTreeSet, HashMap};

/// When a meeting without a past was made, which no file of the content tells: the same content must give the same bytes. It is before
/// anything that becomes of one.
const FIRST: Timestamp = Timestamp::constant(1_767_225_600, 0);
/// So long after it would have been over, a cancelled meeting is still told.
const TOLD: SignedDuration = SignedDuration::from_hours(4 * 7 * 24);

/// The events of all activities, in order, in each those that are on before those that were cancelled; last come the cancelled ones of
/// activities that are gone. Each with the id of its activity.
pub(in crate::site) fn follow(content: &Content, handed_out: &HandedOut) -> Vec<(String, Event)> {
    let portal = &content.portal;
    let clock = Clock { zone: zone(portal), now: handed_out.now };
    let mut names = Names {
        host: host(portal),
        taken: handed_out.events.iter().map(|event| event.uid.clone()).collect(),
        stamp: if handed_out.events.is_empty() { FIRST } else { clock.now },
    };
    let mut past: HashMap<&str, Vec<Event>> = HashMap::new();
    for event in &handed_out.events {
        past.entry(event.activity().unwrap_or_default()).or_default().push(event.clone());
    }
    let mut all = Vec::new();
    for activity in &content.programme.activities {
        let id = activity.facts.id.as_str();
        let (known, left) = know(meetings(portal, &activity.facts), past.remove(id).unwrap_or_default(), &clock);
        let on = known.into_iter().map(|(meeting, event)| match event {
            Some(event) => event.saying(meeting, clock.now),
            None => names.first(id, meeting),
        });
        let cancelled = left.into_iter().filter_map(|event| clock.cancel(event, url(portal, &activity.facts)));
        all.extend(on.chain(cancelled).map(|event| (id.to_owned(), event)));
    }
    let is_gone = |event: &&Event| event.activity().is_some_and(|id| past.contains_key(id));
    let gone = handed_out.events.iter().filter(is_gone).filter_map(|event| {
        let cancelled = clock.cancel(event.clone(), String::new())?;
        Some((event.activity()?.to_owned(), cancelled))
    });
    all.extend(gone);
    all
}

/// A meeting, with the event that it was.
type Known = (Meeting, Option<Event>);

/// Gives names to what is handed out for the first time.
struct Names {
    host: String,
    taken: BTreeSet<String>,
    stamp: Timestamp,
}

impl Names {
    fn first(&mut self, activity: &str, meeting: Meeting) -> Event {
        let mut number = 1;
        let mut uid = first_uid(activity, meeting.when, number, &self.host);
        // A meeting that was at this time once and is at another one now, or two at the same time.
        while !self.taken.insert(uid.clone()) {
            number += 1;
            uid = first_uid(activity, meeting.when, number, &self.host);
        }
        Event { uid, sequence: 0, stamp: self.stamp, meeting }
    }
}

/// What time it is, and where.
struct Clock {
    zone: TimeZone,
    now: Timestamp,
}

impl Clock {
    fn is_over(&self, when: When) -> bool {
        when.ends(&self.zone) <= self.now
    }

    fn begins(&self, when: When) -> i64 {
        when.begins(&self.zone).as_second()
    }

    /// What becomes of an event that is not on any more, with what is left of its page. One that was over took place, and leaves without a
    /// word; one that was cancelled is told for a while.
    fn cancel(&self, event: Event, url: String) -> Option<Event> {
        let ends = event.meeting.when.ends(&self.zone);
        let since = if event.meeting.cancelled { self.now.checked_sub(TOLD) } else { Ok(self.now) };
        let is_told = since.is_ok_and(|since| ends > since);
        is_told.then(|| {
            let meeting = Meeting { cancelled: true, url, ..event.meeting.clone() };
            event.saying(meeting, self.now)
        })
    }
}

/// Meetings with the events that they were, and the events that none of them was. The same time counts most, a cancelled meeting that is on
/// again too; then the same beginning; then the same day; what remains is taken in the order of time, unless it is over: that took place
/// when it was, and is no other meeting now.
fn know(meetings: Vec<Meeting>, mut past: Vec<Event>, clock: &Clock) -> (Vec<Known>, Vec<Event>) {
    past.sort_by_key(|event| clock.begins(event.meeting.when));
    let mut knowing = Knowing { meetings: meetings.into_iter().map(|one| (one, None)).collect(), left: past, clock };
    knowing.find(|event, when| !event.meeting.cancelled && event.meeting.when == when);
    knowing.find(|event, when| event.meeting.when == when);
    knowing.find(|event, when| !event.meeting.cancelled && clock.begins(event.meeting.when) == clock.begins(when));
    let days: BTreeSet<_> = knowing.meetings.iter().map(|(meeting, _)| meeting.when.day(&clock.zone)).collect();
    for day in days {
        knowing.order(|when| when.day(&clock.zone) == day, |when| when.day(&clock.zone) == day);
    }
    knowing.order(|when| !clock.is_over(when), |_| true);
    knowing.left.sort_by_key(|event| clock.begins(event.meeting.when));
    (knowing.meetings, knowing.left)
}

struct Knowing<'a> {
    meetings: Vec<Known>,
    left: Vec<Event>,
    clock: &'a Clock,
}

impl Knowing<'_> {
    /// Finds the first event that is the same for each meeting that is not known yet.
    fn find(&mut self, is_same: impl Fn(&Event, When) -> bool) {
        for (meeting, known) in self.meetings.iter_mut().filter(|(_, known)| known.is_none()) {
            let place = self.left.iter().position(|event| is_same(event, meeting.when));
            *known = place.map(|place| self.left.remove(place));
        }
    }

    /// Takes events for meetings in the order of time.
    fn order(&mut self, is_old: impl Fn(When) -> bool, is_new: impl Fn(When) -> bool) {
        let is_meant = |event: &Event| !event.meeting.cancelled && is_old(event.meeting.when);
        let (old, left): (Vec<Event>, Vec<Event>) = std::mem::take(&mut self.left).into_iter().partition(is_meant);
        self.left = left;
        let unknown = self.meetings.iter_mut().filter(|(meeting, known)| known.is_none() && is_new(meeting.when));
        let mut new: Vec<&mut Known> = unknown.collect();
        let begins = |when: When| self.clock.begins(when);
        let from: Vec<i64> = old.iter().map(|event| begins(event.meeting.when)).collect();
        let to: Vec<i64> = new.iter().map(|(meeting, _)| begins(meeting.when)).collect();
        let mut pairs: HashMap<usize, usize> = pair(&from, &to).into_iter().collect();
        for (at, event) in old.into_iter().enumerate() {
            match pairs.remove(&at) {
                Some(place) => new[place].1 = Some(event),
                None => self.left.push(event),
            }
        }
    }
}
