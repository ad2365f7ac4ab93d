use super::*;
use crate::deed::Mode;
use crate::log::samples::{answered, attended, declared, document, event, learner, on, read, study};
use crate::{Deed, Event};
use model::SeriesId;

const RULES: Rules = Rules { goal_hundredths: 3_200, committee_goal_hundredths: 5_600, self_study_counts: false };

fn ledger(year: i64, events: &[Event]) -> Ledger {
    of(year, RULES, Role::Member, events)
}

fn of(year: i64, rules: Rules, role: Role, events: &[Event]) -> Ledger {
    let hours_of = |id: &DocumentId| (id.as_str() == "old").then_some(150);
    let frame = Frame { year, rules, role, day_of: &Moment::day, hours_of: &hours_of };
    Ledger::of(&Log::of(learner(), events), &frame)
}

fn declare(order: u8, day: &str, mode: Mode, hours: u32) -> Event {
    study(order, declared(day, mode, hours))
}

#[test]
fn a_lesson_counts_once_in_the_year_in_which_it_was_first_finished() {
    let events = [on("2025-12-31", 1, read("a-1", 5, 100)), on("2026-01-01", 2, read("a-1", 5, 100))];
    assert_eq!(ledger(2025, &events).sums, Sums { together: 0, alone: 100 });
    assert_eq!(ledger(2026, &events).sums, Sums::default());
    assert_eq!(ledger(2026, &events).months[0].active_ms, 300_000);
}

#[test]
fn the_year_is_that_of_the_portals_zone() {
    let mut late = on("2025-12-31", 1, read("a-1", 5, 100));
    late.at.unix_ms += 13 * 3_600_000;
    late.at.offset_minutes = 0;
    let in_china = |moment: Moment| Moment { offset_minutes: 480, ..moment }.day();
    let frame = Frame { year: 2026, rules: RULES, role: Role::Member, day_of: &in_china, hours_of: &|_| None };
    let found = Ledger::of(&Log::of(learner(), &[late]), &frame);
    assert_eq!((found.sums.alone, found.months[0].active_ms), (100, 300_000));
}

#[test]
fn an_old_record_counts_what_the_index_says_and_what_counts_nothing_is_no_entry() {
    let events = [event(1, read("old", 5, 0)), event(2, read("material", 5, 0))];
    let found = ledger(2026, &events);
    assert_eq!(found.entries.iter().map(|entry| entry.hours_hundredths).collect::<Vec<_>>(), [150]);
    assert!(matches!(&found.entries[0].source, Source::Finished { address, .. } if address == "lessons/a/old/"));
}

#[test]
fn together_and_alone_are_summed_apart_by_month() {
    let events = [
        declare(1, "2026-03-01", Mode::Together, 200),
        declare(2, "2026-03-31", Mode::Alone, 50),
        declare(3, "2026-12-31", Mode::Together, 100),
        declare(4, "2027-01-01", Mode::Together, 900),
    ];
    let found = ledger(2026, &events);
    assert_eq!(found.sums, Sums { together: 300, alone: 50 });
    assert_eq!(found.months[2].sums, Sums { together: 200, alone: 50 });
    assert_eq!(found.months[11].sums, Sums { together: 100, alone: 0 });
    assert_eq!(found.days.len(), 3);
}

#[test]
fn what_is_wanting_is_never_negative() {
    let check = |hours: u32, role: Role, self_study_counts: bool, counted: u64, wanting: u64| {
        let events = [declare(1, "2026-03-01", Mode::Together, hours), declare(2, "2026-03-01", Mode::Alone, 1_000)];
        let found = of(2026, Rules { self_study_counts, ..RULES }, role, &events).goal;
        assert_eq!((found.counted, found.wanting), (counted, wanting), "{hours} {role:?}");
    };
    check(200, Role::Member, false, 200, 3_000);
    check(200, Role::Member, true, 1_200, 2_000);
    check(200, Role::Committee, false, 200, 5_400);
    check(9_900, Role::Member, false, 9_900, 0);
    check(u32::MAX, Role::Member, true, u64::from(u32::MAX) + 1_000, 0);
}

