//! The room with the twin in memory: several pages of one browser, of different programs, that come and go.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod browser;

use browser::{Browser, bookmark, stretch};
use formats::backup::Changes;
use learning::Study;
use model::{Deed, Event, Saving, Trouble};
use records::book::{Reading, Whole};
use std::collections::BTreeSet;
use std::pin::pin;
use std::task::{Context, Waker};
use store::{Memory, Store};

/// How a record stands of which nothing is missing.
const SOUND: Saving = Saving::Saved { newer: 0, damaged: 0, missing: 0, lost: 0 };

fn orders(room: &browser::Page<Whole>) -> Vec<u64> {
    room.with_book(|book| book.0.iter().map(|event| event.order).collect())
}

#[test]
fn two_programs_that_add_in_turn_never_take_the_same_order() {
    let browser = Browser::default();
    let (reader, desk) = (browser.open::<Reading>(), browser.open::<Whole>());
    for _ in 0..5 {
        assert!(browser.run(reader.add(vec![bookmark()])));
        assert!(browser.run(desk.add(vec![bookmark(), bookmark()])));
    }
    browser.run(desk.read_again());
    let mut orders = orders(&desk);
    orders.sort_unstable();
    assert_eq!(orders, (1..=15).collect::<Vec<u64>>());
    browser.run(reader.read_again());
    assert_eq!(reader.with_book(|book| book.progress.bookmarks.len()), 15);
}

#[test]
fn what_is_read_while_the_page_lives_is_an_event_at_once() {
    let browser = Browser::default();
    let page = browser.open::<Reading>();
    let event = browser.run(page.begin_stretch(stretch(1_000))).unwrap();
    browser.run(page.keep_stretch(event.clone()));
    page.finish_stretch(event.clone());
    browser.settle();
    assert!(browser.run(browser.store.has(event.id)).unwrap());
    assert!(browser.contents().drafts.is_empty());
    assert!(browser.noted().is_empty());
}

#[test]
fn whoever_leaves_removes_nothing_and_the_next_start_takes_it_in() {
    let browser = Browser::default();
    let page = browser.open::<Reading>();
    let event = browser.run(page.begin_stretch(stretch(1_000))).unwrap();
    browser.run(page.keep_stretch(event.clone()));
    page.leave();
    let browser = browser.as_left();
    page.finish_stretch(Event { deed: stretch(9_000), ..event.clone() });
    drop(page.keep_slip("essay/a", "最后几个字"));
    browser.go(&page);
    let next = browser.open::<Whole>();
    let read: Vec<Deed<Study>> = next.with_book(|book| book.0.iter().map(|event| event.deed.clone()).collect());
    assert!(matches!(&read[..], [Deed::Read(stretch)] if stretch.active_ms == 9_000));
    assert_eq!(browser.run(next.slip("essay/a")), Ok(Some("最后几个字".to_owned())));
    assert!(browser.noted().is_empty());
    assert!(browser.contents().drafts.is_empty());
}

#[test]
fn a_browser_that_was_killed_brings_old_notes_back_and_no_text_becomes_older() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.keep_slip("essay/a", "一")).unwrap();
    page.leave();
    let as_left = browser.as_left();
    drop(page.keep_slip("essay/a", "一二"));
    as_left.go(&page);
    let on_the_disk = as_left.notes_on_the_disk();
    assert_eq!(as_left.noted().len(), 1);
    // It is taken in, written on, and then the browser is killed.
    let page = as_left.open::<Whole>();
    assert_eq!(as_left.run(page.slip("essay/a")), Ok(Some("一二".to_owned())));
    as_left.run(page.keep_slip("essay/a", "一二三")).unwrap();
    as_left.kill(&[&page], &on_the_disk);
    let page = as_left.open::<Whole>();
    assert_eq!(as_left.run(page.slip("essay/a")), Ok(Some("一二三".to_owned())));
    assert_eq!((page.saving(), as_left.noted().len()), (SOUND, 0));
    // Damage that comes after is told.
    let name = format!("{}/essay/a", page.who().unwrap().learner);
    as_left.run(as_left.store.put_slip(&name, "一二")).unwrap();
    assert_eq!(as_left.open::<Whole>().saving(), Saving::Saved { newer: 0, damaged: 0, missing: 0, lost: 1 });
}

