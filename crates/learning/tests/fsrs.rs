//! Memory agrees with what others published and computed, state by state.

#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use learning::practice::{Memory, Recall};
use model::Day;
use serde::Deserialize;

#[derive(Deserialize)]
struct Vectors {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    recalls: Vec<(i64, bool)>,
    states: Vec<(f32, f32, u32)>,
}

#[derive(Deserialize)]
struct Published {
    states: Vec<State>,
    intervals: Vec<Intervals>,
}

#[derive(Deserialize)]
struct State {
    source: String,
    recalls: Vec<(i64, bool)>,
    stability: f32,
    difficulty: f32,
}

#[derive(Deserialize)]
struct Intervals {
    source: String,
    known: Vec<bool>,
    intervals: Vec<u32>,
}

fn memory(recalls: &[(i64, bool)]) -> Memory {
    let recalls: Vec<Recall> = recalls.iter().map(|(day, known)| Recall { day: Day(*day), known: *known }).collect();
    Memory::of(&recalls).unwrap()
}

/// To four decimals; of a large number, where a 32-bit float has none, to as many digits as it has.
fn close(ours: f32, theirs: f32) -> bool {
    (ours - theirs).abs() <= 0.00005_f32.max(theirs.abs() * 0.000_005)
}

#[test]
fn memory_is_what_py_fsrs_computes() {
    let vectors: Vectors = serde_json::from_str(include_str!("../../../tests/fixtures/fsrs/vectors.json")).unwrap();
    assert_eq!(vectors.cases.len(), 60);
    for case in vectors.cases {
        for (length, (stability, difficulty, interval)) in (1..).zip(case.states) {
            let recalls = &case.recalls[..length];
            let memory = memory(recalls);
            assert!(close(memory.stability, stability), "{recalls:?}: {} {stability}", memory.stability);
            assert!(close(memory.difficulty, difficulty), "{recalls:?}: {} {difficulty}", memory.difficulty);
            assert_eq!(memory.interval, interval, "{recalls:?}");
        }
    }
}

#[test]
fn memory_is_what_was_published() {
    let published: Published =
        serde_json::from_str(include_str!("../../../tests/fixtures/fsrs/published.json")).unwrap();
    for state in published.states {
        let memory = memory(&state.recalls);
        assert!(close(memory.stability, state.stability), "{}: {}", state.source, memory.stability);
        assert!(close(memory.difficulty, state.difficulty), "{}: {}", state.source, memory.difficulty);
    }
    for row in published.intervals {
        let (mut day, mut recalls) = (0, vec![]);
        for (known, interval) in row.known.into_iter().zip(row.intervals) {
            recalls.push((day, known));
            // What others repeat after minutes comes back tomorrow here, and is learned meanwhile all the same.
            if interval > 0 {
                assert_eq!(memory(&recalls).interval, interval, "{}: {recalls:?}", row.source);
            }
            day += i64::from(interval);
        }
    }
}

#[test]
fn nothing_recalled_is_nothing_remembered() {
    assert_eq!(Memory::of(&[]), None);
}

#[test]
fn the_order_of_a_merged_log_does_not_matter_between_days() {
    assert_eq!(memory(&[(0, true), (3, false), (9, true)]), memory(&[(9, true), (0, true), (3, false)]));
    assert_eq!(memory(&[(0, true), (9, true)]).due(), Day(9 + i64::from(memory(&[(0, true), (9, true)]).interval)));
}
