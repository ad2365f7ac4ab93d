//! A month as a calendar shows it: weeks that begin on Monday, one under the other.

use model::Day;

/// A day of a month and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Square {
    /// The day.
    pub day: Day,
    /// Which week of the month, from 0; there are at most six.
    pub week: u8,
    /// Which day of the week, 0 for Monday to 6 for Sunday.
    pub weekday: u8,
}

/// The days of a month, 1 to 12, in order.
#[must_use]
pub fn month(year: i64, month: u8) -> Vec<Square> {
    let Some(first) = Day::of_civil(year, month, 1) else { return Vec::new() };
    let before = weekday(first);
    let days = (1..=31).filter_map(|day| Some((day - 1 + before, Day::of_civil(year, month, day)?)));
    days.map(|(place, day)| Square { day, week: place / 7, weekday: place % 7 }).collect()
}

/// 0 for Monday to 6 for Sunday. The first of January 1970 was a Thursday.
fn weekday(day: Day) -> u8 {
    u8::try_from(day.0.saturating_add(3).rem_euclid(7)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(year: i64, of: u8, first: (u8, u8), last: (u8, u8), days: usize) {
        let squares = month(year, of);
        let place = |square: &Square| (square.week, square.weekday);
        assert_eq!((squares.first().map(place), squares.last().map(place)), (Some(first), Some(last)), "{year}-{of}");
        assert_eq!(squares.len(), days);
    }

    #[test]
    fn days_stand_under_their_weekdays() {
        check(1970, 1, (0, 3), (4, 5), 31);
        check(2026, 11, (0, 6), (5, 0), 30);
        check(2026, 2, (0, 6), (4, 5), 28);
        check(2021, 2, (0, 0), (3, 6), 28);
        check(2024, 2, (0, 3), (4, 3), 29);
        check(1969, 12, (0, 0), (4, 2), 31);
    }

    #[test]
    fn there_is_no_thirteenth_month() {
        assert_eq!(month(2026, 13), []);
    }
}
