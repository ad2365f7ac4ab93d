//! Sums of a ledger: by year, by month, by day.

use super::{Entry, Frame};
use crate::deed::Mode;
use crate::log::{Log, QuestionLog};
use model::{Day, Moment};
use std::collections::BTreeMap;

/// Hours, in hundredths of a study hour. The two are shown apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    /// Studied together (集中).
    pub together: u64,
    /// Studied alone (自学).
    pub alone: u64,
}

impl Sums {
    /// The sums of entries.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut sums = Self::default();
        entries.into_iter().for_each(|entry| sums.add(entry));
        sums
    }

    fn add(&mut self, entry: &Entry) {
        let hours = u64::from(entry.hours_hundredths);
        match entry.mode {
            Mode::Together => self.together += hours,
            Mode::Alone => self.alone += hours,
        }
    }
}

/// A month of a ledger.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Month {
    /// What counts.
    pub sums: Sums,
    /// The measured active time, in milliseconds; it stands beside the hours.
    pub active_ms: u64,
    /// On how many days something was done.
    pub days: u8,
}

/// What was done on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StudyDay {
    /// The hours that count for it.
    pub sums: Sums,
    /// The measured active time, in milliseconds.
    pub active_ms: u64,
    /// How many questions were answered or recalled.
    pub recalls: u32,
}

/// The days of the year on which something was done.
pub(super) fn days(log: &Log, entries: &[Entry], frame: &Frame<'_>) -> BTreeMap<Day, StudyDay> {
    let mut days: BTreeMap<Day, StudyDay> = BTreeMap::new();
    for entry in entries {
        days.entry(entry.day).or_default().sums.add(entry);
    }
    let of_the_year = |at: Moment| Some((frame.day_of)(at)).filter(|day| day.civil().0 == frame.year);
    for (at, active_ms) in &log.stretches {
        if let Some(day) = of_the_year(*at) {
            let done = days.entry(day).or_default();
            done.active_ms = done.active_ms.saturating_add(*active_ms);
        }
    }
    for (at, _) in log.questions.values().flat_map(QuestionLog::recalls) {
        if let Some(day) = of_the_year(at) {
            days.entry(day).or_default().recalls += 1;
        }
    }
    // A page that was opened and left at once is no study.
    days.retain(|_, day| *day != StudyDay::default());
    days
}

/// The twelve months of what was done.
pub(super) fn months(entries: &[Entry], days: &BTreeMap<Day, StudyDay>) -> [Month; 12] {
    let mut months = [Month::default(); 12];
    for entry in entries {
        month(&mut months, entry.day).sums.add(entry);
    }
    for (day, done) in days {
        let month = month(&mut months, *day);
        month.active_ms = month.active_ms.saturating_add(done.active_ms);
        month.days += 1;
    }
    months
}

fn month(months: &mut [Month; 12], day: Day) -> &mut Month {
    let (_, month, _) = day.civil();
    &mut months[usize::from(month.clamp(1, 12)) - 1]
}
