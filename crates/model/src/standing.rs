//! Which events of a log hold: retractions and corrections applied, whatever the order in which events arrived.

use crate::{Deed, Event, EventId, LearnerId};
use std::collections::BTreeMap;

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
    let words = last_words(&own);
    own.into_iter().filter_map(|event| Some((event, said(event, &words)?))).collect()
}

/// The last word that events which hold have on others than those that are given.
pub(crate) fn words_on_others<'a, S: 'a>(
    events: impl Iterator<Item = &'a Event<S>>,
    standing: &[(&'a Event<S>, &'a Deed<S>)],
) -> LastWords<'a, S> {
    let (mut given, mut words) = (LastWords::<S>::new(), LastWords::new());
    for event in events {
        given.insert(event.id, None);
    }
    for (event, _) in standing {
        match &event.deed {
            Deed::Retracted { event: target } if !given.contains_key(target) => {
                words.insert(*target, None);
            }
            Deed::Corrected { event: target, deed }
                if !given.contains_key(target) && !is_retracted(&words, *target) =>
            {
                words.insert(*target, Some(deed));
            }
            _ => {}
        }
    }
    words
}

/// The last word on events: `None` for what was taken back, else what it says now.
pub(crate) type LastWords<'a, S> = BTreeMap<EventId, Option<&'a Deed<S>>>;

/// A retraction that was itself taken back does not count, however long the chain; nor does a correction.
fn last_words<'a, S>(sorted: &[&'a Event<S>]) -> LastWords<'a, S> {
    let mut words = LastWords::new();
    for event in sorted.iter().rev() {
        if let Deed::Retracted { event: target } = event.deed
            && !words.contains_key(&event.id)
        {
            words.insert(target, None);
        }
    }
    for event in sorted {
        if let Deed::Corrected { event: target, deed } = &event.deed
            && !is_retracted(&words, event.id)
            && !is_retracted(&words, *target)
        {
            words.insert(*target, Some(deed));
        }
    }
    words
}

fn is_retracted<S>(words: &LastWords<'_, S>, event: EventId) -> bool {
    matches!(words.get(&event), Some(None))
}

/// What an event says now, if it holds. Only what was done can be said better: a retraction or a correction is taken back instead.
fn said<'a, S>(event: &'a Event<S>, words: &LastWords<'a, S>) -> Option<&'a Deed<S>> {
    let word = words.get(&event.id).copied().unwrap_or(Some(&event.deed))?;
    Some(match &event.deed {
        deed @ (Deed::Retracted { .. } | Deed::Corrected { .. }) => deed,
        _ => word,
    })
}