#[test]
fn a_declared_entry_without_a_day_is_listed_and_counts_nowhere() {
    let events = [declare(1, "三月", Mode::Together, 200), declare(2, "2026-02-30", Mode::Together, 200)];
    let found = ledger(2026, &events);
    assert_eq!((found.undated.len(), found.entries.len(), found.sums), (2, 0, Sums::default()));
}

#[test]
fn measured_time_is_never_added() {
    let events = [event(1, read("a-1", 500, 100))];
    let found = ledger(2026, &events);
    assert_eq!(found.sums, Sums { together: 0, alone: 100 });
    assert_eq!(found.months[2].active_ms, 500 * 60_000);
}

#[test]
fn a_day_of_answers_is_a_day_of_study_and_a_glance_is_none() {
    let events = [
        on("2026-05-01", 1, Deed::Study(answered(0))),
        on("2026-05-01", 2, Deed::Study(answered(1_000))),
        on("2026-05-02", 3, read("a-1", 0, 100)),
    ];
    let found = ledger(2026, &events);
    assert_eq!(found.days.into_values().map(|day| day.recalls).collect::<Vec<_>>(), [2]);
}

#[test]
fn a_certificate_is_given_when_the_last_lesson_is_done() {
    let id = SeriesId::parse("a").unwrap();
    let lessons = vec![(document("a-1"), 100), (document("a-2"), 150)];
    let series =
        [Series { id: id.clone(), title: "系列".into(), lessons }, Series { id, title: "空".into(), lessons: vec![] }];
    let events = [on("2026-05-03", 1, read("a-1", 5, 0)), on("2026-05-01", 2, read("a-2", 5, 200))];
    let log = |count: usize| Log::of(learner(), &events[..count]);
    assert_eq!(progress_of(&log(1), &series).iter().map(|one| one.done).collect::<Vec<_>>(), [1, 0]);
    assert_eq!(certificate(&log(1), &series[0], &Moment::day), None);
    let expect = Certificate { lessons: 2, hours_hundredths: 300, day: Day::parse("2026-05-03").unwrap() };
    assert_eq!(certificate(&log(2), &series[0], &Moment::day), Some(expect));
    assert_eq!(certificate(&log(2), &series[1], &Moment::day), None);
}

#[test]
fn the_years_to_choose_from_are_those_with_something_in_them() {
    let events = [on("2026-05-03", 1, read("a-1", 5, 0)), declare(2, "2024-01-01", Mode::Alone, 100)];
    assert_eq!(years(&Log::of(learner(), &events), &Moment::day), Some((2024, 2026)));
    assert_eq!(years(&Log::of(learner(), &[]), &Moment::day), None);
}

#[test]
fn a_register_shows_a_part_of_the_year_with_both_its_days() {
    let events = [
        declare(1, "2026-03-01", Mode::Together, 200),
        declare(2, "2026-03-31", Mode::Alone, 50),
        declare(3, "2026-04-01", Mode::Together, 100),
    ];
    let found = ledger(2026, &events);
    let day = |text: &str| Day::parse(text).unwrap();
    let (entries, sums) = found.between(day("2026-03-01"), day("2026-03-31"));
    assert_eq!((entries.len(), sums), (2, Sums { together: 200, alone: 50 }));
    assert_eq!(found.between(day("2026-04-01"), day("2026-03-01")).0.len(), 0);
}

#[test]
fn an_activity_that_was_attended_counts_together_and_once_a_day() {
    let events = [
        study(1, attended("jiaojing", "2026-03-01", 100, 0)),
        study(2, attended("jiaojing", "2026-03-01", 100, 0)),
        study(3, attended("jiaojing", "2026-03-02", 100, 0)),
        study(4, attended("huamiao", "2026-03-02", 0, 150)),
        study(5, attended("other-year", "2025-03-02", 100, 0)),
        study(6, attended("no-day", "三月", 50, 0)),
    ];
    let found = ledger(2026, &events);
    assert_eq!(found.sums, Sums { together: 250, alone: 0 });
    let sources: Vec<_> = found.entries.iter().map(|entry| (entry.day.to_string(), entry.source.clone())).collect();
    let from = |id: &str| Source::Attended { address: format!("activities/{id}/") };
    let expect = [("2026-03-01", "jiaojing"), ("2026-03-02", "jiaojing"), ("2026-03-12", "no-day")];
    assert_eq!(sources, expect.map(|(day, id)| (day.to_owned(), from(id))));
}
