//! What a log says of the holiday programme.

use super::{Kept, kept};
use crate::Event;
use crate::deed::{Attended, Coming, HandedIn, Played, Served};
use model::{ActivityId, ContestId};
use std::collections::{BTreeMap, BTreeSet};

/// What one learner did of the holiday programme.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HolidayLog {
    /// The activities that they will come to.
    pub coming: BTreeMap<ActivityId, Kept<Coming>>,
    /// Where they were, in order; an activity once a day.
    pub attended: Vec<Kept<Attended>>,
    /// The volunteer service that they declared, in order.
    pub served: Vec<Kept<Served>>,
    /// The scenes that they thought through, in order; one may be there several times.
    pub played: Vec<Kept<Played>>,
    /// The entries that were made, in order; every revision is there.
    pub handed_in: Vec<Kept<HandedIn>>,
    /// Where they were on which day.
    visits: BTreeSet<(ActivityId, String)>,
}

impl HolidayLog {
    /// The last entry that was made for a contest.
    #[must_use]
    pub fn entry(&self, contest: &ContestId) -> Option<&Kept<HandedIn>> {
        self.handed_in.iter().filter(|kept| kept.value.contest == *contest).max_by_key(|kept| kept.value.revision)
    }

    pub(super) fn coming(&mut self, event: &Event, coming: &Coming) {
        if coming.coming {
            self.coming.insert(coming.activity.clone(), kept(event, coming));
        } else {
            self.coming.remove(&coming.activity);
        }
    }

    /// The code can be typed again, also on another device: the first time of a day counts.
    pub(super) fn attended(&mut self, event: &Event, attended: &Attended) {
        if self.visits.insert((attended.activity.clone(), attended.day.clone())) {
            self.attended.push(kept(event, attended));
        }
    }
}
