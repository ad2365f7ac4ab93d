//! An entry to test with.

use entry::EntryId;
use entry::manifest::{Length, Media, Work};
use entry::package::{Content, File, Package, page::Page, write};
use model::{ContestId, GroupId, LearnerId, Moment};
use std::io::{Cursor, Write};
use youth::consent::{Age, Answer, Answering, Consent};
use youth::form::Form;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const MADE_AT: Moment = Moment { unix_ms: 1_801_000_000_000, offset_minutes: 480 };

/// A file with its name.
pub type Named = (String, Vec<u8>);

pub fn work() -> Work {
    let (contest, group) = (ContestId::parse("zhengwen-2027").unwrap(), GroupId::parse("xiaoxue").unwrap());
    Work {
        entry: EntryId::of(LearnerId::new(1, [1; 10]), &contest, &group),
        contest,
        rules: "a1b2c3".to_owned(),
        group,
        revision: 1,
        made_at: MADE_AT,
        title: "我家的门".to_owned(),
        length: Length::Characters { with_punctuation: 8, without_punctuation: 6 },
        entrant: Form { name: "小雨".to_owned(), age: Age::Years(10), ..Form::default() },
        consent: consent(),
    }
}

fn consent() -> Consent {
    Consent {
        by: Answering::Guardian { name: "王芳".to_owned(), relation: "母亲".to_owned() },
        taking_part: Answer::Yes,
        work: Answer::Yes,
        name: Answer::No,
        likeness: Answer::None,
        purpose: "评选".to_owned(),
        receiver: "社区关工委".to_owned(),
        keeps: "评奖结束后三个月内删除".to_owned(),
        words: "1".to_owned(),
        at: MADE_AT,
    }
}

pub fn essay() -> Content {
    Content::Essay {
        text: Some("第一段。\n第二段。\n".to_owned()),
        photos: vec![
            File { media: Media::Jpeg, bytes: b"the first page".to_vec() },
            File { media: Media::Png, bytes: b"the second page".to_vec() },
        ],
        page: Page {
            language: "zh-Hans".to_owned(),
            facts: vec![("征文".to_owned(), "我身边的自治".to_owned())],
            photo: "照片".to_owned(),
        },
    }
}

pub fn speech() -> Content {
    Content::Speech(File { media: Media::parse("audio/webm;codecs=opus").unwrap(), bytes: b"a take".to_vec() })
}

pub fn packed(content: Content) -> (Package, Vec<u8>) {
    write(work(), content).unwrap()
}

/// The zip file that another program makes of a package whose files were changed.
pub fn repacked(package: &Package, method: CompressionMethod, change: impl Fn(&mut Vec<Named>)) -> Vec<u8> {
    let mut files = vec![("manifest.json".to_owned(), serde_json::to_vec(&package.manifest).unwrap())];
    files.extend(package.parts().map(|(part, bytes)| (part.name.clone(), bytes.to_vec())));
    change(&mut files);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(&bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
