//! A package is read whole or refused with a reason.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

mod sample;

use entry::package::{Content, File, Limits, Package, Reason, page::Page, read, text, write};
use entry::{
    Manifest,
    manifest::{Kind, Media},
};
use sample::{Named, essay, packed, repacked, speech, work};
use std::io::{Cursor, Write};
use youth::consent::{Age, Answering, Missing};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn refused(bytes: &[u8]) -> Reason {
    read(bytes, &Limits::default()).unwrap_err()
}

#[test]
fn an_entry_comes_back_as_it_was_packed() {
    for content in [essay(), speech()] {
        let (package, bytes) = packed(content.clone());
        assert_eq!(read(&bytes, &Limits::default()), Ok(package));
        assert_eq!(packed(content).1, bytes, "the same entry gives the same bytes");
    }
    let (package, _) = packed(essay());
    let names: Vec<_> = package.parts().map(|(part, _)| part.name.as_str()).collect();
    assert_eq!(names, ["essay.txt", "essay.html", "photos/01.jpg", "photos/02.png"]);
    let file = package.parts().next().map(|(_, bytes)| String::from_utf8(bytes.to_vec()).unwrap()).unwrap();
    assert_eq!(text::read(&file), ("我家的门".to_owned(), "第一段。\n第二段。".to_owned()));
    let html = String::from_utf8_lossy(&package.contents[1]);
    assert!(html.contains("<img src=\"photos/02.png\" alt=\"照片 2\">") && !html.contains("小雨"), "{html}");
}

#[test]
fn nothing_is_packed_that_may_not_be_handed_over_or_is_empty() {
    let mut of_a_child = work();
    of_a_child.entrant.age = Age::Unknown;
    of_a_child.consent.by = Answering::Entrant;
    assert_eq!(write(of_a_child, essay()).unwrap_err(), Reason::Consent(Missing::Guardian));
    let check = |content: Content, expect: Reason| assert_eq!(write(work(), content).unwrap_err(), expect);
    let photo = |media| File { media, bytes: vec![1] };
    let typed = |text: Option<&str>, photos: Vec<File>| Content::Essay {
        text: text.map(str::to_owned),
        photos,
        page: Page::default(),
    };
    check(typed(None, vec![]), Reason::Empty);
    check(typed(Some(" \n"), vec![]), Reason::Empty);
    check(Content::Speech(File { media: Media::Webm, bytes: vec![] }), Reason::Empty);
    check(typed(None, vec![photo(Media::Webm)]), Reason::Name("audio/webm".to_owned()));
    check(Content::Speech(photo(Media::Jpeg)), Reason::Name("image/jpeg".to_owned()));
    let only_photos = write(work(), typed(None, vec![photo(Media::Jpeg)])).unwrap().0;
    assert_eq!(
        only_photos.parts().map(|(part, _)| part.name.as_str()).collect::<Vec<_>>(),
        ["essay.html", "photos/01.jpg"]
    );
}

#[test]
fn a_flip_of_any_bit_is_refused_or_changes_nothing() {
    let (package, whole) = packed(essay());
    let mut harmless = 0;
    for bit in 0..whole.len() * 8 {
        let mut changed = whole.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        if let Ok(read) = read(&changed, &Limits::default()) {
            assert_eq!(read, package, "bit {bit}");
            harmless += 1;
        }
    }
    // The content is most of the file; what may change are times, rights and versions of the zip format.
    assert!(harmless * 10 < whole.len() * 8, "{harmless} of {} bits do not matter", whole.len() * 8);
}

#[test]
fn a_package_that_ends_early_is_refused() {
    let (_, whole) = packed(essay());
    (0..whole.len()).for_each(|length| assert!(read(&whole[..length], &Limits::default()).is_err(), "{length}"));
    assert_eq!(refused(&whole[..whole.len() - 1]), Reason::Zip);
}

#[test]
fn what_another_program_packed_again_is_the_same_entry() {
    let (package, _) = packed(essay());
    let again = repacked(&package, CompressionMethod::Deflated, |files| {
        files.reverse();
        files.push(("photos/".to_owned(), Vec::new()));
    });
    assert_eq!(read(&again, &Limits::default()), Ok(package));
}

#[test]
fn every_file_is_one_that_the_manifest_names_and_an_entry_has() {
    let (package, _) = packed(essay());
    let check = |change: &dyn Fn(&mut Vec<Named>), expect: Reason| {
        assert_eq!(refused(&repacked(&package, CompressionMethod::Stored, change)), expect);
    };
    let name = str::to_owned;
    check(&|files| files.push((name("more.txt"), vec![])), Reason::Unknown(name("more.txt")));
    check(&|files| files.push((name("../../etc/passwd"), vec![])), Reason::Unknown(name("../../etc/passwd")));
    check(&|files| drop(files.remove(3)), Reason::Missing(name("photos/01.jpg")));
    check(&|files| drop(files.remove(0)), Reason::NoEntry);
    check(&|files| files.truncate(0), Reason::NoEntry);
    check(&|files| files[3].1[0] ^= 1, Reason::Changed(name("photos/01.jpg")));
    check(&|files| files[3].1.push(0), Reason::TooLarge(name("photos/01.jpg")));
    check(&|files| files[3].1.truncate(5), Reason::Changed(name("photos/01.jpg")));
}

