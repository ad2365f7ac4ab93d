//! What goes along in a backup beside the records, if the learner chose it: essays and speeches that are being made, and kept answers of the
//! self-check.
//!
//! They are drafts ([`crate::draft`]), which are written over as they change, so there is no union of two of
//! them. What belongs to one contest is one work: it comes in whole where none is, and takes the place of another only if the learner says so.

use super::Backup;
use crate::draft::{Name, Slip};
use model::{ContestId, LearnerId};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Slips by their names.
pub type Slips = BTreeMap<String, String>;

/// What a work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An essay or a speech that is being made, with its versions, pictures, takes and the form.
    Making,
    /// Answers of the self-check that the learner kept.
    Moods,
}

/// Whose, what, and for which contest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Work {
    /// The learner.
    pub learner: LearnerId,
    /// What it is.
    pub kind: Kind,
    /// The id of the contest; empty for the self-check.
    pub contest: String,
}

impl Work {
    /// The work to which a slip belongs; `None` for what never goes into a backup.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let Slip { learner, name } = Slip::parse(name)?;
        match name.contest() {
            Some(contest) => Some(Self { learner, kind: Kind::Making, contest: contest.to_string() }),
            None => name.is_moods().then(|| Self { learner, kind: Kind::Moods, contest: String::new() }),
        }
    }
}

/// What a backup would do with a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// None is here: it comes in.
    New,
    /// It is here as it is in the file.
    Same,
    /// Another one is here, which stays unless the learner chooses otherwise.
    Other,
}

/// A work of a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkPlan {
    /// Which.
    pub work: Work,
    /// Its title; empty if it has none.
    pub title: String,
    /// What the backup would do.
    pub standing: Standing,
}

/// The works of a backup beside what is here, in order.
#[must_use]
pub fn plan(here: &Slips, backup: &Backup) -> Vec<WorkPlan> {
    let (mine, theirs) = (by_work(here), by_work(&backup.slips));
    let plan = |(work, slips): (Work, Slips)| {
        let standing = match mine.get(&work) {
            None => Standing::New,
            Some(own) if *own == slips => Standing::Same,
            Some(_) => Standing::Other,
        };
        WorkPlan { title: title(&work, &slips), work, standing }
    };
    theirs.into_iter().map(plan).collect()
}

/// The slips to write, an empty one to remove it: of works that are new, and of those that the learner wants replaced.
#[must_use]
pub fn changes(here: &Slips, backup: &Backup, replace: &BTreeSet<Work>, erased: &BTreeSet<LearnerId>) -> Slips {
    let comes = |plan: &WorkPlan| match plan.standing {
        Standing::New => true,
        Standing::Same => false,
        Standing::Other => replace.contains(&plan.work),
    };
    let coming: BTreeSet<Work> = plan(here, backup)
        .into_iter()
        .filter(|plan| comes(plan) && !erased.contains(&plan.work.learner))
        .map(|plan| plan.work)
        .collect();
    let is_coming = |name: &&String| Work::of(name).is_some_and(|work| coming.contains(&work));
    let gone = here.keys().filter(is_coming).map(|name| (name.clone(), String::new()));
    let new = backup.slips.iter().filter(|(name, _)| is_coming(name));
    gone.chain(new.map(|(name, text)| (name.clone(), text.clone()))).collect()
}

fn by_work(slips: &Slips) -> BTreeMap<Work, Slips> {
    let mut works: BTreeMap<Work, Slips> = BTreeMap::new();
    for (name, text) in slips {
        if let Some(work) = Work::of(name) {
            works.entry(work).or_default().insert(name.clone(), text.clone());
        }
    }
    works
}

/// What the drafts of essays and speeches both say.
#[derive(Deserialize)]
struct Draft {
    title: String,
}

fn title(work: &Work, slips: &Slips) -> String {
    let Ok(contest) = ContestId::parse(&work.contest) else { return String::new() };
    let text = |name| slips.get(&Slip { learner: work.learner, name }.to_string());
    let text = text(Name::Essay(contest.clone())).or_else(|| text(Name::Speech(contest)));
    let draft = text.and_then(|text| serde_json::from_str(text).ok());
    draft.map_or_else(String::new, |draft: Draft| draft.title)
}
