//! The ledger of volunteer service (志愿服务): hours of the clock, apart from study hours.
//!
//! First the entries: an activity whose code was typed counts what it then counted (签到), what is declared counts as the volunteer says
//! (自行申报). Then the sums of the two, which are never one number without its parts. The year is that of the portal's zone.

mod declare;

#[cfg(test)]
mod tests;

pub use declare::served;

use crate::deed::{Attended, Served};
use crate::log::{Kept, Log};
use model::{ActivityId, Day, EventId, Moment};
use std::collections::BTreeMap;

/// The volunteer service of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// The year.
    pub year: i64,
    /// What counts, by day.
    pub entries: Vec<Entry>,
    /// The hours of the year.
    pub sums: Sums,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The day, in the portal's zone.
    pub day: Day,
    /// What was done.
    pub title: String,
    /// In hundredths of an hour.
    pub hundredths: u32,
    /// Who says so.
    pub source: Source,
    /// The event behind it, to correct or retract.
    pub event: EventId,
}

/// Who says that somebody served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The code on the wall (签到).
    Attended {
        /// The activity.
        activity: ActivityId,
        /// Its address then, relative to the portal's root.
        address: String,
    },
    /// The volunteer (自行申报).
    Declared {
        /// What they added; may be empty.
        remark: String,
    },
}

/// Hours in hundredths.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// Confirmed by a code (签到).
    pub attended: u64,
    /// Declared by hand (自行申报).
    pub declared: u64,
}

impl Sums {
    /// The sums of entries.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut sums = Self::default();
        for entry in entries {
            *match entry.source {
                Source::Attended { .. } => &mut sums.attended,
                Source::Declared { .. } => &mut sums.declared,
            } += u64::from(entry.hundredths);
        }
        sums
    }
}

impl Service {
    /// The entries of a part of the year, both days included, and their sums: what a certificate says.
    #[must_use]
    pub fn between(&self, first: Day, last: Day) -> (Vec<&Entry>, Sums) {
        let entries: Vec<&Entry> = self.entries.iter().filter(|entry| (first..=last).contains(&entry.day)).collect();
        let sums = Sums::of(entries.iter().copied());
        (entries, sums)
    }
}

/// The volunteer service of this year and of every other that has any, the latest first; `day_of` gives the day of a moment in the portal's
/// zone. Each entry is looked at once, however far the years lie apart.
#[must_use]
pub fn by_year(log: &Log, this_year: i64, day_of: &dyn Fn(Moment) -> Day) -> Vec<Service> {
    let mut years: BTreeMap<i64, Vec<Entry>> = BTreeMap::from([(this_year, Vec::new())]);
    for entry in all(log, day_of) {
        years.entry(entry.day.civil().0).or_default().push(entry);
    }
    years.into_iter().rev().map(|(year, entries)| Service { year, sums: Sums::of(&entries), entries }).collect()
}

/// Declared service whose day is no day; it belongs to no year and counts in none.
#[must_use]
pub fn undated(log: &Log) -> Vec<Kept<Served>> {
    let is_undated = |kept: &&Kept<Served>| Day::parse(&kept.value.day).is_none();
    log.holiday.served.iter().filter(is_undated).cloned().collect()
}

/// All entries, by day.
fn all(log: &Log, day_of: &dyn Fn(Moment) -> Day) -> Vec<Entry> {
    let attended = log.holiday.attended.iter().filter_map(|kept| of_attended(kept, day_of));
    let mut entries: Vec<Entry> = attended.chain(log.holiday.served.iter().filter_map(of_served)).collect();
    entries.sort_by_key(|entry| (entry.day, entry.event));
    entries
}

fn of_attended(kept: &Kept<Attended>, day_of: &dyn Fn(Moment) -> Day) -> Option<Entry> {
    let attended = &kept.value;
    (attended.volunteer_hundredths > 0).then(|| Entry {
        day: Day::parse(&attended.day).unwrap_or_else(|| day_of(kept.at)),
        title: attended.title.clone(),
        hundredths: attended.volunteer_hundredths,
        source: Source::Attended { activity: attended.activity.clone(), address: attended.address.clone() },
        event: kept.event,
    })
}

fn of_served(kept: &Kept<Served>) -> Option<Entry> {
    let served = &kept.value;
    Some(Entry {
        day: Day::parse(&served.day)?,
        title: served.title.clone(),
        hundredths: served.volunteer_hundredths,
        source: Source::Declared { remark: served.remark.clone() },
        event: kept.event,
    })
}
