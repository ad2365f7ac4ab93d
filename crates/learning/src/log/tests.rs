use super::samples::{
    answered, declared, event, learner, on, question, read, reflected, remarked, reviewed, settled, study,
};
use super::*;
use crate::deed::{AgeBand, Attempt, Mode, Role};
use crate::{Answer, Verdict};
use model::Day;
use proptest::prelude::*;

fn log(events: &[Event]) -> Log {
    Log::of(learner(), events)
}

fn of_question(studies: &[Study]) -> QuestionLog {
    let events: Vec<Event> = (1..).zip(studies).map(|(order, deed)| study(order, deed.clone())).collect();
    log(&events).questions.remove(&question()).unwrap()
}

#[test]
fn an_answer_and_a_review_are_recalls() {
    let of = of_question(&[answered(1_000), answered(999), reviewed(true), settled(true), reviewed(false)]);
    assert_eq!(of.recalls().map(|(_, known)| known).collect::<Vec<_>>(), [true, false, true, false]);
    assert_eq!(of.last_attempt().unwrap().value.verdict, Verdict { earned: 999 });
}

#[test]
fn what_is_written_at_length_is_no_recall() {
    let Study::Answered(attempt) = answered(0) else { unreachable!() };
    let of = of_question(&[Study::Answered(Attempt { answer: Answer::Written("我以为……".into()), ..attempt })]);
    assert_eq!((of.attempts.len(), of.recalls().count()), (1, 0));
}

#[test]
fn a_question_is_settled_until_it_is_wrong_again_or_put_back() {
    let check = |studies: &[Study], expect: bool| {
        let history = of_question(studies).history(Day(i64::MAX), Moment::day);
        assert_eq!(history.settled, expect, "{studies:?}");
    };
    check(&[answered(0)], false);
    check(&[reviewed(false), settled(true)], true);
    check(&[answered(0), settled(true), settled(false)], false);
    check(&[answered(0), settled(true), answered(1_000)], true);
    check(&[answered(0), settled(true), reviewed(false)], false);
}

#[test]
fn the_last_remark_stands_and_an_empty_one_takes_it_away() {
    let text = |studies: &[Study]| of_question(studies).remark.map(|kept| kept.value.text);
    assert_eq!(text(&[remarked("记错了"), remarked("三年")]), Some("三年".into()));
    assert_eq!(text(&[remarked("三年"), remarked(" ")]), None);
}

#[test]
fn a_history_leaves_out_the_future_and_never_goes_back() {
    let days = ["2026-03-01", "2026-03-05", "2026-03-02", "2030-01-01", "2026-03-09"];
    let mut events: Vec<Event> =
        (1..).zip(days).map(|(order, day)| on(day, order, Deed::Study(reviewed(order != 1)))).collect();
    events.push(on("2026-03-09", 9, Deed::Study(settled(true))));
    let day = |text: &str| Day::parse(text).unwrap();
    let check = |last: &str, expect: &[&str], is_settled: bool| {
        let (_, history) = log(&events).histories(day(last), Moment::day).next().unwrap();
        assert_eq!(history.recalls.iter().map(|recall| recall.day.to_string()).collect::<Vec<_>>(), expect, "{last}");
        assert_eq!(history.settled, is_settled, "{last}");
    };
    check("2026-02-28", &[], false);
    check("2026-03-05", &["2026-03-01", "2026-03-05", "2026-03-05"], false);
    check("2026-03-09", &["2026-03-01", "2026-03-05", "2026-03-05", "2026-03-09"], true);
}

#[test]
fn the_last_study_note_of_a_document_stands_with_its_event() {
    let events = [study(1, reflected("初稿")), study(2, reflected("定稿"))];
    let kept = log(&events).reflections.into_values().next().unwrap();
    assert_eq!((kept.event, kept.value.text.as_str()), (events[1].id, "定稿"));
    let gone = study(3, reflected(""));
    assert!(log(&[events[0].clone(), events[1].clone(), gone]).reflections.is_empty());
}

#[test]
fn a_correction_keeps_the_event_and_a_retraction_takes_it_back() {
    let first = study(1, declared("2026-03-01", Mode::Together, 200));
    let corrected =
        Deed::Corrected { event: first.id, deed: Box::new(Deed::Study(declared("2026-03-02", Mode::Together, 300))) };
    let events = [first.clone(), event(2, corrected)];
    let kept = &log(&events).declared[0];
    assert_eq!((kept.event, kept.value.hours_hundredths), (first.id, 300));
    let back = event(3, Deed::Retracted { event: first.id });
    assert!(log(&[events[0].clone(), events[1].clone(), back]).declared.is_empty());
}

#[test]
fn the_last_profile_stands() {
    let said = |order, name: &str| {
        let profile = Profile { name: name.into(), age: AgeBand::Elder, role: Role::Member, ..Profile::default() };
        study(order, Study::Introduced(profile))
    };
    assert_eq!(log(&[said(2, "老王"), said(1, "王")]).profile.unwrap().value.name, "老王");
}

#[test]
fn a_lesson_is_finished_once() {
    let events = [on("2025-12-31", 1, read("a-1", 5, 100)), on("2026-01-02", 2, read("a-1", 9, 200))];
    let finished = log(&events).finished();
    assert_eq!(finished.len(), 1);
    assert_eq!((finished[0].event, finished[0].hours_hundredths), (events[0].id, 100));
}

fn any_event(order: u8) -> impl Strategy<Value = Event> {
    let deed = prop_oneof![
        Just(read("a-1", 1, 100)),
        Just(Deed::Study(answered(0))),
        Just(Deed::Study(reviewed(true))),
        Just(Deed::Study(settled(true))),
        Just(Deed::Study(reflected("想法"))),
        Just(Deed::Study(reflected(""))),
        (1..20_u8).prop_map(|target| Deed::Retracted { event: event(target, read("a-1", 1, 1)).id }),
        (1..20_u8).prop_map(|target| Deed::Corrected {
            event: event(target, read("a-1", 1, 1)).id,
            deed: Box::new(Deed::Study(remarked("改"))),
        }),
    ];
    deed.prop_map(move |deed| event(order, deed))
}

proptest! {
    #[test]
    fn a_log_amounts_to_the_same_in_any_order_of_arrival(
        (events, shuffled) in (1..20_u8).prop_flat_map(|count| {
            let events: Vec<_> = (1..=count).map(any_event).collect();
            events.prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle()))
        })
    ) {
        prop_assert_eq!(log(&events), log(&shuffled));
        prop_assert_eq!(log(&[events.clone(), shuffled].concat()), log(&events));
    }
}
