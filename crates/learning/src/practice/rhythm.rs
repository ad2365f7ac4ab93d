//! How steadily somebody studies, told so that a gap costs nothing.
//!
//! A count of days in a row falls to nothing by one evening at a sickbed, and people then study for the count. So nothing here falls
//! overnight: the days of this month only grow until the month is over, as everybody's do; the weeks with study out of the last twelve
//! slide by one a week, and one day makes a week; the days in all only grow.

use model::Day;
use std::collections::BTreeSet;

/// How many weeks are looked at.
pub const WEEKS: usize = 12;

/// How steadily somebody studies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    /// Whether they studied today.
    pub today: bool,
    /// On how many days of this month (这个月学了 9 天).
    pub month: u32,
    /// In which of the last twelve weeks, from Monday to Sunday, this week last.
    pub weeks: [bool; WEEKS],
    /// On how many days in all.
    pub total: u32,
}

impl Rhythm {
    /// The rhythm of the days on which something was studied. Days after today, by a clock that runs ahead, do not count yet.
    #[must_use]
    pub fn of(days: &BTreeSet<Day>, today: Day) -> Self {
        let month = |day: Day| (day.civil().0, day.civil().1);
        let mut weeks = [false; WEEKS];
        for day in days.range(..=today) {
            let weeks_ago = usize::try_from(week(today) - week(*day)).unwrap_or(WEEKS);
            WEEKS.checked_sub(weeks_ago + 1).into_iter().for_each(|place| weeks[place] = true);
        }
        Self {
            today: days.contains(&today),
            month: count(days.range(..=today).rev().take_while(|day| month(**day) == month(today))),
            weeks,
            total: count(days.range(..=today)),
        }
    }

    /// In how many of the last twelve weeks.
    #[must_use]
    pub fn weeks_with_study(&self) -> u32 {
        count(self.weeks.iter().filter(|studied| **studied))
    }
}

fn count(things: impl Iterator) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

/// The number of a week. 1970-01-01 was a Thursday.
fn week(day: Day) -> i64 {
    day.0.saturating_add(3).div_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-23, a Monday.
    const MONDAY: i64 = 20_780;

    fn rhythm(days: &[i64], today: i64) -> Rhythm {
        Rhythm::of(&days.iter().copied().map(Day).collect(), Day(today))
    }

    #[test]
    fn a_gap_takes_nothing_away() {
        assert_eq!(Day(MONDAY).civil(), (2026, 11, 23));
        let check = |days: &[i64], month, weeks, total| {
            let rhythm = rhythm(days, MONDAY);
            assert_eq!((rhythm.month, rhythm.weeks_with_study(), rhythm.total), (month, weeks, total), "{days:?}");
        };
        check(&[], 0, 0, 0);
        check(&[MONDAY], 1, 1, 1);
        check(&[MONDAY - 1], 1, 1, 1);
        check(&[MONDAY - 20, MONDAY - 10, MONDAY], 3, 3, 3);
        // The end of October, and before the twelve weeks.
        check(&[MONDAY - 23, MONDAY - 77, MONDAY - 78], 0, 2, 3);
        check(&[MONDAY + 1], 0, 0, 0);
    }

    #[test]
    fn a_week_runs_from_monday_to_sunday() {
        let sunday = rhythm(&[MONDAY - 1], MONDAY).weeks;
        assert_eq!((sunday[WEEKS - 2], sunday[WEEKS - 1]), (true, false));
        let same = rhythm(&[MONDAY], MONDAY + 6).weeks;
        assert!(same[WEEKS - 1]);
    }
}
