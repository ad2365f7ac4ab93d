//! The speech desk: where the prompter stands ([`prompter`]), what the timer says ([`timer`]), what became of each take ([`takes`]), and
//! what it is held to meanwhile ([`mod@rules`]), and looking at oneself with the judges' rubric ([`review`]). Moments are milliseconds, and arguments.

pub mod prompter;

pub mod timer;

pub mod takes;

pub mod rules;

pub mod review;

pub use prompter::{Clock, Prompter};
pub use review::Review;
pub use rules::{Rules, must_end, rules};
pub use takes::{Take, Takes};
pub use timer::{Limit, Signal};

use crate::essay::HandedIn;
use model::{ContestId, GroupId, Moment};
use serde::{Deserialize, Serialize};

/// A speech in the making, as it is kept on the device. The recordings are kept slice by slice beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The contest it is for.
    pub contest: ContestId,
    /// The group, once it is chosen.
    #[serde(default)]
    pub group: Option<GroupId>,
    /// The title.
    #[serde(default)]
    pub title: String,
    /// The text for the prompter.
    #[serde(default)]
    pub script: String,
    /// How fast the prompter goes, in 字 a minute.
    pub per_minute: u32,
    /// The takes.
    #[serde(default)]
    pub takes: Takes,
    /// How the learner saw their own speech, by take.
    #[serde(default)]
    pub reviews: std::collections::BTreeMap<String, Review>,
    /// Whether the learner said that it is their own work (原创).
    #[serde(default)]
    pub own_work: bool,
    /// What was handed in last, if anything.
    #[serde(default)]
    pub handed_in: Option<HandedIn>,
    /// How often it was written.
    #[serde(default)]
    pub edits: u64,
    /// When it was begun.
    pub started: Moment,
    /// When it was written last.
    pub changed: Moment,
}

impl Draft {
    /// A blank draft.
    #[must_use]
    pub fn new(contest: ContestId, now: Moment) -> Self {
        Self {
            contest,
            group: None,
            title: String::new(),
            script: String::new(),
            per_minute: prompter::USUAL_PACE,
            takes: Takes::default(),
            reviews: std::collections::BTreeMap::new(),
            own_work: false,
            handed_in: None,
            edits: 0,
            started: now,
            changed: now,
        }
    }

    /// Notes that it was changed, before it is written.
    pub fn touch(&mut self, now: Moment) {
        self.edits += 1;
        self.changed = now;
    }

    /// Takes a take out, and how the learner saw it; its slices are to be deleted by whoever keeps them.
    pub fn remove_take(&mut self, id: &str) {
        self.takes.remove(id);
        self.reviews.remove(id);
    }
}
