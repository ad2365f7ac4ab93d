//! What a backup would bring in, shown before it is brought in, and then the changes to a store.

use super::works::{self, Work, WorkPlan};
use super::{Backup, Kept, Slips, State};
use crate::record;
use learning::{Deed, Event, Study};
use model::standing::standing;
use model::{EventId, LearnerId};
use std::collections::{BTreeMap, BTreeSet};

/// What a learner chose about those who were deleted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// Learners deleted here who are to come back.
    pub revive: BTreeSet<LearnerId>,
    /// Learners deleted where the backup was made who are to go here too.
    pub erase: BTreeSet<LearnerId>,
    /// Works here that are to give way to those of the backup.
    pub replace: BTreeSet<Work>,
}

/// The changes to a store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Records to add.
    pub append: Vec<(EventId, String)>,
    /// Records to put in the place of those with the same id.
    pub replace: Vec<(EventId, String)>,
    /// Learners whose records are to be deleted for good.
    pub erase: BTreeSet<LearnerId>,
    /// The list of deleted learners as it is afterwards.
    pub erased: BTreeSet<LearnerId>,
    /// Slips to write; an empty one is to be removed.
    pub slips: Slips,
}

/// What a backup would bring in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// By learner of the backup.
    pub learners: Vec<LearnerPlan>,
    /// Learners who have records here and were deleted where the backup was made. They stay, unless the learner chooses otherwise.
    pub erased_there: Vec<LearnerId>,
    /// What goes along beside the records.
    pub works: Vec<WorkPlan>,
    /// How many records and slips of the file are damaged and stay out.
    pub damaged: usize,
}

/// What it would bring in of one learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LearnerPlan {
    /// The learner.
    pub id: LearnerId,
    /// Their name in the backup; may be empty.
    pub name: String,
    /// Whether they were deleted here: then nothing of theirs comes in, unless the learner chooses so; the counts say what would.
    pub erased_here: bool,
    /// What is new.
    pub new: Counts,
    /// How many records are the same here.
    pub there: usize,
    /// How many records say an event that is here differently, and later.
    pub replaced: usize,
    /// How many events hold in the backup and were taken back here since: they stay taken back.
    pub taken_back: usize,
}

/// How many deeds, by what was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Stretches of reading.
    pub read: usize,
    /// Bookmarks.
    pub bookmarks: usize,
    /// Answers, and recalls without an answer.
    pub answers: usize,
    /// Highlights, study notes and remarks on questions.
    pub notes: usize,
    /// Declared study hours.
    pub declared: usize,
    /// Learning goals.
    pub goals: usize,
    /// Whatever says something of other deeds or of the learner (corrections, retractions, settled questions, profiles), and the
    /// holiday programme.
    pub other: usize,
    /// Records of a newer version: they come in, and are shown once the portal is updated.
    pub newer: usize,
}

impl Counts {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> usize {
        let Self { read, bookmarks, answers, notes, declared, goals, other, newer } = self;
        read + bookmarks + answers + notes + declared + goals + other + newer
    }

    fn add(&mut self, kept: &Kept) {
        let deed = record::read::<Study>(&kept.json).map(|event| event.deed);
        *match deed {
            Err(_) => &mut self.newer,
            Ok(Deed::Read(_)) => &mut self.read,
            Ok(Deed::Bookmarked(_)) => &mut self.bookmarks,
            Ok(Deed::Study(Study::Answered(_) | Study::Reviewed(_))) => &mut self.answers,
            Ok(Deed::Study(Study::Highlighted(_) | Study::Reflected(_) | Study::Remarked(_))) => &mut self.notes,
            Ok(Deed::Study(Study::Declared(_))) => &mut self.declared,
            Ok(Deed::Study(Study::Aimed(_))) => &mut self.goals,
            Ok(Deed::Study(Study::Settled(_) | Study::Introduced(_))) => &mut self.other,
            Ok(Deed::Study(Study::Coming(_) | Study::Attended(_) | Study::Served(_) | Study::Played(_))) => {
                &mut self.other
            }
            Ok(Deed::Study(Study::HandedIn(_))) => &mut self.other,
            Ok(Deed::Retracted { .. } | Deed::Corrected { .. }) => &mut self.other,
        } += 1;
    }
}

