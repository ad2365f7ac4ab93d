//! What can be on a page of the holiday programme. Only the publisher draws from it; the app reads [`crate::programme::Index`].

use super::{BankOutline, Link};
use youth::programme::ActivityKind;
use youth::{Activity, Ages, Contest, Season};

/// A page of the holiday programme.
#[derive(Debug, Clone, PartialEq)]
pub enum Youth {
    /// Everything that is on.
    Programme(Box<Programme>),
    /// One activity. Its text is the page's article.
    Activity(Box<ActivityPage>),
    /// One scene. Its text is the page's article.
    Scene {
        /// What it is.
        line: SceneLine,
        /// The activities that it belongs to.
        activities: Vec<Link>,
    },
    /// One contest. Its text is the page's article.
    Contest {
        /// What the rules want.
        contest: Box<Contest>,
        /// The activities that belong to it.
        activities: Vec<Link>,
    },
    /// Where an essay is written or a speech is recorded.
    Desk {
        /// The contest.
        contest: Box<Contest>,
    },
    /// The quiet self-check.
    Moods {
        /// Whether there is one; the page is there in any case, for whom one can call.
        is_there: bool,
        /// Whom one can call; they stand on every screen of it.
        help: Vec<crate::programme::Help>,
    },
    /// Looks whether a file is the entry of a receipt.
    Receipts,
    /// What is stored, and where.
    Stored,
}

/// Everything that is on.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Programme {
    /// Each season with its activities, the earliest first.
    pub seasons: Vec<(Season, Vec<Activity>)>,
    /// All scenes.
    pub scenes: Vec<SceneLine>,
    /// All contests.
    pub contests: Vec<Contest>,
    /// Whether there is a self-check.
    pub moods: bool,
    /// Where the feed of all times is.
    pub calendar: String,
}

/// A scene in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SceneLine {
    /// What it is called, and its address.
    pub link: Link,
    /// What it belongs to.
    pub kind: ActivityKind,
    /// For whom.
    pub ages: Ages,
    /// What it is about.
    pub summary: String,
}

/// What stands before and after the text of an activity.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityPage {
    /// What the app knows too.
    pub activity: Activity,
    /// The season.
    pub season: Season,
    /// The partner that it is done with.
    pub partner: Option<Link>,
    /// How many can come, in words.
    pub capacity: String,
    /// What to bring.
    pub bring: String,
    /// Lessons and materials that belong to it.
    pub materials: Vec<Link>,
    /// Banks of questions that belong to it.
    pub banks: Vec<BankOutline>,
    /// Scenes that belong to it.
    pub scenes: Vec<Link>,
    /// The contest that it belongs to.
    pub contest: Option<Link>,
    /// Where its times are as a calendar; empty without times.
    pub calendar: String,
}
