//! Makes hostile backups that are well formed: any number, date, address or text of a sound one may be anything, and the checksum is right.

use fastrand::Rng;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// What the checksum is made of, in its order.
const PARTS: [&str; 6] = ["made_at", "portal", "learners", "erased", "events", "slips"];

/// What stands where a text should.
const TEXTS: [&str; 22] = [
    "",
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "\\\\elsewhere.example",
    "../../elsewhere/",
    "%2e%2E/elsewhere/",
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "9999-12-31",
    "0000-00-00",
    "2200-12-31",
    "1900-01-01",
    "275760-09-13",
    "-271821-04-20",
    "2026-02-30",
    "1969-12-31T23:59:59.999+00:00",
    "019ab1a0-0000-7202-8202-020202020202",
    "00000000-0000-0000-0000-000000000000",
    "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
    "=1+1",
    "\u{0}\u{202e}\u{feff}",
    "𠮷",
];

/// What stands where a number should.
const NUMBERS: [&str; 18] = [
    "0",
    "-1",
    "7",
    "255",
    "840",
    "-840",
    "841",
    "-32768",
    "65535",
    "4294967295",
    "-62135596800000",
    "8640000000000000",
    "9007199254740991",
    "9007199254740992",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551615",
    "0.5",
];

/// A few hostile files made of a sound one, always the same of the same; none of what is no backup.
#[must_use]
pub fn some(text: &str, count: usize) -> Vec<String> {
    let Ok(sound) = serde_json::from_str::<Value>(text) else { return Vec::new() };
    let places = places(&sound);
    let seed = text.bytes().fold(7, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let mut random = Rng::with_seed(seed);
    let change = |_| {
        let mut changed = sound.clone();
        for _ in 0..=random.usize(..3) {
            let place = places.get(random.usize(..places.len().max(1)))?;
            let value = changed.pointer_mut(place)?;
            let others = instead(value);
            *value = others.get(random.usize(..others.len().max(1)))?.clone();
        }
        written(&changed)
    };
    (0..count).filter_map(change).collect()
}

/// Every hostile file that differs from a sound one in one value, which stands under a place such as `/events`.
pub fn each(text: &str, under: &str) -> impl Iterator<Item = String> {
    let sound: Value = serde_json::from_str(text).unwrap_or_default();
    let mut places = places(&sound);
    places.retain(|place| place.starts_with(under));
    places.into_iter().flat_map(move |place| {
        let others = sound.pointer(&place).map(instead).unwrap_or_default();
        let sound = sound.clone();
        others.into_iter().filter_map(move |other| {
            let mut changed = sound.clone();
            *changed.pointer_mut(&place)? = other;
            written(&changed)
        })
    })
}

/// Where in a file something stands that is no list and no object.
fn places(file: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for part in PARTS {
        if let Some(value) = file.get(part) {
            find(value, format!("/{part}"), &mut found);
        }
    }
    found
}

fn find(value: &Value, place: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                find(value, format!("{place}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(things) => {
            for (number, value) in things.iter().enumerate() {
                find(value, format!("{place}/{number}"), found);
            }
        }
        _ => found.push(place),
    }
}

/// What may stand instead of a value.
fn instead(value: &Value) -> Vec<Value> {
    match value {
        Value::Number(_) => NUMBERS.iter().filter_map(|number| serde_json::from_str(number).ok()).collect(),
        Value::String(text) => {
            let long = [json!("9".repeat(20_000)), json!(format!("{text}{}", "/长".repeat(6_000)))];
            TEXTS.iter().map(|text| json!(text)).chain(long).collect()
        }
        Value::Bool(is) => vec![json!(!is)],
        _ => vec![json!({}), json!([]), json!("")],
    }
}

/// The file with the checksum that belongs to it.
fn written(file: &Value) -> Option<String> {
    let mut sum = Sha256::new();
    let mut parts = Vec::new();
    for part in PARTS {
        let Some(value) = file.get(part) else { continue };
        let value = value.to_string();
        sum.update(&value);
        sum.update("\n");
        parts.push(format!("\"{part}\":{value}"));
    }
    let hex = sum.finalize().iter().try_fold(String::new(), |mut hex, byte| write!(hex, "{byte:02x}").map(|()| hex));
    let (format, v) = (file.get("format")?, file.get("v")?);
    Some(format!("{{\"format\":{format},\"v\":{v},\"sha256\":\"{}\",{}}}", hex.ok()?, parts.join(",")))
}
