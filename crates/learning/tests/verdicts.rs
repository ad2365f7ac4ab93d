//! The same answer gets the same verdict natively and in WebAssembly, and comes back on the same day. This file is run in both.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

#[path = "support/generated.rs"]
mod generated;

use generated::Generator;
use learning::grade::grade;
use learning::practice::{Memory, Recall};
use model::Day;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const PAIRS: u32 = 10_000;
/// Whoever changes a rule of grading changes this number, and says in the CHANGELOG what is graded otherwise.
const VERDICTS: u64 = 91_453_406_934_378_751;
const INTERVALS: u64 = 97_024_091_817_319_252;

fn mixed(hash: u64, number: u32) -> u64 {
    (hash ^ u64::from(number)).wrapping_mul(0x0100_0000_01b3).rotate_left(17)
}

#[test]
fn ten_thousand_verdicts_are_the_same_everywhere() {
    let mut generator = Generator::new(42);
    let (mut hash, mut right, mut partly) = (0, 0, 0);
    for _ in 0..PAIRS {
        let question = generator.question();
        let answer = generator.answer(&question);
        let verdict = grade(&question, &answer);
        hash = mixed(hash, u32::from(verdict.earned));
        right += u32::from(verdict.is_right());
        partly += u32::from(verdict.earned > 0 && !verdict.is_right());
    }
    assert!(right > PAIRS / 8 && partly > PAIRS / 10, "{right} right, {partly} partly");
    assert_eq!(hash, VERDICTS);
}

#[test]
fn two_thousand_memories_come_back_on_the_same_day_everywhere() {
    let mut generator = Generator::new(43);
    let mut hash = 0;
    for _ in 0..2_000 {
        let mut day = 0;
        let mut recalls = vec![];
        for _ in 0..=generator.below(12) {
            day += [0, 0, 1, 2, 3, 7, 20, 60, 200][generator.below(9)];
            recalls.push(Recall { day: Day(day), known: generator.below(4) > 0 });
        }
        hash = mixed(hash, Memory::of(&recalls).map_or(0, |memory| memory.interval));
    }
    assert_eq!(hash, INTERVALS);
}
