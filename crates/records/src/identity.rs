//! Who learns in this browser now, and on which device.

use crate::erased::Erased;
use crate::notes::Notes;
use crate::seen::Seen;
use crate::surroundings::Surroundings;
use model::shared::{LEARNER_KEY, ROOM_KEY};
use model::{DeviceId, LearnerId};
use store::{Identity, Store, StoreError};

/// Where the identity is noted once more, for when that in the store is gone or cannot be read.
const COPY: &str = "huaide.identity";

/// Under which name it is told that an identity could not be read and had no copy.
pub(crate) const NAME: &str = "identity";

/// Who learns here now.
pub(crate) async fn read<S: Store>(
    store: &S,
    erased: &Erased,
    around: &dyn Surroundings,
    seen: &Seen,
) -> Result<Identity, StoreError> {
    let notes = around.notes();
    // A store that was emptied, or whose identity cannot be read, goes on as who it was.
    let copy = copy(&*notes);
    let candidate = copy.unwrap_or_else(|| somebody_new(around));
    let (first, gave_way) = store.identity(candidate).await?;
    if gave_way && copy.is_none() {
        seen.lose(NAME);
    }
    if let Ok(json) = serde_json::to_string(&first) {
        // Where it cannot be noted, the store has it.
        let _ = notes.set(COPY, &json);
    }
    let learner = chosen(&*notes).unwrap_or(first.learner);
    if !erased.contains(learner) {
        return Ok(Identity { learner, ..first });
    }
    // Nothing is recorded for somebody who was deleted: somebody new begins.
    let learner = somebody_new(around).learner;
    let _ = notes.set(LEARNER_KEY, &learner.to_string());
    Ok(Identity { learner, ..first })
}

fn copy(notes: &dyn Notes) -> Option<Identity> {
    serde_json::from_str(&notes.get(COPY)?).ok()
}

/// The learner that was chosen in this browser. Where many share it and nobody was, it is a guest.
fn chosen(notes: &dyn Notes) -> Option<LearnerId> {
    match notes.get(LEARNER_KEY) {
        Some(chosen) => Some(LearnerId::parse(&chosen).unwrap_or_else(guest)),
        None => notes.get(ROOM_KEY).map(|_| guest()),
    }
}

/// Who only looks: nothing of theirs stays, so one id does for all of them.
#[must_use]
pub fn guest() -> LearnerId {
    LearnerId::new(0, [0; 10])
}

fn somebody_new(around: &dyn Surroundings) -> Identity {
    let now = around.now().unix_ms;
    Identity { learner: LearnerId::new(now, around.ten_bytes()), device: DeviceId::new(now, around.ten_bytes()) }
}

#[cfg(test)]
mod tests {
    use super::guest;
    use model::shared::GUEST;

    #[test]
    fn the_worker_knows_the_guest() {
        assert_eq!(guest().to_string(), GUEST);
    }
}