#[test]
fn a_manifest_is_read_or_refused_with_a_reason() {
    let (package, _) = packed(essay());
    let check = |change: &dyn Fn(&mut Manifest), expect: Reason| {
        let mut manifest = package.manifest.clone();
        change(&mut manifest);
        let changed = Package { manifest, contents: package.contents.clone() };
        assert_eq!(refused(&repacked(&changed, CompressionMethod::Stored, |_| {})), expect);
    };
    let name = str::to_owned;
    check(&|manifest| manifest.v = 2, Reason::Newer(2));
    check(&|manifest| manifest.parts[2].name = name("../01.jpg"), Reason::Name(name("../01.jpg")));
    check(&|manifest| manifest.parts[2].name = name("photos/02.jpg"), Reason::Name(name("photos/02.jpg")));
    check(&|manifest| manifest.parts.swap(2, 3), Reason::Name(name("photos/02.png")));
    check(&|manifest| manifest.parts[3].media = Media::Webm, Reason::Name(name("photos/02.png")));
    check(&|manifest| manifest.parts[1].kind = Kind::Text, Reason::Name(name("essay.html")));
    check(&|manifest| manifest.parts[0].sha256 = "0".repeat(64), Reason::Changed(name("essay.txt")));
    check(&|manifest| manifest.parts[0].bytes = u64::MAX, Reason::TooLarge(name("essay.txt")));
    let text = |json: &str| refused(&repacked(&package, CompressionMethod::Stored, |files| files[0].1 = json.into()));
    assert!(matches!(text("{\"v\":1}"), Reason::Manifest(_)));
    assert!(matches!(text("{\"v\":"), Reason::Manifest(_)));
    assert_eq!(text("{\"v\":9,\"other\":[]}"), Reason::Newer(9));
    let mut twice = package.manifest.clone();
    twice.parts.push(twice.parts[0].clone());
    assert_eq!(text(&serde_json::to_string(&twice).unwrap()), Reason::Name(name("essay.txt")));
    let mut fewer = package.manifest.clone();
    fewer.parts.truncate(3);
    assert_eq!(text(&serde_json::to_string(&fewer).unwrap()), Reason::Unknown(name("photos/02.png")));
    let without_work = repacked(&package, CompressionMethod::Stored, |files| {
        let mut manifest = package.manifest.clone();
        manifest.parts = vec![manifest.parts[1].clone()];
        *files = vec![(name("manifest.json"), serde_json::to_vec(&manifest).unwrap()), files[2].clone()];
    });
    assert_eq!(refused(&without_work), Reason::Empty);
}

#[test]
fn what_is_larger_than_an_entry_is_not_unpacked() {
    let (_, whole) = packed(essay());
    let check = |bytes: &[u8], limits: Limits, expect: Reason| assert_eq!(read(bytes, &limits), Err(expect));
    let usual = Limits::default();
    let name = str::to_owned;
    check(&whole, Limits { files: 4, ..usual }, Reason::TooMany(4));
    check(&whole, Limits { total_bytes: 100, ..usual }, Reason::TooLarge(name("the file")));
    check(&whole, Limits { file_bytes: 500, ..usual }, Reason::TooLarge(name("essay.html")));
    let (bomb, _) = packed(Content::Speech(File { media: Media::Webm, bytes: vec![0; 4 << 20] }));
    let bomb = repacked(&bomb, CompressionMethod::Deflated, |_| {});
    assert!(bomb.len() < 20_000);
    check(&bomb, usual, Reason::TooLarge(name("audio/take.webm")));
}

#[test]
fn a_name_that_stands_twice_or_something_before_the_zip_is_refused() {
    let (_, whole) = packed(essay());
    // Two names of the same length, then one is written over the other.
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["manifest.json", "manifest.jsom"] {
        zip.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).unwrap();
        zip.write_all(b"{}").unwrap();
    }
    let twice = zip.finish().unwrap().into_inner();
    let twice: Vec<u8> = twice
        .iter()
        .enumerate()
        .map(|(at, byte)| {
            let is_last_letter = at >= 12 && &twice[at - 12..=at] == b"manifest.jsom";
            if is_last_letter { b'n' } else { *byte }
        })
        .collect();
    assert_eq!(refused(&twice), Reason::Zip);
    assert_eq!(refused(b"not a zip file"), Reason::Zip);
    assert_eq!(refused(&[b"#!/bin/sh\n".as_slice(), &whole].concat()), Reason::Zip);
}
