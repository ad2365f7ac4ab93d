//! Calendars that were handed out: what becomes of a meeting arrives where somebody has it.

use crate::support::{Folder, app, checkout};
use icalendar::{Calendar, Component};
use publish::fault::{Language, Severity};
use publish::press::{Job, Keeping, Outcome, Press};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const SEASON: &str =
    "id = \"winter\"\ntitle = \"寒假\"\nkind = \"winter\"\nfrom = \"2027-01-01\"\nuntil = \"2027-03-21\"\n";
const FEED: &str = "activities/calendar.ics";

/// An organiser who publishes to one folder, again and again.
struct Organiser {
    content: Folder,
    made: TempDir,
}

impl Organiser {
    fn new() -> Self {
        let content = Folder::portal().with("activities/winter/season.toml", SEASON);
        Self { content, made: tempfile::tempdir().unwrap() }
    }

    fn out(&self) -> PathBuf {
        self.made.path().join("site")
    }

    /// Writes an activity at these times.
    fn write(&self, id: &str, times: &[&str]) -> &Self {
        self.write_as(id, times, "title = \"看电话亭\"\nplace = \"社区\"")
    }

    fn write_as(&self, id: &str, times: &[&str], more: &str) -> &Self {
        let text = format!("+++\nid = \"{id}\"\nkind = \"visit\"\ntimes = {times:?}\n{more}\n+++\n\n说明。\n");
        std::fs::write(self.file(id), text).unwrap();
        self
    }

    fn remove(&self, id: &str) -> &Self {
        std::fs::remove_file(self.file(id)).unwrap();
        self
    }

    fn file(&self, id: &str) -> PathBuf {
        self.content.path().join(format!("activities/winter/{id}.md"))
    }

    fn publish(&self, today: &str) -> Outcome {
        let job = Job {
            content: self.content.path().into(),
            out: self.out(),
            base: "/".into(),
            today: Some(today.into()),
            keeping: Keeping::AsWritten,
            packed: false,
            books: false,
            last: Some(self.out()),
        };
        let outcome = Press::new(job, app()).run().unwrap();
        assert!(outcome.done.is_some(), "{:#?}", outcome.faults);
        outcome
    }

    /// Publishes without a word of warning, and gives the events of the feed.
    fn events(&self, today: &str) -> Vec<Event> {
        let faults = self.publish(today).faults;
        assert!(faults.is_empty(), "{faults:#?}");
        events(&self.text(FEED))
    }

    fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.out().join(file)).unwrap()
    }

    /// Puts something in the place of the feed that was published last.
    fn spoil(&self, feed: impl AsRef<[u8]>) {
        std::fs::write(self.out().join(FEED), feed).unwrap();
    }
}

/// The values of an event.
type Event = BTreeMap<String, String>;

fn events(calendar: &str) -> Vec<Event> {
    let calendar: Calendar = calendar.parse().unwrap();
    let values = |event: &icalendar::Event| {
        event.properties().values().map(|one| (one.key().to_owned(), one.value().to_owned())).collect()
    };
    calendar.components.iter().map(|one| values(one.as_event().unwrap())).collect()
}

/// What tells versions apart: beginning, name, number, status; and when it was made.
fn told(events: &[Event]) -> Vec<String> {
    let tell = |event: &Event| {
        let uid = event["UID"].strip_suffix("@example.org").unwrap_or(&event["UID"]);
        assert_eq!(event["DTSTAMP"], event["LAST-MODIFIED"]);
        let stamp = event["DTSTAMP"].trim_end_matches('Z').replace("T160000", "");
        format!("{} {uid} {} {} {stamp}", event["DTSTART"], event["SEQUENCE"], event["STATUS"])
    };
    events.iter().map(tell).collect()
}

#[test]
fn a_meeting_that_moves_keeps_its_name_and_one_that_is_put_before_it_is_new() {
    let organiser = Organiser::new();
    organiser.write("dong", &["2027-01-28 09:00-11:00"]);
    assert_eq!(
        told(&organiser.events("2026-12-01")),
        ["20270128T010000Z dong~20270128T010000Z 0 CONFIRMED 20260101T000000"]
    );
    organiser.write("dong", &["2027-01-27 14:00-16:00", "2027-01-28 10:00-12:00"]);
    let moved = [
        "20270127T060000Z dong~20270127T060000Z 0 CONFIRMED 20261204",
        "20270128T020000Z dong~20270128T010000Z 1 CONFIRMED 20261204",
    ];
    assert_eq!(told(&organiser.events("2026-12-05")), moved);
    assert_eq!(told(&events(&organiser.text("activities/winter/dong/dong.ics"))), moved);
    // A second change on the same day is later all the same.
    organiser.write("dong", &["2027-01-27 14:00-16:00", "2027-01-28 10:00-12:30"]);
    assert_eq!(
        told(&organiser.events("2026-12-05"))[1],
        "20270128T020000Z dong~20270128T010000Z 2 CONFIRMED 20261204T160001"
    );
}

