//! The reader of backups and files that are odd.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

use formats::backup::{Backup, State, read, write};
use formats::record;
use fuzz::{Case, backup, hostile, living, mutate};
use learning::{Deed, Event, Study};
use model::{ActivityId, EventId};
use std::time::{Duration, Instant};

const HOLIDAY: &str = include_str!("../../../tests/frozen/record-v3.json");
const WORKS: &str = include_str!("../../../tests/frozen/backup-v2.json");

fn sound() -> String {
    String::from_utf8(backup::SOUND.to_vec()).unwrap()
}

#[test]
fn a_sound_backup_is_taken_and_so_is_its_mended_copy() {
    assert_eq!(backup::read(backup::SOUND).unwrap(), 2);
    let text = String::from_utf8(backup::SOUND.to_vec()).unwrap();
    assert_eq!(backup::read(text.replace("老王", "老李").as_bytes()).unwrap(), 1);
    assert_eq!(backup::read(b"").unwrap(), 0);
}

#[test]
fn changed_backups_are_refused_or_come_back_the_same() {
    let sound = Case { folder: "backup", name: String::new(), bytes: backup::SOUND.to_vec() };
    let mut random = fastrand::Rng::with_seed(7);
    let taken: u32 =
        (0..500).map(|_| backup::read(&mutate::mutate(&sound, &sound, &[b"\""], &mut random).bytes).unwrap()).sum();
    assert!(taken > 0, "no changed file gets as far as its records");
}

#[test]
fn any_value_of_a_backup_may_be_hostile() {
    let (mut taken, mut damaged) = (0, 0);
    let whole = read(&sound()).unwrap();
    let holiday = HOLIDAY.lines().map(|line| (record::head(line).unwrap().id, line.to_owned()));
    let alone = whole
        .records
        .iter()
        .cloned()
        .chain(holiday)
        .map(|record| write(&Backup { records: vec![record], ..whole.clone() }).unwrap());
    let records = alone.flat_map(|sound| hostile::each(&sound, "/events").collect::<Vec<_>>());
    for text in records.chain(hostile::each(WORKS, "")) {
        let start = Instant::now();
        taken += backup::take(&text).unwrap_or_else(|error| panic!("{error}: {text:.2000}"));
        damaged += read(&text).map_or(0, |backup| backup.damaged.len());
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}: {text:.2000}", start.elapsed());
    }
    // Of most of them one record is damaged, and everything else comes in.
    assert!(taken > 1_000 && damaged > 1_000, "{taken} taken, {damaged} damaged");
}

#[test]
fn several_values_may_be_hostile_at_once() {
    let taken: u32 = hostile::some(&sound(), 200).iter().map(|text| backup::take(text).unwrap()).sum();
    assert!(taken > 50, "{taken}");
}

/// The records of one learner with so many events of all kinds.
fn long(count: usize) -> State {
    let file = read(&sound()).unwrap();
    let lines = file.records.iter().map(|(_, json)| json.as_str()).chain(HOLIDAY.lines());
    let known: Vec<Event> = lines.filter_map(|json| record::read(json).ok()).collect();
    let records = (0..count).map(|number| {
        let milliseconds = i64::try_from(number).unwrap();
        let event = known[number % known.len()].clone();
        let mut event = Event { id: EventId::new(milliseconds, [1; 10]), order: number as u64 + 1, ..event };
        event.at.unix_ms += milliseconds * 60_000;
        if let Deed::Study(Study::Attended(attended)) = &mut event.deed {
            attended.activity = ActivityId::parse(&format!("activity-{number}")).unwrap();
        }
        (event.id, record::write(&event).unwrap())
    });
    read(&write(&Backup { records: records.collect(), ..file }).unwrap()).unwrap().state()
}

#[test]
fn ten_times_the_records_take_about_ten_times_as_long() {
    let time = |count: usize| {
        let state = long(count);
        let start = Instant::now();
        assert_eq!(state.merge(&state).records.len(), count);
        living::look(&state).unwrap();
        start.elapsed()
    };
    time(100);
    let (few, many) = (time(1_000), time(10_000));
    // A list that is gone through for each record would take a hundred times as long.
    assert!(many < few * 40, "{few:?} and {many:?}");
}
