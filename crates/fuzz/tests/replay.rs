//! What once broke the publisher, and what could, breaks it no more.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use fuzz::portal::Portal;
use fuzz::{Case, KINDS, Kind, corpus, portal};
use std::time::{Duration, Instant};

/// Nobody waits longer for one text, even without optimisation on a busy machine.
const LONGEST: Duration = Duration::from_secs(20);

#[test]
fn every_case_of_the_corpus_is_answered_in_good_time() {
    let portal = Portal::new().unwrap();
    let cases = corpus::all().unwrap();
    for kind in KINDS {
        assert!(cases.iter().filter(|case| case.kind == kind).count() > 1, "no seeds for {kind:?}");
    }
    for case in cases {
        let start = Instant::now();
        let read = portal.read(&case).unwrap();
        let time = start.elapsed();
        assert!(time < LONGEST, "{:?} {} took {time:?}", case.kind, case.name);
        assert!(read.content.is_some() || !read.faults.is_empty(), "{:?} {}: no word", case.kind, case.name);
    }
}

#[test]
fn the_sound_portal_is_sound() {
    let case = Case { kind: Kind::Lesson, name: String::new(), bytes: portal::sound(Kind::Lesson).to_vec() };
    let read = Portal::new().unwrap().read(&case).unwrap();
    assert_eq!(read.faults, []);
    assert!(read.content.is_some());
}