#[test]
fn meetings_are_known_by_their_time_then_by_their_day_then_in_order() {
    // Days of January 2027, and times of 2 hours; the names that those of then have now, by the day or day and hour of then.
    let check = |then: &[&str], now: &[&str], expect: &[&str]| {
        let organiser = Organiser::new();
        let times = |days: &[&str]| -> Vec<String> {
            let hours = |hour: &str| format!("{hour}:00-{:02}:00", hour.parse::<u8>().unwrap() + 2);
            let time = |day: &&str| match day.split_once(' ') {
                Some((day, hour)) => format!("2027-01-{day} {}", hours(hour)),
                None => format!("2027-01-{day}"),
            };
            days.iter().map(time).collect()
        };
        let write = |days: &[&str]| {
            let times = times(days);
            organiser.write("d", &times.iter().map(String::as_str).collect::<Vec<_>>());
        };
        write(then);
        organiser.publish("2026-12-01");
        write(now);
        let name = |event: &Event| {
            let uid = event["UID"].replace("d~202701", "").replace("@example.org", "");
            let hour = |text: &str| text.parse::<u8>().unwrap() + 8;
            let first = match uid.split_once('T') {
                Some((day, time)) => format!("{day} {:02}{}", hour(&time[..2]), &time["HHMMSSZ".len()..]),
                None => uid,
            };
            let version = match (&*event["STATUS"], &*event["SEQUENCE"]) {
                ("CANCELLED", _) => "-",
                (_, "0") => "",
                _ => "+",
            };
            format!("{first}{version}")
        };
        let names: Vec<String> = organiser.events("2026-12-02").iter().map(name).collect();
        assert_eq!(names, expect, "{then:?} -> {now:?}");
    };
    check(&["20"], &["20"], &["20"]);
    check(&["20 09"], &["20 09", "20 14"], &["20 09", "20 14"]);
    check(&["20 09", "20 14"], &["20 14"], &["20 14", "20 09-"]);
    check(&["20 09", "20 14"], &["20 10", "20 15"], &["20 09+", "20 14+"]);
    check(&["20 09", "20 14"], &["20 15"], &["20 14+", "20 09-"]);
    // A whole day becomes some hours of it, and the other way round.
    check(&["20", "21 09"], &["20 09", "21"], &["20+", "21 09+"]);
    // Put off by a week, all of them; or the second of two.
    check(&["06", "13", "20"], &["14", "21", "28"], &["06+", "13+", "20+"]);
    check(&["06", "13"], &["06", "14"], &["06", "13+"]);
    check(&["20", "27"], &["28"], &["27+", "20-"]);
    check(&["20"], &["06", "21", "31"], &["06", "20+", "31"]);
    // One that moves to where another one was: that one's name is its own.
    check(&["20 09", "21 09"], &["21 09", "22 09"], &["21 09", "20 09+"]);
    check(&["20 09"], &["20 09", "20 09"], &["20 09", "20 09.2"]);
}

#[test]
fn a_new_meeting_at_the_first_time_of_one_that_moved_has_another_name() {
    let organiser = Organiser::new();
    organiser.write("d", &["2027-01-20"]).publish("2026-12-01");
    organiser.write("d", &["2027-01-21"]).publish("2026-12-02");
    organiser.write("d", &["2027-01-20", "2027-01-21"]);
    assert_eq!(
        told(&organiser.events("2026-12-03")),
        ["20270120 d~20270120.2 0 CONFIRMED 20261202", "20270121 d~20270120 1 CONFIRMED 20261201"]
    );
    organiser.write("d", &["2027-01-21"]);
    let told = told(&organiser.events("2026-12-04"));
    assert_eq!(told[1], "20270120 d~20270120.2 1 CANCELLED 20261203");
}

