//! Contests: who may enter, what the rules want, and how it is judged.

use crate::Ages;
use model::{ContestId, GroupId};
use serde::{Deserialize, Serialize};

/// An essay or speech contest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    /// Its permanent id.
    pub id: ContestId,
    /// What it is called.
    pub title: String,
    /// Where its page is, relative to the portal's root.
    pub address: String,
    /// What is entered.
    pub kind: ContestKind,
    /// What it is about, in a sentence.
    pub theme: String,
    /// The first day, `YYYY-MM-DD`.
    pub opens: String,
    /// The last moment, as the rules say it: a day, or a day and a time, `YYYY-MM-DD HH:MM`, of the portal's zone.
    pub closes: String,
    /// When it opens, in milliseconds since 1970.
    pub opens_ms: i64,
    /// The first moment that is too late, in milliseconds since 1970.
    pub closes_ms: i64,
    /// Who takes part, each by rules of their own; at least one.
    pub groups: Vec<Group>,
    /// What the form asks besides a name.
    pub asks: Vec<Ask>,
    /// How it is judged, in order.
    pub rubric: Vec<Criterion>,
    /// Who receives the entries, by name: a unit, never a person.
    pub receiver: String,
    /// How long entries are kept, in words: "评奖结束后三个月删除".
    pub keeps: String,
    /// Where a file is sent by mail; may be empty.
    pub mail: String,
    /// The version of the rules: a hash that changes with them.
    pub version: String,
}

/// What is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContestKind {
    /// 征文
    Essay,
    /// 演讲
    Speech,
}

/// A group of entrants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its permanent id within the contest.
    pub id: GroupId,
    /// What it is called: "小学组".
    pub title: String,
    /// For whom.
    pub ages: Ages,
    /// How long an entry is, both ends included: 字 with punctuation for an essay, seconds for a speech.
    pub length: (u32, u32),
    /// The most photographed pages of an essay; 0 where it must be typed.
    #[serde(default)]
    pub photos: u32,
    /// The largest recording of a speech in bytes; 0 for an essay.
    #[serde(default)]
    pub audio_bytes: u64,
}

/// What the form asks besides a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// The school (学校).
    School,
    /// The class (班级).
    Class,
    /// The teacher who helped (指导老师).
    Teacher,
    /// A telephone number (联系电话).
    Phone,
}

/// What judges look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// What it is called: "内容".
    pub title: String,
    /// The most points.
    pub points: u32,
    /// What is looked at, in a sentence a pupil understands.
    pub text: String,
    /// The levels, from the best: "写出了自己看见的一件事".
    pub levels: Vec<String>,
}

impl Contest {
    /// Whether entries are taken at a moment, in milliseconds since 1970.
    #[must_use]
    pub fn is_open(&self, now_ms: i64) -> bool {
        (self.opens_ms..self.closes_ms).contains(&now_ms)
    }

    /// A group by its id.
    #[must_use]
    pub fn group(&self, id: &GroupId) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }
}
