//! Entries that were handed in are read for ever: the packages of tests/frozen say today what they said when they were made.
//!
//! A frozen file is never made again. When the format gets a new version, its samples are written beside those that are there, as
//! `entry-essay-v2.huaide-entry.zip` and so on, by `cargo test -p entry --test frozen -- --ignored`, and get a test of their own here; then
//! the old ones are only read. The pictures and the recording stand in `sample/`.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use entry::EntryId;
use entry::manifest::{Kind, Length, Media, VERSION, Work};
use entry::package::{Content, ENDING, File, Limits, Package, page::Page, read, text, write};
use model::{ContestId, GroupId, Moment};
use std::path::PathBuf;
use youth::consent::{Age, Answer, Answering, Consent};
use youth::form::Form;

const ESSAY: &[u8] = include_bytes!("../../../tests/frozen/entry-essay-v1.huaide-entry.zip");
const SPEECH: &[u8] = include_bytes!("../../../tests/frozen/entry-speech-v1.huaide-entry.zip");

const FIRST_PAGE: &[u8] = include_bytes!("sample/page-1.jpg");
const SECOND_PAGE: &[u8] = include_bytes!("sample/page-2.png");
const TAKE: &[u8] = include_bytes!("sample/take.webm");
const TEXT: &str = "　　那天下雨，楼下的王伯伯替我扶着门。\n\n　　他的伞<掉>在地上，他也没有去捡。";

fn moment(unix_ms: i64) -> Moment {
    Moment { unix_ms, offset_minutes: 480 }
}

/// An essay of a child, for whom a guardian answered.
fn essay_work() -> Work {
    Work {
        contest: ContestId::parse("zhengwen-2027").unwrap(),
        rules: "a1b2c3d4".to_owned(),
        group: GroupId::parse("xiaoxue").unwrap(),
        entry: EntryId::parse("4d7bd6c8-68c9-86b3-9c5f-0f3a8f9f1a11").unwrap(),
        revision: 3,
        made_at: moment(1_801_000_000_000),
        title: "一把伞".to_owned(),
        length: Length::Characters { with_punctuation: 34, without_punctuation: 28 },
        entrant: Form {
            name: "小雨".to_owned(),
            age: Age::Years(10),
            school: Some("第一小学".to_owned()),
            class: Some("四年级二班".to_owned()),
            teacher: Some("陈老师".to_owned()),
            phone: Some("010-5555 0123".to_owned()),
        },
        consent: Consent {
            by: Answering::Guardian { name: "王芳".to_owned(), relation: "母亲".to_owned() },
            taking_part: Answer::Yes,
            work: Answer::Yes,
            name: Answer::No,
            likeness: Answer::None,
            purpose: "评选和展出".to_owned(),
            receiver: "社区关工委".to_owned(),
            keeps: "评奖结束后三个月内删除".to_owned(),
            words: "1".to_owned(),
            at: moment(1_800_999_990_000),
        },
    }
}

/// A speech of somebody who answers alone, and whom nothing else was asked.
fn speech_work() -> Work {
    Work {
        contest: ContestId::parse("yanjiang-2027").unwrap(),
        group: GroupId::parse("zhongxue").unwrap(),
        entry: EntryId::parse("0b9a1f52-7f0e-8d41-b0a6-5b1c53a0c7de").unwrap(),
        revision: 1,
        title: "楼下的车棚".to_owned(),
        length: Length::Seconds(183),
        entrant: Form { name: "阿宁".to_owned(), age: Age::Years(15), ..Form::default() },
        consent: Consent { by: Answering::Entrant, work: Answer::No, likeness: Answer::Yes, ..essay_work().consent },
        ..essay_work()
    }
}

fn photos() -> [File; 2] {
    [File { media: Media::Jpeg, bytes: FIRST_PAGE.to_vec() }, File { media: Media::Png, bytes: SECOND_PAGE.to_vec() }]
}

fn essay() -> Content {
    let facts = vec![("征文".to_owned(), "我身边的自治".to_owned()), ("组别".to_owned(), "小学组".to_owned())];
    let page = Page { language: "zh-Hans".to_owned(), facts, photo: "照片".to_owned() };
    Content::Essay { text: Some(TEXT.to_owned()), photos: photos().into(), page }
}

fn speech() -> Content {
    Content::Speech(File { media: Media::Webm, bytes: TAKE.to_vec() })
}

/// What every part is, in order: its name, its kind, its media type.
fn parts(package: &Package) -> Vec<(&str, Kind, Media)> {
    package.parts().map(|(part, _)| (part.name.as_str(), part.kind, part.media)).collect()
}

#[test]
fn a_frozen_essay_is_read_whole_for_ever() {
    let package = read(ESSAY, &Limits::default()).unwrap();
    assert_eq!((package.manifest.v, &package.manifest.work), (1, &essay_work()));
    let expect = [
        ("essay.txt", Kind::Text, Media::Plain),
        ("essay.html", Kind::Page, Media::Html),
        ("photos/01.jpg", Kind::Photo, Media::Jpeg),
        ("photos/02.png", Kind::Photo, Media::Png),
    ];
    assert_eq!(parts(&package), expect);
    let typed = String::from_utf8(package.contents[0].clone()).unwrap();
    assert_eq!(text::read(&typed), ("一把伞".to_owned(), TEXT.to_owned()));
    assert_eq!(package.contents[2..], photos().map(|photo| photo.bytes));
}

#[test]
fn a_frozen_speech_is_read_whole_for_ever() {
    let package = read(SPEECH, &Limits::default()).unwrap();
    assert_eq!((package.manifest.v, &package.manifest.work), (1, &speech_work()));
    assert_eq!(parts(&package), [("audio/take.webm", Kind::Audio, Media::Webm)]);
    assert_eq!(package.contents, [TAKE]);
}

#[test]
fn the_entries_of_today_s_version_are_written_the_same() {
    let check = |work, content, frozen: &[u8]| assert_eq!(write(work, content).unwrap().1, frozen);
    check(essay_work(), essay(), ESSAY);
    check(speech_work(), speech(), SPEECH);
}

/// Where the sample of today's version stands.
fn sample(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/frozen");
    folder.join(format!("entry-{name}-v{VERSION}{ENDING}"))
}

#[test]
#[ignore = "writes the samples of a new version; those that are there stay as they are"]
fn samples_of_a_new_version_are_written() {
    for (name, work, content) in [("essay", essay_work(), essay()), ("speech", speech_work(), speech())] {
        let path = sample(name);
        if !path.exists() {
            std::fs::write(path, write(work, content).unwrap().1).unwrap();
        }
    }
}