#[test]
fn what_is_taken_away_is_cancelled_for_four_weeks_after_its_day_and_can_be_on_again() {
    let organiser = Organiser::new();
    organiser.write("a", &["2027-01-20", "2027-01-28 09:00-11:00"]).write("b", &["2027-02-03"]).publish("2026-12-01");
    organiser.write("a", &["2027-01-28 09:00-11:00"]).remove("b");
    let cancelled = [
        "20270128T010000Z a~20270128T010000Z 0 CONFIRMED 20260101T000000",
        "20270120 a~20270120 1 CANCELLED 20261201",
        "20270203 b~20270203 1 CANCELLED 20261201",
    ];
    let page = |event: &Event| event.get("URL").cloned();
    let told_of = organiser.events("2026-12-02");
    assert_eq!(told(&told_of), cancelled);
    assert_eq!(page(&told_of[1]).as_deref(), Some("https://example.org/x/activities/winter/a/"));
    assert_eq!(page(&told_of[2]), None, "its page is gone");
    assert_eq!(told(&events(&organiser.text("activities/winter/a/a.ics"))), cancelled[..2]);
    assert_eq!(told(&organiser.events("2027-02-17")), cancelled);
    assert_eq!(told(&organiser.events("2027-02-19")), [cancelled[0], cancelled[2]]);
    organiser.write("a", &[]).write("b", &["2027-02-03"]);
    assert_eq!(told(&organiser.events("2027-02-20")), ["20270203 b~20270203 2 CONFIRMED 20270219"]);
}

#[test]
fn what_took_place_is_neither_moved_nor_cancelled_when_it_is_listed_no_more() {
    let organiser = Organiser::new();
    organiser.write("a", &["2027-01-06", "2027-01-13"]).publish("2026-12-01");
    organiser.write("a", &["2027-01-13", "2027-01-20"]);
    assert_eq!(
        told(&organiser.events("2027-01-10")),
        ["20270113 a~20270113 0 CONFIRMED 20260101T000000", "20270120 a~20270120 0 CONFIRMED 20270109"]
    );
}

#[test]
fn whatever_a_calendar_shows_makes_another_version() {
    let organiser = Organiser::new();
    let times = ["2027-01-20"];
    organiser.write("a", &times).publish("2026-12-01");
    let changes = [
        "title = \"看信箱\"\nplace = \"社区\"",
        "title = \"看信箱\"\nplace = \"二楼\"",
        "title = \"看信箱\"\nplace = \"二楼\"\nsummary = \"一句话\"",
        "title = \"看信箱\"\nsummary = \"一句话\"",
    ];
    for (number, change) in changes.iter().enumerate() {
        organiser.write_as("a", &times, change);
        assert_eq!(organiser.events("2026-12-02")[0]["SEQUENCE"], (number + 1).to_string(), "{change}");
    }
    organiser.write_as("a", &times, &format!("{}\nbring = \"纸\"", changes[3]));
    assert_eq!(organiser.events("2026-12-03")[0]["SEQUENCE"], "4", "what calendars do not show");
    let toml = "name = \"学苑\"\naddress = \"https://example.com/\"\n";
    std::fs::write(organiser.content.path().join("portal.toml"), toml).unwrap();
    let moved = &organiser.events("2026-12-03")[0];
    assert_eq!((&*moved["UID"], &*moved["SEQUENCE"]), ("a~20270120@example.org", "5"), "the portal moves");
}

/// Texts that calendars must escape, fold, or do without.
const ODD: [&str; 7] = [
    "社区, 二楼; 南边 \\\\ 和 \\\\n 不是换行",
    "很长很长的一句话，长到一行放不下，要折成几行，折的地方不能切开汉字，𠀀也不能切开，折好的每一行都不超过七十五个八位字节。",
    "一\\n二\\r\\n三\\r四\\u2028五\\u0085六\\u0007七\\t八",
    "BEGIN:VEVENT\\nEND:VCALENDAR\\nUID:x",
    " 前后有空格 ",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "\\\"引号\\\" : = ^ % 100",
];

