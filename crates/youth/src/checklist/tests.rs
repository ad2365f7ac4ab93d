use super::*;
use crate::Ages;
use crate::contest::{Contest, ContestKind};
use crate::essay::{Draft, HandedIn};
use crate::speech::{self, Take};
use State::{Done, Missing, Warning};
use model::{ContestId, GroupId, Moment};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

fn contest(kind: ContestKind) -> Contest {
    let group = Group {
        id: GroupId::parse("xiaoxue").unwrap(),
        title: "小学组".into(),
        ages: Ages { from: 7, until: 12 },
        length: (5, 10),
        photos: 2,
        audio_bytes: 1_000,
    };
    let text = String::new;
    Contest {
        id: ContestId::parse("zhengwen").unwrap(),
        title: text(),
        address: text(),
        kind,
        theme: text(),
        opens: text(),
        closes: text(),
        opens_ms: 0,
        closes_ms: 10 * DAY,
        groups: vec![group],
        asks: vec![],
        rubric: vec![],
        receiver: text(),
        keeps: text(),
        mail: text(),
        version: text(),
    }
}

/// A draft that lacks nothing.
fn draft() -> Draft {
    let moment = Moment { unix_ms: 0, offset_minutes: 480 };
    let mut draft = Draft::new(ContestId::parse("zhengwen").unwrap(), moment);
    draft.group = GroupId::parse("xiaoxue").ok();
    (draft.title, draft.text, draft.own_work) = ("路口".into(), "我看见红灯。".into(), true);
    draft
}

fn list(change: impl FnOnce(&mut Draft), age: Option<u8>, now_ms: i64) -> Vec<Item> {
    let (contest, mut draft) = (contest(ContestKind::Essay), draft());
    change(&mut draft);
    checklist(&Facts::of_essay(&contest, &draft, age, now_ms))
}

fn photos(draft: &mut Draft, number: usize) {
    let photo = crate::essay::Photo { id: "p".into(), turn: Default::default(), crop: Default::default() };
    draft.photos = vec![photo; number];
}

#[test]
fn a_draft_that_lacks_nothing_is_ready_in_the_order_of_the_rules() {
    let items = list(|_| (), Some(9), DAY);
    assert!(is_ready(&items) && items.iter().all(|item| item.state == Done), "{items:?}");
    let open = Deadline::ClosesIn { left: Stretch { days: 9, hours: 0, minutes: 0 }, soon: false };
    let length = Length { is: 6, least: 5, most: 10 };
    let age = What::Age { age: 9, from: 7, until: 12 };
    let expect = [What::Deadline(open), What::Group, age, What::Title, What::Characters(length), What::OwnWork];
    let found: Vec<What> = items.iter().map(|item| item.what).collect();
    assert_eq!(found, [&expect[..], &[What::OneEntry { handed_in: 0 }]].concat());
}

#[test]
fn every_point_says_what_is_wanting() {
    let check = |change: fn(&mut Draft), age: Option<u8>, expect: &[(What, State)]| {
        let items = list(change, age, DAY);
        let found: Vec<_> =
            items.iter().map(|item| (item.what, item.state)).filter(|(_, state)| *state != Done).collect();
        assert_eq!(found, expect);
        assert_eq!(is_ready(&items), expect.iter().all(|(_, state)| *state == Warning), "{expect:?}");
    };
    let length = |is: u32| What::Characters(Length { is, least: 5, most: 10 });
    check(|draft| draft.title = " ".into(), None, &[(What::Title, Missing)]);
    check(|draft| draft.group = None, Some(9), &[(What::Group, Missing)]);
    check(|draft| draft.group = GroupId::parse("other").ok(), None, &[(What::Group, Missing)]);
    check(|draft| draft.text = String::new(), None, &[(length(0), Missing)]);
    check(|draft| draft.text = "红灯亮了".into(), None, &[(length(4), Missing)]);
    check(|draft| draft.text = "一二三四五六七八九十。".into(), None, &[(length(11), Missing)]);
    check(|draft| draft.own_work = false, None, &[(What::OwnWork, Missing)]);
    check(
        |draft| draft.handed_in = Some(HandedIn { entry: "e".into(), revision: 2 }),
        None,
        &[(What::OneEntry { handed_in: 2 }, Warning)],
    );
    check(|_| (), Some(13), &[(What::Age { age: 13, from: 7, until: 12 }, Warning)]);
    check(|draft| photos(draft, 3), None, &[(What::Pages { pages: 3, most: 2 }, Missing)]);
}

#[test]
fn pages_written_by_hand_need_no_typed_text() {
    let items = list(|draft| (draft.text = String::new(), photos(draft, 2)).0, None, DAY);
    assert!(is_ready(&items) && items.iter().any(|item| item.what == What::Pages { pages: 2, most: 2 }));
    assert!(!items.iter().any(|item| matches!(item.what, What::Characters(_))));
}

