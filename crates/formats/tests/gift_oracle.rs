//! The banks that npm gift-pegjs reads are read alike, but for the differences that stand in `tests/fixtures/gift/DIFFERENCES.md`.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use formats::gift;
use learning::question::{Accepted, Choice, Format, Pair, Question, Range, Words};
use learning::{Kind, question::WHOLE};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The names of the differences, and the questions that each one has.
fn listed() -> BTreeSet<(String, String)> {
    let text = fs::read_to_string(root().join("tests/fixtures/gift/DIFFERENCES.md")).unwrap();
    let mut listed = BTreeSet::new();
    for section in text.split("\n## ").skip(1) {
        let Some((_, questions)) = section.split_once("\nQuestions: ") else { continue };
        let name = section.lines().next().unwrap();
        if questions.starts_with("all ") {
            listed.insert((name.to_owned(), "all".to_owned()));
        }
        for id in questions.split('`').skip(1).step_by(2) {
            listed.insert((name.to_owned(), id.to_owned()));
        }
    }
    listed
}

#[test]
fn banks_are_read_as_gift_pegjs_reads_them() {
    let kept = fs::read_to_string(root().join("tests/fixtures/gift/pegjs.json")).unwrap();
    let banks: Map<String, Value> = serde_json::from_str(&kept).unwrap();
    let listed = listed();
    let mut found = BTreeSet::new();
    for (file, theirs) in &banks {
        let read = gift::read(&fs::read_to_string(root().join(file)).unwrap());
        let errors: Vec<_> = read.faults.iter().filter(|fault| fault.is_error()).collect();
        assert!(errors.is_empty(), "{file}: {errors:?}");
        let theirs = theirs.as_array().unwrap();
        assert_eq!(read.questions.len(), theirs.len(), "{file}");
        for (item, theirs) in read.questions.iter().zip(theirs) {
            let (ours, mut theirs) = (ours(&item.question), usual(theirs));
            let mut differs = |name: &str, id: &str| found.insert((name.to_owned(), id.to_owned()));
            if unmarked(&ours, &mut theirs) {
                differs("unmarked", "all");
            }
            if matches!(item.question.kind, Kind::Ordering { .. }) {
                ordering(&item.question, &ours, &mut theirs);
                differs("ordering", "all");
            }
            if ours != theirs {
                let id = item.question.id.as_str();
                let name = listed.iter().find(|(_, listed)| listed == id);
                let (name, _) = name.unwrap_or_else(|| unreachable!("{file} {id}:\nours   {ours}\ntheirs {theirs}"));
                differs(name, id);
            }
        }
    }
    assert_eq!(found, listed);
    assert!(banks.keys().filter(|file| file.starts_with("tests/")).count() >= 25);
}

#[test]
fn the_sample_banks_have_no_faults() {
    let mut count = 0;
    for entry in fs::read_dir(root().join("content/questions")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "gift") {
            let read = gift::read(&fs::read_to_string(&path).unwrap());
            assert_eq!(read.faults, [], "{}", path.display());
            assert!(read.questions.len() >= 8, "{}", path.display());
            count += 1;
        }
    }
    assert!(count > 10, "{count} banks");
}

/// A question in the form that [`usual`] gives.
fn ours(question: &Question) -> Value {
    let Question { id, tags, category, kind, .. } = question;
    let explanation = words(&question.explanation);
    let mut ours =
        json!({ "id": id, "tags": tags, "category": category, "stem": stem(question), "explanation": explanation });
    let key = match kind {
        Kind::Choice { options, several } => {
            let option =
                |Choice { words: said, weight, feedback }: &Choice| json!([weight, words(said), words(feedback)]);
            json!({ "kind": "MC", "several": several, "options": options.iter().map(option).collect::<Vec<_>>() })
        }
        Kind::TrueFalse { right, on_true, on_false } => {
            let feedback = if *right { [on_false, on_true] } else { [on_true, on_false] };
            json!({ "kind": "TF", "right": right, "feedback": feedback.map(words) })
        }
        Kind::Short { answers } => {
            let answer = |Accepted { text, weight, feedback }: &Accepted| json!([weight, text, words(feedback)]);
            json!({ "kind": "Short", "options": answers.iter().map(answer).collect::<Vec<_>>() })
        }
        Kind::Numerical { answers } => {
            let answer =
                |Range { low, high, weight, feedback }: &Range| json!([weight, end(*low), end(*high), words(feedback)]);
            json!({ "kind": "Numerical", "options": answers.iter().map(answer).collect::<Vec<_>>() })
        }
        Kind::Matching { pairs } => {
            let pair = |Pair { left, right }: &Pair| json!([words(left), right]);
            json!({ "kind": "Matching", "pairs": pairs.iter().map(pair).collect::<Vec<_>>() })
        }
        Kind::Ordering { items } => json!({ "kind": "Ordering", "items": items.iter().map(words).collect::<Vec<_>>() }),
        Kind::Essay => json!({ "kind": "Essay" }),
        Kind::Description => json!({ "kind": "Description" }),
    };
    ours.as_object_mut().unwrap().extend(key.as_object().unwrap().clone());
    ours
}

