//! What once broke a reader, and what could, breaks it no more.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use fuzz::portal::Portal;
use fuzz::{Case, TARGETS, corpus};
use std::time::{Duration, Instant};

/// Nobody waits longer for one text, even without optimisation on a busy machine.
const LONGEST: Duration = Duration::from_secs(20);

#[test]
fn every_case_of_the_corpus_is_answered_in_good_time() {
    for (name, open) in TARGETS {
        let target = open().unwrap();
        let cases = corpus::all(target.as_ref()).unwrap();
        for (folder, _) in target.folders() {
            assert!(cases.iter().filter(|case| case.folder == folder).count() > 1, "no seeds in {folder}");
        }
        for case in cases {
            let start = Instant::now();
            let read = target.read(&case);
            let time = start.elapsed();
            assert!(time < LONGEST, "{name}, {} {} took {time:?}", case.folder, case.name);
            assert!(read.is_ok(), "{name}, {} {}: {read:?}", case.folder, case.name);
        }
    }
}

#[test]
fn the_sound_portal_is_sound() {
    let portal = Portal::new().unwrap();
    let (folder, sound) = fuzz::Target::folders(&portal)[0];
    let read = portal.read(&Case { folder, name: String::new(), bytes: sound.to_vec() }).unwrap();
    assert_eq!(read.faults, []);
    assert!(read.content.is_some());
}
