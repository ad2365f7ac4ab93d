//! Version 1: three stores of JSON strings.

use indexed_db_futures::Build;
use indexed_db_futures::database::Database;

/// Events as [`formats::record`] writes them, by id.
pub(crate) const EVENTS: &str = "events";
/// Drafts, by the id of their event.
pub(crate) const DRAFTS: &str = "drafts";
/// Facts about this browser, by name.
pub(crate) const ABOUT: &str = "about";
/// All of them.
pub(crate) const ALL: [&str; 3] = [EVENTS, DRAFTS, ABOUT];

/// From nothing to version 1.
pub(crate) fn up(database: &Database) -> indexed_db_futures::Result<()> {
    for name in ALL {
        database.create_object_store(name).build()?;
    }
    Ok(())
}
