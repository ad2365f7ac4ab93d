use super::*;
use crate::ledger::declare::{Fault, Typed};
use crate::log::samples::{attended, coming, event, handed_in, learner, served as serving, study};
use crate::{Deed, Event, Study};
use model::ContestId;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn service(year: i64, events: &[Event]) -> Service {
    let years = by_year(&Log::of(learner(), events), year, &Moment::day);
    years.into_iter().find(|service| service.year == year).unwrap()
}

fn holding(events: &[Event]) -> Vec<(String, u32)> {
    service(2026, events).entries.into_iter().map(|entry| (entry.day.to_string(), entry.hundredths)).collect()
}

#[test]
fn what_a_code_confirmed_and_what_was_declared_are_summed_apart_by_year() {
    let events = [
        study(1, serving("2026-04-01", 200)),
        study(2, attended("huamiao", "2026-03-12", 100, 150)),
        study(3, attended("jiaojing", "2026-03-13", 100, 0)),
        study(4, serving("2027-01-01", 900)),
        study(5, serving("四月", 900)),
    ];
    let found = service(2026, &events);
    assert_eq!(found.sums, Sums { attended: 150, declared: 200 });
    assert_eq!((undated(&Log::of(learner(), &events)).len(), found.entries.len()), (1, 2));
    assert!(matches!(&found.entries[0].source, Source::Attended { address, .. } if address == "activities/huamiao/"));
    let years = by_year(&Log::of(learner(), &events), 2030, &Moment::day);
    assert_eq!(years.iter().map(|service| service.year).collect::<Vec<_>>(), [2030, 2027, 2026]);
    let day = |text: &str| Day::parse(text).unwrap();
    let (entries, sums) = found.between(day("2026-04-01"), day("2026-04-30"));
    assert_eq!((entries.len(), sums), (1, Sums { attended: 0, declared: 200 }));
}

#[test]
fn what_was_taken_back_or_corrected_counts_as_it_now_stands() {
    let first = study(1, serving("2026-04-01", 200));
    let better = Deed::Corrected { event: first.id, deed: Box::new(Deed::Study(serving("2026-04-02", 100))) };
    let twice = study(2, attended("huamiao", "2026-03-12", 0, 150));
    let again = study(3, attended("huamiao", "2026-03-12", 0, 150));
    let back = event(4, Deed::Retracted { event: twice.id });
    let all = |events: &[&Event]| holding(&events.iter().map(|event| (*event).clone()).collect::<Vec<_>>());
    assert_eq!(all(&[&first, &event(9, better)]), [("2026-04-02".into(), 100)]);
    assert_eq!(all(&[&first, &event(9, Deed::Retracted { event: first.id })]), []);
    assert_eq!(all(&[&twice, &again]), [("2026-03-12".into(), 150)]);
    assert_eq!(all(&[&twice, &again, &back]), [("2026-03-12".into(), 150)]);
    assert_eq!(all(&[&twice, &back]), []);
}

fn better(order: u8, first: &Event, day: &str, hundredths: u32) -> Event {
    event(order, Deed::Corrected { event: first.id, deed: Box::new(Deed::Study(serving(day, hundredths))) })
}

#[test]
fn the_last_correction_counts_alone_and_under_the_event_that_declared_it() {
    let first = study(1, serving("2026-04-01", 200));
    let here = better(2, &first, "2026-04-02", 100);
    let there = better(3, &first, "2026-05-03", 300);
    let back = event(4, Deed::Retracted { event: there.id });
    let gone = event(5, Deed::Retracted { event: first.id });
    let kept = event(6, Deed::Retracted { event: gone.id });
    let check = |log: &[&Event], expect: &[(&str, u32)]| {
        let log: Vec<Event> = log.iter().copied().cloned().collect();
        let found = service(2026, &log);
        let days = found.entries.iter().map(|entry| (entry.day.to_string(), entry.hundredths)).collect::<Vec<_>>();
        assert_eq!(days, expect.iter().map(|(day, hours)| ((*day).to_owned(), *hours)).collect::<Vec<_>>());
        assert!(found.entries.iter().all(|entry| entry.event == first.id));
        assert_eq!(found.sums.declared, expect.iter().map(|(_, hours)| u64::from(*hours)).sum::<u64>());
    };
    check(&[&first, &here], &[("2026-04-02", 100)]);
    check(&[&there, &here, &first], &[("2026-05-03", 300)]);
    check(&[&first, &here, &there, &back], &[("2026-04-02", 100)]);
    check(&[&first, &here, &gone], &[]);
    check(&[&first, &gone, &here, &kept], &[("2026-04-02", 100)]);
    check(&[&here], &[]);
}