#[test]
fn the_same_content_gives_the_same_bytes_however_odd_its_words_are() {
    for text in ODD {
        let organiser = Organiser::new();
        let more = format!("title = \"题 {text}\"\nplace = \"{text}\"\nsummary = \"{text}\"");
        std::fs::write(organiser.content.path().join("portal.toml"), format!("name = \"学苑 {text}\"\n")).unwrap();
        organiser.write_as("a", &["2027-01-20", "2027-02-03..2027-02-04 14:00-15:30"], &more);
        organiser.publish("2026-12-01");
        let (feed, own) = (organiser.text(FEED), organiser.text("activities/winter/a/a.ics"));
        for calendar in [&feed, &own] {
            assert!(
                calendar
                    .split("\r\n")
                    .all(|line| line.len() <= 75 && !line.contains(|c: char| c.is_control() && c != '\t')),
                "{calendar}"
            );
        }
        let name = icalendar::parser::unfold(&feed);
        let value = |key: &str| name.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
        assert!(!value("NAME:").is_empty());
        assert_eq!(value("NAME:"), value("X-WR-CALNAME:"), "escaped alike");
        organiser.publish("2026-12-09");
        assert_eq!((organiser.text(FEED), organiser.text("activities/winter/a/a.ics")), (feed, own), "{text}");
    }
}

#[test]
fn a_feed_of_an_earlier_build_is_gone_on_with() {
    let organiser = Organiser::new();
    organiser.write("a-1", &["2027-01-20", "2027-01-28 09:00-11:00"]).publish("2026-12-01");
    let old = organiser.text(FEED).replace("~20270120@", "-0-0@").replace("~20270128T010000Z@", "-1-0@");
    let is_new = |line: &&str| ["SEQUENCE", "LAST-MODIFIED", "STATUS"].iter().any(|key| line.starts_with(key));
    let old: Vec<&str> = old.split("\r\n").filter(|line| !is_new(line)).collect();
    organiser.spoil(old.join("\r\n").replace("20260101T000000Z", "20270101T000000Z"));
    organiser.write("a-1", &["2027-01-19", "2027-01-20", "2027-01-28 10:00-12:00"]);
    assert_eq!(
        told(&organiser.events("2026-12-02")),
        [
            "20270119 a-1~20270119 0 CONFIRMED 20261201",
            "20270120 a-1-0-0 0 CONFIRMED 20270101T000000",
            // Later than before, though those builds told a day that is still to come.
            "20270128T020000Z a-1-1-0 1 CONFIRMED 20270101T000001"
        ]
    );
    organiser.write("a-1", &["2027-01-20"]);
    let after = told(&organiser.events("2026-12-03"));
    assert!(after[2].contains("a-1-1-0 2 CANCELLED"), "{after:#?}");
}

#[test]
fn a_feed_that_is_none_of_ours_stops_nothing_and_is_told() {
    let organiser = Organiser::new();
    organiser.write("a", &["2027-01-20"]).publish("2026-12-01");
    let sound = organiser.text(FEED);
    let deep = "BEGIN:VEVENT\r\n".repeat(100_000);
    let middle = (1..sound.len() - 20).filter(|at| at % 29 == 0).map(|at| sound.as_bytes()[..at].to_vec());
    let mut feeds: Vec<Vec<u8>> = middle.collect();
    feeds.extend([Vec::new(), b"\xff\xfe\x00".to_vec(), b"<html></html>".to_vec(), deep.into_bytes()]);
    for (sign, other) in [
        ("-//Huaide//Holiday programme//ZH", "-//Google Inc//Google Calendar 70.9054//EN"),
        ("SEQUENCE:0", "SEQUENCE:-1"),
        ("SEQUENCE:0", "SEQUENCE:99999999999"),
        ("DTSTART;VALUE=DATE:20270120", "DTSTART;TZID=Asia/Shanghai:20270120T090000"),
        ("DTSTAMP:20260101T000000Z", "DTSTAMP:gestern"),
        ("UID:a~20270120@example.org", "UID:1234"),
    ] {
        assert!(sound.contains(sign), "{sign}");
        feeds.push(sound.replace(sign, other).into_bytes());
    }
    for feed in feeds {
        organiser.spoil(&feed);
        let faults = organiser.publish("2026-12-02").faults;
        let [fault] = &faults[..] else { panic!("{faults:#?}\n{}", String::from_utf8_lossy(&feed)) };
        assert_eq!(fault.severity, Severity::Warning);
        let said = fault.say(Language::Chinese);
        assert!(said.contains("calendar.ics: 提醒：上一次发布的日历读不出来"), "{said}");
        assert_eq!(organiser.text(FEED), sound);
    }
}