#[test]
fn what_was_acknowledged_just_before_a_browser_was_killed_is_no_damage() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.keep_slip("essay/a", "一")).unwrap();
    let on_the_disk = browser.notes_on_the_disk();
    for text in ["一二", "一二三", ""] {
        browser.run(page.keep_slip("essay/a", text)).unwrap();
        browser.kill(&[&page], &on_the_disk);
        assert_eq!(browser.open::<Whole>().saving(), SOUND);
    }
}

#[test]
fn what_was_deleted_just_before_a_browser_was_killed_stays_deleted() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    page.leave();
    drop(page.keep_slip("essay/a", "一"));
    let on_the_disk = browser.notes_on_the_disk();
    page.come_back();
    browser.run(page.remove_slips("essay/a")).unwrap();
    browser.kill(&[&page], &on_the_disk);
    let page = browser.open::<Whole>();
    assert_eq!((browser.run(page.slip("essay/a")), page.saving()), (Ok(None), SOUND));
}

#[test]
fn what_is_noted_when_a_browser_is_killed_and_its_notes_are_as_new_as_its_store_is_taken_in() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.keep_slip("essay/a", "一")).unwrap();
    page.leave();
    let as_left = browser.as_left();
    drop(page.keep_slip("essay/a", "一二"));
    as_left.kill(&[&page], &browser.notes_on_the_disk());
    assert_eq!(as_left.run(as_left.open::<Whole>().slip("essay/a")), Ok(Some("一二".to_owned())));
}

#[test]
fn a_deed_that_is_under_way_when_the_page_is_left_is_taken_in_once_and_numbered() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.add(vec![bookmark()]));
    page.leave();
    let mut adding = pin!(page.add(vec![bookmark()]));
    assert!(adding.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
    browser.go(&page);
    let next = browser.open::<Whole>();
    assert_eq!(orders(&next), [1, 2]);
    assert!(browser.noted().is_empty());
    // The page was only frozen, and goes on: what it does once more is there already.
    page.live_on();
    assert!(browser.run(adding));
    assert_eq!(browser.contents().count, 2);
}

#[test]
fn a_page_that_was_hidden_and_lives_on_leaves_no_note() {
    let browser = Browser::default();
    let page = browser.open::<Reading>();
    let event = browser.run(page.begin_stretch(stretch(1_000))).unwrap();
    page.leave();
    page.finish_stretch(event.clone());
    browser.run(page.keep_slip("note", "一")).unwrap();
    browser.run(page.keep_slip("note", "")).unwrap();
    assert_eq!(browser.noted().len(), 2);
    page.live_on();
    browser.settle();
    assert!(browser.noted().is_empty());
    assert_eq!(browser.run(page.slip("note")), Ok(None));
    assert!(browser.run(browser.store.has(event.id)).unwrap());
}

#[test]
fn the_stretch_of_a_page_that_lives_is_left_to_it_and_becomes_an_event_when_it_is_gone() {
    let browser = Browser::default();
    let (page, other) = (browser.open::<Reading>(), browser.open::<Reading>());
    let event = browser.run(page.begin_stretch(stretch(5_000))).unwrap();
    browser.run(page.keep_stretch(event.clone()));
    browser.run(other.read_again());
    assert_eq!(other.with_going_on(<[_]>::len), 1);
    assert!(!browser.run(browser.store.has(event.id)).unwrap());
    // Killed: it noted nothing.
    browser.go(&page);
    browser.settle();
    assert!(browser.run(browser.store.has(event.id)).unwrap());
    assert_eq!(other.with_going_on(<[_]>::len), 0);
}

#[test]
fn where_the_browser_cannot_tell_what_nobody_touched_for_long_is_left() {
    let browser = Browser { tells: false, ..Browser::default() };
    let page = browser.open::<Reading>();
    let event = browser.run(page.begin_stretch(stretch(5_000))).unwrap();
    browser.run(page.keep_stretch(event.clone()));
    browser.open::<Reading>();
    assert!(!browser.run(browser.store.has(event.id)).unwrap());
    browser.pass(31_000);
    browser.open::<Reading>();
    assert!(browser.run(browser.store.has(event.id)).unwrap());
}