/// The stem with a line for the blank, as gift-pegjs joins it.
fn stem(question: &Question) -> Value {
    let Question { stem, stem_after, .. } = question;
    let format = if stem.is_empty() { stem_after.format } else { stem.format };
    let before = if stem.is_empty() || stem_after.is_empty() { stem.text.clone() } else { format!("{} ", stem.text) };
    let after = if stem_after.is_empty() { String::new() } else { format!("_____ {}", stem_after.text) };
    words(&Words { format, text: before + &after })
}

fn words(words: &Words) -> Value {
    let format = match words.format {
        Format::Plain => "plain",
        Format::Html => "html",
        Format::Markdown => "markdown",
        Format::Moodle => "moodle",
    };
    if words.is_empty() { Value::Null } else { json!({ "format": format, "text": words.text }) }
}

/// An end of a range in billionths, as sums of fractions differ behind that.
fn end(number: f64) -> Value {
    if number.abs() == f64::MAX { Value::Null } else { json!((number * 1e9).round()) }
}

/// What gift-pegjs says, in the form of [`ours`]: weights in thousandths, also those that are not written.
fn usual(theirs: &Value) -> Value {
    let kind = theirs["kind"].as_str().unwrap();
    let id = if theirs["id"].is_null() { &theirs["title"] } else { &theirs["id"] };
    let mut usual = json!({ "kind": kind, "id": id });
    for same in ["tags", "category", "stem", "explanation"] {
        usual[same] = theirs[same].clone();
    }
    let list = |name: &str| theirs[name].as_array().cloned().unwrap_or_default();
    let weight = |option: &Value| {
        let usual = if option["right"].as_bool().unwrap() { WHOLE } else { 0 };
        option["weight"].as_f64().map_or(usual, |percent| (percent * 10.0).round() as i32)
    };
    let option = |option: &Value| match kind {
        "MC" => json!([weight(option), option["words"], option["feedback"]]),
        "Short" => json!([weight(option), option["words"]["text"], option["feedback"]]),
        _ => {
            let end = |name: &str| option[name].as_f64().map_or(Value::Null, end);
            json!([weight(option), end("low"), end("high"), option["feedback"]])
        }
    };
    match kind {
        "MC" | "Short" | "Numerical" => usual["options"] = list("options").iter().map(option).collect(),
        "TF" => (usual["right"], usual["feedback"]) = (theirs["right"].clone(), theirs["feedback"].clone()),
        "Matching" => usual["pairs"] = list("pairs").iter().map(pair).collect(),
        _ => {}
    }
    if kind == "MC" {
        usual["several"] = list("options").iter().all(|option| option["right"] == false).into();
    }
    usual
}

fn pair(theirs: &Value) -> Value {
    let left = &theirs["left"];
    json!([if left["text"] == "" { &Value::Null } else { left }, theirs["right"]])
}

/// Takes our word for the format of a text that names none, and says whether there was one.
fn unmarked(ours: &Value, theirs: &mut Value) -> bool {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => {
            let mut any = false;
            for (name, theirs) in theirs {
                let ours = ours.get(name).unwrap_or(&Value::Null);
                if name == "format" && ours == "plain" && theirs == "moodle" {
                    *theirs = ours.clone();
                    any = true;
                }
                any |= unmarked(ours, theirs);
            }
            any
        }
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.iter().zip(theirs).map(|(ours, theirs)| unmarked(ours, theirs)).fold(false, |any, one| any | one)
        }
        _ => false,
    }
}

/// Takes our word for the items, which stand in one word to fill in.
fn ordering(question: &Question, ours: &Value, theirs: &mut Value) {
    let Kind::Ordering { items } = &question.kind else { return };
    let texts: Vec<_> = items.iter().map(|item| item.text.as_str()).collect();
    let word = format!(">{} ALL VERTICAL {}", items.len(), texts.join(" "));
    assert_eq!(theirs["options"], json!([[WHOLE, word, null]]), "{}", question.id);
    let theirs = theirs.as_object_mut().unwrap();
    theirs.remove("options");
    theirs.insert("kind".to_owned(), ours["kind"].clone());
    theirs.insert("items".to_owned(), ours["items"].clone());
}
