//! A count kept outside the store, so that a store that lost events is not taken for one that never had them.

use std::cell::Cell;
use std::rc::Rc;

/// Remembers how many records the store acknowledged. It grows, and is set anew when records were erased on purpose.
#[derive(Clone)]
pub struct Witness {
    recall: Rc<dyn Fn() -> u32>,
    note: Rc<dyn Fn(u32)>,
}

impl Witness {
    /// `recall` gives the count, 0 at first; `note` keeps it.
    pub fn new(recall: impl Fn() -> u32 + 'static, note: impl Fn(u32) + 'static) -> Self {
        Self { recall: Rc::new(recall), note: Rc::new(note) }
    }

    /// One that lives as long as the page.
    #[must_use]
    pub fn passing() -> Self {
        let count = Rc::new(Cell::new(0));
        let noted = Rc::clone(&count);
        Self::new(move || count.get(), move |new| noted.set(new))
    }

    /// From now on the store is expected to hold this many records.
    pub fn expect(&self, count: u32) {
        (self.note)(count);
    }

    /// The store holds this many records. Says how many are missing.
    #[must_use]
    pub fn compare(&self, found: u32) -> u32 {
        let known = (self.recall)();
        if found > known {
            (self.note)(found);
        }
        known.saturating_sub(found)
    }
}

#[cfg(test)]
mod tests {
    use super::Witness;

    #[test]
    fn a_shrunken_store_is_noticed_and_an_empty_new_one_is_not() {
        let witness = Witness::passing();
        assert_eq!(witness.compare(0), 0);
        assert_eq!(witness.compare(5), 0);
        assert_eq!(witness.compare(3), 2);
        assert_eq!(witness.compare(5), 0);
    }
}