#[test]
fn a_correction_gives_a_declaration_its_day_and_moves_it_to_its_year() {
    let first = study(1, serving("四月", 200));
    let dated = better(2, &first, "2026-04-01", 200);
    let moved = better(3, &first, "2025-12-31", 200);
    let found = |events: &[Event]| (undated(&Log::of(learner(), events)).len(), service(2026, events).entries.len());
    assert_eq!(found(std::slice::from_ref(&first)), (1, 0));
    assert_eq!(found(&[first.clone(), dated.clone()]), (0, 1));
    let events = [first, dated, moved];
    assert_eq!((service(2026, &events).entries.len(), service(2025, &events).entries.len()), (0, 1));
}

/// One of the first five declares; a later one corrects or takes back anything, or comes from a code.
fn any_event(order: u8) -> impl Strategy<Value = Event> {
    let deed = (1..12_u8, 0..4_u8, 1..100_u32).prop_map(move |(target, what, hundredths)| {
        let target = study(target, serving("2026-04-01", 1)).id;
        let said = Deed::Study(serving("2026-04-02", hundredths));
        match what {
            _ if order <= 5 => said,
            0 | 1 => Deed::Corrected { event: target, deed: Box::new(said) },
            2 => Deed::Retracted { event: target },
            _ => Deed::Study(attended("huamiao", "2026-03-12", 0, 150)),
        }
    });
    deed.prop_map(move |deed| event(order, deed))
}

/// The events, and for each whether it stands on the first device, the second, the third: at least on one.
fn three_logs() -> impl Strategy<Value = [Vec<Event>; 3]> {
    let events: Vec<_> = (1..=12_u8).map(|order| (any_event(order), 1..8_u8)).collect();
    events.prop_map(|events| {
        [1, 2, 4].map(|device| {
            events.iter().filter(|(_, on)| on & device != 0).map(|(event, _)| event.clone()).collect::<Vec<_>>()
        })
    })
}

proptest! {
    #[test]
    fn service_that_was_corrected_on_several_devices_is_the_same_however_they_are_merged([a, b, c] in three_logs()) {
        let all = service(2026, &[a.clone(), b.clone(), c.clone()].concat());
        prop_assert_eq!(&service(2026, &[c.clone(), a.clone(), b.clone()].concat()), &all);
        prop_assert_eq!(&service(2026, &[b.clone(), c.clone(), b.clone(), a.clone(), a.clone()].concat()), &all);
        prop_assert_eq!(service(2026, &[a.clone(), a.clone()].concat()), service(2026, &a));
        let declared: Vec<_> = all.entries.iter().map(|entry| entry.event).collect();
        prop_assert_eq!(declared.iter().collect::<BTreeSet<_>>().len(), declared.len());
        prop_assert_eq!(all.sums, Sums::of(&all.entries));
    }
}

#[test]
fn a_declaration_says_what_is_wrong_with_it() {
    let today = Day::parse("2026-04-01").unwrap();
    let check = |title: &str, day: &str, hours: &str, expect: Result<u32, &[Fault]>| {
        let found = served(&Typed { title, day, hours, remark: " 和张老师 " }, today);
        assert_eq!(
            found.map(|served| served.volunteer_hundredths),
            expect.map_err(<[_]>::to_vec),
            "{title} {day} {hours}"
        );
    };
    check("浇水", "2026-04-01", "1.5", Ok(150));
    check("浇水", "2026-04-01", "２小时", Ok(200));
    check("浇水", "2026-04-01", "24", Ok(2_400));
    check("浇水", "2026-04-01", "2 小時", Ok(200));
    check("浇水", "2026-04-01", "2学时", Err(&[Fault::NoHours]));
    check("浇水", "2026-04-01", "24.5", Err(&[Fault::TooManyHours]));
    check("浇水", "2026-04-02", "1", Err(&[Fault::DayToCome]));
    check(" ", "明天", "很久", Err(&[Fault::NoTitle, Fault::NoDay, Fault::NoHours]));
}

#[test]
fn the_last_word_on_coming_stands() {
    let going = |studies: &[Study]| {
        let events: Vec<Event> = (1..).zip(studies).map(|(order, deed)| study(order, deed.clone())).collect();
        Log::of(learner(), &events).holiday.coming.len()
    };
    assert_eq!(going(&[coming("a", true), coming("b", true)]), 2);
    assert_eq!(going(&[coming("a", true), coming("b", true), coming("a", false)]), 1);
    assert_eq!(going(&[coming("a", false), coming("a", true)]), 1);
}

#[test]
fn the_highest_revision_of_an_entry_counts() {
    let events =
        [study(1, handed_in("zhengwen", 1)), study(2, handed_in("zhengwen", 2)), study(3, handed_in("yanjiang", 1))];
    let log = Log::of(learner(), &events);
    let of = |contest: &str| log.holiday.entry(&ContestId::parse(contest).unwrap()).map(|kept| kept.value.revision);
    assert_eq!((of("zhengwen"), of("yanjiang"), of("other")), (Some(2), Some(1), None));
}
