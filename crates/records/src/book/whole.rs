//! The whole log, for programs that show what all of it says.

use super::{Book, Opened, events};
use learning::Study;
use model::{Event, EventId, LearnerId};
use std::sync::Arc;
use store::{Store, StoreError};

/// All events of the learners of a browser. A clone shares them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whole(pub Arc<Vec<Event<Study>>>);

impl Book for Whole {
    type Study = Study;

    async fn open<S: Store>(store: &S, _: LearnerId) -> Result<Opened<Self>, StoreError> {
        let contents = store.read(None).await?;
        let (events, newer, damaged) = events(&contents.records);
        let (book, drafts, count) = (Self(Arc::new(events)), contents.drafts, contents.count);
        Ok(Opened { book, drafts, snapshot: None, newer, damaged, count })
    }

    fn take_in(&mut self, _: LearnerId, events: &[Event<Study>]) -> bool {
        let said_anew = events.iter().any(|event| self.has(event.id));
        let all = Arc::make_mut(&mut self.0);
        if said_anew {
            all.retain(|old| events.iter().all(|event| event.id != old.id));
        }
        all.extend_from_slice(events);
        true
    }

    fn order(&self) -> u64 {
        self.0.iter().map(|event| event.order).max().unwrap_or(0)
    }

    fn has(&self, id: EventId) -> bool {
        self.0.iter().any(|event| event.id == id)
    }

    fn leave_out(&mut self, is_gone: &dyn Fn(LearnerId) -> bool) -> bool {
        let before = self.0.len();
        if self.0.iter().any(|event| is_gone(event.learner)) {
            Arc::make_mut(&mut self.0).retain(|event| !is_gone(event.learner));
        }
        self.0.len() < before
    }
}