/// What a backup would bring into a store.
#[must_use]
pub fn plan(here: &State, slips: &Slips, backup: &Backup) -> Plan {
    let there = backup.state();
    let living = here.learners();
    let merged = here.merge(&there);
    let (mut names, held) = (names(backup), by_learner(&merged));
    let learners = by_learner(&there).into_iter().map(|(id, own)| LearnerPlan {
        name: names.remove(&id).unwrap_or_default(),
        erased_here: here.erased.contains(&id),
        taken_back: taken_back(id, &own, held.get(&id).map_or(&[], Vec::as_slice)),
        ..counted(id, here, &own)
    });
    Plan {
        learners: learners.collect(),
        erased_there: backup.erased.intersection(&living).copied().collect(),
        works: works::plan(slips, backup),
        damaged: backup.damaged.len(),
    }
}

/// What a store has to change to take a backup in.
#[must_use]
pub fn changes(here: &State, slips: &Slips, backup: &Backup, choices: &Choices) -> Changes {
    let (mut mine, mut theirs) = (here.clone(), backup.state());
    let living = here.learners();
    mine.erased.retain(|id| !choices.revive.contains(id));
    // Nobody's records go because of a file, unless the learner says so.
    theirs.erased.retain(|id| choices.erase.contains(id) || !living.contains(id) && !choices.revive.contains(id));
    let merged = mine.merge(&theirs);
    let slips = works::changes(slips, backup, &choices.replace, &merged.erased);
    let mut changes = Changes { erased: merged.erased, slips, ..Changes::default() };
    changes.erase = changes.erased.intersection(&living).copied().collect();
    for (id, kept) in merged.records {
        match here.records.get(&id) {
            None => changes.append.push((id, kept.json)),
            Some(old) if old.json != kept.json => changes.replace.push((id, kept.json)),
            Some(_) => {}
        }
    }
    changes
}

/// The records by whose they are, so that each is looked at once however many learners there are.
fn by_learner(state: &State) -> BTreeMap<LearnerId, Vec<&Kept>> {
    let mut own: BTreeMap<LearnerId, Vec<&Kept>> = BTreeMap::new();
    for kept in state.records.values() {
        own.entry(kept.learner).or_default().push(kept);
    }
    own
}

/// What the backup calls the learners. Of one who is there twice the first name stands.
fn names(backup: &Backup) -> BTreeMap<LearnerId, String> {
    backup.learners.iter().rev().map(|named| (named.id, named.name.clone())).collect()
}

/// What would come in of a learner's records.
fn counted(id: LearnerId, here: &State, own: &[&Kept]) -> LearnerPlan {
    let (mut new, mut there, mut replaced) = (Counts::default(), 0, 0);
    for kept in own {
        match here.records.get(&kept.id) {
            None => new.add(kept),
            Some(old) if (old.order, &old.json) < (kept.order, &kept.json) => replaced += 1,
            Some(_) => there += 1,
        }
    }
    LearnerPlan { id, name: String::new(), erased_here: false, new, there, replaced, taken_back: 0 }
}

/// How many events hold in the backup and do not hold in the union with what is here. Of a learner who was deleted nothing is left to say.
fn taken_back(learner: LearnerId, there: &[&Kept], merged: &[&Kept]) -> usize {
    if merged.is_empty() {
        return 0;
    }
    holding(learner, there).difference(&holding(learner, merged)).count()
}

/// The events of a learner that hold.
fn holding(learner: LearnerId, own: &[&Kept]) -> BTreeSet<EventId> {
    let events: Vec<Event> = own.iter().filter_map(|kept| record::read(&kept.json).ok()).collect();
    standing(learner, &events).into_iter().map(|(event, _)| event.id).collect()
}
