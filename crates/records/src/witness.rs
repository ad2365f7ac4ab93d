//! What was on the disk once, noted outside the store, so that a store that lost something is not taken for one that never had it.
//!
//! Nothing but a learner's own deletion or word lowers it.

use crate::notes::Notes;
use model::EventId;
use model::shared::WITNESS_KEY;
use std::rc::Rc;

/// Remembers what the store acknowledged: how many records, and which was written last, as `12` or `12 ID` under [`WITNESS_KEY`]; other tabs
/// hear when it changes.
pub struct Witness {
    notes: Rc<dyn Notes>,
}

impl Witness {
    /// One that notes there.
    #[must_use]
    pub fn new(notes: Rc<dyn Notes>) -> Self {
        Self { notes }
    }

    /// How many records there were.
    fn count(&self) -> u32 {
        self.read().0
    }

    /// The record that was written last, if it is known.
    #[must_use]
    pub fn newest(&self) -> Option<EventId> {
        self.read().1
    }

    fn read(&self) -> (u32, Option<EventId>) {
        let noted = self.notes.get(WITNESS_KEY).unwrap_or_default();
        let (count, newest) = noted.split_once(' ').unwrap_or((&noted, ""));
        (count.parse().unwrap_or(0), EventId::parse(newest))
    }

    fn note(&self, count: u32, newest: Option<EventId>) {
        let newest = newest.map(|id| format!(" {id}")).unwrap_or_default();
        // What cannot be noted is not known of later.
        let _ = self.notes.set(WITNESS_KEY, &format!("{count}{newest}"));
    }

    /// The store holds this many records. Says how many are missing.
    #[must_use]
    pub fn compare(&self, found: u32) -> u32 {
        let (known, newest) = self.read();
        if found > known {
            self.note(found, newest);
        }
        known.saturating_sub(found)
    }

    /// The store acknowledged records, and holds this many now; the last of them, if there was one.
    pub fn holds(&self, count: u32, last: Option<EventId>) {
        self.note(count.max(self.count()), last.or(self.newest()));
    }

    /// Records were erased on purpose.
    pub fn erased(&self, ids: &[EventId]) {
        let (count, newest) = self.read();
        let gone = u32::try_from(ids.len()).unwrap_or(u32::MAX);
        self.note(count.saturating_sub(gone), newest.filter(|newest| !ids.contains(newest)));
    }

    /// The learner knows that so many are missing.
    pub fn accept(&self, missing: u32) {
        self.note(self.count().saturating_sub(missing), None);
    }
}

#[cfg(test)]
mod tests {
    use super::{WITNESS_KEY, Witness};
    use crate::notes::{Notes, Passing};
    use model::EventId;
    use std::rc::Rc;

    fn id(number: u8) -> EventId {
        EventId::new(i64::from(number), [number; 10])
    }

    #[test]
    fn a_shrunken_store_is_noticed_and_an_empty_new_one_is_not() {
        let witness = Witness::new(Rc::new(Passing::default()));
        assert_eq!(witness.compare(0), 0);
        assert_eq!(witness.compare(5), 0);
        assert_eq!(witness.compare(3), 2);
        assert_eq!(witness.compare(3), 2);
        witness.accept(2);
        assert_eq!(witness.compare(3), 0);
    }

    #[test]
    fn erasing_lowers_it_by_what_was_erased_and_no_more() {
        let witness = Witness::new(Rc::new(Passing::default()));
        witness.holds(5, Some(id(5)));
        witness.erased(&[id(1), id(2)]);
        assert_eq!((witness.compare(3), witness.newest()), (0, Some(id(5))));
        assert_eq!(witness.compare(0), 3);
        witness.erased(&[id(5)]);
        assert_eq!(witness.newest(), None);
    }

    #[test]
    fn what_an_older_build_noted_is_read() {
        let notes = Rc::new(Passing::default());
        notes.set(WITNESS_KEY, "7");
        let witness = Witness::new(notes);
        assert_eq!((witness.compare(6), witness.newest()), (1, None));
    }
}
