//! What every store must do, as one suite for all of them.

use crate::{Contents, Draft, Identity, Record, Store, StoreError};
use model::{DeviceId, EventId, LearnerId};

/// A record; `number` makes it unlike others. The store never looks into its JSON.
#[must_use]
pub fn record(number: u8) -> Record {
    Record { id: EventId::new(i64::from(number), [number; 10]), json: format!("{{\"v\":1,\"event\":{number}}}") }
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
    a_draft_is_finished_at_once(fresh().await).await;
    the_latest_word_on_a_stretch_stands(fresh().await).await;
    a_slip_is_written_over_and_taken_away(fresh().await).await;
    what_is_erased_is_gone_and_not_missed(fresh().await).await;
    the_first_identity_stays(fresh().await).await;
    a_closed_store_says_so(fresh().await).await;
}

async fn all(store: &impl Store) -> Contents {
    store.read(None).await.unwrap()
}

async fn appending_adds_all_and_twice_adds_nothing(store: impl Store) {
    assert_eq!(all(&store).await, Contents::default());
    store.append(&[record(2), record(1)]).await.unwrap();
    let other = Record { json: "{}".to_owned(), ..record(1) };
    store.append(&[other, record(3)]).await.unwrap();
    let contents = all(&store).await;
    assert_eq!(contents.records, [record(1), record(2), record(3)]);
    assert_eq!(contents.missing, 0);
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
    let draft = |touched_ms| Draft { record: record(1), touched_ms };
    store.keep_draft(&draft(5)).await.unwrap();
    store.keep_draft(&draft(9)).await.unwrap();
    assert_eq!(all(&store).await.drafts, [draft(9)]);
    store.finish_draft(&record(1)).await.unwrap();
    let contents = all(&store).await;
    assert_eq!((contents.records, contents.drafts), (vec![record(1)], vec![]));
}

async fn a_draft_is_finished_at_once(store: impl Store) {
    store.keep_draft(&Draft { record: record(1), touched_ms: 5 }).await.unwrap();
    let writing = store.finish_draft_now(&record(1));
    writing.await.unwrap();
    // Finishing it again, as another tab might, adds nothing.
    store.finish_draft(&record(1)).await.unwrap();
    let contents = all(&store).await;
    assert_eq!((contents.records, contents.drafts, contents.missing), (vec![record(1)], vec![], 0));
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
    store.put_slip("a/note", "").await.unwrap();
    assert_eq!(store.slip("a/note").await, Ok(None));
}

async fn what_is_erased_is_gone_and_not_missed(store: impl Store) {
    store.append(&[record(1), record(2)]).await.unwrap();
    store.put_slip("a/note", "一").await.unwrap();
    store.put_slip("b/note", "二").await.unwrap();
    store.erase(&[record(1).id], "a/").await.unwrap();
    let contents = all(&store).await;
    assert_eq!((contents.records, contents.missing), (vec![record(2)], 0));
    assert_eq!(store.read(Some(0)).await.unwrap().records, [record(2)]);
    assert_eq!(store.slip("a/note").await, Ok(None));
    assert_eq!(store.slip("b/note").await, Ok(Some("二".to_owned())));
}

async fn the_first_identity_stays(store: impl Store) {
    assert_eq!(store.identity(identity(1)).await, Ok(identity(1)));
    assert_eq!(store.identity(identity(2)).await, Ok(identity(1)));
}

async fn a_closed_store_says_so(store: impl Store) {
    store.append(&[record(1)]).await.unwrap();
    store.close();
    assert_eq!(store.append(&[record(2)]).await, Err(StoreError::Closed));
    assert_eq!(store.read(None).await, Err(StoreError::Closed));
    assert_eq!(store.slip("a").await, Err(StoreError::Closed));
}