#[test]
fn a_deleted_learner_stays_deleted_with_one_list_damaged_and_nobody_is_removed_with_both() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.add(vec![bookmark()]));
    let gone = page.who().unwrap().learner;
    let erased = BTreeSet::from([gone]);
    page.choose(page.somebody_new());
    browser.run(page.add(vec![bookmark()]));
    assert!(browser.run(page.change(&Changes { erase: erased.clone(), erased, ..Changes::default() })));
    browser.settle();
    assert_eq!(orders(&page), [2]);
    browser.run(browser.store.put_slip("erased", "[\"01")).unwrap();
    assert!(!browser.open::<Whole>().is_here(gone));
    browser.run(browser.store.put_slip("erased-again", "[\"01")).unwrap();
    let next = browser.open::<Whole>();
    browser.run(next.sweep());
    assert_eq!(orders(&next), [2]);
    // It is told, also after somebody else was deleted.
    let told = Saving::Saved { newer: 0, damaged: 1, missing: 0, lost: 0 };
    assert_eq!(next.saving(), told);
    let erased = BTreeSet::from([next.somebody_new()]);
    assert!(browser.run(next.change(&Changes { erased, ..Changes::default() })));
    assert_eq!(browser.open::<Whole>().saving(), told);
}

#[test]
fn deleting_takes_along_what_was_noted_and_lowers_the_witness_by_no_more() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.add(vec![bookmark(), bookmark()]));
    let gone = page.who().unwrap().learner;
    page.leave();
    drop(page.keep_slip("essay/a", "一"));
    let other = browser.open::<Whole>();
    other.choose(other.somebody_new());
    browser.run(other.add(vec![bookmark()]));
    let erased = BTreeSet::from([gone]);
    assert!(browser.run(other.change(&Changes { erase: erased.clone(), erased, ..Changes::default() })));
    assert!(browser.noted().is_empty());
    assert_eq!(other.saving(), SOUND);
}

#[test]
fn a_text_that_is_gone_or_shortened_is_told_whatever_is_written_after_until_the_learner_says_so() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.keep_slip("essay/a", "一二三")).unwrap();
    assert_eq!(browser.open::<Reading>().saving(), SOUND);
    let name = format!("{}/essay/a", page.who().unwrap().learner);
    browser.run(browser.store.put_slip(&name, "一二")).unwrap();
    let page = browser.open::<Whole>();
    browser.run(page.keep_slip("essay/a", "新")).unwrap();
    let page = browser.open::<Reading>();
    assert_eq!(page.saving(), Saving::Saved { newer: 0, damaged: 0, missing: 0, lost: 1 });
    browser.run(page.accept_missing());
    assert_eq!(browser.open::<Reading>().saving(), SOUND);
}

#[test]
fn a_lost_text_that_is_put_back_is_told_no_more() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.keep_slip("essay/a", "一二三")).unwrap();
    let name = format!("{}/essay/a", page.who().unwrap().learner);
    browser.run(browser.store.put_slip(&name, "")).unwrap();
    let page = browser.open::<Whole>();
    browser.run(page.keep_slip("essay/a", "新")).unwrap();
    assert!(page.is_lost("essay/a") && !page.is_lost("essay/b"));
    assert_eq!(page.lost_texts(), std::slice::from_ref(&name));
    browser.run(page.put_back(&name, "一二三")).unwrap();
    assert!(!page.is_lost("essay/a"));
    assert_eq!(page.saving(), SOUND);
    assert_eq!(browser.run(browser.open::<Whole>().slip("essay/a")), Ok(Some("一二三".to_owned())));
}

#[test]
fn a_damaged_record_of_a_deleted_learner_goes_too() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.add(vec![bookmark()]));
    let gone = page.who().unwrap().learner;
    let mut hostile = browser.contents().records.remove(0);
    hostile.json = hostile.json.replace("\"order\":1,", "\"order\":18446744073709551615,");
    browser.run(browser.store.replace(&[hostile])).unwrap();
    let next = browser.open::<Whole>();
    assert_eq!(next.saving(), Saving::Saved { newer: 0, damaged: 1, missing: 0, lost: 0 });
    next.choose(next.somebody_new());
    let erased = BTreeSet::from([gone]);
    assert!(browser.run(next.change(&Changes { erase: erased.clone(), erased, ..Changes::default() })));
    assert_eq!(browser.contents().records, []);
}

