//! Opening the store, which both programs do: with its witness outside, and who learns in this browser.

use crate::platform::{clock, local, page_events, random, web};
use model::{DeviceId, LearnerId};
use store::{Identity, IndexedDb, Kept, Memory, OpenError, Store, StoreError, Witness};
use ui::Trouble;

/// The name of the store.
const NAME: &str = "huaide";
/// Where the witness of the number of records is kept; other tabs hear when it changes.
pub const WITNESS: &str = "huaide.witness";
/// Where it is kept who learns in this browser now.
pub const CHOSEN: &str = "huaide.learner";
/// Where the minutes are kept after which a shared computer asks who is learning; public/boot.js counts them.
pub const ROOM: &str = "huaide.room";
/// Where the name of who is learning is kept, for pages that do not read the whole log.
pub const CALLED: &str = "huaide.name";
/// The slip that names the learners who were deleted for good, as a JSON array.
pub const ERASED: &str = "erased";

/// Opens the store, or its twin in memory where the browser has none, with the reason.
pub async fn open() -> (Kept, Option<Trouble>) {
    match IndexedDb::open(NAME, witness()).await {
        Ok(store) => (Kept::IndexedDb(store), None),
        Err(error) => (Kept::Memory(Memory::default()), Some(refusal(&error))),
    }
}

/// Who learns here now, and on which device.
pub async fn who(kept: &Kept) -> Result<Identity, StoreError> {
    let candidate = candidate();
    let first = kept.identity(candidate).await?;
    let learner = chosen().unwrap_or(first.learner);
    let erased = kept.slip(ERASED).await?.unwrap_or_default();
    if !erased.contains(&learner.to_string()) {
        return Ok(Identity { learner, ..first });
    }
    // Nothing is recorded for somebody who was deleted: somebody new begins.
    local::set(CHOSEN, &candidate.learner.to_string());
    Ok(Identity { learner: candidate.learner, ..first })
}

/// The learner that was chosen in this browser. Where many share it and nobody was, it is a guest.
fn chosen() -> Option<LearnerId> {
    match local::get(CHOSEN) {
        Some(chosen) => Some(LearnerId::parse(&chosen).unwrap_or_else(guest)),
        None => local::get(ROOM).map(|_| guest()),
    }
}

/// Who only looks: nothing of theirs stays, so one id does for all of them.
pub fn guest() -> LearnerId {
    LearnerId::new(0, [0; 10])
}

/// Loads the page again when somebody else was chosen: in another tab, or while the page was away.
pub fn follow_choice() {
    page_events::on_other_tab(CHOSEN, web::reload);
    let chosen = local::get(CHOSEN);
    page_events::on_return(move || {
        if local::get(CHOSEN) != chosen {
            web::reload();
        }
    });
}

fn candidate() -> Identity {
    let now = clock::now().unix_ms;
    Identity { learner: LearnerId::new(now, random::ten_bytes()), device: DeviceId::new(now, random::ten_bytes()) }
}

/// Remembers outside the store how many records it acknowledged.
fn witness() -> Witness {
    Witness::new(
        || local::get(WITNESS).and_then(|count| count.parse().ok()).unwrap_or(0),
        |count| local::set(WITNESS, &count.to_string()),
    )
}

fn refusal(error: &OpenError) -> Trouble {
    match error {
        OpenError::Refused(_) => Trouble::Refused,
        OpenError::Newer => Trouble::Newer,
        OpenError::Damaged(_) => Trouble::Damaged,
        OpenError::Blocked => Trouble::Blocked,
    }
}

/// Why something could not be read or written.
pub fn reason(error: &StoreError) -> Trouble {
    match error {
        StoreError::Full => Trouble::Full,
        StoreError::Damaged(_) => Trouble::Damaged,
        StoreError::Closed | StoreError::Aborted(_) | StoreError::Refused(_) => Trouble::Refused,
    }
}
