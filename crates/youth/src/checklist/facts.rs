//! What is to be checked: a draft as it stands, beside the rules and the clock.

use crate::contest::{Contest, Group};
use crate::{essay, speech};
use model::GroupId;

/// What is to be checked.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The rules.
    pub contest: &'a Contest,
    /// The group that was chosen, if it is one of the contest.
    pub group: Option<&'a Group>,
    /// The title.
    pub title: &'a str,
    /// What was made so far.
    pub work: Work,
    /// How old the entrant is, if that was said.
    pub age: Option<u8>,
    /// Whether they said that it is their own work (原创).
    pub own_work: bool,
    /// The revision that was handed in last; 0 before.
    pub handed_in: u32,
    /// Now, in milliseconds since 1970.
    pub now_ms: i64,
}

/// What was made so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// An essay.
    Essay {
        /// Its length (字数) with punctuation.
        count: u32,
        /// Its photographed pages.
        pages: u32,
    },
    /// The chosen take of a speech, if one was chosen.
    Speech(Option<Spoken>),
}

/// A take of a speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spoken {
    /// Its length in whole seconds.
    pub seconds: u32,
    /// Its size.
    pub bytes: u64,
}

impl<'a> Facts<'a> {
    /// The facts of an essay.
    #[must_use]
    pub fn of_essay(contest: &'a Contest, draft: &'a essay::Draft, age: Option<u8>, now_ms: i64) -> Self {
        let pages = u32::try_from(draft.photos.len()).unwrap_or(u32::MAX);
        Self {
            contest,
            group: group(contest, draft.group.as_ref()),
            title: &draft.title,
            work: Work::Essay { count: draft.count(), pages },
            age,
            own_work: draft.own_work,
            handed_in: revision(draft.handed_in.as_ref()),
            now_ms,
        }
    }

    /// The facts of a speech.
    #[must_use]
    pub fn of_speech(contest: &'a Contest, draft: &'a speech::Draft, age: Option<u8>, now_ms: i64) -> Self {
        Self {
            contest,
            group: group(contest, draft.group.as_ref()),
            title: &draft.title,
            work: Work::Speech(draft.takes.chosen().map(Spoken::of)),
            age,
            own_work: draft.own_work,
            handed_in: revision(draft.handed_in.as_ref()),
            now_ms,
        }
    }
}

impl Spoken {
    /// What counts of a take: seconds that have begun do not.
    #[must_use]
    pub fn of(take: &speech::Take) -> Self {
        Self { seconds: u32::try_from(take.ms / 1_000).unwrap_or(u32::MAX), bytes: take.bytes }
    }
}

fn group<'a>(contest: &'a Contest, id: Option<&GroupId>) -> Option<&'a Group> {
    id.and_then(|id| contest.group(id))
}

fn revision(last: Option<&essay::HandedIn>) -> u32 {
    last.map_or(0, |last| last.revision)
}