#[test]
fn a_deed_after_the_last_order_is_kept_and_counts() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.add(vec![bookmark()]));
    let mut last = browser.contents().records.remove(0);
    last.json = last.json.replace("\"order\":1,", "\"order\":9007199254740991,");
    browser.run(browser.store.replace(&[last])).unwrap();
    let next = browser.open::<Whole>();
    assert!(browser.run(next.add(vec![bookmark(), bookmark()])));
    assert_eq!(orders(&browser.open::<Whole>()), [9_007_199_254_740_991; 3]);
}

/// Who was deleted elsewhere has nothing here: a hundred thousand of them are one look through the store, and not one each.
#[test]
fn a_hundred_thousand_deleted_learners_are_taken_in_at_once() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.add(vec![bookmark()]));
    let erased: BTreeSet<_> = (0..100_000).map(|number| model::LearnerId::new(number, [7; 10])).collect();
    let before = browser.store.calls();
    assert!(browser.run(page.change(&Changes { erased, ..Changes::default() })));
    assert_eq!((orders(&page), page.erased().len()), (vec![1], 100_000));
    let calls = browser.store.calls() - before;
    assert!(calls < 20, "{calls} calls of the store");
}

#[test]
fn an_emptied_store_is_told_until_the_learner_says_so() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.add(vec![bookmark(), bookmark()]));
    let browser = Browser { store: Memory::default(), ..browser };
    for _ in 0..2 {
        assert_eq!(browser.open::<Reading>().saving(), Saving::Saved { newer: 0, damaged: 0, missing: 2, lost: 0 });
    }
    let page = browser.open::<Reading>();
    browser.run(page.accept_missing());
    assert_eq!(browser.open::<Reading>().saving(), SOUND);
}

#[test]
fn what_is_missing_is_missing_whatever_comes_after() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.add(vec![bookmark(), bookmark()]));
    let read = browser.run(page.begin_stretch(stretch(1_000))).unwrap();
    page.leave();
    page.finish_stretch(read);
    browser.go(&page);
    assert_eq!(browser.noted().len(), 1);
    let browser = Browser { store: Memory::default(), ..browser };
    let missing = |saving| matches!(saving, Saving::Saved { missing: 2, .. });
    // What a page that left had noted comes in first.
    let page = browser.open::<Whole>();
    assert!(missing(page.saving()));
    browser.run(page.add(vec![bookmark(), bookmark(), bookmark()]));
    let page = browser.open::<Whole>();
    assert!(missing(page.saving()));
}

#[test]
fn a_browser_whose_store_forgot_who_it_was_stays_who_it_was() {
    let browser = Browser::default();
    let before = browser.open::<Whole>().who();
    let browser = Browser { store: Memory::default(), ..browser };
    assert_eq!(browser.open::<Whole>().who(), before);
}

#[test]
fn what_is_done_while_the_store_cannot_be_opened_says_nothing_of_it() {
    let browser = Browser::default();
    let page = browser.open::<Whole>();
    browser.run(page.keep_slip("essay/a", "一二三")).unwrap();
    browser.run(page.keep_slip("essay/b", "一二三")).unwrap();
    browser.run(page.add(vec![bookmark()]));
    let before = browser.notes_on_the_disk();
    let refused = Browser { store: Memory::default(), opens: false, ..browser.clone() };
    let page = refused.open::<Whole>();
    assert_eq!(page.saving(), Saving::Passing(Trouble::Refused));
    assert_eq!(refused.run(page.slip("essay/a")), Ok(None));
    let _ = refused.run(page.keep_slip("essay/b", "新"));
    refused.run(page.add(vec![bookmark(), bookmark()]));
    refused.run(page.remove_slips("essay/")).unwrap();
    assert_eq!(refused.notes_on_the_disk(), before);
    assert_eq!(browser.open::<Whole>().saving(), SOUND);
}

#[test]
fn a_store_that_cannot_be_read_gives_way_to_its_twin_and_takes_no_note_away() {
    let browser = Browser::default();
    let page = browser.open::<Reading>();
    page.leave();
    drop(page.keep_slip("note", "一"));
    browser.go(&page);
    browser.run(browser.store.put_slip("note", "")).unwrap();
    browser.store.close();
    let next = browser.open::<Reading>();
    assert_eq!(next.saving(), Saving::Passing(Trouble::Closed));
    assert_eq!(browser.noted().len(), 1);
    assert_eq!(browser.run(next.keep_slip("note", "二")), Err(Trouble::Closed));
}
