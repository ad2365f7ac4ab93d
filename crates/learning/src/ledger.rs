//! The study-hour ledger (学时): what counts in a year, and what stands beside it.
//!
//! First the entries: a finished lesson counts once, in the year in which it was first finished, and alone (自学); an
//! activity whose code was typed counts what it then counted, together (签到); what is declared counts as the learner says (自行申报). Then the sums, together (集中) and alone apart; then the goal. Measured time is shown beside
//! the hours and never added. The year is that of the portal's zone, which is an argument.

pub mod calendar;
pub mod declare;
pub mod entry;
pub mod series;
pub mod sums;

#[cfg(test)]
mod tests;

pub use entry::{Entry, Source};
pub use series::{Certificate, Series, SeriesProgress, certificate, progress_of};
pub use sums::{Month, StudyDay, Sums};

use crate::deed::{Declared, Role};
use crate::log::{Kept, Log};
use model::time::YEARS;
use model::{Day, DocumentId, Moment};
use std::collections::BTreeMap;

/// What a portal sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// The yearly goal, in hundredths of a study hour; usually 3200.
    pub goal_hundredths: u32,
    /// That of secretaries and committee members; usually 5600.
    pub committee_goal_hundredths: u32,
    /// Whether studying alone counts towards the goal.
    pub self_study_counts: bool,
}

/// Whose ledger it is, of which year, and what it needs to know of the portal.
pub struct Frame<'a> {
    /// The year.
    pub year: i64,
    /// What the portal sets.
    pub rules: Rules,
    /// What the learner is.
    pub role: Role,
    /// The day of a moment in the portal's zone.
    pub day_of: &'a dyn Fn(Moment) -> Day,
    /// What a lesson counts by the portal's index, in hundredths; asked where an old record does not say.
    pub hours_of: &'a dyn Fn(&DocumentId) -> Option<u32>,
}

/// The ledger of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// The year.
    pub year: i64,
    /// What counts, by day.
    pub entries: Vec<Entry>,
    /// Declared entries whose day is no day; they are listed in every year and count in none.
    pub undated: Vec<Kept<Declared>>,
    /// The hours of the year.
    pub sums: Sums,
    /// The twelve months, January first.
    pub months: [Month; 12],
    /// The days of the year on which something was done.
    pub days: BTreeMap<Day, StudyDay>,
    /// How far the goal is.
    pub goal: GoalState,
}

/// How far the goal of a year is, in hundredths of a study hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoalState {
    /// What is to be reached.
    pub goal: u64,
    /// What counts towards it.
    pub counted: u64,
    /// What is still wanting; 0 when it is reached.
    pub wanting: u64,
}

impl Ledger {
    /// The ledger of a log.
    #[must_use]
    pub fn of(log: &Log, frame: &Frame<'_>) -> Self {
        let (entries, undated) = entry::all(log, frame.day_of, frame.hours_of);
        let entries: Vec<Entry> = entries.into_iter().filter(|entry| entry.day.civil().0 == frame.year).collect();
        let days = sums::days(log, &entries, frame);
        let sums = Sums::of(&entries);
        let months = sums::months(&entries, &days);
        Self { year: frame.year, goal: GoalState::of(sums, frame), entries, undated, sums, months, days }
    }

    /// The entries of a part of the year, both days included, and their sums: what a register shows.
    #[must_use]
    pub fn between(&self, first: Day, last: Day) -> (Vec<&Entry>, Sums) {
        let entries: Vec<&Entry> = self.entries.iter().filter(|entry| (first..=last).contains(&entry.day)).collect();
        let sums = Sums::of(entries.iter().copied());
        (entries, sums)
    }
}

impl GoalState {
    fn of(sums: Sums, frame: &Frame<'_>) -> Self {
        let goal = u64::from(match frame.role {
            Role::Committee => frame.rules.committee_goal_hundredths,
            Role::Learner | Role::Member | Role::Applicant | Role::Pupil | Role::Volunteer => {
                frame.rules.goal_hundredths
            }
        });
        let counted = if frame.rules.self_study_counts { sums.together + sums.alone } else { sums.together };
        Self { goal, counted, wanting: goal.saturating_sub(counted) }
    }
}

/// The first year with anything in it, and the last: for a choice of years.
#[must_use]
pub fn years(log: &Log, day_of: &dyn Fn(Moment) -> Day) -> Option<(i64, i64)> {
    let (entries, _) = entry::all(log, day_of, &|_| None);
    let read = log.stretches.iter().map(|(at, _)| day_of(*at));
    let years: Vec<i64> = entries.iter().map(|entry| entry.day).chain(read).map(|day| day.civil().0).collect();
    // Whoever goes through the years comes to an end.
    let bounded = |year: i64| year.clamp(*YEARS.start(), *YEARS.end());
    Some((bounded(years.iter().copied().min()?), bounded(years.into_iter().max()?)))
}
