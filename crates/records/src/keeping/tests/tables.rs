//! Tables: at this millisecond this happens, and this is ordered.

use super::{aside, check, own};
use crate::keeping::Event::{
    Composed, Composing, Deleted, Deleting, Free, Hidden, Key, Leaving, NotTaken, Returned, Room, Shown, SignOfLife,
    Taken, Took, Wanted, Woken, Written,
};
use crate::keeping::{Keeping, Standing};
use model::Trouble::Full;

const OK: Result<(), model::Trouble> = Ok(());

fn blank() -> Keeping {
    Keeping::new(false, Standing::Here)
}

#[test]
fn a_key_is_kept_in_a_moment_and_the_first_time_it_is_said_at_once() {
    let table = [
        (1_000, Key, "going, wake 1250"),
        (1_100, Key, "wake 1250"),
        (1_250, Woken, "begin 1, wake 1400"),
        (1_280, Written(own(1), OK), "kept, wake 1400"),
        (1_400, Woken, "look"),
    ];
    check(blank(), &table);
}

#[test]
fn who_writes_on_is_told_now_and_then_and_who_pauses_a_little_later() {
    let table = [
        (0, Key, "going, wake 250"),
        (250, Woken, "begin 1, wake 300"),
        (260, Written(own(1), OK), "kept, wake 300"),
        (290, Key, "going, wake 540"),
        (540, Woken, "begin 2, wake 590"),
        (550, Key, "wake 850"),
        (560, Written(own(2), OK), "wake 810"),
        (810, Woken, "begin 3, wake 850"),
        (820, Written(own(3), OK), "wake 850"),
        (850, Woken, "look, wake 1020"),
        (1_020, Woken, "kept"),
    ];
    check(blank(), &table);
}

#[test]
fn what_is_written_is_looked_at_now_and_then_without_a_pause_too() {
    let mut keeping = blank();
    let looks: Vec<u64> = (0..100)
        .map(|number| number * 100)
        .filter(|now| {
            let _ = keeping.on(Key, *now);
            keeping.on(Woken, *now).look
        })
        .collect();
    assert_eq!(looks, [3_300, 6_600, 9_900]);
}

#[test]
fn one_writing_at_a_time_and_the_latest_words_next() {
    let table = [
        (0, Key, "going, wake 250"),
        (250, Woken, "begin 1, wake 300"),
        (300, Woken, "look, wake 2000"),
        (400, Key, "wake 700"),
        (700, Woken, "look, wake 2000"),
        (900, Written(own(1), OK), "wake 1150"),
        (1_150, Woken, "begin 2, wake 2400"),
        (1_200, Written(own(2), OK), "kept"),
    ];
    check(blank(), &table);
}

#[test]
fn a_page_that_is_hidden_or_left_writes_at_once_what_no_writing_has() {
    let table = [
        (0, Key, "going, wake 250"),
        (10, Hidden, "begin 1, wake 300"),
        (20, Key, "wake 320"),
        (30, Leaving, "begin 2, wake 320"),
        (40, Hidden, "wake 320"),
        (50, Written(own(1), OK), "wake 320"),
        (60, Written(own(2), OK), "kept, wake 320"),
        (70, Shown, "wake 320"),
    ];
    check(blank(), &table);
    check(blank(), &[(0, Hidden, ""), (1, Leaving, ""), (2, Returned, "elsewhere, anew")]);
}

#[test]
fn what_failed_is_tried_again_by_itself_and_at_the_next_sign_of_life() {
    let table = [
        (0, Key, "going, wake 250"),
        (250, Woken, "begin 1, wake 300"),
        (260, Written(own(1), Err(Full)), "full, ask, wake 300"),
        (300, Woken, "look, wake 3260"),
        (3_260, Woken, "begin 2"),
        (3_270, Written(own(2), Err(Full)), "wake 6270"),
        (3_400, SignOfLife, "wake 6270"),
        (4_270, SignOfLife, "begin 3"),
        (4_280, Written(own(3), Err(Full)), "wake 7280"),
        (4_300, Room, "begin 4"),
        (4_310, Written(own(4), Err(Full)), "wake 7310"),
        (5_000, Shown, "begin 5"),
        (5_010, Written(own(5), OK), "kept, ask no more"),
        (9_000, SignOfLife, ""),
    ];
    check(blank(), &table);
}

#[test]
fn keys_after_a_failure_try_again_soon_and_say_nothing_else() {
    let table = [
        (0, Key, "going, wake 250"),
        (250, Woken, "begin 1, wake 300"),
        (260, Written(own(1), Err(Full)), "full, ask, wake 300"),
        (280, Key, "wake 580"),
        (580, Woken, "look, wake 1260"),
        (1_260, Woken, "begin 2"),
        (1_265, Key, "wake 1565"),
        (1_270, Written(own(2), OK), "going, ask no more, wake 1520"),
        (1_520, Woken, "begin 3, wake 1565"),
        (1_530, Written(own(3), OK), "kept, wake 1565"),
    ];
    check(blank(), &table);
}

