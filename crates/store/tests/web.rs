//! The store in a real browser: the common contract, and what only IndexedDB can do wrong.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::TransactionMode;
use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use store::contract::{self, draft, identity, record};
use store::{IndexedDb, Memory, OpenError, Record, Store, StoreError};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

thread_local!(static NAMES: Cell<u32> = const { Cell::new(0) });

/// A name that no other test uses; every run has a browser profile of its own.
fn name() -> String {
    NAMES.with(|names| names.set(names.get() + 1));
    format!("store-{}", NAMES.with(Cell::get))
}

async fn open(name: &str) -> IndexedDb {
    IndexedDb::open(name).await.unwrap()
}

/// Does two things at the same time: both are under way before either is complete.
async fn both<A, B>(one: impl Future<Output = A>, two: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut two) = (pin!(one), pin!(two));
    let (mut of_one, mut of_two) = (None, None);
    poll_fn(|context| {
        if of_one.is_none()
            && let Poll::Ready(answer) = one.as_mut().poll(context)
        {
            of_one = Some(answer);
        }
        if of_two.is_none()
            && let Poll::Ready(answer) = two.as_mut().poll(context)
        {
            of_two = Some(answer);
        }
        if of_one.is_some() && of_two.is_some() { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
    (of_one.unwrap(), of_two.unwrap())
}

/// Makes a database as version 1 did, with one record in it.
async fn version_1(name: &str) {
    let made = Database::open(name).with_version(1_u8).with_on_upgrade_needed(|_, database| {
        for store in ["events", "drafts", "about"] {
            database.create_object_store(store).build()?;
        }
        Ok(())
    });
    let database = made.await.unwrap();
    let transaction = database.transaction("events").with_mode(TransactionMode::Readwrite).build().unwrap();
    let Record { id, json } = record(1);
    transaction.object_store("events").unwrap().put(json.as_str()).with_key(id.to_string()).primitive().unwrap();
    transaction.commit().await.unwrap();
    database.close();
}

#[wasm_bindgen_test]
async fn indexed_db_keeps_the_contract() {
    contract::check(async || open(&name()).await).await;
}

#[wasm_bindgen_test]
async fn memory_keeps_the_contract() {
    contract::check(async || Memory::default()).await;
}

#[wasm_bindgen_test]
async fn what_was_acknowledged_is_there_after_opening_again() {
    let name = name();
    let store = open(&name).await;
    store.append(&[record(1)]).await.unwrap();
    store.identity(identity(1)).await.unwrap();
    store.close();
    let again = open(&name).await;
    assert_eq!(again.read(None).await.unwrap().records, [record(1)]);
    assert_eq!(again.identity(identity(2)).await, Ok((identity(1), false)));
}

#[wasm_bindgen_test]
async fn a_draft_is_written_even_if_nobody_waits() {
    let name = name();
    let store = open(&name).await;
    // As a page that goes away: never polled again, and its memory is gone.
    std::mem::forget(store.keep_draft(&draft(1, 1)));
    assert_eq!(open(&name).await.read(None).await.unwrap().drafts, [draft(1, 1)]);
}

#[wasm_bindgen_test]
async fn two_tabs_at_once_lose_nothing() {
    let name = name();
    let (one, two) = (open(&name).await, open(&name).await);
    for number in 0..50 {
        let (of_one, of_two) = ([record(2 * number)], [record(2 * number + 1)]);
        assert_eq!(
            both(one.append(&of_one), two.append(&of_two)).await,
            (Ok(2 * u32::from(number) + 1), Ok(2 * u32::from(number) + 2))
        );
    }
    assert_eq!(one.read(None).await.unwrap().records.len(), 100);
}

#[wasm_bindgen_test]
async fn two_tabs_that_start_at_once_agree_who_the_learner_is() {
    let name = name();
    let (one, two) = (open(&name).await, open(&name).await);
    let (of_one, of_two) = both(one.identity(identity(1)), two.identity(identity(2))).await;
    assert_eq!(of_one.unwrap().0, of_two.unwrap().0);
}

#[wasm_bindgen_test]
async fn a_newer_database_is_not_taken_for_an_empty_one() {
    let name = name();
    Database::open(name.as_str()).with_version(9_u8).await.unwrap().close();
    let answer = IndexedDb::open(&name).await.map(|_| ());
    assert_eq!(answer, Err(OpenError::Newer));
}

#[wasm_bindgen_test]
async fn a_half_made_database_is_damaged_and_not_empty() {
    let name = name();
    Database::open(name.as_str()).with_version(1_u8).await.unwrap().close();
    let answer = IndexedDb::open(&name).await.map(|_| ());
    assert!(matches!(answer, Err(OpenError::Damaged(_))), "{answer:?}");
}

#[wasm_bindgen_test]
async fn a_database_of_version_1_is_taken_over() {
    let name = name();
    version_1(&name).await;
    let store = open(&name).await;
    assert_eq!(store.read(None).await.unwrap().records, [record(1)]);
    store.append(&[record(1), record(2)]).await.unwrap();
    assert_eq!(store.read(None).await.unwrap().records, [record(1), record(2)]);
    assert_eq!(store.read(Some(0)).await.unwrap().records, [record(2)]);
}

#[wasm_bindgen_test]
async fn a_slip_is_written_even_if_nobody_waits() {
    let name = name();
    let store = open(&name).await;
    // As a page that goes away: never polled again, and its memory is gone.
    std::mem::forget(store.put_slip("a/note", "一"));
    assert_eq!(open(&name).await.slip("a/note").await, Ok(Some("一".to_owned())));
}

#[wasm_bindgen_test]
async fn two_tabs_at_once_take_different_orders() {
    let name = name();
    let (one, two) = (open(&name).await, open(&name).await);
    let mut taken = Vec::new();
    for _ in 0..20 {
        let (of_one, of_two) = both(one.take_orders(1, 0), two.take_orders(1, 0)).await;
        taken.extend([of_one.unwrap(), of_two.unwrap()]);
    }
    taken.sort_unstable();
    assert_eq!(taken, (1..=40).collect::<Vec<u64>>());
}

#[wasm_bindgen_test]
async fn an_identity_that_cannot_be_read_gives_way_to_the_candidate() {
    let name = name();
    let store = open(&name).await;
    store.identity(identity(1)).await.unwrap();
    let database = Database::open(name.as_str()).await.unwrap();
    let transaction = database.transaction("about").with_mode(TransactionMode::Readwrite).build().unwrap();
    transaction.object_store("about").unwrap().put("{\"learner\":\"").with_key("identity").primitive().unwrap();
    transaction.commit().await.unwrap();
    assert_eq!(store.identity(identity(2)).await, Ok((identity(2), true)));
    assert_eq!(store.identity(identity(3)).await, Ok((identity(2), false)));
}

#[wasm_bindgen_test]
async fn a_tab_that_needs_a_newer_version_is_let_through() {
    let name = name();
    let old = open(&name).await;
    old.append(&[record(1)]).await.unwrap();
    let newer = Database::open(name.as_str()).with_version(3_u8).await.unwrap();
    assert_eq!(old.append(&[record(2)]).await, Err(StoreError::Closed));
    newer.close();
}