#[test]
fn another_portal_in_the_same_folder_cancels_nothing() {
    let organiser = Organiser::new();
    organiser.write("a", &["2027-01-20"]).write("b", &["2027-01-21"]).publish("2026-12-01");
    let toml = "name = \"别家\"\naddress = \"https://example.com/\"\n";
    std::fs::write(organiser.content.path().join("portal.toml"), toml).unwrap();
    // An activity that both have is gone on with: it may be the same portal with another name.
    organiser.remove("b");
    assert_eq!(told(&organiser.events("2026-12-02")), ["20270120 a~20270120 1 CONFIRMED 20261201"]);
    std::fs::write(organiser.content.path().join("portal.toml"), toml.replace("别家", "又一家").replace("com", "net"))
        .unwrap();
    organiser.remove("a").write("c", &["2027-01-20"]);
    let faults = organiser.publish("2026-12-03").faults;
    assert!(
        faults.len() == 1 && faults[0].say(Language::English).contains("another portal (假期活动 · 别家)"),
        "{faults:#?}"
    );
    assert_eq!(events(&organiser.text(FEED)).len(), 1);
}

#[test]
fn a_site_to_look_at_goes_on_with_nothing() {
    let organiser = Organiser::new();
    organiser.write("a", &["2027-01-20"]).publish("2026-12-01");
    let looked_at = organiser.made.path().join("looked-at");
    let job = Job {
        content: organiser.content.path().into(),
        out: looked_at.clone(),
        base: "/".into(),
        today: Some("2026-12-01".into()),
        keeping: Keeping::Off,
        packed: false,
        books: false,
        last: None,
    };
    let mut press = Press::new(job, app());
    press.run().unwrap();
    organiser.write("a", &["2027-01-21"]);
    press.run().unwrap();
    let feed = std::fs::read_to_string(looked_at.join(FEED)).unwrap();
    assert_eq!(told(&events(&feed)), ["20270121 a~20270121 0 CONFIRMED 20260101T000000"]);
}

/// Three publications, as `tests/fixtures/ics` keeps them: something is moved and something put in; then something is taken away.
fn publications() -> Vec<(&'static str, String)> {
    let organiser = Organiser::new();
    let more = "title = \"看电话亭\"\nplace = \"社区, 二楼; 南边\"\nsummary = \"很长很长的一句话，带逗号, 分号; 长到一行放不下，要折成几行。\"";
    let publish = |today: &str| {
        organiser.events(today);
        organiser.text(FEED)
    };
    organiser.write_as("dong", &["2027-01-28 09:00-11:00", "2027-01-30"], more);
    organiser.write("bang", &["2027-02-03..2027-02-04 14:00-15:30"]);
    let first = publish("2026-12-01");
    organiser.write_as("dong", &["2027-01-27 14:00-16:00", "2027-01-28 10:00-12:00", "2027-01-30"], more);
    let second = publish("2026-12-05");
    organiser.write_as("dong", &["2027-01-27 14:00-16:00", "2027-01-28 10:00-12:00"], more).remove("bang");
    vec![("1-first.ics", first), ("2-moved.ics", second), ("3-taken-away.ics", publish("2026-12-09"))]
}

fn fixtures() -> PathBuf {
    checkout().join("tests/fixtures/ics")
}

#[test]
fn the_calendars_that_other_programs_subscribe_to_are_those_of_now() {
    for (name, calendar) in publications() {
        let kept = std::fs::read_to_string(fixtures().join(name)).unwrap_or_default();
        assert!(kept == calendar, "tests/fixtures/ics/{name} should say, if the change is meant:\n{calendar}");
    }
}

/// npm ical.js is asked the same by `tests/ics/subscriber.mjs`.
#[test]
fn a_subscriber_with_pythons_icalendar_sees_each_change_arrive() {
    let python = Path::new("/usr/bin/python3");
    let answers = |words: &[&str]| Command::new(python).args(words).output();
    if !answers(&["-c", "import icalendar"]).is_ok_and(|answer| answer.status.success()) {
        println!("SKIPPED python3-icalendar: it is not installed");
        return;
    }
    let script = checkout().join("tests/ics/subscriber.py").display().to_string();
    let told = answers(&[&script, &fixtures().display().to_string()]).unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let expect = std::fs::read_to_string(fixtures().join("subscriber.txt")).unwrap();
    assert_eq!(String::from_utf8(told.stdout).unwrap(), expect);
}
