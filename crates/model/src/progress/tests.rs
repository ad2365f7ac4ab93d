use super::*;
use crate::block::anchors;
use crate::{DeviceId, Moment};

const MINUTE: u64 = 60_000;

fn learner() -> LearnerId {
    LearnerId::new(1, [1; 10])
}

fn event(order: u8, deed: Deed) -> Event {
    Event {
        id: EventId::new(i64::from(order), [order; 10]),
        learner: learner(),
        device: DeviceId::new(1, [1; 10]),
        order: u64::from(order),
        at: Moment { unix_ms: 0, offset_minutes: 480 },
        deed,
    }
}

fn read(minutes: u64, reached_end: bool) -> Stretch {
    Stretch {
        document: DocumentId::parse("lesson-1").unwrap(),
        title: "第一课".into(),
        address: "lessons/a/1/".into(),
        active_ms: minutes * MINUTE,
        estimate_ms: 10 * MINUTE,
        reached_end,
        place: None,
        hours_hundredths: 0,
    }
}

fn status(events: &[Event]) -> Option<Status> {
    Progress::of(learner(), events).documents.values().next().map(|document| document.status)
}

#[test]
fn a_lesson_is_done_when_its_end_was_seen_and_a_fifth_of_the_time_was_spent() {
    let check = |stretches: &[(u64, bool)], expect: Option<Status>| {
        let events: Vec<_> = (1..).zip(stretches).map(|(n, (m, end))| event(n, Deed::Read(read(*m, *end)))).collect();
        assert_eq!(status(&events), expect, "{stretches:?}");
    };
    check(&[], None);
    check(&[(9, false)], Some(Status::Started));
    check(&[(1, true)], Some(Status::Browsed));
    check(&[(2, true)], Some(Status::Done));
    check(&[(1, false), (1, true)], Some(Status::Done));
    check(&[(1, true), (1, false)], Some(Status::Done));
    check(&[(2, true), (0, false)], Some(Status::Done));
}

#[test]
fn done_stays_done_when_the_text_grows() {
    let grown = Stretch { estimate_ms: 100 * MINUTE, ..read(0, false) };
    assert_eq!(status(&[event(1, Deed::Read(read(2, true))), event(2, Deed::Read(grown))]), Some(Status::Done));
}

#[test]
fn a_document_is_finished_by_the_stretch_that_made_it_done() {
    let finish = |events: &[Event]| {
        let progress = Progress::of(learner(), events);
        progress.documents.values().next().and_then(|document| document.finish)
    };
    let counting = |order, minutes, hours_hundredths| {
        event(order, Deed::Read(Stretch { hours_hundredths, ..read(minutes, true) }))
    };
    let (early, done, again) = (counting(1, 1, 50), counting(2, 1, 100), counting(3, 9, 200));
    assert_eq!(finish(std::slice::from_ref(&early)), None);
    let expect = Finish { event: done.id, at: done.at, hours_hundredths: 100 };
    assert_eq!(finish(&[again, early, done]), Some(expect));
}

#[test]
fn retracting_and_correcting_are_events_and_can_be_retracted() {
    let first = event(1, Deed::Read(read(5, true)));
    let back = event(2, Deed::Retracted { event: first.id });
    let back_again = event(3, Deed::Retracted { event: back.id });
    let shorter = event(4, Deed::Corrected { event: first.id, deed: Box::new(Deed::Read(read(1, true))) });
    assert_eq!(status(&[first.clone(), back.clone()]), None);
    assert_eq!(status(&[first.clone(), back, back_again]), Some(Status::Done));
    assert_eq!(status(&[first, shorter]), Some(Status::Browsed));
}

#[test]
fn the_place_to_go_on_is_the_latest_even_if_the_calendar_was_set_back() {
    let blocks = anchors(&["甲", "乙"]);
    let at = |index| Some(Place::at(&blocks, index).unwrap());
    let early = event(1, Deed::Read(Stretch { place: at(0), ..read(1, false) }));
    let mut late = event(2, Deed::Read(Stretch { place: at(1), ..read(1, false) }));
    late.at.unix_ms = -86_400_000 * 365;
    let progress = Progress::of(learner(), &[late, early]);
    let (_, latest) = progress.latest().unwrap();
    assert_eq!(latest.place, at(1));
    assert_eq!(progress.days.values().sum::<u64>(), 2 * MINUTE);
}

