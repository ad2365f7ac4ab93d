//! What the programs share with the scripts of a page and with its service worker: keys of localStorage, stores of the database, events of the
//! document, requests to the worker, limits. Each is said here and nowhere else; whoever joins the scripts declares them at their head.

use std::fmt::Debug;

/// Defines constants, and [`declarations`] of all of them.
macro_rules! shared {
    ($($(#[$about:meta])+ $name:ident: $kind:ty = $value:expr;)+) => {
        $($(#[$about])+ pub const $name: $kind = $value;)+

        /// All of them by their names, each as a script declares it.
        #[must_use]
        pub fn declarations() -> Vec<(&'static str, String)> {
            vec![$((stringify!($name), declare(stringify!($name), &$value))),+]
        }
    };
}

shared! {
    /// The key of who learns in this browser now.
    LEARNER_KEY: &str = "huaide.learner";
    /// The key of the minutes after which a shared computer asks who is learning.
    ROOM_KEY: &str = "huaide.room";
    /// The key of the last sign of life on a shared computer, in Unix milliseconds.
    ALIVE_KEY: &str = "huaide.alive";
    /// The key of whether there is any note on a text.
    NOTES_KEY: &str = "huaide.notes";
    /// The key of the database's name, where it is another one than [`DATABASE`].
    DATABASE_KEY: &str = "huaide.database";
    /// The key of how many records the database had.
    WITNESS_KEY: &str = "huaide.witness";
    /// The key of the mirror's mark: by it the worker knows that the keys beside it are those that it knew before.
    MIRROR_KEY: &str = "huaide.mirror";
    /// The mark where a learner gave up to look for what is missing: the mirror becomes as the database is.
    MIRROR_ANEW: &str = "anew";
    /// What the keys begin with that say what the database acknowledged of a text.
    SEEN_PREFIX: &str = "huaide.seen/";
    /// What the keys of texts that were lost begin with.
    LOST_PREFIX: &str = "huaide.lost/";

    /// The name of the database.
    DATABASE: &str = "huaide";
    /// The store of the records, by id.
    EVENTS_STORE: &str = "events";
    /// The store of the stretches of reading that go on, by the id of their record.
    DRAFTS_STORE: &str = "drafts";
    /// The store of the records' ids in the order in which they came.
    JOURNAL_STORE: &str = "journal";
    /// The store of texts beside the log, by name.
    SLIPS_STORE: &str = "slips";
    /// The names of the lists of the learners who were deleted for good.
    ERASED_LISTS: [&str; 2] = ["erased", "erased-again"];
    /// The id of a guest, of whom nothing stays.
    GUEST: &str = "00000000-0000-7000-8000-000000000000";

    /// The parts of a page were drawn anew.
    DRAWN_EVENT: &str = "huaide:drawn";
    /// The worker has a newer text of this page.
    FRESHER_EVENT: &str = "huaide:fresher";
    /// The browser refused the worker.
    WORKER_REFUSED_EVENT: &str = "huaide:refused";
    /// A reader wants to make the note that the event names.
    NOTE_EVENT: &str = "huaide:note";
    /// What draws notes could not be brought.
    NOTES_REFUSED_EVENT: &str = "huaide:refused-notes";
    /// The mirror is to be written now.
    MIRROR_EVENT: &str = "huaide:mirror";

    /// Asks a worker that waits to begin.
    UPDATE_REQUEST: &str = "update";
    /// Asks the worker to keep a file.
    KEEP_REQUEST: &str = "keep";
    /// Asks the worker which files it keeps.
    KEPT_REQUEST: &str = "kept";
    /// Asks the worker to drop files.
    DROP_REQUEST: &str = "drop";
    /// Asks the worker to look for a newer text of a page.
    RENEW_REQUEST: &str = "renew";
    /// Asks the worker for its build.
    STATE_REQUEST: &str = "state";
    /// Asks the worker for what the mirror has.
    MIRRORED_REQUEST: &str = "mirrored";

    /// A portal up to this size is kept whole by itself, in bytes.
    SMALL_PORTAL: u64 = 20_000_000;
}

/// Numbers, and lists and texts of plain ASCII, are written in Rust as in a script.
fn declare(name: &str, value: &dyn Debug) -> String {
    format!("const {name} = {value:?};")
}

#[cfg(test)]
mod tests {
    use super::declarations;

    #[test]
    fn a_script_reads_what_rust_wrote() {
        let all = declarations();
        let of = |wanted: &str| all.iter().find(|(name, _)| *name == wanted).map(|(_, line)| line.as_str());
        assert_eq!(of("LEARNER_KEY"), Some(r#"const LEARNER_KEY = "huaide.learner";"#));
        assert_eq!(of("ERASED_LISTS"), Some(r#"const ERASED_LISTS = ["erased", "erased-again"];"#));
        assert_eq!(of("SMALL_PORTAL"), Some("const SMALL_PORTAL = 20000000;"));
        assert!(all.iter().all(|(_, line)| line.is_ascii() && !line.contains('\\')));
    }
}
