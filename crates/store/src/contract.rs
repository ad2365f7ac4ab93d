//! What every store must do, as one suite for all of them.

use crate::{Contents, Draft, Identity, Record, Store, StoreError};
use model::{DeviceId, EventId, LearnerId};

/// A record; `number` makes it unlike others. The store never looks into its JSON.
#[must_use]
pub fn record(number: u8) -> Record {
    Record { id: EventId::new(i64::from(number), [number; 10]), json: format!("{{\"v\":1,\"event\":{number}}}") }
}

/// A stretch that goes on, written at a moment.
#[must_use]
pub fn draft(number: u8, touched_ms: i64) -> Draft {
    Draft { record: record(number), touched_ms, page: "a page".to_owned() }
}

/// Someone who uses a browser.
#[must_use]
pub fn identity(number: u8) -> Identity {
    Identity { learner: LearnerId::new(0, [number; 10]), device: DeviceId::new(0, [number + 100; 10]) }
}

/// Runs the suite; `fresh` gives an empty store each time it is called.
pub async fn check<S: Store>(fresh: impl AsyncFn() -> S) {
    appending_adds_all_and_twice_adds_nothing(fresh().await).await;
    what_came_later_is_read_alone(fresh().await).await;
    replacing_says_it_anew(fresh().await).await;
    a_draft_is_replaced_and_becomes_a_record(fresh().await).await;
    finishing_twice_adds_nothing(fresh().await).await;
    the_latest_word_on_a_stretch_stands(fresh().await).await;
    a_slip_is_written_over_and_taken_away(fresh().await).await;
    what_is_erased_is_gone(fresh().await).await;
    the_first_identity_stays(fresh().await).await;
    an_order_is_taken_once(fresh().await).await;
    what_is_numbered_is_appended_with_orders_of_its_own(fresh().await).await;
    a_closed_store_says_so(fresh().await).await;
}

async fn all(store: &impl Store) -> Contents {
    store.read(None).await.unwrap()
}

async fn appending_adds_all_and_twice_adds_nothing(store: impl Store) {
    assert_eq!(all(&store).await, Contents::default());
    assert_eq!(store.append(&[record(2), record(1)]).await, Ok(2));
    assert_eq!(store.has(record(1).id).await, Ok(true));
    assert_eq!(store.has(record(3).id).await, Ok(false));
    let other = Record { json: "{}".to_owned(), ..record(1) };
    store.append(&[other, record(3)]).await.unwrap();
    let contents = all(&store).await;
    assert_eq!(contents.records, [record(1), record(2), record(3)]);
    assert_eq!(contents.count, 3);
}

async fn what_came_later_is_read_alone(store: impl Store) {
    store.append(&[record(5)]).await.unwrap();
    let upto = all(&store).await.upto;
    assert_eq!(store.read(Some(upto)).await.unwrap().records, []);
    store.append(&[record(5), record(1)]).await.unwrap();
    store.finish_draft(&record(7)).await.unwrap();
    let later = store.read(Some(upto)).await.unwrap();
    assert_eq!(later.records, [record(1), record(7)]);
    assert_eq!(later.upto, all(&store).await.upto);
}

async fn replacing_says_it_anew(store: impl Store) {
    store.append(&[record(1)]).await.unwrap();
    let upto = all(&store).await.upto;
    let better = Record { json: "{\"better\":true}".to_owned(), ..record(1) };
    store.replace(&[better.clone(), record(2)]).await.unwrap();
    assert_eq!(all(&store).await.records, [better.clone(), record(2)]);
    assert_eq!(store.read(Some(upto)).await.unwrap().records, [better, record(2)]);
}

async fn a_draft_is_replaced_and_becomes_a_record(store: impl Store) {
    store.keep_draft(&draft(1, 5)).await.unwrap();
    store.keep_draft(&draft(1, 9)).await.unwrap();
    assert_eq!(all(&store).await.drafts, [draft(1, 9)]);
    store.finish_draft(&record(1)).await.unwrap();
    let contents = all(&store).await;
    assert_eq!((contents.records, contents.drafts), (vec![record(1)], vec![]));
}

