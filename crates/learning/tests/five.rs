//! Today's five.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use learning::practice::{Candidate, History, Lesson, Memory, Morning, Recall, standing};
use model::{Day, LearnerId, QuestionId};
use proptest::prelude::*;

const TODAY: Day = Day(1_000);

fn id(name: &str) -> QuestionId {
    QuestionId::parse(name).unwrap()
}

fn learner(number: u8) -> LearnerId {
    LearnerId::new(0, [number; 10])
}

/// A history of days before today.
fn history(recalls: &[(i64, bool)]) -> History {
    let recall = |(ago, known): &(i64, bool)| Recall { day: Day(TODAY.0 - ago), known: *known };
    History::of(recalls.iter().map(recall).collect(), false)
}

/// A question: its id, how far its lesson was read, and how many days ago it was known or not.
type Asked<'a> = (&'a str, Lesson, &'a [(i64, bool)]);

/// The five, of questions with a lesson and the recalls they have.
fn five(questions: &[Asked<'_>]) -> Vec<String> {
    let ids: Vec<QuestionId> = questions.iter().map(|(name, ..)| id(name)).collect();
    let known = questions.iter().filter(|(.., recalls)| !recalls.is_empty());
    let morning = Morning::new(TODAY, known.map(|(name, _, recalls)| (id(name), history(recalls))));
    let lessons = questions.iter().map(|(_, lesson, _)| *lesson);
    let candidates: Vec<Candidate<'_>> =
        ids.iter().zip(lessons).map(|(question, lesson)| Candidate { question, lesson }).collect();
    morning.five(learner(1), &candidates).iter().map(ToString::to_string).collect()
}

/// Known for long and then once not: it comes back in some days only, and stands in the book meanwhile.
const LATELY_WRONG: &[(i64, bool)] = &[(900, true), (890, true), (850, true), (700, true), (1, false)];

#[test]
fn due_comes_first_then_wrong_then_new() {
    use Lesson::{Begun, Finished, Other};
    let lately = history(LATELY_WRONG);
    assert!(Memory::of(&lately.recalls).unwrap().due() > TODAY && standing(&lately).is_wrong());
    let questions: [Asked<'_>; 8] = [
        ("other", Other, &[]),
        ("begun", Begun, &[]),
        ("finished", Finished, &[]),
        ("known", Finished, &[(1, true)]),
        ("wrong", Other, LATELY_WRONG),
        ("due-yesterday", Other, &[(3, true)]),
        ("due-long-ago", Other, &[(50, true)]),
        ("due-today", Other, &[(1, false)]),
    ];
    assert_eq!(five(&questions), ["due-long-ago", "due-yesterday", "due-today", "wrong", "finished"]);
    assert_eq!(five(&questions[..5]), ["wrong", "finished", "begun", "other"]);
}

#[test]
fn another_learner_gets_other_new_questions_and_another_day_too() {
    let ids: Vec<QuestionId> = (0..40).map(|number| id(&format!("q{number}"))).collect();
    let candidates: Vec<Candidate<'_>> =
        ids.iter().map(|question| Candidate { question, lesson: Lesson::Other }).collect();
    let of = |day, learner| Morning::new(day, []).five(learner, &candidates);
    assert_ne!(of(TODAY, learner(1)), of(TODAY, learner(2)));
    assert_ne!(of(TODAY, learner(1)), of(Day(TODAY.0 + 1), learner(1)));
    // This choice is the same on every device, so it may never change.
    let chosen: Vec<String> = of(TODAY, learner(1)).iter().map(ToString::to_string).collect();
    assert_eq!(chosen, ["q28", "q4", "q26", "q13", "q9"]);
}

proptest! {
    #[test]
    fn the_five_are_the_same_all_day_and_in_any_order_of_candidates(
        pasts in prop::collection::vec(prop::collection::vec((1_i64..200, any::<bool>()), 0..5), 12),
        today in prop::collection::vec((0_usize..12, any::<bool>()), 0..20),
        order in Just((0_usize..12).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let ids: Vec<QuestionId> = (0..12).map(|number| id(&format!("q{number}"))).collect();
        let mut recalls: Vec<Vec<(i64, bool)>> = pasts.clone();
        let candidate = |place: usize| Candidate { question: &ids[place], lesson: Lesson::Begun };
        let morning = |recalls: &[Vec<(i64, bool)>]| {
            Morning::new(TODAY, ids.iter().cloned().zip(recalls.iter().map(|recalls| history(recalls))))
        };
        let before = morning(&recalls).five(learner(3), &(0..12).map(candidate).collect::<Vec<_>>());
        for (place, known) in today {
            recalls[place].push((0, known));
        }
        let after = morning(&recalls).five(learner(3), &order.into_iter().map(candidate).collect::<Vec<_>>());
        prop_assert_eq!(before, after);
    }
}
