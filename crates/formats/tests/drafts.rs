//! Drafts are read for ever: the texts of tests/frozen/drafts, one for each family and version, say today what they said when they were made.
//!
//! A frozen text is never made again. A new family or version gets a text beside those that are there, by
//! `cargo test -p formats --test drafts -- --ignored`.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use formats::draft::name::{Better, Form as RecordForm};
use formats::draft::{self, Draft, Fields, Found, Name, Rest, Slip, bytes, erased};
use learning::Answer;
use learning::deed::Profile;
use learning::sitting::{Given, Sitting};
use model::{BankId, ContestId, DocumentId, EventId, GroupId, LearnerId, Moment, QuestionId};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use youth::calendar::{Filter, Look, View};
use youth::consent::Age;
use youth::essay::{Crop, HandedIn, Photo, Turn};
use youth::form::{Form, Typed};
use youth::versions::{Versions, Why};
use youth::{essay, mood, speech};

const NOW: Moment = Moment { unix_ms: 1_795_446_000_000, offset_minutes: 480 };

/// A text of a family, as it is written and as it was before there were versions.
struct Sample {
    file: &'static str,
    name: Name,
    first: String,
    now: String,
    /// What the reader says; a draft as it is written again.
    ask: fn(&Name, Option<String>) -> Found<String>,
}

fn ask<D: Draft>(name: &Name, text: Option<String>) -> Found<String> {
    let (found, rest) = draft::read::<D>(name, text);
    match found {
        Found::Nothing => Found::Nothing,
        Found::Draft(draft) => Found::Draft(draft::write(&draft, &rest).unwrap()),
        Found::Newer(text) => Found::Newer(text),
        Found::Damaged(text) => Found::Damaged(text),
    }
}

fn sample<D: Draft>(file: &'static str, name: Name, draft: &D) -> Sample {
    let (first, now) = (serde_json::to_string(draft).unwrap(), draft::write(draft, &Rest::default()).unwrap());
    Sample { file, name, first, now, ask: ask::<D> }
}

fn contest() -> ContestId {
    ContestId::parse("zhengwen-2027").unwrap()
}

fn event() -> EventId {
    EventId::new(1, [1; 10])
}

fn essay() -> essay::Draft {
    let crop = Crop { left: 10, ..Crop::default() };
    essay::Draft {
        group: Some(GroupId::parse("xiaoxue").unwrap()),
        title: "路口".into(),
        text: "放学路上，有一个路口。\n我看见……".into(),
        theme: "让一步".into(),
        outline: "开头 / 路口 / 结尾".into(),
        photos: vec![Photo { id: "p1".into(), turn: Turn::Left, crop }],
        own_work: true,
        handed_in: Some(HandedIn { entry: "e1".into(), revision: 2 }),
        edits: 7,
        ..essay::Draft::new(contest(), NOW)
    }
}

fn speech() -> speech::Draft {
    let mut speech = speech::Draft::new(contest(), NOW);
    let take = json!([{ "id": "t1", "started_at": NOW, "media_type": "audio/webm", "slices": 7, "bytes": 70, "ms": 7000, "chosen": true, "end": "closed" }]);
    speech.takes = serde_json::from_value(take).unwrap();
    speech.reviews = serde_json::from_value(json!({ "t1": { "0": 1 } })).unwrap();
    (speech.title, speech.script) = ("我的家乡".into(), "大家好。".into());
    speech
}

fn versions() -> Versions {
    let mut versions = Versions::default();
    versions.cut(Why::Asked, NOW, "路口", "放学路上。");
    versions.cut(Why::HandedIn, NOW, "路口", "放学路上，有一个路口。");
    versions
}

fn typed() -> Typed {
    let form = Form {
        name: "小雨".into(),
        age: Age::Years(10),
        school: Some("第一小学".into()),
        phone: Some("13900000000".into()),
        ..Form::default()
    };
    Typed { form, guardian: "李芳".into(), relation: "母亲".into() }
}

fn sitting() -> Sitting {
    let id = QuestionId::parse("zizhi-1").unwrap();
    let given = Given { revision: "0a1b2c3d".into(), answer: Answer::Chosen(vec![1]), handed_in: false };
    Sitting { seed: 7, at: Some(id.clone()), given: BTreeMap::from([(id, given)]) }
}

