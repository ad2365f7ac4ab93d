//! What a store holds, as far as merging is concerned, and the one rule of merging.

use crate::record::{self, Head};
use model::{EventId, LearnerId};
use std::collections::{BTreeMap, BTreeSet};

/// The records of a store and the learners who were deleted for good.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// By id. None of them is of an erased learner.
    pub records: BTreeMap<EventId, Kept>,
    /// The learners who were deleted.
    pub erased: BTreeSet<LearnerId>,
}

/// A record as it is kept, and what every version of it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The event.
    pub id: EventId,
    /// Whose it is.
    pub learner: LearnerId,
    /// Its logical clock.
    pub order: u64,
    /// Whether a newer version wrote it: it is carried along and not shown.
    pub newer: bool,
    /// The record itself.
    pub json: String,
}

impl Kept {
    /// Takes a record; `None` when it is damaged. What a newer version wrote is damaged only if it does not even say what every version does.
    #[must_use]
    pub fn read(json: &str) -> Option<Self> {
        let Head { v, id, learner, order } = record::head(json).ok()?;
        let newer = v > record::VERSION;
        if !newer {
            record::read::<learning::deed::Study>(json).ok()?;
        }
        Some(Self { id, learner, order, newer, json: json.to_owned() })
    }
}

impl State {
    /// What a store holds. The number is that of the records left out because they are damaged or stand under another id.
    #[must_use]
    pub fn of(records: &[(EventId, String)], erased: BTreeSet<LearnerId>) -> (Self, usize) {
        let read = records.iter().filter_map(|(id, json)| Kept::read(json).filter(|kept| kept.id == *id));
        let mut kept: Vec<Kept> = read.collect();
        let left_out = records.len() - kept.len();
        kept.retain(|kept| !erased.contains(&kept.learner));
        let mut state = Self { records: BTreeMap::new(), erased };
        kept.into_iter().for_each(|kept| state.take(kept));
        (state, left_out)
    }

    /// The union of two: every record of either, but none of a learner whom either erased. Where the two have the same event differently,
    /// as when a stretch was finished later, the later order stands, then the greater text.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        let erased: BTreeSet<LearnerId> = self.erased.union(&other.erased).copied().collect();
        let mut merged = Self { records: BTreeMap::new(), erased };
        for kept in self.records.values().chain(other.records.values()) {
            if !merged.erased.contains(&kept.learner) {
                merged.take(kept.clone());
            }
        }
        merged
    }

    /// The learners with records.
    #[must_use]
    pub fn learners(&self) -> BTreeSet<LearnerId> {
        self.records.values().map(|kept| kept.learner).collect()
    }

    fn take(&mut self, kept: Kept) {
        let stands = self.records.get(&kept.id);
        if stands.is_none_or(|stands| (stands.order, &stands.json) < (kept.order, &kept.json)) {
            self.records.insert(kept.id, kept);
        }
    }
}