#[test]
fn merging_is_a_union_and_other_learners_are_passed_over() {
    let one = event(1, Deed::Read(read(1, false)));
    let two = event(2, Deed::Read(read(1, true)));
    let mut foreign = event(3, Deed::Read(read(9, true)));
    foreign.learner = LearnerId::new(2, [2; 10]);
    let there = Progress::of(learner(), &[one.clone(), two.clone(), foreign.clone()]);
    let here = Progress::of(learner(), &[foreign, two.clone(), one.clone(), two, one]);
    assert_eq!(there, here);
    assert_eq!(there.documents.values().map(|document| document.active_ms).sum::<u64>(), 2 * MINUTE);
}

#[test]
fn a_bookmark_can_be_renamed_and_removed() {
    let blocks = anchors(&["甲"]);
    let bookmark = |label: &str| {
        Deed::Bookmarked(Bookmark {
            document: DocumentId::parse("lesson-1").unwrap(),
            title: "第一课".into(),
            address: "lessons/a/1/".into(),
            place: Place::at(&blocks, 0).unwrap(),
            label: label.into(),
        })
    };
    let put = event(1, bookmark("甲"));
    let renamed = event(2, Deed::Corrected { event: put.id, deed: Box::new(bookmark("要点")) });
    let removed = event(3, Deed::Retracted { event: put.id });
    let labels = |events: &[Event]| -> Vec<String> {
        Progress::of(learner(), events).bookmarks.into_iter().map(|kept| kept.bookmark.label).collect()
    };
    assert_eq!(labels(&[put.clone(), renamed.clone()]), ["要点"]);
    assert_eq!(labels(&[put, renamed, removed]), [""; 0]);
}

/// A log of every kind of deed that reading knows, made from small numbers.
fn log(numbers: &[(u8, u8)]) -> Vec<Event> {
    let place = Place::at(&anchors(&["一", "二"]), 1).unwrap();
    let document = |n: u8| DocumentId::parse(&format!("lesson-{}", n % 3)).unwrap();
    let bookmark = |n: u8| Bookmark {
        document: document(n),
        title: "课".into(),
        address: "a/".into(),
        place: place.clone(),
        label: n.to_string(),
    };
    let id = |order: u8| EventId::new(i64::from(order), [order; 10]);
    let deed = |order: u8, kind: u8| match kind % 6 {
        0 | 1 => Deed::Read(Stretch { document: document(kind), ..read(u64::from(kind % 4), kind > 99) }),
        2 | 3 => Deed::Bookmarked(bookmark(kind)),
        4 => Deed::Retracted { event: id(kind % order.max(1)) },
        _ => Deed::Corrected { event: id(kind % order.max(1)), deed: Box::new(Deed::Bookmarked(bookmark(kind))) },
    };
    numbers.iter().zip(1..).map(|(&(kind, skip), order)| event(order, deed(order, kind.wrapping_add(skip)))).collect()
}

/// What a snapshot holds.
fn without_stretches(mut progress: Progress) -> Progress {
    progress.days.clear();
    for document in progress.documents.values_mut() {
        document.stretches.clear();
        document.finish = None;
    }
    progress
}

proptest::proptest! {
    #[test]
    fn what_can_be_extended_is_what_the_whole_log_says(
        numbers in proptest::collection::vec((0..=255_u8, 0..=255_u8), 0..40),
        cut in 0..40_usize,
    ) {
        let log = log(&numbers);
        let (before, after) = log.split_at(cut.min(log.len()));
        let before = Progress::of(learner(), before);
        if let Some(extended) = before.extended(learner(), after) {
            let whole = Progress::of(learner(), &log);
            proptest::prop_assert_eq!(without_stretches(extended), without_stretches(whole));
        }
    }
}

#[test]
fn an_older_or_changed_event_needs_the_whole_log() {
    let first = event(5, Deed::Read(read(5, true)));
    let before = Progress::of(learner(), [&first]);
    assert!(before.extended(learner(), &[event(6, Deed::Read(read(1, false)))]).is_some());
    assert_eq!(before.extended(learner(), &[event(4, Deed::Read(read(1, false)))]), None);
    assert_eq!(before.extended(learner(), std::slice::from_ref(&first)), None);
    assert_eq!(before.extended(learner(), &[event(6, Deed::Retracted { event: first.id })]), None);
}

#[test]
fn a_word_on_an_event_that_cannot_be_read_hides_nothing_else() {
    let damaged = event(2, Deed::Read(read(5, true)));
    let log = [event(1, Deed::Read(read(1, false))), event(3, Deed::Retracted { event: damaged.id })];
    let progress = Progress::default().extended(learner(), &log);
    assert_eq!(progress, Some(Progress::of(learner(), &log)));
    assert_eq!(progress.map(|progress| progress.documents.len()), Some(1));
}
