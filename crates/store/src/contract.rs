//! What every store must do, as one suite for all of them.

use crate::{Draft, Identity, Store, StoreError};
use model::{Deed, DeviceId, DocumentId, Event, EventId, LearnerId, Moment, Stretch};

/// An event of a stretch of reading; `number` makes it unlike others.
#[must_use]
pub fn event(number: u8) -> Event {
    let stretch = Stretch {
        document: DocumentId::parse("lesson-1").unwrap(),
        title: "第一课".into(),
        address: "lessons/a/1/".into(),
        active_ms: u64::from(number) * 1_000,
        estimate_ms: 60_000,
        reached_end: false,
        place: None,
        hours_hundredths: 0,
    };
    Event {
        id: EventId::new(i64::from(number), [number; 10]),
        learner: LearnerId::new(0, [1; 10]),
        device: DeviceId::new(0, [2; 10]),
        order: u64::from(number),
        at: Moment { unix_ms: i64::from(number), offset_minutes: 480 },
        deed: Deed::Read(stretch),
    }
}

/// Someone who uses a browser.
#[must_use]
pub fn identity(number: u8) -> Identity {
    Identity { learner: LearnerId::new(0, [number; 10]), device: DeviceId::new(0, [number + 100; 10]) }
}

/// Runs the suite; `fresh` gives an empty store each time it is called.
pub async fn check<S: Store>(fresh: impl AsyncFn() -> S) {
    appending_adds_all_and_twice_adds_nothing(fresh().await).await;
    a_draft_is_replaced_and_becomes_an_event(fresh().await).await;
    a_draft_is_finished_at_once(fresh().await).await;
    the_latest_word_on_a_stretch_stands(fresh().await).await;
    the_first_identity_stays(fresh().await).await;
    a_closed_store_says_so(fresh().await).await;
}

async fn ids(store: &impl Store) -> Vec<EventId> {
    store.read().await.unwrap().events.iter().map(|event| event.id).collect()
}

async fn appending_adds_all_and_twice_adds_nothing(store: impl Store) {
    assert_eq!(store.read().await.unwrap(), crate::Contents::default());
    store.append(&[event(2), event(1)]).await.unwrap();
    store.append(&[event(1), event(3)]).await.unwrap();
    let contents = store.read().await.unwrap();
    assert_eq!(contents.events, [event(1), event(2), event(3)]);
    assert_eq!((contents.newer, contents.damaged, contents.missing), (0, 0, 0));
}

async fn a_draft_is_replaced_and_becomes_an_event(store: impl Store) {
    let draft = |touched_ms| Draft { event: event(1), touched_ms };
    store.keep_draft(&draft(5)).await.unwrap();
    store.keep_draft(&draft(9)).await.unwrap();
    assert_eq!(store.read().await.unwrap().drafts, [draft(9)]);
    store.finish_draft(&event(1)).await.unwrap();
    let contents = store.read().await.unwrap();
    assert_eq!((contents.events, contents.drafts), (vec![event(1)], vec![]));
}

async fn a_draft_is_finished_at_once(store: impl Store) {
    store.keep_draft(&Draft { event: event(1), touched_ms: 5 }).await.unwrap();
    let writing = store.finish_draft_now(&event(1));
    writing.await.unwrap();
    // Finishing it again, as another tab might, adds nothing.
    store.finish_draft(&event(1)).await.unwrap();
    let contents = store.read().await.unwrap();
    assert_eq!((contents.events, contents.drafts, contents.missing), (vec![event(1)], vec![], 0));
}

async fn the_latest_word_on_a_stretch_stands(store: impl Store) {
    let longer = Event { id: event(1).id, ..event(9) };
    store.finish_draft(&event(1)).await.unwrap();
    store.finish_draft(&longer).await.unwrap();
    assert_eq!(store.read().await.unwrap().events, [longer]);
}

async fn the_first_identity_stays(store: impl Store) {
    assert_eq!(store.identity(identity(1)).await, Ok(identity(1)));
    assert_eq!(store.identity(identity(2)).await, Ok(identity(1)));
}

async fn a_closed_store_says_so(store: impl Store) {
    store.append(&[event(1)]).await.unwrap();
    assert_eq!(ids(&store).await, [event(1).id]);
    store.close();
    assert_eq!(store.append(&[event(2)]).await, Err(StoreError::Closed));
    assert_eq!(store.read().await, Err(StoreError::Closed));
}
