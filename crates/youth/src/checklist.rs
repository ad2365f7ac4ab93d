//! What the rules of a contest still want of an entry: a list in the order in which one would go through it.
//!
//! Every item says what it is about with all its numbers, and whether it is done; the words are the interface's. Days and hours are
//! counted from moments, so the device's zone does not matter: the publisher knew the portal's.

mod deadline;

#[cfg(test)]
mod tests;

pub use deadline::{Deadline, SOON_MS, Stretch, deadline};

use crate::contest::{Contest, Group};
use crate::essay::Draft;

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
    /// The chosen take of a speech.
    Speech {
        /// Its length in whole seconds; 0 without a take.
        seconds: u32,
        /// Its size.
        bytes: u64,
    },
}

impl<'a> Facts<'a> {
    /// The facts of a draft.
    #[must_use]
    pub fn of(contest: &'a Contest, draft: &'a Draft, age: Option<u8>, now_ms: i64) -> Self {
        let pages = u32::try_from(draft.photos.len()).unwrap_or(u32::MAX);
        Self {
            contest,
            group: draft.group.as_ref().and_then(|id| contest.group(id)),
            title: &draft.title,
            work: Work::Essay { count: draft.count(), pages },
            age,
            own_work: draft.own_work,
            handed_in: draft.handed_in.as_ref().map_or(0, |last| last.revision),
            now_ms,
        }
    }
}

/// One point of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// What it is about.
    pub what: What,
    /// How it is.
    pub state: State,
}

/// How a point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As the rules want it.
    Done,
    /// Something must still be done, or changed.
    Missing,
    /// It can be handed in so; somebody should look at it.
    Warning,
}

/// What a point is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// When entries are taken.
    Deadline(Deadline),
    /// Whether a group was chosen.
    Group,
    /// Whether the group is for this age.
    Age {
        /// How old the entrant is.
        age: u8,
        /// The youngest of the group.
        from: u8,
        /// The oldest of the group.
        until: u8,
    },
    /// Whether there is a title.
    Title,
    /// How long an essay is, in 字 with punctuation.
    Characters(Length),
    /// How many photographed pages there are.
    Pages {
        /// So many.
        pages: u32,
        /// The most that the group may have; 0 where it must be typed.
        most: u32,
    },
    /// How long a speech is, in seconds.
    Seconds(Length),
    /// How large a recording is, in bytes.
    Size {
        /// So large.
        bytes: u64,
        /// The largest that the group may have.
        most: u64,
    },
    /// Whether they said that it is their own work (原创).
    OwnWork,
    /// One entry each: handing in again takes the place of what was handed in.
    OneEntry {
        /// The revision that was handed in last; 0 before.
        handed_in: u32,
    },
}

/// A length beside what the rules want.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Length {
    /// So long it is.
    pub is: u32,
    /// The shortest, itself allowed.
    pub least: u32,
    /// The longest, itself allowed.
    pub most: u32,
}

/// How a length is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// Too short by this.
    TooShort(u32),
    /// As the rules want it.
    Right,
    /// Too long by this.
    TooLong(u32),
}

impl Length {
    /// How it is.
    #[must_use]
    pub fn fit(self) -> Fit {
        if self.is < self.least {
            Fit::TooShort(self.least - self.is)
        } else if self.is > self.most {
            Fit::TooLong(self.is - self.most)
        } else {
            Fit::Right
        }
    }
}

/// The list, in order. What a group would decide is not there until one is chosen.
#[must_use]
pub fn checklist(facts: &Facts<'_>) -> Vec<Item> {
    let found = deadline(facts.contest, facts.now_ms);
    let mut items = vec![Item { what: What::Deadline(found), state: found.state() }];
    items.push(item(What::Group, facts.group.is_some()));
    if let (Some(group), Some(age)) = (facts.group, facts.age) {
        let what = What::Age { age, from: group.ages.from, until: group.ages.until };
        // A school class may have somebody older: the organiser decides.
        items.push(Item { what, state: if group.ages.includes(age) { State::Done } else { State::Warning } });
    }
    items.push(item(What::Title, !facts.title.trim().is_empty()));
    items.extend(facts.group.into_iter().flat_map(|group| of_work(facts.work, group)));
    items.push(item(What::OwnWork, facts.own_work));
    let state = if facts.handed_in == 0 { State::Done } else { State::Warning };
    items.push(Item { what: What::OneEntry { handed_in: facts.handed_in }, state });
    items
}

/// Whether nothing is missing.
#[must_use]
pub fn is_ready(items: &[Item]) -> bool {
    items.iter().all(|item| item.state != State::Missing)
}

fn of_work(work: Work, group: &Group) -> Vec<Item> {
    let length = |is: u32| Length { is, least: group.length.0, most: group.length.1 };
    match work {
        Work::Essay { count, pages } => {
            let typed = item(What::Characters(length(count)), length(count).fit() == Fit::Right);
            let photographed = item(What::Pages { pages, most: group.photos }, pages <= group.photos);
            // Whoever writes by hand types nothing; whoever does both is held to both.
            match (count, pages) {
                (_, 0) => vec![typed],
                (0, _) => vec![photographed],
                (_, _) => vec![typed, photographed],
            }
        }
        Work::Speech { seconds, bytes } => {
            let spoken = item(What::Seconds(length(seconds)), length(seconds).fit() == Fit::Right);
            let most = group.audio_bytes;
            let sized = item(What::Size { bytes, most }, bytes <= most);
            if bytes == 0 || most == 0 { vec![spoken] } else { vec![spoken, sized] }
        }
    }
}

fn item(what: What, is_done: bool) -> Item {
    Item { what, state: if is_done { State::Done } else { State::Missing } }
}
