//! The quiet self-check on moods (心情小镜子): questions, answers that stay with the pupil, and what to say at the end.
//!
//! It is no test and finds no illness: it points at what deserves care and says who can be talked to. Help contacts stand on every screen
//! of it, whatever is answered. There is no sum of points, so none can be shown.

pub mod text;

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A self-check, as `moods.toml` has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// What is said before.
    pub opening: Opening,
    /// The questions, in order.
    #[serde(default, rename = "item")]
    pub items: Vec<Item>,
    /// What is said at the end, one for each level.
    #[serde(default, rename = "closing")]
    pub closings: Vec<Closing>,
}

/// What is said before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opening {
    /// What the check is called.
    pub title: String,
    /// That nobody sees the answers, and that none of them is wrong; Markdown.
    pub text: String,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its permanent id within the check.
    pub id: String,
    /// What is asked.
    pub text: String,
    /// The answers to choose from, from the lightest to the heaviest.
    pub answers: Vec<String>,
    /// What helps, said where an answer of the heavier half was given; in an alarming question with every answer but the lightest.
    pub care: String,
    /// Whether every answer but the lightest cannot wait.
    #[serde(default)]
    pub alarming: bool,
    /// Whether it tells of harm done by somebody else. An answer that cannot wait then brings the closing for being unsafe.
    #[serde(default)]
    pub harmed: bool,
}

/// What is said at the end, in calm words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// At which level.
    pub level: Level,
    /// The words; Markdown.
    pub text: String,
}

/// The answers, by the id of the question, counted from 0. They are in memory; they are written only when the pupil keeps them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, usize>);

/// What a pupil chose to keep on this device: the last time only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// The answers.
    pub answers: Answers,
}

/// What the answers come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look<'a> {
    /// How much deserves care.
    pub level: Level,
    /// What deserves it, in the order of the questions.
    pub care: Vec<&'a Item>,
    /// Whether something cannot wait: then the help contacts come first.
    pub alarming: bool,
    /// How many questions were left out. That is allowed.
    pub left_out: usize,
}

/// How much deserves care: no grade, only a choice of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Nothing special.
    Light,
    /// Something.
    Some,
    /// Harm done by somebody else, and nothing else that cannot wait.
    Unsafe,
    /// A third of the questions, or something else that cannot wait.
    Heavy,
}

/// The levels that every check has words for. Those for being unsafe may be left out: then the heavy ones are said.
pub const LEVELS: [Level; 3] = [Level::Light, Level::Some, Level::Heavy];

/// What the answers come to. Answers to questions that are no longer asked, or that no longer exist, are passed over.
#[must_use]
pub fn look<'a>(check: &'a Check, answers: &Answers) -> Look<'a> {
    let answered = |item: &Item| answers.0.get(&item.id).copied().filter(|answer| *answer < item.answers.len());
    let reaches = |item: &&Item, from: usize| answered(item).is_some_and(|answer| answer >= from);
    let care: Vec<&Item> = check.items.iter().filter(|item| reaches(item, item.cares_from())).collect();
    let cannot_wait = |harmed: bool| care.iter().any(|item| item.alarming && item.harmed == harmed);
    let alarming = care.iter().any(|item| item.alarming);
    let left_out = check.items.iter().filter(|item| answered(item).is_none()).count();
    let level = match care.len() {
        0 => Level::Light,
        _ if cannot_wait(false) => Level::Heavy,
        _ if cannot_wait(true) => Level::Unsafe,
        number if number * 3 >= check.items.len() => Level::Heavy,
        _ => Level::Some,
    };
    Look { level, care, alarming, left_out }
}

impl Item {
    /// From which answer on it deserves care, counted from 0.
    fn cares_from(&self) -> usize {
        if self.alarming { 1 } else { self.answers.len().div_ceil(2) }
    }
}

/// What is wrong with a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// It asks nothing.
    Empty,
    /// Two questions have this id, or one has none.
    Id(String),
    /// This question says nothing, or offers fewer than two answers.
    Answers(String),
    /// This question does not say what helps.
    Care(String),
    /// There is not exactly one closing with words for this level.
    Closing(Level),
}

impl Check {
    /// What is said at the end at a level; empty where there is nothing, which is a flaw.
    #[must_use]
    pub fn closing(&self, level: Level) -> &str {
        let words = |level| self.closings.iter().find(|closing| closing.level == level);
        let heavy = || words(Level::Heavy).filter(|_| level == Level::Unsafe);
        words(level).or_else(heavy).map_or("", |closing| &closing.text)
    }

    /// What is wrong with it, in order.
    #[must_use]
    pub fn flaws(&self) -> Vec<Flaw> {
        let mut flaws: Vec<Flaw> = self.items.is_empty().then_some(Flaw::Empty).into_iter().collect();
        let mut ids = BTreeSet::new();
        for item in &self.items {
            let id = || item.id.clone();
            let is_blank = item.text.trim().is_empty() || item.answers.iter().any(|answer| answer.trim().is_empty());
            let found = [
                (item.id.is_empty() || !ids.insert(&item.id)).then(|| Flaw::Id(id())),
                (is_blank || item.answers.len() < 2).then(|| Flaw::Answers(id())),
                item.care.trim().is_empty().then(|| Flaw::Care(id())),
            ];
            flaws.extend(found.into_iter().flatten());
        }
        let is_said_once = |level: &Level| {
            let of_level = self.closings.iter().filter(|closing| closing.level == *level);
            of_level.clone().count() == 1 && of_level.clone().all(|closing| !closing.text.trim().is_empty())
        };
        let has_unsafe = self.closings.iter().any(|closing| closing.level == Level::Unsafe);
        let levels = LEVELS.into_iter().chain(has_unsafe.then_some(Level::Unsafe));
        flaws.extend(levels.filter(|level| !is_said_once(level)).map(Flaw::Closing));
        flaws
    }
}

#[cfg(test)]
mod tests;