#[test]
fn words_that_wait_for_long_are_asked_for_whatever_they_wait_for() {
    let table = [
        (0, Key, "going, wake 250"),
        (250, Woken, "begin 1, wake 300"),
        (300, Woken, "look, wake 2000"),
        (2_000, Woken, "ask"),
        (9_000, Written(own(1), OK), "kept, ask no more"),
    ];
    check(blank(), &table);
}

#[test]
fn half_a_word_is_kept_and_not_looked_at() {
    let table = [
        (0, Composing, ""),
        (10, Key, "going, wake 260"),
        (260, Woken, "begin 1, wake 310"),
        (270, Written(own(1), OK), "kept, wake 310"),
        (310, Woken, ""),
        (400, Composed, "going, wake 650"),
        (650, Woken, "begin 2, wake 700"),
        (660, Written(own(2), OK), "wake 700"),
        (700, Woken, "look, wake 860"),
        (860, Woken, "kept"),
    ];
    check(blank(), &table);
}

#[test]
fn another_tab_that_takes_over_in_time_gets_the_last_words() {
    let table = [
        (0, Key, "going, wake 250"),
        (50, Taken { in_time: true }, "begin 1, hand over, taken, wake 300"),
        (60, Written(own(1), OK), "kept, wake 300"),
        (300, Woken, "look"),
        (900, Wanted, "taking, take"),
        (950, Took { found: true }, "here"),
        (960, Free, ""),
    ];
    check(blank(), &table);
}

#[test]
fn words_that_come_too_late_go_aside() {
    let table = [
        (0, Key, "going, wake 250"),
        (250, Woken, "begin 1, wake 300"),
        (1_500, Taken { in_time: false }, "aside 2, hand over, taken, wake 300"),
        (1_510, Written(own(1), OK), "wake 300"),
        (1_520, Written(aside(2), OK), "kept aside, wake 300"),
        (1_530, Woken, "look"),
    ];
    check(blank(), &table);
}

#[test]
fn the_first_key_goes_aside_where_another_tab_was_sooner_and_nobody_had_said_so() {
    let table = [
        (0, Taken { in_time: false }, "hand over, taken"),
        (0, Key, "going, wake 250"),
        (250, Woken, "aside 1, wake 300"),
        (260, Written(aside(1), OK), "kept aside, wake 300"),
        (300, Woken, "look"),
        (900, Wanted, "taking, take"),
        (950, Took { found: false }, "untouched, here"),
    ];
    check(blank(), &table);
}

#[test]
fn a_tab_takes_over_when_its_own_words_are_safe_and_not_before() {
    let stranded = [
        (0, Key, "going, wake 250"),
        (50, Taken { in_time: false }, "aside 1, hand over, taken, wake 300"),
        (60, Written(aside(1), Err(Full)), "full, ask, wake 300"),
        (100, Wanted, "aside 2, taking, wake 300"),
        (110, Written(aside(2), Err(Full)), "taken, wake 300"),
        (200, Free, "aside 3, taking, wake 300"),
        (210, Written(aside(3), OK), "kept aside, ask no more, take, wake 300"),
        (220, Took { found: true }, "kept, here, wake 300"),
    ];
    check(blank(), &stranded);
    let unreadable = [
        (0, Wanted, "taking, take"),
        (10, NotTaken(Full), "full, elsewhere"),
        (20, Wanted, "taking, take"),
        (30, Took { found: false }, "untouched, here"),
    ];
    check(Keeping::new(true, Standing::Elsewhere), &unreadable);
}

#[test]
fn a_page_that_is_brought_back_replaces_nothing_that_it_could_not_write() {
    let table = [
        (0, Key, "going, wake 250"),
        (10, Leaving, "begin 1, wake 300"),
        (20, Returned, "aside 2, taking, wake 300"),
        (30, Written(aside(2), OK), "kept aside, take, wake 300"),
    ];
    check(blank(), &table);
}

#[test]
fn what_was_deleted_is_not_written_again() {
    let table = [
        (0, Key, "going, wake 250"),
        (250, Woken, "begin 1, wake 300"),
        (260, Deleting, "wake 300"),
        (270, Key, "wake 570"),
        (280, Written(own(1), OK), "wake 570"),
        (290, Hidden, "wake 570"),
        (300, Deleted(OK), "untouched, wake 570"),
        (570, Woken, "look"),
        (600, Key, "going, wake 850"),
        (610, Deleting, "wake 900"),
        (620, Deleted(Err(Full)), "wake 870"),
        (870, Woken, "begin 2, wake 900"),
    ];
    check(blank(), &table);
}
