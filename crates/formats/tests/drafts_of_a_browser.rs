//! Whether the texts beside the log open that browsers held before drafts had versions: every one was typed, drawn or spoken at a page of the
//! portal. They come from three visits, and stand here under the learner of the first.

#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use formats::backup::Slips;
use formats::draft::{self, Draft, Fields, Found, Name, Rest, Slip, bytes, erased};
use learning::deed::Profile;
use learning::sitting::Sitting;
use model::shared::ERASED_LISTS;
use serde_json::Value;
use youth::calendar::Look;
use youth::form::Typed;
use youth::versions::Versions;
use youth::{essay, mood, speech};

fn texts() -> Slips {
    serde_json::from_str(include_str!("../../../tests/frozen/drafts-of-a-browser.json")).unwrap()
}

/// It opens, and what is written of it has all that stood there, and its version.
fn opens<D: Draft>(name: &Name, text: &str) {
    let (found, rest) = draft::read::<D>(name, Some(text.to_owned()));
    let Found::Draft(draft) = found else { unreachable!("{name} does not open") };
    assert_eq!(rest, Rest::default(), "{name}");
    let mut written: Value = serde_json::from_str(&draft::write(&draft, &rest).unwrap()).unwrap();
    assert!(written.as_object_mut().unwrap().remove("v").is_some(), "{name}");
    assert_eq!(written, serde_json::from_str::<Value>(text).unwrap(), "{name}");
}

#[test]
fn every_text_of_a_browser_opens_and_is_written_whole() {
    for (whole, text) in texts() {
        let Some(Slip { name, .. }) = Slip::parse(&whole) else {
            assert!(ERASED_LISTS.contains(&whole.as_str()), "{whole}");
            assert_eq!(erased::read(&text).unwrap().len(), 1);
            continue;
        };
        match name {
            Name::Essay(_) => opens::<essay::Draft>(&name, &text),
            Name::Versions(_) => opens::<Versions>(&name, &text),
            Name::Speech(_) => opens::<speech::Draft>(&name, &text),
            Name::EntryForm(_) => opens::<Typed>(&name, &text),
            Name::Moods => opens::<mood::Kept>(&name, &text),
            Name::Programme => opens::<Look>(&name, &text),
            Name::Practice | Name::Test(_) => opens::<Sitting>(&name, &text),
            Name::Learner(_) | Name::NewLearner => opens::<Profile>(&name, &text),
            Name::Form(_) | Name::Goal(..) | Name::Bookmark(_) => opens::<Fields>(&name, &text),
            Name::Photo(..) | Name::Slice(..) => assert!(matches!(bytes::read(Some(text)), Found::Draft(_)), "{name}"),
            other => assert!(other.is_plain() && !text.is_empty(), "{other}"),
        }
    }
}

#[test]
fn the_pictures_and_the_sound_that_its_drafts_speak_of_are_there() {
    let texts = texts();
    let slips: Vec<(Slip, &String)> =
        texts.iter().filter_map(|(name, text)| Some((Slip::parse(name)?, text))).collect();
    let text = |wanted: &Name| slips.iter().find(|(slip, _)| slip.name == *wanted).map(|(_, text)| (*text).clone());
    let of = |kind: fn(&Name) -> bool| slips.iter().find(|(slip, _)| kind(&slip.name)).unwrap().0.name.clone();
    let name = of(|name| matches!(name, Name::Essay(_)));
    let essay = draft::read::<essay::Draft>(&name, text(&name)).0.draft().unwrap();
    let photo = Name::Photo(essay.contest.clone(), essay.photos[0].id.clone());
    assert!(bytes::read(text(&photo)).draft().unwrap().starts_with(&[0xff, 0xd8]));
    let name = of(|name| matches!(name, Name::Speech(_)));
    let speech = draft::read::<speech::Draft>(&name, text(&name)).0.draft().unwrap();
    let take = &speech.takes.all()[0];
    let slice = |number| Name::Slice(speech.contest.clone(), take.id.clone(), number);
    let sound = (0..take.slices).map(|number| bytes::read(text(&slice(number))).draft().unwrap().len() as u64);
    assert_eq!(sound.sum::<u64>(), take.bytes);
}
