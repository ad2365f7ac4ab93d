use super::works::Work;
use super::*;
use crate::{record, samples};
use learning::{Deed, Event};
use model::{DeviceId, Moment};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::OnceLock;

const FROZEN: &str = include_str!("../../../../tests/frozen/backup-v1.json");

const FROZEN_2: &str = include_str!("../../../../tests/frozen/backup-v2.json");

type Records = Vec<(EventId, String)>;

/// Parsed once, for the thousands of learners made of them.
static FROZEN_EVENTS: OnceLock<Vec<Event>> = OnceLock::new();

fn learner(number: u8) -> LearnerId {
    LearnerId::new(i64::from(number), [number; 10])
}

fn id(number: u8) -> EventId {
    EventId::new(1_000 + i64::from(number), [number; 10])
}

fn written(event: &Event) -> (EventId, String) {
    (event.id, record::write(event).unwrap())
}

/// What a store holds of these records, none of which is left out.
fn state(records: &[(EventId, String)], erased: &[LearnerId]) -> State {
    let (state, left_out) = State::of(records, erased.iter().copied().collect());
    assert_eq!(left_out, 0);
    state
}

fn frozen_state() -> State {
    state(&samples::frozen().iter().map(written).collect::<Vec<_>>(), &[])
}

fn backup(state: &State) -> Backup {
    Backup::of("2026-11-24T08:00:00.000+08:00", "怀德学苑", state, None)
}

fn carried(state: &State) -> Backup {
    read(&write(&backup(state)).unwrap()).unwrap()
}

/// A store after it took a backup in.
fn taken_in(here: &State, file: &Backup, choices: &Choices) -> State {
    let changes = changes(here, &Slips::new(), file, choices);
    let mut records: BTreeMap<EventId, String> =
        here.records.iter().map(|(id, kept)| (*id, kept.json.clone())).collect();
    records.retain(|id, _| !changes.erase.contains(&here.records[id].learner));
    records.extend(changes.append);
    records.extend(changes.replace);
    state(&records.into_iter().collect::<Vec<_>>(), &changes.erased.into_iter().collect::<Vec<_>>())
}

#[test]
fn a_frozen_backup_opens_for_ever_and_is_written_the_same() {
    let backup = read(FROZEN).unwrap();
    assert_eq!(backup.learners, [Named { id: samples::learner(), name: "老王".into() }]);
    assert_eq!((backup.records.len(), backup.erased.len()), (21, 1));
    assert_eq!(write(&backup).unwrap(), FROZEN);
    assert_eq!(read(&format!("\u{feff}{FROZEN}")).unwrap(), backup);
    let newer = backup.state().records.into_values().filter(|kept| kept.newer);
    assert_eq!(newer.count(), 1);
}

#[test]
fn so_does_one_with_works() {
    let backup = read(FROZEN_2).unwrap();
    let works = plan(&State::default(), &Slips::new(), &backup).works;
    let found: Vec<_> = works.iter().map(|plan| (plan.work.kind, plan.title.as_str())).collect();
    assert_eq!(found, [(works::Kind::Making, "路口"), (works::Kind::Moods, "")]);
    assert_eq!(write(&backup).unwrap(), FROZEN_2);
}

