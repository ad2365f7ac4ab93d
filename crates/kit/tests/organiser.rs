//! What an organiser does with the program, from a new folder to a site.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "common/stand_in.rs"]
mod stand_in;

use stand_in::app;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn huaide(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_huaide")).args(arguments).current_dir(folder).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn a_new_content_folder_has_no_faults_and_is_published() {
    let place = tempfile::tempdir().unwrap();
    app(place.path());
    let new = huaide(place.path(), &["new", "content"]);
    assert!(new.status.success(), "{}", said(&new));
    let check = huaide(place.path(), &["check"]);
    assert!(check.status.success(), "{}", said(&check));
    assert!(said(&check).contains("0 个错误，0 个提醒"), "{}", said(&check));
    let publish = huaide(place.path(), &["publish", "--app", "app"]);
    assert!(publish.status.success(), "{}", said(&publish));
    let page = fs::read_to_string(place.path().join("site/lessons/diyi-ke/01-xie-di-yi-ke/index.html")).unwrap();
    assert!(page.contains("写下第一课") && page.contains("<img src=\"../../../media/three-steps-"));
    assert!(page.contains("data-offline=\"on\""));
}

#[test]
fn publishing_again_goes_on_with_the_calendars_that_were_handed_out() {
    let place = tempfile::tempdir().unwrap();
    app(place.path());
    huaide(place.path(), &["new", "content"]);
    let season = "id = \"han\"\ntitle = \"寒假\"\nkind = \"winter\"\nfrom = \"2027-01-25\"\nuntil = \"2027-02-21\"\n";
    let folder = place.path().join("content/activities/han");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("season.toml"), season).unwrap();
    let publish = |day: &str, times: &str| {
        let head = format!("id = \"dong\"\ntitle = \"看电话亭\"\nkind = \"visit\"\ntimes = [{times}]");
        fs::write(folder.join("dong.md"), format!("+++\n{head}\n+++\n\n说明。\n")).unwrap();
        let publish = huaide(place.path(), &["publish", "--app", "app", "--today", day]);
        assert!(said(&publish).contains("0 个错误，0 个提醒"), "{}", said(&publish));
        fs::read_to_string(place.path().join("site/activities/calendar.ics")).unwrap()
    };
    let lines = |feed: &str, key: &str| -> Vec<String> {
        feed.lines().filter_map(|line| line.strip_prefix(key)).map(|value| value.trim_end().to_owned()).collect()
    };
    let before = publish("2026-12-01", "\"2027-01-28 09:00-11:00\"");
    let after = publish("2026-12-05", "\"2027-01-27 14:00-16:00\", \"2027-01-28 10:00-12:00\"");
    let (old, new) = (lines(&before, "UID:"), lines(&after, "UID:"));
    assert_eq!((old.len(), new.len()), (1, 2));
    assert!(new[1] == old[0] && new[0] != old[0], "{new:?}");
    assert_eq!(
        (lines(&before, "SEQUENCE:"), lines(&after, "SEQUENCE:")),
        (vec!["0".into()], vec!["0".into(), "1".into()])
    );
}

#[test]
fn a_folder_that_holds_something_is_left_alone() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("letter.txt"), "dear").unwrap();
    let new = huaide(place.path(), &["new", "."]);
    assert!(!new.status.success());
    assert!(said(&new).contains("已经有东西"), "{}", said(&new));
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

#[test]
fn an_error_in_the_content_is_told_with_its_place_and_nothing_is_published() {
    let place = tempfile::tempdir().unwrap();
    app(place.path());
    huaide(place.path(), &["new", "content"]);
    let lesson = place.path().join("content/lessons/diyi-ke/01-xie-di-yi-ke.md");
    let text = fs::read_to_string(&lesson).unwrap();
    fs::write(&lesson, text.replace("怎样参加.md", "没有.md")).unwrap();
    let publish = huaide(place.path(), &["publish", "--app", "app"]);
    assert!(!publish.status.success());
    assert!(said(&publish).contains("01-xie-di-yi-ke.md:"), "{}", said(&publish));
    assert!(said(&publish).contains("怎么改"), "{}", said(&publish));
    assert!(!place.path().join("site").exists());
    let english = huaide(place.path(), &["check", "--lang", "en"]);
    assert!(said(&english).contains("1 errors, 0 warnings"), "{}", said(&english));
}

#[test]
fn what_cannot_be_understood_is_refused_in_words() {
    let place = tempfile::tempdir().unwrap();
    for wrong in [&["dance"][..], &["check", "--port", "1"], &["serve", "--port", "x"], &["publish", "--base", "a"]] {
        let output = huaide(place.path(), wrong);
        assert!(!output.status.success(), "{wrong:?}");
        assert!(said(&output).starts_with("huaide: "), "{}", said(&output));
    }
    let nothing = huaide(place.path(), &["check"]);
    assert!(said(&nothing).contains("找不到内容文件夹"), "{}", said(&nothing));
}

#[test]
fn a_code_for_the_wall_comes_with_the_lines_that_confirm_it() {
    let place = tempfile::tempdir().unwrap();
    let given = huaide(place.path(), &["attendance", "７k2m", "9XQ4"]);
    assert!(given.status.success(), "{}", said(&given));
    for words in ["签到码：7K2M-9XQ4", "[attendance]\nsalt = \"", "\"\nrounds = 300000", "不能当作证明"] {
        assert!(said(&given).contains(words), "{words}: {}", said(&given));
    }
    let made = |arguments: &[&str]| said(&huaide(place.path(), arguments)).lines().next().unwrap().to_owned();
    assert_ne!(made(&["attendance"]), made(&["attendance"]));
    assert!(made(&["attendance", "--lang", "en"]).starts_with("The code: "));
    let wrong = huaide(place.path(), &["attendance", "7K2M-9XQ"]);
    assert!(!wrong.status.success());
    assert!(said(&wrong).contains("正好 8 个字符，这里有 7 个"), "{}", said(&wrong));
}
