use super::*;

fn at(minutes: i64) -> Moment {
    Moment { unix_ms: minutes * 60_000, offset_minutes: 480 }
}

fn numbers(versions: &Versions) -> Vec<u32> {
    versions.all().iter().map(|version| version.number).collect()
}

#[test]
fn a_version_is_due_after_five_minutes_in_which_keys_came() {
    let check = |gaps: &[(i64, usize)], expect_ms: i64, is_due: bool| {
        let (mut writing, mut now) = (Writing::default(), 0);
        writing.key(now);
        for (gap, times) in gaps {
            for _ in 0..*times {
                now += gap;
                writing.key(now);
            }
        }
        assert_eq!((writing.written_ms(), writing.is_due()), (expect_ms, is_due), "{gaps:?}");
    };
    check(&[], 0, false);
    check(&[(1_000, 299)], 299_000, false);
    check(&[(1_000, 300)], 300_000, true);
    check(&[(30_000, 10)], 300_000, true);
    check(&[(30_001, 100)], 0, false);
    check(&[(1_000, 150), (3_600_000, 1), (1_000, 150)], 300_000, true);
    check(&[(1_000, 10), (-5_000, 1), (1_000, 1)], 11_000, false);
}

#[test]
fn no_version_is_due_while_an_input_method_composes() {
    let mut writing = Writing::default();
    (0..=300).for_each(|second| writing.key(second * 1_000));
    writing.compose(true);
    assert!(!writing.is_due() && !writing.may_cut());
    writing.compose(false);
    assert!(writing.is_due());
    writing.was_cut();
    writing.key(301_000);
    assert!(!writing.is_due() && writing.written_ms() == 1_000);
}

#[test]
fn the_same_text_is_not_cut_twice() {
    let mut versions = Versions::default();
    let mut check = |why: Why, text: &str, was_cut: bool, expect: &[(u32, Why)]| {
        assert_eq!(versions.cut(why, at(0), "", text), was_cut, "{why:?} {text}");
        let found: Vec<(u32, Why)> = versions.all().iter().map(|version| (version.number, version.why)).collect();
        assert_eq!(found, expect, "{why:?} {text}");
    };
    check(Why::Asked, " \n", false, &[]);
    check(Why::Automatic, "一", true, &[(1, Why::Automatic)]);
    check(Why::Automatic, "一", false, &[(1, Why::Automatic)]);
    check(Why::Asked, "一", true, &[(1, Why::Asked)]);
    check(Why::Asked, "一", false, &[(1, Why::Asked)]);
    check(Why::BeforeRestore, "一", false, &[(1, Why::Asked)]);
    check(Why::Automatic, "二", true, &[(1, Why::Asked), (2, Why::Automatic)]);
    check(Why::Automatic, "一", false, &[(1, Why::Asked), (2, Why::Automatic)]);
    check(Why::HandedIn, "一", true, &[(1, Why::Asked), (2, Why::Automatic), (3, Why::HandedIn)]);
}

#[test]
fn coming_back_to_a_version_loses_nothing() {
    let mut versions = Versions::default();
    versions.cut(Why::Automatic, at(0), "路口", "第一稿");
    let back = versions.restore(1, at(1), "路口", "第二稿");
    assert_eq!(back, Some(("路口".into(), "第一稿".into())));
    let last = versions.all().last().unwrap();
    assert_eq!((last.text.as_str(), last.why, last.count), ("第二稿", Why::BeforeRestore, 3));
    assert_eq!(versions.restore(9, at(2), "路口", "第三稿"), None);
    assert_eq!(numbers(&versions), [1, 2]);
}

#[test]
fn many_versions_are_thinned_and_the_first_the_last_and_the_wanted_stay() {
    let mut versions = Versions::default();
    for minute in 0..200 {
        let why = if minute == 7 { Why::Asked } else { Why::Automatic };
        versions.cut(why, at(minute * 5), "", &format!("第{minute}稿"));
    }
    let left = numbers(&versions);
    assert_eq!(left.len(), MOST);
    assert!(left.contains(&1) && left.contains(&8) && left.contains(&200));
    // Of an old hour its last version is left; the last hours are whole.
    assert!(left.contains(&24) && !left.contains(&23) && left[MOST - 12..] == *(189..=200).collect::<Vec<_>>());
}

#[test]
fn what_was_wanted_goes_beyond_the_most() {
    let mut versions = Versions::default();
    for number in 0..80 {
        versions.cut(Why::Asked, at(number), "", &format!("第{number}稿"));
    }
    assert_eq!(versions.all().len(), 80);
    versions.cut(Why::Automatic, at(100), "", "新稿");
    versions.cut(Why::Automatic, at(101), "", "再新稿");
    assert_eq!((versions.all().len(), versions.get(81).is_none()), (81, true));
}

#[test]
fn versions_come_back_as_they_were() {
    let mut versions = Versions::default();
    versions.cut(Why::Asked, at(0), "路口", "第一稿");
    let json = serde_json::to_string(&versions).unwrap();
    assert_eq!(serde_json::from_str::<Versions>(&json).unwrap(), versions);
}