fn samples() -> Vec<Sample> {
    let answers = mood::Answers(BTreeMap::from([("sleep".to_owned(), 1)]));
    let fields = |name: &str| Fields(BTreeMap::from([(name.to_owned(), "居民自己的事".to_owned())]));
    let profile = Profile { name: "老王".into(), branch: "第一支部".into(), ..Profile::default() };
    let look = Look { view: View::Month, filter: Filter { age: Some(9), ..Filter::default() } };
    vec![
        sample("essay", Name::Essay(contest()), &essay()),
        sample("essay-versions", Name::Versions(contest()), &versions()),
        sample("speech", Name::Speech(contest()), &speech()),
        sample("entry-form", Name::EntryForm(contest()), &typed()),
        sample("moods", Name::Moods, &mood::Kept { day: "2026-11-24".into(), answers }),
        sample("programme", Name::Programme, &look),
        sample("practice", Name::Practice, &sitting()),
        sample("test", Name::Test(BankId::parse("shequ-zizhi").unwrap()), &sitting()),
        sample("learner", Name::Learner(LearnerId::new(1, [2; 10])), &profile),
        sample("learner-new", Name::NewLearner, &profile),
        sample("bookmark", Name::Bookmark(event()), &fields("label")),
        sample("declare", Name::Form(RecordForm::Declare), &fields("what")),
        sample("goal", Name::Goal(event(), Better::Step), &fields("text")),
    ]
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/frozen/drafts")
}

fn frozen(file: &str) -> String {
    fs::read_to_string(folder().join(file)).unwrap()
}

#[test]
fn frozen_drafts_of_every_version_open_for_ever_and_are_written_the_same() {
    for Sample { file, name, first, now, ask } in samples() {
        assert_eq!(frozen(&format!("{file}-v0.json")), first, "{file}");
        assert_eq!(frozen(&format!("{file}-v1.json")), now, "{file}");
        for text in [first, now.clone()] {
            assert_eq!(ask(&name, Some(text)), Found::Draft(now.clone()), "{file}");
        }
    }
}

#[test]
fn frozen_bytes_and_lists_open_for_ever() {
    let jpeg = vec![0xff, 0xd8, 0xff, 0xe0];
    assert_eq!(bytes::read(Some(frozen("photo.base64"))), Found::Draft(jpeg.clone()));
    assert_eq!(bytes::write(&jpeg), frozen("photo.base64"));
    assert_eq!(bytes::read(Some(frozen("speech-take.base64"))), Found::Draft(vec![0x1a, 0x45, 0xdf, 0xa3]));
    let learners = BTreeSet::from([LearnerId::new(1, [4; 10])]);
    assert_eq!(erased::read(&frozen("erased.json")), Some(learners.iter().copied().collect()));
    assert_eq!(erased::write(&learners), Some(frozen("erased.json")));
}

#[test]
fn the_drafts_of_the_second_backup_open() {
    let text = fs::read_to_string(folder().join("../backup-v2.json")).unwrap();
    let backup = formats::backup::read(&text).unwrap();
    let slips: Vec<(Name, String)> =
        backup.slips.into_iter().map(|(name, text)| (Slip::parse(&name).unwrap().name, text)).collect();
    let text = |name: &Name| slips.iter().find(|(other, _)| other == name).map(|(_, text)| text.clone());
    let name = Name::Essay(contest());
    let essay = draft::read::<essay::Draft>(&name, text(&name)).0.draft().unwrap();
    assert_eq!((essay.title.as_str(), essay.text.as_str()), ("路口", "放学路上，有一个路口。"));
    assert_eq!(essay.contest, contest());
    let name = Name::EntryForm(contest());
    assert_eq!(draft::read::<Typed>(&name, text(&name)).0.draft().unwrap().form.name, "小明");
    let moods = draft::read::<mood::Kept>(&Name::Moods, text(&Name::Moods)).0.draft().unwrap();
    assert_eq!(moods.answers.0.get("sleep"), Some(&1));
    assert_eq!(slips.iter().filter(|(name, _)| matches!(name, Name::Photo(..))).count(), 1);
}

/// Puts a field that no build knows into an object of a text.
fn with_later(text: &str, place: &str) -> String {
    let mut value: Value = serde_json::from_str(text).unwrap();
    let object = value.pointer_mut(place).and_then(Value::as_object_mut).unwrap();
    object.insert("later".to_owned(), "以后".into());
    value.to_string()
}

