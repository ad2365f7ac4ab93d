//! Tables for what of the programme is shown.

use super::*;
use crate::programme::samples::{activity, season, time};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn a_filter_leaves_in_what_fits_the_age_and_one_of_the_kinds() {
    let visit = activity(&[]); // a visit, ages 7 to 12
    let check = |age: Option<u8>, kinds: &[ActivityKind], expect: bool| {
        let filter = Filter { age, kinds: kinds.iter().copied().collect() };
        assert_eq!(filter.admits(&visit), expect, "{age:?} {kinds:?}");
    };
    check(None, &[], true);
    check(Some(7), &[], true);
    check(Some(13), &[], false);
    check(None, &[ActivityKind::Law], false);
    check(None, &[ActivityKind::Law, ActivityKind::Visit], true);
    check(Some(6), &[ActivityKind::Visit], false);
}

#[test]
fn a_kind_is_taken_in_and_out_again() {
    let mut filter = Filter::default();
    filter.turn(ActivityKind::Craft);
    assert!(!filter.is_open());
    filter.turn(ActivityKind::Craft);
    assert!(filter.is_open());
}

#[test]
fn the_season_that_is_on_or_comes_next_is_open_first() {
    let seasons = [season("2027-01-25", "2027-02-21"), season("2027-07-05", "2027-08-29")];
    let check = |today: &str, expect: &str| {
        assert_eq!(season_to_open(&seasons, day(today)).unwrap().from, expect, "{today}");
    };
    check("2026-11-26", "2027-01-25");
    check("2027-02-21", "2027-01-25");
    check("2027-02-22", "2027-07-05");
    check("2027-08-01", "2027-07-05");
    check("2028-01-01", "2027-07-05");
    assert_eq!(season_to_open(&[], day("2027-01-01")), None);
}

#[test]
fn a_day_is_brought_into_its_season() {
    let winter = season("2027-01-25", "2027-02-21");
    let check = |text: &str, expect: &str| assert_eq!(within(&winter, day(text)), day(expect));
    check("2026-11-26", "2027-01-25");
    check("2027-02-01", "2027-02-01");
    check("2027-03-01", "2027-02-21");
}

#[test]
fn the_next_day_with_something_on_is_found_also_within_several_days() {
    let all = [activity(&[time("2027-01-28", "2027-01-28")]), activity(&[time("2027-02-09", "2027-02-11")])];
    let check = |text: &str, expect: Option<&str>| {
        assert_eq!(next_day(all.iter(), day(text)), expect.map(day), "{text}");
    };
    check("2027-01-01", Some("2027-01-28"));
    check("2027-01-28", Some("2027-02-09"));
    check("2027-02-09", Some("2027-02-10"));
    check("2027-02-11", None);
    assert!(is_on(&all[1], day("2027-02-10")) && !is_on(&all[0], day("2027-02-10")));
}

#[test]
fn a_month_is_laid_out_in_weeks_from_monday() {
    let check = |text: &str, weeks: usize, first: usize, last: usize| {
        let sheet = Month::parse(text).unwrap().weeks();
        assert_eq!(sheet.len(), weeks, "{text}");
        assert_eq!(sheet[0].iter().position(Option::is_some), Some(first), "{text}");
        assert_eq!(sheet[weeks - 1].iter().rposition(Option::is_some), Some(last), "{text}");
        let days: Vec<Day> = sheet.iter().flatten().flatten().copied().collect();
        assert!(days.is_sorted() && days.first() == Some(&Month::parse(text).unwrap().first()));
    };
    check("2027-01", 5, 4, 6); // Friday to Sunday
    check("2027-02", 4, 0, 6); // four whole weeks
    check("2027-05", 6, 5, 0);
    check("2028-02", 5, 1, 1); // a leap year
}

#[test]
fn months_follow_each_other_over_the_end_of_a_year() {
    let december = Month::parse("2026-12").unwrap();
    assert_eq!(december.next().to_string(), "2027-01");
    assert_eq!(december.next().previous(), december);
    assert_eq!(december.last(), day("2026-12-31"));
    assert_eq!(Month::of(day("2027-02-28")).next().to_string(), "2027-03");
    assert_eq!(Month::parse("2026-13"), None);
}
