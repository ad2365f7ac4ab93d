//! Whether the list of what is stored has everything that is stored: a new deed or field does not compile here without a line.

use learning::Study;
use model::{ContestId, Deed, Moment};
use std::collections::BTreeSet;
use youth::consent::{Answer, Answering, Consent};
use youth::form::Form;
use youth::kept::{Deletion, LINES, Leaves, Place, What};
use youth::versions::Version;
use youth::{essay, mood, speech};

fn of_deed(deed: &Deed<Study>) -> What {
    match deed {
        Deed::Read(_) => What::Reading,
        Deed::Bookmarked(_) => What::Bookmarks,
        Deed::Retracted { .. } | Deed::Corrected { .. } => What::Corrections,
        Deed::Study(study) => of_study(study),
    }
}

fn of_study(study: &Study) -> What {
    match study {
        Study::Answered(_) => What::Answers,
        Study::Reviewed(_) | Study::Settled(_) => What::Recalls,
        Study::Remarked(_) => What::Remarks,
        Study::Highlighted(_) => What::Highlights,
        Study::Reflected(_) => What::Reflections,
        Study::Declared(_) => What::DeclaredHours,
        Study::Aimed(_) => What::Goals,
        Study::Introduced(_) => What::Profile,
        Study::Coming(_) => What::Coming,
        Study::Attended(_) => What::Attendance,
        Study::Served(_) => What::Service,
        Study::Played(_) => What::Scenes,
        Study::HandedIn(_) => What::Entries,
    }
}

/// A function that takes a type apart, field by field, each with its line. A field that is not named is an error.
macro_rules! fields {
    ($name:ident of $($type:ident)::+ { $($field:ident: $what:ident),+ }) => {
        fn $name($($type)::+ { $($field: _),+ }: &$($type)::+) -> BTreeSet<What> {
            [$(What::$what),+].into()
        }
    };
}

fields!(of_essay of essay::Draft {
    contest: Choice, group: Choice, title: Title, text: EssayText, theme: Outline, outline: Outline, photos: Photos,
    own_work: OwnWork, handed_in: Choice, edits: Times, started: Times, changed: Times
});
fields!(of_handed_in of essay::HandedIn { entry: Choice, revision: Choice });
fields!(of_photo of essay::Photo { id: Photos, turn: Photos, crop: Photos });
fields!(of_version of Version { number: Versions, at: Versions, why: Versions, title: Versions, text: Versions, count: Versions });
fields!(of_speech of speech::Draft {
    contest: Choice, group: Choice, title: Title, script: Script, per_minute: Script, takes: Takes,
    reviews: SelfReview, own_work: OwnWork, handed_in: Choice, edits: Times, started: Times, changed: Times
});
fields!(of_take of speech::Take {
    id: Takes, started_at: Takes, media_type: Takes, slices: Takes, bytes: Takes, ms: Takes, chosen: ChosenTake, end: Takes
});
fields!(of_form of Form {
    name: EntrantName, age: EntrantAge, school: School, class: School, teacher: Teacher, phone: Phone
});
fields!(of_consent of Consent {
    by: Guardian, taking_part: Consent, work: Consent, name: Consent, likeness: Consent, purpose: Consent, receiver: Consent,
    keeps: Consent, words: Consent, at: Consent
});

fn consent(at: Moment) -> Consent {
    let words = String::new;
    Consent {
        by: Answering::Entrant,
        taking_part: Answer::Yes,
        work: Answer::No,
        name: Answer::No,
        likeness: Answer::No,
        purpose: words(),
        receiver: words(),
        keeps: words(),
        words: words(),
        at,
    }
}

fn of_moods(mood::Kept { day: _, answers: mood::Answers(_) }: &mood::Kept) -> What {
    What::Moods
}

#[test]
fn every_name_has_its_own_line() {
    for line in LINES {
        assert_eq!(line.what.line(), *line);
    }
    assert_eq!(LINES.iter().map(|line| line.what).collect::<BTreeSet<_>>().len(), LINES.len());
}

#[test]
fn deeds_stand_in_the_record_and_go_with_the_learner() {
    let back = Deed::Retracted { event: model::EventId::new(0, [0; 10]) };
    let places = LINES.iter().filter(|line| line.place == Place::Record);
    assert!(places.clone().any(|line| line.what == of_deed(&back)));
    assert!(places.clone().all(|line| line.leaves == Leaves::InBackup && line.deletion == Deletion::WithLearner));
}

#[test]
fn what_a_draft_has_is_listed_outside_the_record() -> Result<(), model::id::IdError> {
    let (contest, now) = (ContestId::parse("zhengwen")?, Moment { unix_ms: 0, offset_minutes: 480 });
    let essay = essay::Draft::new(contest.clone(), now);
    let speech = speech::Draft::new(contest, now);
    let take = speech::Take::new("t".into(), now, "audio/webm".into());
    let photo = essay::Photo { id: "p".into(), turn: Default::default(), crop: Default::default() };
    let mut versions = youth::versions::Versions::default();
    versions.cut(youth::versions::Why::Asked, now, "", "一");
    let lists = [
        of_essay(&essay),
        of_handed_in(&essay::HandedIn::next(None, "e".into())),
        of_photo(&photo),
        of_version(&versions.all()[0]),
        of_speech(&speech),
        of_take(&take),
        of_form(&Form::default()),
        of_consent(&consent(now)),
        [of_moods(&mood::Kept { day: String::new(), answers: mood::Answers::default() })].into(),
    ];
    for what in lists.into_iter().flatten() {
        assert_ne!(what.line().place, Place::Record, "{what:?}");
    }
    Ok(())
}

#[test]
fn moods_pads_and_versions_do_not_go_to_the_organiser() {
    for what in [What::Moods, What::Outline, What::Versions, What::Takes, What::SelfReview, What::Script, What::Profile]
    {
        assert_ne!(what.line().leaves, Leaves::InEntry, "{what:?}");
    }
    assert_eq!(What::Moods.line().leaves, Leaves::IfChosen);
}
