//! What is done of the holiday programme: coming, serving, thinking a scene through, handing in.

use model::{ActivityId, ContestId, GroupId};
use serde::{Deserialize, Serialize};

/// Whether a learner will come to an activity. Nobody is told: it is a mark in the learner's own calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coming {
    /// The activity.
    pub activity: ActivityId,
    /// Its title then.
    pub title: String,
    /// Its address then, relative to the portal's root.
    pub address: String,
    /// Whether they will.
    pub coming: bool,
}

/// A visit that the code on the wall confirmed (签到). What it counts is kept here: an activity that changes rewrites no history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attended {
    /// The activity.
    pub activity: ActivityId,
    /// Its title then.
    pub title: String,
    /// Its address then, relative to the portal's root.
    pub address: String,
    /// The day in the portal's zone, `YYYY-MM-DD`.
    pub day: String,
    /// In hundredths of a study hour (学时); 0 for what counts none.
    pub hours_hundredths: u32,
    /// Volunteer service, in hundredths of an hour of the clock; 0 for none.
    pub volunteer_hundredths: u32,
}

/// Volunteer service that the learner declares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Served {
    /// What was done.
    pub title: String,
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// In hundredths of an hour of the clock.
    pub volunteer_hundredths: u32,
    /// Where, with whom, or whatever else is to be said; may be empty.
    pub remark: String,
}

/// A scene that came to an end. What was chosen on the way is not kept: there is no wrong way to think.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Played {
    /// The permanent id of the scene.
    pub scene: String,
    /// Its title then.
    pub title: String,
    /// Its address then, relative to the portal's root.
    pub address: String,
    /// The part at which it ended.
    pub end: String,
}

/// The file of an entry, as it was made; whether it reached the organiser is not known here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedIn {
    /// The contest.
    pub contest: ContestId,
    /// The group.
    pub group: GroupId,
    /// The id of the entry, the same for every revision of it.
    pub entry: String,
    /// Which making of the entry this is, from 1; the highest counts.
    pub revision: u32,
    /// The title of the work.
    pub title: String,
    /// What the file is called.
    pub file: String,
    /// How large the file is.
    pub bytes: u64,
    /// SHA-256 of the file, in lower-case hexadecimal.
    pub sha256: String,
    /// The receipt, as text to print again.
    pub receipt: String,
}
