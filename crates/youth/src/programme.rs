//! Seasons and their activities.
//!
//! Days and times are those of the portal's zone; the publisher, which knows the zones of the world, adds the moments that they are.

use model::{ActivityId, ContestId, SeasonId};
use serde::{Deserialize, Serialize};

/// A season of activities: a holiday, as a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Season {
    /// Its permanent id.
    pub id: SeasonId,
    /// What it is called: "2027 年寒假".
    pub title: String,
    /// Which part of the year it is.
    pub kind: SeasonKind,
    /// Its first day, `YYYY-MM-DD`.
    pub from: String,
    /// Its last day, `YYYY-MM-DD`.
    pub until: String,
    /// A sentence or two; may be empty.
    pub summary: String,
}

/// Which part of the year a season is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeasonKind {
    /// 寒假
    Winter,
    /// 暑假
    Summer,
    /// 其他时候
    Other,
}

/// Something to take part in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Its permanent id.
    pub id: ActivityId,
    /// What it is called.
    pub title: String,
    /// Where its page is, relative to the portal's root.
    pub address: String,
    /// The season it belongs to.
    pub season: SeasonId,
    /// What it is.
    pub kind: ActivityKind,
    /// When, in order; empty for what can be done at any time of the season.
    pub times: Vec<Time>,
    /// Where; may be empty.
    pub place: String,
    /// For whom.
    pub ages: Ages,
    /// A sentence or two; may be empty.
    pub summary: String,
    /// The contest that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contest: Option<ContestId>,
    /// How coming is confirmed; `None` where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<Attendance>,
    /// Hours of volunteer service that taking part counts, in hundredths of an hour of the clock; 0 for none.
    #[serde(default)]
    pub volunteer_hundredths: u32,
    /// Study hours (学时) that taking part counts, in hundredths; 0 for none.
    #[serde(default)]
    pub hours_hundredths: u32,
}

/// What an activity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// 法治
    Law,
    /// 科普
    Science,
    /// 心理健康
    Mind,
    /// 参观走访
    Visit,
    /// 志愿服务
    Volunteering,
    /// 手工
    Craft,
    /// 征文
    Essay,
    /// 演讲
    Speech,
}

/// All kinds, in the order in which they are offered.
pub const KINDS: [ActivityKind; 8] = [
    ActivityKind::Law,
    ActivityKind::Science,
    ActivityKind::Mind,
    ActivityKind::Visit,
    ActivityKind::Volunteering,
    ActivityKind::Craft,
    ActivityKind::Essay,
    ActivityKind::Speech,
];

/// The ages that something is for, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ages {
    /// The youngest.
    pub from: u8,
    /// The oldest.
    pub until: u8,
}

impl Ages {
    /// Whether somebody of this age is meant.
    #[must_use]
    pub fn includes(self, age: u8) -> bool {
        (self.from..=self.until).contains(&age)
    }

    /// Whether somebody of one of these ages is meant.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.from <= other.until && other.from <= self.until
    }
}

/// When something is. Without clock times it is on whole days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, `YYYY-MM-DD`; the same for what ends on the day on which it begins.
    pub until: String,
    /// The time of day at which it begins and the one at which it ends, `HH:MM`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<(String, String)>,
    /// When it begins, in milliseconds since 1970: at the beginning of the first day without a clock time.
    pub begins_ms: i64,
    /// When it is over, in milliseconds since 1970: at the end of the last day without a clock time.
    pub ends_ms: i64,
}

impl Time {
    /// Whether a day, `YYYY-MM-DD`, is among its days.
    #[must_use]
    pub fn is_on(&self, day: &str) -> bool {
        (self.from.as_str()..=self.until.as_str()).contains(&day)
    }
}

/// What confirms that somebody came: a slow salted hash of the code on the wall. A convenience, and no proof: whoever knows the code
/// can type it at home, and whoever has a fast computer can find it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// The salt, 16 bytes in lower-case hexadecimal.
    pub salt: String,
    /// PBKDF2-HMAC-SHA-256 of the code ([`crate::attendance`]), 32 bytes in lower-case hexadecimal.
    pub hash: String,
    /// How many rounds it took.
    pub rounds: u32,
}

#[cfg(test)]
pub(crate) mod samples;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_include_both_ends() {
        let ages = Ages { from: 7, until: 12 };
        assert!(ages.includes(7) && ages.includes(12) && !ages.includes(13) && !ages.includes(6));
        assert!(ages.meets(Ages { from: 12, until: 17 }) && !ages.meets(Ages { from: 13, until: 17 }));
    }

    #[test]
    fn a_time_has_its_days() {
        let time =
            Time { from: "2027-01-25".into(), until: "2027-02-03".into(), clock: None, begins_ms: 0, ends_ms: 1 };
        assert!(time.is_on("2027-01-25") && time.is_on("2027-02-03") && !time.is_on("2027-02-04"));
    }
}
