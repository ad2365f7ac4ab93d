//! Scenes (情景): cases that branch. Each part asks what you would do; each choice leads to a part.

pub mod way;

use crate::Ages;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A case that branches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    /// Its permanent id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// For whom.
    pub ages: Ages,
    /// Its parts, as written; the first one begins.
    pub parts: Vec<Part>,
}

/// A part of a scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Its anchor on the page.
    pub id: String,
    /// Its heading; empty for the beginning.
    pub title: String,
    /// What can be done here; none at an end.
    pub choices: Vec<Choice>,
    /// Whether it says what the law says or what help there is: every end must.
    pub explains: bool,
}

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What.
    pub text: String,
    /// The part that it leads to.
    pub to: String,
}

/// What is wrong with a scene.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// It has no part at all.
    Empty,
    /// The beginning offers nothing to choose.
    NoChoice,
    /// A choice leads to a part that there is not.
    Missing {
        /// The part that has the choice.
        part: String,
        /// Where it should lead.
        to: String,
    },
    /// No choice leads here.
    Unreachable {
        /// The part.
        part: String,
    },
    /// It ends here, and nothing was explained.
    DeadEnd {
        /// The part.
        part: String,
    },
    /// From here no end can be reached.
    Endless {
        /// The part.
        part: String,
    },
    /// Only one thing can be chosen: that is no choice.
    OnlyOne {
        /// The part.
        part: String,
    },
}

impl Scene {
    /// A part by its anchor.
    #[must_use]
    pub fn part(&self, id: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.id == id)
    }

    /// What is wrong with it, in the order of its parts.
    #[must_use]
    pub fn flaws(&self) -> Vec<Flaw> {
        let Some(first) = self.parts.first() else { return vec![Flaw::Empty] };
        let reachable = self.reached_from(&first.id);
        let mut flaws: Vec<Flaw> = first.choices.is_empty().then_some(Flaw::NoChoice).into_iter().collect();
        for part in &self.parts {
            let name = part.id.clone();
            for choice in part.choices.iter().filter(|choice| self.part(&choice.to).is_none()) {
                flaws.push(Flaw::Missing { part: name.clone(), to: choice.to.clone() });
            }
            let is_end = part.choices.is_empty();
            if !reachable.contains(part.id.as_str()) {
                flaws.push(Flaw::Unreachable { part: name });
            } else if is_end && !part.explains && part.id != first.id {
                flaws.push(Flaw::DeadEnd { part: name });
            } else if part.choices.len() == 1 {
                flaws.push(Flaw::OnlyOne { part: name });
            } else if !is_end && !self.ends_from(&part.id) {
                flaws.push(Flaw::Endless { part: name });
            }
        }
        flaws
    }

    /// Whether an end can be reached from a part.
    fn ends_from(&self, id: &str) -> bool {
        let reached = self.reached_from(id);
        self.parts.iter().any(|part| part.choices.is_empty() && reached.contains(part.id.as_str()))
    }

    /// The parts that are reached from one, itself among them.
    fn reached_from<'a>(&'a self, from: &'a str) -> BTreeSet<&'a str> {
        let mut reached = BTreeSet::new();
        let mut open = vec![from];
        while let Some(id) = open.pop() {
            let Some(part) = self.part(id) else { continue };
            if reached.insert(part.id.as_str()) {
                open.extend(part.choices.iter().map(|choice| choice.to.as_str()));
            }
        }
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A scene of parts as `name: choice, choice`; a name with `!` explains.
    fn scene(parts: &[&str]) -> Scene {
        let part = |text: &&str| {
            let (name, choices) = text.split_once(':').unwrap();
            let choice = |to: &str| Choice { text: format!("去{to}"), to: to.trim().to_owned() };
            Part {
                id: name.trim_end_matches('!').to_owned(),
                title: String::new(),
                choices: choices.split(',').filter(|to| !to.trim().is_empty()).map(choice).collect(),
                explains: name.ends_with('!'),
            }
        };
        let ages = Ages { from: 7, until: 17 };
        Scene { id: "s".into(), title: "情景".into(), ages, parts: parts.iter().map(part).collect() }
    }

    #[test]
    fn every_way_must_lead_to_an_end_that_explains() {
        let check = |parts: &[&str], expect: &[Flaw]| assert_eq!(scene(parts).flaws(), expect, "{parts:?}");
        let part = |name: &str| name.to_owned();
        check(&["a: b, c", "b!:", "c: b, a"], &[]);
        check(&[], &[Flaw::Empty]);
        check(&["a!:"], &[Flaw::NoChoice]);
        check(&["a: b, c", "b!:", "c:"], &[Flaw::DeadEnd { part: part("c") }]);
        check(&["a: b, x", "b!:"], &[Flaw::Missing { part: part("a"), to: part("x") }]);
        check(&["a: b, b", "b!:", "c!:"], &[Flaw::Unreachable { part: part("c") }]);
        check(&["a: b, c", "b!:", "c: b"], &[Flaw::OnlyOne { part: part("c") }]);
        check(
            &["a: b, c", "b!:", "c: d, d", "d: c, c"],
            &[Flaw::Endless { part: part("c") }, Flaw::Endless { part: part("d") }],
        );
    }
}