#[test]
fn a_length_is_right_at_both_ends() {
    let check = |is: u32, expect: Fit| assert_eq!(Length { is, least: 400, most: 600 }.fit(), expect);
    check(0, Fit::TooShort(400));
    check(399, Fit::TooShort(1));
    check(400, Fit::Right);
    check(600, Fit::Right);
    check(601, Fit::TooLong(1));
}

#[test]
fn the_last_moment_is_before_the_contest_closes() {
    let contest = contest(ContestKind::Essay);
    let stretch = |days: u32, hours: u32, minutes: u32| Stretch { days, hours, minutes };
    let check = |now_ms: i64, expect: Deadline, state: State| {
        let found = deadline(&contest, now_ms);
        assert_eq!((found, found.state()), (expect, state), "{now_ms}");
    };
    check(-1, Deadline::OpensIn(stretch(0, 0, 0)), Missing);
    check(-DAY - HOUR, Deadline::OpensIn(stretch(1, 1, 0)), Missing);
    check(0, Deadline::ClosesIn { left: stretch(10, 0, 0), soon: false }, Done);
    check(8 * DAY - 1, Deadline::ClosesIn { left: stretch(2, 0, 0), soon: false }, Done);
    check(8 * DAY, Deadline::ClosesIn { left: stretch(2, 0, 0), soon: true }, Warning);
    check(10 * DAY - 90_000, Deadline::ClosesIn { left: stretch(0, 0, 1), soon: true }, Warning);
    check(10 * DAY, Deadline::Closed, Missing);
}

/// A speech that lacks nothing, with a take of so many milliseconds and bytes.
fn speech(take: Option<(u64, u64)>) -> speech::Draft {
    let moment = Moment { unix_ms: 0, offset_minutes: 480 };
    let mut draft = speech::Draft::new(ContestId::parse("yanjiang").unwrap(), moment);
    draft.group = GroupId::parse("xiaoxue").ok();
    (draft.title, draft.own_work) = ("路口".into(), true);
    if let Some((ms, bytes)) = take {
        draft.takes.add(Take::new("t".into(), moment, "audio/webm".into()));
        draft.takes.written("t", bytes, ms);
        draft.takes.close("t");
    }
    draft
}

#[test]
fn a_speech_is_held_to_its_take_its_seconds_and_its_size() {
    let contest = contest(ContestKind::Speech);
    let check = |take: Option<(u64, u64)>, expect: &[(What, State)]| {
        let draft = speech(take);
        let items = checklist(&Facts::of_speech(&contest, &draft, Some(9), DAY));
        let of_take = |what: &What| matches!(what, What::Take | What::Seconds(_) | What::Size { .. });
        let found: Vec<_> =
            items.iter().map(|item| (item.what, item.state)).filter(|(what, _)| of_take(what)).collect();
        assert_eq!(found, expect);
        assert_eq!(is_ready(&items), expect.iter().all(|(_, state)| *state == Done), "{items:?}");
    };
    let length = |is: u32| What::Seconds(Length { is, least: 5, most: 10 });
    let size = |bytes: u64| What::Size { bytes, most: 1_000 };
    check(None, &[(What::Take, Missing)]);
    check(Some((4_999, 1)), &[(What::Take, Done), (length(4), Missing), (size(1), Done)]);
    check(Some((5_000, 1_000)), &[(What::Take, Done), (length(5), Done), (size(1_000), Done)]);
    check(Some((10_999, 1_001)), &[(What::Take, Done), (length(10), Done), (size(1_001), Missing)]);
    check(Some((11_000, 1)), &[(What::Take, Done), (length(11), Missing), (size(1), Done)]);
}

#[test]
fn a_speech_is_held_to_the_other_rules_as_an_essay_is() {
    let contest = contest(ContestKind::Speech);
    let check = |change: fn(&mut speech::Draft), age: Option<u8>, expect: &[(What, State)]| {
        let mut draft = speech(Some((6_000, 10)));
        change(&mut draft);
        let items = checklist(&Facts::of_speech(&contest, &draft, age, DAY));
        let found: Vec<_> =
            items.iter().map(|item| (item.what, item.state)).filter(|(_, state)| *state != Done).collect();
        assert_eq!(found, expect);
    };
    check(|_| (), None, &[]);
    check(|draft| draft.title = String::new(), None, &[(What::Title, Missing)]);
    check(|draft| draft.group = None, Some(9), &[(What::Group, Missing)]);
    check(|draft| draft.own_work = false, None, &[(What::OwnWork, Missing)]);
    check(|_| (), Some(13), &[(What::Age { age: 13, from: 7, until: 12 }, Warning)]);
    let again = [(What::OneEntry { handed_in: 1 }, Warning)];
    check(|draft| draft.handed_in = Some(HandedIn { entry: "e".into(), revision: 1 }), None, &again);
}
