use super::*;
use crate::record::{read, write};
use crate::{FormatError, samples};
use serde_json::{Value, json};

/// The frozen record whose deed has this name.
fn frozen(deed: &str) -> Value {
    let all = [samples::READING, samples::STUDYING, samples::HOLIDAY];
    let line = all.iter().flat_map(|lines| lines.lines()).find(|line| line.contains(&format!("{{\"{deed}\":")));
    serde_json::from_str(line.unwrap()).unwrap()
}

/// What is said of a record with one value changed, found by the end of its pointer.
fn said(deed: &str, field: &str, value: &Value) -> Result<(), String> {
    let mut record = frozen(deed);
    let places = ["", "/deed", "/deed/study"].map(|part| format!("/event{part}/{deed}/{field}"));
    let place = match field {
        "at" | "order" => format!("/event/{field}"),
        _ => places.into_iter().find(|place| record.pointer(place).is_some()).unwrap(),
    };
    *record.pointer_mut(&place).unwrap() = value.clone();
    match read::<Study>(&record.to_string()) {
        Ok(event) => {
            assert_eq!(read::<Study>(&write(&event).unwrap()), Ok(event));
            Ok(())
        }
        Err(FormatError::Damaged(why)) => Err(why),
        Err(newer) => unreachable!("{newer}"),
    }
}

fn fits(deed: &str, field: &str, value: Value) {
    assert_eq!(said(deed, field, &value), Ok(()), "{deed} {field} {value:.80}");
}

fn exceeds(deed: &str, field: &str, value: Value, why: Beyond) {
    assert_eq!(said(deed, field, &value), Err(why.to_string()), "{deed} {field} {value:.80}");
}

/// A text of so many characters that are three bytes each.
fn long(characters: usize) -> Value {
    Value::String("长".repeat(characters))
}

#[test]
fn a_moment_and_an_order_have_bounds() {
    let at = |unix_ms: i64, offset: i16| json!({"unix_ms": unix_ms, "offset_minutes": offset});
    for deed in ["read", "declared", "coming"] {
        fits(deed, "at", at(0, 0));
        fits(deed, "at", at(7_289_654_399_999, -720));
        fits(deed, "order", json!(LAST_ORDER));
        for hostile in [at(i64::MAX, 0), at(i64::MIN, 0), at(-1, 0), at(8_640_000_000_000_000, 0), at(0, 841)] {
            assert!(said(deed, "at", &hostile).is_err(), "{hostile}");
        }
        for hostile in [json!(LAST_ORDER + 1), json!(u64::MAX), json!(-1)] {
            assert!(said(deed, "order", &hostile).is_err(), "{hostile}");
        }
    }
}

#[test]
fn addresses_are_of_this_portal() {
    for deed in ["read", "bookmarked", "highlighted", "reflected", "coming", "attended", "played"] {
        fits(deed, "address", json!("lessons/a/b/"));
        for hostile in ["https://elsewhere.example/", "//elsewhere.example", "../../x", "a\\b", "javascript:1", "a\tb"]
        {
            exceeds(deed, "address", json!(hostile), Beyond::Address);
        }
    }
}

#[test]
fn times_and_hours_are_those_of_a_life() {
    fits("read", "active_ms", json!(LONGEST_MS));
    exceeds("read", "active_ms", json!(LONGEST_MS + 1), Beyond::Time);
    exceeds("read", "estimate_ms", json!(u64::MAX), Beyond::Time);
    let hours = [("declared", "hours_hundredths"), ("attended", "hours_hundredths")];
    for (deed, field) in hours.into_iter().chain(["attended", "served"].map(|deed| (deed, "volunteer_hundredths"))) {
        fits(deed, field, json!(HOURS));
        exceeds(deed, field, json!(HOURS + 1), Beyond::Hours);
        exceeds(deed, field, json!(u32::MAX), Beyond::Hours);
    }
    fits("answered", "verdict/earned", json!(EARNED));
    exceeds("answered", "verdict/earned", json!(u16::MAX), Beyond::Number);
    exceeds("handed_in", "bytes", json!(u64::MAX), Beyond::Number);
}

#[test]
fn days_and_years_are_those_of_the_calendar() {
    for deed in ["declared", "attended", "served"] {
        ["1900-01-01", "2200-12-31", "", "三月"].into_iter().for_each(|day| fits(deed, "day", json!(day)));
        for hostile in [
            "1899-12-31",
            "2201-01-01",
            "9999-12-31",
            "2026-02-30",
            "2026-3-1",
            "275000-01-01",
            "十一个字的日子说不清楚",
        ] {
            exceeds(deed, "day", json!(hostile), Beyond::Day);
        }
        exceeds(deed, "day", long(1_000_001), Beyond::Day);
    }
    fits("aimed", "year", json!(2_200));
    exceeds("aimed", "year", json!(i32::MAX), Beyond::Year);
    exceeds("aimed", "reached", json!("9999-01-01"), Beyond::Day);
    let step = |until: &str| json!([{"text": "学", "until": until, "done": null}]);
    fits("aimed", "steps", step(""));
    exceeds("aimed", "steps", step("99999-01-01"), Beyond::Day);
    exceeds("aimed", "thoughts", json!([{"day": "0000-00-00", "text": ""}]), Beyond::Day);
}

#[test]
fn lines_texts_and_lists_have_lengths() {
    let lines = [("read", "title"), ("bookmarked", "label"), ("introduced", "name"), ("introduced", "branch")];
    let more =
        [("answered", "stem"), ("declared", "remark"), ("played", "end"), ("handed_in", "sha256"), ("aimed", "skill")];
    for (deed, field) in lines.into_iter().chain(more) {
        fits(deed, field, long(LINE));
        exceeds(deed, field, long(LINE + 1), Beyond::Text);
    }
    for (deed, field) in
        [("reflected", "text"), ("highlighted", "note"), ("highlighted", "quote"), ("remarked", "text")]
    {
        fits(deed, field, long(TEXT));
        exceeds(deed, field, long(TEXT + 1), Beyond::Text);
    }
    fits("answered", "answer", json!({"chosen": vec![0; LIST]}));
    exceeds("answered", "answer", json!({"chosen": vec![0; LIST + 1]}), Beyond::List);
    exceeds("answered", "answer", json!({"matched": vec![(); LIST + 1]}), Beyond::List);
    exceeds("read", "place", json!({"block": "kQ7_", "before": vec!["Zx09"; LIST + 1]}), Beyond::List);
}

#[test]
fn a_corrected_deed_is_checked_however_deep_it_lies() {
    let mut event = samples::frozen().remove(0);
    let Deed::Read(stretch) = &event.deed else { unreachable!() };
    let mut deed = Deed::Read(Stretch { address: "//elsewhere.example/".to_owned(), ..stretch.clone() });
    for _ in 0..5 {
        deed = Deed::Corrected { event: event.id, deed: Box::new(deed) };
    }
    event.deed = deed;
    assert_eq!(of_event(&event), Err(Beyond::Address));
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    let event = samples::frozen().remove(0);
    let hostile = learning::Event { at: Moment { unix_ms: i64::MAX, offset_minutes: 0 }, ..event.clone() };
    assert!(matches!(write(&hostile), Err(FormatError::Damaged(_))));
    // An order that has come to the end stays there.
    let last = write(&learning::Event { order: u64::MAX, ..event }).unwrap();
    assert_eq!(read::<Study>(&last).map(|event| event.order), Ok(LAST_ORDER));
}