#[test]
fn an_older_build_keeps_what_a_newer_one_added() {
    let places = [
        ("essay", ""),
        ("essay", "/photos/0"),
        ("essay", "/photos/0/crop"),
        ("essay", "/handed_in"),
        ("essay-versions", ""),
        ("essay-versions", "/versions/1"),
        ("speech", ""),
        ("speech", "/takes/0"),
        ("entry-form", ""),
        ("entry-form", "/form"),
        ("moods", ""),
        ("programme", "/filter"),
        ("test", "/given/zizhi-1"),
        ("practice", ""),
        ("learner", ""),
        ("declare", ""),
    ];
    for (file, place) in places {
        let Sample { name, now, ask, .. } = samples().into_iter().find(|sample| sample.file == file).unwrap();
        let newer = with_later(&now, place);
        let written = ask(&name, Some(newer.clone())).draft().unwrap();
        let [written, newer]: [Value; 2] = [written, newer].map(|text| serde_json::from_str(&text).unwrap());
        assert_eq!(written, newer, "{file}{place}");
    }
}

#[test]
fn what_the_learner_removes_does_not_come_back() {
    let name = Name::Essay(contest());
    let text = with_later(&with_later(&draft::write(&essay(), &Rest::default()).unwrap(), "/photos/0"), "");
    let (found, rest) = draft::read::<essay::Draft>(&name, Some(text));
    let mut draft = found.draft().unwrap();
    draft.text = "改了。".into();
    draft.photos = vec![Photo { id: "p2".into(), turn: Turn::Upright, crop: Crop::default() }];
    let written: Value = serde_json::from_str(&draft::write(&draft, &rest).unwrap()).unwrap();
    assert_eq!((&written["text"], &written["later"]), (&"改了。".into(), &"以后".into()));
    assert_eq!((written["photos"].as_array().unwrap().len(), &written["photos"][0]["later"]), (1, &Value::Null));
    let name = Name::EntryForm(contest());
    let (found, rest) = draft::read::<Typed>(&name, Some(draft::write(&typed(), &Rest::default()).unwrap()));
    let mut typed = found.draft().unwrap();
    typed.form.phone = None;
    let written: Value = serde_json::from_str(&draft::write(&typed, &rest).unwrap()).unwrap();
    assert_eq!(written["form"].get("phone"), None);
}

#[test]
fn what_is_cut_off_emptied_or_foreign_is_damaged_and_never_nothing() {
    for Sample { file, name, first, now, ask } in samples() {
        assert_eq!(ask(&name, None), Found::Nothing);
        let cut = |text: &str| text.char_indices().map(|(place, _)| text[..place].to_owned()).collect::<Vec<_>>();
        let foreign =
            ["[]", "null", "1", "\"一\"", "<!doctype html>", "{\"v\":{}}", "{\"v\":-1}", "{\"v\":\"一\"}", "\0\0"];
        for text in cut(&first).into_iter().chain(cut(&now)).chain(foreign.map(str::to_owned)) {
            assert_eq!(ask(&name, Some(text.clone())), Found::Damaged(text), "{file}");
        }
    }
    // The fields of a form are any texts, and the programme is looked at in the usual way where nothing is said.
    let is_any = |name: &Name| matches!(name, Name::Programme | Name::Bookmark(_) | Name::Form(_) | Name::Goal(..));
    for Sample { file, name, ask, .. } in samples().into_iter().filter(|sample| !is_any(&sample.name)) {
        for text in ["{}", "{\"from\":\"later\"}"] {
            assert_eq!(ask(&name, Some(text.to_owned())), Found::Damaged(text.to_owned()), "{file}");
        }
    }
    assert_eq!(bytes::read(None), Found::Nothing);
    for text in ["", "/9j", "/9j/4", "{}", "路口"] {
        assert_eq!(bytes::read(Some(text.to_owned())), Found::Damaged(text.to_owned()));
    }
    let list = frozen("erased.json");
    for place in 0..list.len() {
        assert_eq!(erased::read(&list[..place]), None);
    }
}

