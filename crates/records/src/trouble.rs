//! Why something cannot be kept, in the words of whoever shows it.

use model::Trouble;
use store::{OpenError, StoreError};

/// Why the store could not be opened.
#[must_use]
pub fn of_opening(error: &OpenError) -> Trouble {
    match error {
        OpenError::Refused(_) => Trouble::Refused,
        OpenError::Full => Trouble::Full,
        OpenError::Newer => Trouble::Newer,
        OpenError::Damaged(_) => Trouble::Damaged,
        OpenError::Blocked => Trouble::Blocked,
    }
}

/// Why something could not be read or written.
#[must_use]
pub fn of_store(error: &StoreError) -> Trouble {
    match error {
        StoreError::Full => Trouble::Full,
        StoreError::Damaged(_) => Trouble::Damaged,
        StoreError::Closed => Trouble::Closed,
        StoreError::Aborted(_) | StoreError::Refused(_) => Trouble::Refused,
    }
}
