use super::*;
use crate::ledger::declare::Fault;
use crate::log::samples::{attended, coming, event, handed_in, learner, served as serving, study};
use crate::{Deed, Event, Study};
use model::ContestId;

fn service(year: i64, events: &[Event]) -> Service {
    Service::of(&Log::of(learner(), events), year, &Moment::day)
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
    assert_eq!((found.undated.len(), found.entries.len()), (1, 2));
    assert!(matches!(&found.entries[0].source, Source::Attended { address, .. } if address == "activities/huamiao/"));
    assert_eq!(years(&Log::of(learner(), &events), &Moment::day), Some((2026, 2027)));
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