#[test]
fn foreign_newer_and_damaged_files_are_refused_with_the_reason() {
    let check = |text: &str, expect: BackupError| assert_eq!(read(text), Err(expect), "{text:.80}");
    check("", BackupError::NotJson);
    check("PK\u{3}\u{4}", BackupError::NotJson);
    check("日期,类别", BackupError::NotJson);
    check("[1,2]", BackupError::Foreign);
    check("{}", BackupError::Foreign);
    check("12", BackupError::Foreign);
    check(r#"{"format":"other-backup","v":1}"#, BackupError::Foreign);
    check(r#"{"format":"huaide-backup","v":3,"more":[]}"#, BackupError::Newer { found: 3 });
    check(r#"{"format":"huaide-backup","v":1}"#, BackupError::Damaged(Flaw::Shape));
    check(r#"{"format":"huaide-backup","v":0}"#, BackupError::Damaged(Flaw::Shape));
    check(FROZEN.strip_suffix("\"}}}}]}").unwrap(), BackupError::Damaged(Flaw::CutOff));
    check(&FROZEN.replace("老王", "老李"), BackupError::Damaged(Flaw::Checksum));
    check(&format!("{FROZEN}}}"), BackupError::Damaged(Flaw::Shape));
}

#[test]
fn records_that_do_not_fit_are_refused_even_with_the_right_checksum() {
    let frozen = read(FROZEN).unwrap();
    let check = |change: fn(&mut Records), flaw: Flaw| {
        let mut changed = frozen.clone();
        change(&mut changed.records);
        assert_eq!(read(&write(&changed).unwrap()), Err(BackupError::Damaged(flaw)));
    };
    check(|records| records.swap(0, 1), Flaw::Order);
    check(|records| records.push(records[records.len() - 1].clone()), Flaw::Order);
    let no_json = Backup { records: vec![(id(1), "{".into())], ..frozen };
    assert_eq!(write(&no_json), Err(BackupError::Damaged(Flaw::Shape)));
}

#[test]
fn damaged_records_are_set_aside_and_everything_else_comes_in() {
    let frozen = read(FROZEN).unwrap();
    let check = |change: fn(&str) -> String| {
        let mut changed = frozen.clone();
        changed.records[0].1 = change(&changed.records[0].1);
        let aside = changed.records[0].1.clone();
        let expect = Backup { records: frozen.records[1..].to_vec(), damaged: vec![aside], ..frozen.clone() };
        assert_eq!(read(&write(&changed).unwrap()), Ok(expect.clone()));
        assert_eq!(plan(&State::default(), &Slips::new(), &expect).damaged, 1);
        let all = changes(&State::default(), &Slips::new(), &expect, &Choices::default());
        assert_eq!(all.append.len(), frozen.records.len() - 1);
        assert_eq!(read(&write(&expect).unwrap()).unwrap().damaged, [""; 0]);
    };
    check(|_| "{}".into());
    check(|json| json.replace("\"read\"", "\"slept\""));
    check(|json| json.replace("\"order\":1,", "\"order\":18446744073709551615,"));
    check(|json| json.replace("\"order\":1,", "\"order\":9007199254740992,"));
    check(|json| json.replace("\"v\":1,", "\"v\":7,").replace("\"order\":1,", "\"order\":18446744073709551615,"));
    check(|json| json.replace("1795446000000", "9223372036854775807"));
    check(|json| json.replace("1795446000000", "8620000000000000"));
    check(|json| json.replace(":480", ":841"));
    check(|json| json.replace("\"lessons/", "\"//elsewhere.example/"));
    check(|json| json.replace("第一课", &"课".repeat(50_000)));
    check(|json| json.replace("019ab1a0-0000-7202", "nobody"));
}

#[test]
fn what_stands_outside_the_records_is_what_our_programs_write() {
    let frozen = read(FROZEN_2).unwrap();
    let name = frozen.slips.keys().next().unwrap().clone();
    let check = |changed: Backup| {
        assert_eq!(read(&write(&changed).unwrap()), Err(BackupError::Damaged(Flaw::Shape)));
    };
    for made_at in ["", "9999-01-01T00:00:00.000+08:00", "昨天"] {
        check(Backup { made_at: made_at.into(), ..frozen.clone() });
    }
    check(Backup { made_at: "2".repeat(1_000_000), ..frozen.clone() });
    check(Backup { portal: "门".repeat(outside::NAME + 1), ..frozen.clone() });
    let named = Named { id: samples::learner(), name: "王".repeat(outside::NAME + 1) };
    check(Backup { learners: vec![named], ..frozen.clone() });
    let odd = [
        name.to_uppercase().replace("/ESSAY", "/essay"),
        format!("{name}/\n"),
        format!("{name}/{}", "a".repeat(outside::NAME)),
    ];
    for name in odd {
        check(Backup { slips: Slips::from([(name, "{}".into())]), ..frozen.clone() });
    }
    let long = "长".repeat(outside::SLIP / 3 + 1);
    let aside =
        read(&write(&Backup { slips: Slips::from([(name, long.clone())]), ..frozen.clone() }).unwrap()).unwrap();
    assert_eq!((aside.slips.len(), aside.damaged), (0, vec![long]));
}

/// A file with so many learners, one record and one name each, and as many who were deleted.
fn crowd(count: i64) -> Backup {
    let event = samples::frozen().remove(0);
    let id = |number: i64| (EventId::new(number, [1; 10]), LearnerId::new(number, [2; 10]));
    let records = (0..count).map(|number| {
        let (id, learner) = id(number);
        written(&Event { id, learner, ..event.clone() })
    });
    let erased = (0..count).map(|number| LearnerId::new(number, [3; 10])).collect();
    let learners = (0..count).map(|number| Named { id: id(number).1, name: number.to_string() });
    Backup { records: records.collect(), learners: learners.collect(), erased, ..backup(&State::default()) }
}

#[test]
fn a_crowd_takes_time_as_it_has_people() {
    let time = |count: i64| {
        let text = write(&crowd(count)).unwrap();
        let start = std::time::Instant::now();
        let file = read(&text).unwrap();
        let (here, none) = (state(&[], &[]), Slips::new());
        let plan = plan(&here, &none, &file);
        let all = changes(&here, &none, &file, &Choices::default());
        assert_eq!(
            (plan.learners.len(), all.append.len(), all.erased.len()),
            (file.learners.len(), file.records.len(), file.erased.len())
        );
        assert_eq!(plan.learners.last().unwrap().name, (count - 1).to_string());
        assert_eq!(taken_in(&here, &file, &Choices::default()).merge(&file.state()), file.state());
        start.elapsed()
    };
    time(100);
    // Ten times as many take about ten times as long; a list that is gone through for each of them would take a hundred times.
    let (few, many) = (time(2_000), time(20_000));
    assert!(many < few * 40, "{few:?} and {many:?}");
}

#[test]
fn a_file_that_was_cut_off_or_in_which_a_bit_flipped_is_refused_whole() {
    let cuts = (0..50).map(|part| FROZEN.len() * part / 50);
    for cut in cuts.filter(|cut| FROZEN.is_char_boundary(*cut)) {
        assert!(read(&FROZEN[..cut]).is_err(), "cut off at {cut}");
    }
    for at in 0..FROZEN.len() {
        let mut bytes = FROZEN.as_bytes().to_vec();
        bytes[at] ^= 1 << (at % 8);
        // What is no text any more is shown to the reader as a browser does.
        assert!(read(&String::from_utf8_lossy(&bytes)).is_err(), "bit {} of byte {at}", at % 8);
    }
}

#[test]
fn a_preview_counts_by_kind_what_is_new() {
    let plan = plan(&State::default(), &Slips::new(), &read(FROZEN).unwrap());
    let expect = Counts { read: 1, bookmarks: 1, answers: 8, notes: 3, declared: 1, goals: 1, other: 5, newer: 1 };
    assert_eq!(plan.learners.len(), 1);
    let learner = &plan.learners[0];
    assert_eq!((learner.name.as_str(), learner.new, learner.there, learner.taken_back), ("老王", expect, 0, 0));
    assert_eq!(expect.all(), 21);
}

#[test]
fn what_was_taken_back_here_stays_taken_back_and_is_counted() {
    let old = frozen_state();
    let target = samples::frozen().into_iter().find(|event| matches!(event.deed, Deed::Read(_))).unwrap();
    let back = Event { id: id(1), order: 99, deed: Deed::Retracted { event: target.id }, ..target };
    let here = old.merge(&state(&[written(&back)], &[]));
    let found = &plan(&here, &Slips::new(), &backup(&old)).learners[0];
    assert_eq!((found.new.all(), found.there, found.taken_back), (0, old.records.len(), 1));
    assert_eq!(taken_in(&here, &backup(&old), &Choices::default()), here);
}

#[test]
fn a_stretch_that_was_finished_later_stands_on_both_sides() {
    let event = samples::frozen().remove(0);
    let later = Event { order: event.order + 5, ..event.clone() };
    let (short, long) = (state(&[written(&event)], &[]), state(&[written(&later)], &[]));
    assert_eq!(plan(&short, &Slips::new(), &backup(&long)).learners[0].replaced, 1);
    assert_eq!(taken_in(&short, &backup(&long), &Choices::default()), long);
    assert_eq!(taken_in(&long, &backup(&short), &Choices::default()), long);
}

#[test]
fn an_older_file_revives_nobody_unless_asked() {
    let (all, gone) = (frozen_state(), samples::learner());
    let here = state(&[], &[gone]);
    let found = plan(&here, &Slips::new(), &backup(&all));
    assert!(found.learners[0].erased_here && found.learners[0].new.all() > 0);
    assert_eq!(taken_in(&here, &backup(&all), &Choices::default()), here);
    let revive = Choices { revive: BTreeSet::from([gone]), ..Choices::default() };
    assert_eq!(taken_in(&here, &backup(&all), &revive), all);
}

#[test]
fn a_file_deletes_nobody_unless_asked() {
    let (all, gone) = (frozen_state(), samples::learner());
    let file = backup(&state(&[], &[gone]));
    assert_eq!(plan(&all, &Slips::new(), &file).erased_there, [gone]);
    assert_eq!(taken_in(&all, &file, &Choices::default()), all);
    let erase = Choices { erase: BTreeSet::from([gone]), ..Choices::default() };
    assert_eq!(taken_in(&all, &file, &erase), state(&[], &[gone]));
    // Who never was here stays away.
    assert_eq!(taken_in(&State::default(), &file, &Choices::default()), state(&[], &[gone]));
}

#[test]
fn a_backup_of_one_learner_has_no_other() {
    let events = samples::frozen();
    let mut records: Vec<_> = events.iter().map(written).collect();
    records.push(written(&Event { id: id(7), learner: learner(7), ..events[0].clone() }));
    let all = state(&records, &[]);
    let one = Backup::of("", "", &all, Some(&BTreeSet::from([learner(7)])));
    assert_eq!((one.records.len(), one.learners.len()), (1, 1));
    assert_eq!(backup(&all).learners.len(), 2);
}

#[test]
fn records_that_cannot_be_read_are_left_out_and_counted() {
    let good = written(&samples::frozen()[0]);
    let (state, left_out) = State::of(&[good.clone(), (id(1), "{".into()), (id(2), good.1.clone())], BTreeSet::new());
    assert_eq!((state.records.len(), left_out), (1, 2));
}

/// Slips of a learner, by what stands after their name.
fn slips(of: LearnerId, texts: &[(&str, &str)]) -> Slips {
    texts.iter().map(|(name, text)| (format!("{of}/{name}"), (*text).to_owned())).collect()
}

fn with_slips(slips: &Slips) -> Backup {
    Backup { slips: slips.clone(), ..backup(&frozen_state()) }
}

const ESSAY: [(&str, &str); 4] = [
    ("essay/a", r#"{"title":"路口"}"#),
    ("essay-versions/a", "[]"),
    ("photo/a/1", "AAAA"),
    ("entry-form/a", r#"{"title":"没有人看"}"#),
];

#[test]
fn a_slip_belongs_to_a_work_or_never_goes_along() {
    let who = samples::learner();
    let check = |name: &str, expect: Option<(works::Kind, &str)>| {
        let found = Work::of(&format!("{who}/{name}"));
        let work = |(kind, contest): (_, &str)| Work { learner: who, kind, contest: contest.to_owned() };
        assert_eq!(found, expect.map(work), "{name}");
    };
    check("essay/a", Some((works::Kind::Making, "a")));
    check("essay/a/strange", Some((works::Kind::Making, "a")));
    check("speech-take/a/t/12", Some((works::Kind::Making, "a")));
    check("moods", Some((works::Kind::Moods, "")));
    check("moods/a", None);
    check("essay/", None);
    check("essay", None);
    check("snapshot", None);
    assert_eq!(Work::of("essay/a"), None);
    assert_eq!(Work::of("erased"), None);
}

#[test]
fn works_go_along_in_a_file_of_their_own_version() {
    let own = with_slips(&slips(samples::learner(), &ESSAY));
    let text = write(&own).unwrap();
    assert!(text.starts_with(r#"{"format":"huaide-backup","v":2,"#));
    assert_eq!(read(&text), Ok(own.clone()));
    assert_eq!(read(&text.replace("路口", "门口")), Err(BackupError::Damaged(Flaw::Checksum)));
    assert!(write(&with_slips(&Slips::new())).unwrap().starts_with(r#"{"format":"huaide-backup","v":1,"#));
    let foreign = with_slips(&slips(samples::learner(), &[("snapshot", "x")]));
    assert_eq!(read(&write(&foreign).unwrap()), Err(BackupError::Damaged(Flaw::Shape)));
}

#[test]
fn a_work_comes_in_whole_where_none_is_and_replaces_one_only_if_asked() {
    let who = samples::learner();
    let file = with_slips(&slips(who, &ESSAY));
    let other = slips(who, &[("essay/a", r#"{"title":"别的"}"#), ("photo/a/9", "BBBB"), ("moods", "{}")]);
    let check = |here: &Slips, choices: &Choices, standing: works::Standing, expect: Slips| {
        let plan = plan(&frozen_state(), here, &file);
        assert_eq!(plan.works.len(), 1);
        assert_eq!((plan.works[0].title.as_str(), plan.works[0].standing), ("路口", standing));
        assert_eq!(changes(&frozen_state(), here, &file, choices).slips, expect);
    };
    let work = Work::of(file.slips.keys().next().unwrap()).unwrap();
    let replace = Choices { replace: BTreeSet::from([work]), ..Choices::default() };
    check(&Slips::new(), &Choices::default(), works::Standing::New, file.slips.clone());
    check(&file.slips, &replace, works::Standing::Same, Slips::new());
    check(&other, &Choices::default(), works::Standing::Other, Slips::new());
    let mut replaced = file.slips.clone();
    replaced.extend(slips(who, &[("photo/a/9", "")]));
    check(&other, &replace, works::Standing::Other, replaced);
}

#[test]
fn works_of_who_was_deleted_here_come_only_with_them() {
    let gone = samples::learner();
    let (file, here) = (with_slips(&slips(gone, &ESSAY)), state(&[], &[gone]));
    assert_eq!(changes(&here, &Slips::new(), &file, &Choices::default()).slips, Slips::new());
    let revive = Choices { revive: BTreeSet::from([gone]), ..Choices::default() };
    assert_eq!(changes(&here, &Slips::new(), &file, &revive).slips, file.slips);
}

/// A record of a learner that its number decides.
fn any_record() -> impl Strategy<Value = (EventId, String)> {
    (0..60_u8, 0..40_usize, 1..90_u64, 0..60_u8).prop_map(|(number, deed, order, target)| {
        let frozen = FROZEN_EVENTS.get_or_init(samples::frozen);
        let deed = match deed {
            0..=5 => Deed::Retracted { event: id(target) },
            6..=9 => Deed::Corrected { event: id(target), deed: Box::new(frozen[deed].deed.clone()) },
            _ => frozen[deed % frozen.len()].deed.clone(),
        };
        let at = Moment { unix_ms: 1_795_446_000_000 + i64::from(target) * 3_600_000, offset_minutes: 480 };
        let device = DeviceId::new(1, [number % 2; 10]);
        let event = Event { id: id(number), learner: learner(number % 3), device, order, at, deed };
        let json = record::write(&event).unwrap();
        // Some are from the future.
        let is_newer = number % 10 == 9;
        (event.id, if is_newer { json.replacen(&json[..6], "{\"v\":7", 1) } else { json })
    })
}

fn any_state() -> impl Strategy<Value = State> {
    let erased = prop::collection::vec(prop::bool::weighted(0.1), 3);
    (prop::collection::vec(any_record(), 0..40), erased).prop_map(|(records, erased)| {
        let erased = (0..3).zip(erased).filter(|(_, gone)| *gone).map(|(number, _)| learner(number));
        state(&records, &erased.collect::<Vec<_>>())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn exporting_wiping_and_importing_gives_the_same(learners in any_state()) {
        let file = carried(&learners);
        prop_assert_eq!(&file, &backup(&learners));
        let again = taken_in(&State::default(), &file, &Choices::default());
        prop_assert_eq!(&again, &learners);
        prop_assert_eq!(taken_in(&again, &file, &Choices::default()), learners.clone());
        let twice = changes(&again, &Slips::new(), &file, &Choices::default());
        prop_assert_eq!(twice, Changes { erased: learners.erased, ..Changes::default() });
    }

    #[test]
    fn merging_is_commutative_associative_and_idempotent(a in any_state(), b in any_state(), c in any_state()) {
        prop_assert_eq!(a.merge(&b), b.merge(&a));
        prop_assert_eq!(a.merge(&b).merge(&c), a.merge(&b.merge(&c)));
        prop_assert_eq!(a.merge(&a), a.clone());
        prop_assert_eq!(a.merge(&b).merge(&b), a.merge(&b));
    }

    #[test]
    fn two_devices_that_swap_backups_hold_the_same(a in any_state(), b in any_state()) {
        let obey = |file: &State| Choices { erase: file.erased.clone(), ..Choices::default() };
        let (here, there) = (taken_in(&a, &carried(&b), &obey(&b)), taken_in(&b, &carried(&a), &obey(&a)));
        prop_assert_eq!(&here, &there);
        prop_assert_eq!(here, a.merge(&b));
    }

    #[test]
    fn a_preview_tells_what_then_happens(a in any_state(), b in any_state()) {
        let (plan, changes) = (plan(&a, &Slips::new(), &backup(&b)), changes(&a, &Slips::new(), &backup(&b), &Choices::default()));
        let coming = || plan.learners.iter().filter(|learner| !learner.erased_here);
        prop_assert_eq!(coming().map(|learner| learner.new.all()).sum::<usize>(), changes.append.len());
        prop_assert_eq!(coming().map(|learner| learner.replaced).sum::<usize>(), changes.replace.len());
        prop_assert!(changes.erase.is_empty());
    }
}
