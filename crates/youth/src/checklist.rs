//! What the rules of a contest still want of an entry: a list in the order in which one would go through it.
//!
//! Every item says what it is about with all its numbers, and whether it is done; the words are the interface's. Days and hours are
//! counted from moments, so the device's zone does not matter: the publisher knew the portal's.

mod deadline;

mod facts;

#[cfg(test)]
mod tests;

pub use deadline::{Deadline, SOON_MS, Stretch, deadline};
pub use facts::{Facts, Spoken, Work};

use crate::contest::Group;

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
    /// Whether a take of a speech was chosen.
    Take,
    /// How long the chosen take is, in seconds.
    Seconds(Length),
    /// How large the chosen take is, in bytes.
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
    if let Work::Speech(spoken) = facts.work {
        items.push(item(What::Take, spoken.is_some()));
    }
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
        // What was not recorded has no length.
        Work::Speech(None) => Vec::new(),
        Work::Speech(Some(Spoken { seconds, bytes })) => {
            let spoken = item(What::Seconds(length(seconds)), length(seconds).fit() == Fit::Right);
            let most = group.audio_bytes;
            let sized = item(What::Size { bytes, most }, bytes <= most);
            if most == 0 { vec![spoken] } else { vec![spoken, sized] }
        }
    }
}

fn item(what: What, is_done: bool) -> Item {
    Item { what, state: if is_done { State::Done } else { State::Missing } }
}
