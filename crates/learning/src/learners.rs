//! Who learns in a browser: the learners that a log has events of.

use crate::deed::Profile;
use crate::{Deed, Event, Study};
use model::standing::standing;
use model::{LearnerId, Moment};
use std::collections::BTreeMap;

/// A learner with events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The learner.
    pub id: LearnerId,
    /// Who they say they are; the default until they do.
    pub profile: Profile,
    /// The order of their last event: the greater, the later.
    pub last_order: u64,
    /// When that was.
    pub last_at: Moment,
    /// How many events of theirs hold.
    pub events: usize,
}

/// All learners of a log, whoever did something last first.
#[must_use]
pub fn learners(events: &[Event]) -> Vec<Known> {
    let mut of: BTreeMap<LearnerId, Vec<&Event>> = BTreeMap::new();
    for event in events {
        of.entry(event.learner).or_default().push(event);
    }
    let mut known: Vec<Known> = of.into_iter().filter_map(|(id, own)| learner(id, &own)).collect();
    known.sort_by_key(|known| (std::cmp::Reverse(known.last_order), known.id));
    known
}

fn learner(id: LearnerId, own: &[&Event]) -> Option<Known> {
    let last = own.iter().max_by_key(|event| (event.order, event.id))?;
    let standing = standing(id, own.iter().copied());
    let said = standing.iter().rev().find_map(|(_, deed)| match deed {
        Deed::Study(Study::Introduced(profile)) => Some(profile.clone()),
        _ => None,
    });
    Some(Known {
        id,
        profile: said.unwrap_or_default(),
        last_order: last.order,
        last_at: last.at,
        events: standing.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::samples::{answered, study};

    #[test]
    fn learners_stand_in_the_order_of_their_last_deed() {
        let other = LearnerId::new(2, [2; 10]);
        let named =
            |order, name: &str| study(order, Study::Introduced(Profile { name: name.into(), ..Profile::default() }));
        let of_other = Event { learner: other, ..study(9, answered(0)) };
        let found = learners(&[named(3, "老王"), study(1, answered(0)), of_other, named(2, "王")]);
        let told: Vec<_> = found.iter().map(|known| (known.profile.name.as_str(), known.events)).collect();
        assert_eq!(told, [("", 1), ("老王", 3)]);
        assert_eq!(found[0].id, other);
        assert_eq!(learners(&[]), []);
    }
}
