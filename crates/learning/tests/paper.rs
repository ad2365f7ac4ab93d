//! Tests on paper.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/generated.rs"]
mod generated;

use generated::{Generator, choice, matching, ordering, question};
use learning::grade::grade;
use learning::paper::{Answered, Paper, Shuffled, Version, arranged, letter};
use learning::{Bank, Kind, Question, Words};
use model::BankId;
use proptest::prelude::*;

const BOTH: Shuffled = Shuffled { questions: true, options: true };

fn named(id: &str, kind: Kind) -> Question {
    Question { id: model::QuestionId::parse(id).unwrap(), ..question(kind) }
}

fn bank(questions: Vec<Question>) -> Bank {
    Bank { id: BankId::parse("bank").unwrap(), title: "题库".to_owned(), lesson: None, questions }
}

fn sample() -> Bank {
    let calls = [("火警", "119"), ("报警", "110"), ("急救", "120"), ("", "114")];
    bank(vec![
        named("choice", choice(true, &[("a", 500), ("b", 0), ("c", 500), ("d", 0)])),
        named("judged", Kind::TrueFalse { right: true, on_true: Words::default(), on_false: Words::default() }),
        named("read", Kind::Description),
        named("pairs", matching(&calls)),
        named("order", ordering(&["一", "二", "三"])),
    ])
}

/// Whether some answer earns all.
fn can_be_right(question: &Question) -> bool {
    match &question.kind {
        Kind::Choice { options, several: false } => options.iter().any(|option| option.weight >= 1_000),
        Kind::Choice { options, several: true } => options.iter().any(|option| option.weight > 0),
        Kind::Matching { pairs } => pairs.iter().any(|pair| !pair.left.is_empty()),
        Kind::Ordering { items } => !items.is_empty(),
        _ => true,
    }
}

#[test]
fn the_same_version_prints_the_same_paper() {
    let version = Version::parse("A7K3").unwrap();
    let paper = Paper::new(&sample(), version, BOTH);
    assert_eq!(paper, Paper::new(&sample(), version, BOTH));
    let line = |printed: &learning::paper::Printed| {
        let answer = match &printed.answer {
            Answered::Letters(letters) => letters.concat(),
            Answered::Pairs(letters) => letters.join(" "),
            Answered::Plain(key) => format!("{key:?}"),
        };
        format!("{:?} {} {:?} {answer}", printed.number.unwrap_or(0), printed.place, printed.order)
    };
    let lines: Vec<String> = paper.printed.iter().map(line).collect();
    // Printed once, printed for ever: a paper that hangs on a wall still has its key.
    assert_eq!(
        lines,
        ["1 0 [1, 2, 0, 3] BC", "2 1 [] Judged(true)", "0 2 [] Open", "3 4 [1, 2, 0] CAB", "4 3 [1, 0, 2, 3] B A C"]
    );
}

#[test]
fn without_shuffling_all_stands_as_in_the_bank_but_no_solution() {
    let paper = Paper::new(&sample(), Version::new(1), Shuffled::default());
    let places: Vec<usize> = paper.printed.iter().map(|printed| printed.place).collect();
    assert_eq!(places, [0, 1, 2, 3, 4]);
    assert_eq!(paper.printed[0].order, [0, 1, 2, 3]);
    assert_eq!(paper.printed[0].answer, Answered::Letters(vec!["A".to_owned(), "C".to_owned()]));
    let numbers: Vec<Option<u32>> = paper.printed.iter().map(|printed| printed.number).collect();
    assert_eq!(numbers, [Some(1), Some(2), None, Some(3), Some(4)]);
    assert_ne!(paper.printed[4].order, [0, 1, 2]);
}

#[test]
fn a_change_of_one_question_leaves_the_others_where_they_are() {
    let mut changed = sample();
    changed.questions[0] = named("choice", choice(false, &[("x", 1_000), ("y", 0)]));
    let (before, after) = (Paper::new(&sample(), Version::new(9), BOTH), Paper::new(&changed, Version::new(9), BOTH));
    let others = |paper: &Paper| paper.printed.iter().filter(|printed| printed.place != 0).cloned().collect::<Vec<_>>();
    assert_eq!(others(&before), others(&after));
}

#[test]
fn letters_go_on_after_z() {
    let check = |place, expect: &str| assert_eq!(letter(place), expect);
    check(0, "A");
    check(25, "Z");
    check(26, "AA");
    check(27 * 26, "AAA");
}

proptest! {
    #[test]
    fn a_solution_never_stands_there_by_chance(seed: u32, length in 2_usize..8) {
        let names: Vec<String> = (0..length).map(|place| place.to_string()).collect();
        let pairs: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), name.as_str())).collect();
        let items: Vec<&str> = names.iter().map(String::as_str).collect();
        for kind in [matching(&pairs), ordering(&items)] {
            let mut order = arranged(&question(kind), seed, false);
            prop_assert!(!order.is_sorted());
            order.sort_unstable();
            prop_assert!(order.iter().enumerate().all(|(place, item)| usize::from(*item) == place));
        }
    }

    #[test]
    fn whoever_answers_by_the_key_has_all_right(seed: u32, of in 0_u64..1_000) {
        let mut generator = Generator::new(of);
        let questions = (0..6).map(|number| named(&format!("q{number}"), generator.question().kind)).collect();
        let bank = bank(questions);
        for printed in Paper::new(&bank, Version::new(seed), BOTH).printed {
            let question = &bank.questions[printed.place];
            let chosen = |letters: &[String]| -> Vec<u16> {
                letters.iter().map(|l| printed.order[(0..printed.order.len()).position(|at| letter(at) == *l).unwrap()]).collect()
            };
            let answer = match (&printed.answer, &question.kind) {
                (Answered::Letters(letters), Kind::Choice { several, .. }) => {
                    let letters = if *several { &letters[..] } else { &letters[..letters.len().min(1)] };
                    learning::Answer::Chosen(chosen(letters))
                }
                (Answered::Letters(letters), _) => learning::Answer::Ordered(chosen(letters)),
                (Answered::Pairs(letters), _) => learning::Answer::Matched(chosen(letters).into_iter().map(Some).collect()),
                (Answered::Plain(_), _) => continue,
            };
            let best = grade(question, &answer);
            prop_assert!(best.is_right() || !can_be_right(question), "{question:?} {printed:?} {answer:?}");
            let other = grade(question, &generator.answer(question));
            prop_assert!(other.earned <= best.earned, "{question:?} {printed:?} {answer:?}");
        }
    }
}
