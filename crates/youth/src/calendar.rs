//! What of the programme is shown: which season first, which activities fit, and the sheet of a month.
//!
//! "Today" is a day of the portal's zone, and an argument.

use crate::programme::{Activity, ActivityKind, Season};
use model::Day;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A view of the season.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// 列表
    #[default]
    List,
    /// 月历
    Month,
    /// 一天
    Day,
}

/// What of the programme was looked at last.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// The view.
    pub view: View,
    /// What is left in.
    pub filter: Filter,
}

/// What activities are chosen by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// For whom; `None` for every age.
    #[serde(default)]
    pub age: Option<u8>,
    /// Of which kinds; without any, of all.
    #[serde(default)]
    pub kinds: BTreeSet<ActivityKind>,
}

impl Filter {
    /// Whether it leaves an activity in.
    #[must_use]
    pub fn admits(&self, activity: &Activity) -> bool {
        self.age.is_none_or(|age| activity.ages.includes(age))
            && (self.kinds.is_empty() || self.kinds.contains(&activity.kind))
    }

    /// Whether it leaves everything in.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// Takes a kind in, or out again.
    pub fn turn(&mut self, kind: ActivityKind) {
        if !self.kinds.remove(&kind) {
            self.kinds.insert(kind);
        }
    }
}

/// The season that is on or comes next, among seasons with the earliest first; the last one when all are over.
#[must_use]
pub fn season_to_open(seasons: &[Season], today: Day) -> Option<&Season> {
    let today = today.to_string();
    seasons.iter().find(|season| season.until >= today).or_else(|| seasons.last())
}

/// The day of a season that is nearest to a day.
#[must_use]
pub fn within(season: &Season, day: Day) -> Day {
    let (from, until) = (Day::parse(&season.from).unwrap_or(day), Day::parse(&season.until).unwrap_or(day));
    Day(day.0.min(until.0).max(from.0))
}

/// Whether an activity is on a day.
#[must_use]
pub fn is_on(activity: &Activity, day: Day) -> bool {
    let day = day.to_string();
    activity.times.iter().any(|time| time.is_on(&day))
}

/// The first day after `day` on which one of these activities begins or goes on.
#[must_use]
pub fn next_day<'a>(activities: impl Iterator<Item = &'a Activity>, day: Day) -> Option<Day> {
    let times = activities.flat_map(|activity| &activity.times);
    let next = times.filter_map(|time| {
        let (from, until) = (Day::parse(&time.from)?, Day::parse(&time.until)?);
        (until > day).then(|| Day(from.0.max(day.0 + 1)))
    });
    next.min()
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: i64,
    /// 1 to 12.
    pub month: u8,
}

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: Day) -> Self {
        let (year, month, _) = day.civil();
        Self { year, month }
    }

    /// Reads `YYYY-MM`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Day::parse(&format!("{text}-01")).map(Self::of)
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Day {
        Day::of_civil(self.year, self.month, 1).unwrap_or(Day(0))
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Day {
        Day(self.next().first().0 - 1)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        // No month has more than 31 days, and none fewer than four.
        Self::of(Day(self.first().0 + 31))
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::of(Day(self.first().0 - 1))
    }

    /// Its weeks, from Monday to Sunday; `None` for days of its neighbours.
    #[must_use]
    pub fn weeks(self) -> Vec<[Option<Day>; 7]> {
        let (first, last) = (self.first(), self.last());
        let monday = first.0 - weekday(first);
        let week = |start: i64| std::array::from_fn(|of_week| of_month(Day(start + of_week as i64), first, last));
        (monday..=last.0).step_by(7).map(week).collect()
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

fn of_month(day: Day, first: Day, last: Day) -> Option<Day> {
    (first..=last).contains(&day).then_some(day)
}

/// How many days after a Monday a day is.
fn weekday(day: Day) -> i64 {
    // 1970-01-01 was a Thursday.
    (day.0 + 3).rem_euclid(7)
}

#[cfg(test)]
mod tests;
