//! Which events of a log hold: retractions and corrections applied, whatever the order in which events arrived.

use crate::{Deed, Event, EventId, LearnerId};
use std::collections::{BTreeMap, BTreeSet};

/// The events of one learner that hold, in order, each with what it says now. Those of others are passed over, and an event that is
/// there twice counts once.
#[must_use]
pub fn standing<'a, S: 'a>(
    learner: LearnerId,
    events: impl IntoIterator<Item = &'a Event<S>>,
) -> Vec<(&'a Event<S>, &'a Deed<S>)> {
    let mut own: Vec<&Event<S>> = events.into_iter().filter(|event| event.learner == learner).collect();
    own.sort_unstable_by_key(|event| (event.order, event.id));
    own.dedup_by_key(|event| event.id);
    let retracted = retracted(&own);
    let corrections = corrections(&own, &retracted);
    let holds = own.into_iter().filter(|event| !retracted.contains(&event.id));
    holds.map(|event| (event, said(event, &corrections))).collect()
}

/// What an event says now. Only what was done can be said better: a retraction or a correction is taken back instead.
fn said<'a, S>(event: &'a Event<S>, corrections: &BTreeMap<EventId, &'a Deed<S>>) -> &'a Deed<S> {
    match &event.deed {
        deed @ (Deed::Retracted { .. } | Deed::Corrected { .. }) => deed,
        deed => corrections.get(&event.id).copied().unwrap_or(deed),
    }
}

/// Events taken back. A retraction that was itself taken back does not count, however long the chain.
fn retracted<S>(sorted: &[&Event<S>]) -> BTreeSet<EventId> {
    let mut out = BTreeSet::new();
    for event in sorted.iter().rev() {
        if let Deed::Retracted { event: target } = event.deed
            && !out.contains(&event.id)
        {
            out.insert(target);
        }
    }
    out
}

/// The last word on each corrected event.
fn corrections<'a, S>(sorted: &[&'a Event<S>], retracted: &BTreeSet<EventId>) -> BTreeMap<EventId, &'a Deed<S>> {
    let standing = sorted.iter().filter(|event| !retracted.contains(&event.id));
    standing
        .filter_map(|event| match &event.deed {
            Deed::Corrected { event, deed } => Some((*event, deed.as_ref())),
            _ => None,
        })
        .collect()
}