async fn finishing_twice_adds_nothing(store: impl Store) {
    store.keep_draft(&draft(1, 5)).await.unwrap();
    assert_eq!(store.finish_draft(&record(1)).await, Ok(1));
    // As another tab might that saw the page gone.
    assert_eq!(store.finish_draft(&record(1)).await, Ok(1));
    let contents = all(&store).await;
    assert_eq!((contents.records, contents.drafts), (vec![record(1)], vec![]));
}

async fn what_is_numbered_is_appended_with_orders_of_its_own(store: impl Store) {
    let write = |first: u64| vec![Record { json: format!("{first}"), ..record(1) }, record(2)];
    assert_eq!(store.append_numbered(2, 6, &write).await, Ok(2));
    assert_eq!(all(&store).await.records.first().map(|record| record.json.as_str()), Some("7"));
    assert_eq!(store.take_orders(1, 0).await, Ok(9));
}

async fn an_order_is_taken_once(store: impl Store) {
    assert_eq!(store.take_orders(1, 0).await, Ok(1));
    assert_eq!(store.take_orders(3, 0).await, Ok(2));
    assert_eq!(store.take_orders(1, 0).await, Ok(5));
    assert_eq!(store.take_orders(1, 40).await, Ok(41));
    assert_eq!(store.take_orders(1, 7).await, Ok(42));
}

async fn the_latest_word_on_a_stretch_stands(store: impl Store) {
    let longer = Record { id: record(1).id, ..record(9) };
    store.finish_draft(&record(1)).await.unwrap();
    store.finish_draft(&longer).await.unwrap();
    assert_eq!(all(&store).await.records, [longer]);
}

async fn a_slip_is_written_over_and_taken_away(store: impl Store) {
    assert_eq!(store.slip("a/note").await, Ok(None));
    store.put_slip("a/note", "一").await.unwrap();
    store.put_slip("a/note", "一二").await.unwrap();
    assert_eq!(store.slip("a/note").await, Ok(Some("一二".to_owned())));
    store.put_slip("b/note", "二").await.unwrap();
    let all = [("a/note", "一二"), ("b/note", "二")].map(|(name, text)| (name.to_owned(), text.to_owned()));
    assert_eq!(store.slips().await, Ok(all.into()));
    assert_eq!(store.slip_names().await, Ok(vec!["a/note".to_owned(), "b/note".to_owned()]));
    store.put_slip("a/note", "").await.unwrap();
    assert_eq!(store.slip("a/note").await, Ok(None));
}

async fn what_is_erased_is_gone(store: impl Store) {
    store.append(&[record(1), record(2)]).await.unwrap();
    store.put_slip("a/note", "一").await.unwrap();
    store.put_slip("b/note", "二").await.unwrap();
    store.erase(&[record(1).id], "a/").await.unwrap();
    let contents = all(&store).await;
    assert_eq!((contents.records, contents.count), (vec![record(2)], 1));
    assert_eq!(store.read(Some(0)).await.unwrap().records, [record(2)]);
    assert_eq!(store.slip("a/note").await, Ok(None));
    assert_eq!(store.slip("b/note").await, Ok(Some("二".to_owned())));
}

async fn the_first_identity_stays(store: impl Store) {
    assert_eq!(store.identity(identity(1)).await, Ok((identity(1), false)));
    assert_eq!(store.identity(identity(2)).await, Ok((identity(1), false)));
}

async fn a_closed_store_says_so(store: impl Store) {
    store.append(&[record(1)]).await.unwrap();
    store.close();
    assert_eq!(store.append(&[record(2)]).await, Err(StoreError::Closed));
    assert_eq!(store.read(None).await, Err(StoreError::Closed));
    assert_eq!(store.slip("a").await, Err(StoreError::Closed));
}
