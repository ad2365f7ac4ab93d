//! Opening the store, which both programs do: with its witness outside, and who learns in this browser.

use crate::platform::{clock, local, random};
use model::{DeviceId, LearnerId};
use store::{Identity, IndexedDb, Kept, Memory, OpenError, Store, StoreError, Witness};
use ui::Trouble;

/// The name of the store.
const NAME: &str = "huaide";
/// Where the witness of the number of records is kept; other tabs hear when it changes.
pub const WITNESS: &str = "huaide.witness";
/// Where it is kept who learns in this browser now.
pub const CHOSEN: &str = "huaide.learner";

/// Opens the store, or its twin in memory where the browser has none, with the reason.
pub async fn open() -> (Kept, Option<Trouble>) {
    match IndexedDb::open(NAME, witness()).await {
        Ok(store) => (Kept::IndexedDb(store), None),
        Err(error) => (Kept::Memory(Memory::default()), Some(refusal(&error))),
    }
}

/// Who learns here now, and on which device.
pub async fn who(kept: &Kept) -> Result<Identity, StoreError> {
    let first = kept.identity(candidate()).await?;
    Ok(Identity { learner: chosen().unwrap_or(first.learner), ..first })
}

/// The learner that was chosen in this browser, if one ever was.
fn chosen() -> Option<LearnerId> {
    LearnerId::parse(&local::get(CHOSEN)?)
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