#[test]
fn what_a_newer_version_wrote_is_told_apart() {
    for Sample { file, name, now, ask, .. } in samples() {
        let mut value: Value = serde_json::from_str(&now).unwrap();
        for version in [json!(2), json!("2"), json!(u64::MAX)] {
            value["v"] = version;
            assert_eq!(ask(&name, Some(value.to_string())), Found::Newer(value.to_string()), "{file}");
            let other = json!({ "v": value["v"], "all": "different" }).to_string();
            assert_eq!(ask(&name, Some(other.clone())), Found::Newer(other), "{file}");
        }
    }
}

/// Makes the texts that are not there yet.
#[test]
#[ignore = "frozen texts are made once"]
fn freeze() {
    let keep = |file: String, text: &str| {
        let path = folder().join(file);
        if !path.exists() {
            fs::write(path, text).unwrap();
        }
    };
    fs::create_dir_all(folder()).unwrap();
    for Sample { file, first, now, .. } in samples() {
        keep(format!("{file}-v0.json"), &first);
        keep(format!("{file}-v1.json"), &now);
    }
    keep("photo.base64".to_owned(), &bytes::write(&[0xff, 0xd8, 0xff, 0xe0]));
    keep("speech-take.base64".to_owned(), &bytes::write(&[0x1a, 0x45, 0xdf, 0xa3]));
    keep("erased.json".to_owned(), &erased::write(&BTreeSet::from([LearnerId::new(1, [4; 10])])).unwrap());
}

#[test]
fn names_come_back_as_they_are_and_unknown_ones_are_not_lost() {
    let learner = LearnerId::new(1, [2; 10]);
    let (question, document) = (QuestionId::parse("a/b-1").unwrap(), DocumentId::parse("lessons/a/b").unwrap());
    let nested = ContestId::parse("2027/zhengwen").unwrap();
    let mut names: Vec<Name> = samples().into_iter().map(|sample| sample.name).collect();
    names.extend(RecordForm::ALL.iter().map(|form| Name::Form(*form)));
    names.extend(Better::ALL.iter().map(|form| Name::Goal(event(), *form)));
    names.extend([
        Name::Photo(nested.clone(), "p".into()),
        Name::Slice(nested.clone(), "t".into(), 12),
        Name::Essay(nested),
    ]);
    names.extend([Name::Remark(question), Name::Reflection(document), Name::Margin(event()), Name::Reading]);
    let asides: Vec<Name> = names
        .iter()
        .flat_map(|name| {
            let aside = Name::Aside(Box::new(name.clone()), "019ab1a0-2".into());
            [name.strange(0), name.strange(1), name.strange(12), aside]
        })
        .collect();
    for name in names.into_iter().chain(asides) {
        let slip = Slip { learner, name };
        assert_eq!(Slip::parse(&slip.to_string()), Some(slip));
    }
    for text in [
        "poem/a",
        "essay",
        "essay/",
        "photo/a",
        "speech-take/a/t/x",
        "speech-take/a/t/007",
        "moods/a",
        "",
        "margin/1",
        "moods/strange/x",
        "moods/aside/",
    ] {
        assert_eq!(Name::parse(text), Name::Unknown(text.to_owned()));
        assert_eq!(Slip::parse(&format!("{learner}/{text}")).unwrap().to_string(), format!("{learner}/{text}"));
    }
    assert_eq!((Slip::parse("erased"), Slip::parse("somebody/essay/a")), (None, None));
    let strange = format!("essay/{}/strange", contest());
    assert_eq!(Name::parse(&strange), Name::Essay(contest()).strange(0));
}

#[test]
fn a_field_that_a_newer_build_added_to_a_form_stays_while_the_others_are_typed() {
    let name = Name::Form(RecordForm::Declare);
    let text = r#"{"title":"旧","remark":"在","place":"居委会","v":"1"}"#;
    let (found, rest) = draft::read::<Fields>(&name, Some(text.to_owned()));
    let typed = [("title", "新"), ("remark", "")].map(|(name, text)| (name.to_owned(), text.to_owned()));
    let mut typed = Fields(BTreeMap::from(typed));
    typed.put_back(&found.draft().unwrap(), &["title", "remark"]);
    let written: Value = serde_json::from_str(&draft::write(&typed, &rest).unwrap()).unwrap();
    assert_eq!(written, json!({ "title": "新", "remark": "", "place": "居委会", "v": "1" }));
}
