//! How far the numbers, dates, addresses and texts of a record may go. docs/FORMATS.md has the same as a table, with the reasons.
//!
//! Orders and ids are checked where they are read (`model`), everything else here. The limits are far beyond what anybody does at
//! a table: what exceeds one was not written by a program of ours.

#[cfg(test)]
mod tests;

use super::Known;
use learning::deed::{
    Attempt, Attended, Coming, Declared, Goal, HandedIn, Highlight, Played, Profile, Reflection, Remark, Review, Served,
};
use learning::{Answer, Study};
use model::address::is_within_portal;
use model::event::LAST_ORDER;
use model::time::YEARS;
use model::{Bookmark, Day, Deed, Event, Moment, Place, Stretch};

/// The longest line, in characters: a title, a name, a label, a remark.
pub const LINE: usize = 10_000;
/// The longest text, in characters: a note, an answer at length, a marked passage. The publisher takes no longer one either.
pub const TEXT: usize = 1_000_000;
/// The longest date, in characters.
pub const DATE: usize = 10;
/// The longest list: blocks of a place, parts of an answer, steps of a goal.
pub const LIST: usize = 10_000;
/// The longest stretch of reading, and the longest reading time of a text, in milliseconds: 31 days.
pub const LONGEST_MS: u64 = 31 * 24 * 60 * 60 * 1_000;
/// The most hours that one record counts, in hundredths; as many as a lesson may.
pub const HOURS: u32 = 100_000;
/// What a verdict earns at most, in thousandths.
pub const EARNED: u16 = 1_000;

/// What of a record lies beyond the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Beyond {
    /// A moment outside 1970 to 2200, or with an offset that no zone has.
    #[error("a moment is none of 1970 to 2200")]
    Moment,
    /// A day outside 1900 to 2200, one that no calendar has, or words that are too long for one.
    #[error("a day is none of 1900 to 2200")]
    Day,
    /// A year outside 1900 to 2200.
    #[error("a year is none of 1900 to 2200")]
    Year,
    /// More time than anybody spends.
    #[error("a time is too long")]
    Time,
    /// More hours than one record can count.
    #[error("the hours are too many")]
    Hours,
    /// A number without sense.
    #[error("a number is too large")]
    Number,
    /// An address that leads out of the portal, or is too long.
    #[error("an address is not of this portal")]
    Address,
    /// A line or text that is too long.
    #[error("a text is too long")]
    Text,
    /// A list that is too long.
    #[error("a list is too long")]
    List,
}

type Checked = Result<(), Beyond>;

/// Checks an event.
///
/// # Errors
/// The first thing that lies beyond the limits.
pub fn of_event<S: Known>(event: &Event<S>) -> Checked {
    let Moment { unix_ms, offset_minutes } = event.at;
    within(Moment::of(unix_ms, offset_minutes).is_some(), Beyond::Moment)?;
    of_deed(&event.deed)
}

fn of_deed<S: Known>(deed: &Deed<S>) -> Checked {
    match deed {
        Deed::Read(stretch) => of_stretch(stretch),
        Deed::Bookmarked(bookmark) => of_bookmark(bookmark),
        Deed::Retracted { .. } => Ok(()),
        Deed::Corrected { deed, .. } => of_deed(deed),
        Deed::Study(study) => study.beyond().map_or(Ok(()), Err),
    }
}

fn of_stretch(stretch: &Stretch) -> Checked {
    titled(&stretch.title, &stretch.address)?;
    within(stretch.active_ms.max(stretch.estimate_ms) <= LONGEST_MS, Beyond::Time)?;
    hours(stretch.hours_hundredths)?;
    stretch.place.as_ref().map_or(Ok(()), place)
}

fn of_bookmark(bookmark: &Bookmark) -> Checked {
    titled(&bookmark.title, &bookmark.address)?;
    place(&bookmark.place)?;
    line(&bookmark.label)
}

/// Checks a deed of studying.
///
/// # Errors
/// The first thing that lies beyond the limits.
pub fn of_study(study: &Study) -> Checked {
    match study {
        Study::Answered(Attempt { question: _, revision, bank: _, stem, answer, verdict, occasion: _ }) => {
            [revision, stem].into_iter().try_for_each(|text| line(text))?;
            of_answer(answer)?;
            within(verdict.earned <= EARNED, Beyond::Number)
        }
        Study::Reviewed(Review { question: _, revision, stem, known: _ }) => {
            [revision, stem].into_iter().try_for_each(|text| line(text))
        }
        Study::Remarked(Remark { question: _, text: remark }) => text(remark),
        Study::Settled(_) => Ok(()),
        Study::Highlighted(highlight) => of_highlight(highlight),
        Study::Reflected(Reflection { document: _, title, address, text: note }) => {
            titled(title, address)?;
            text(note)
        }
        Study::Declared(Declared { kind: _, mode: _, title, day: of, hours_hundredths, remark }) => {
            [title, remark].into_iter().try_for_each(|text| line(text))?;
            day(of)?;
            hours(*hours_hundredths)
        }
        Study::Aimed(goal) => of_goal(goal),
        // Colours and pictures go round: there is none too large.
        Study::Introduced(Profile { name, branch, age: _, role: _, colour: _, picture: _ }) => {
            [name, branch].into_iter().try_for_each(|text| line(text))
        }
        Study::Coming(Coming { activity: _, title, address, coming: _ }) => titled(title, address),
        Study::Attended(Attended { activity: _, title, address, day: of, hours_hundredths, volunteer_hundredths }) => {
            titled(title, address)?;
            day(of)?;
            hours((*hours_hundredths).max(*volunteer_hundredths))
        }
        Study::Served(Served { title, day: of, volunteer_hundredths, remark }) => {
            [title, remark].into_iter().try_for_each(|text| line(text))?;
            day(of)?;
            hours(*volunteer_hundredths)
        }
        Study::Played(Played { scene, title, address, end }) => {
            [scene, end].into_iter().try_for_each(|text| line(text))?;
            titled(title, address)
        }
        Study::HandedIn(handed_in) => of_handed_in(handed_in),
    }
}

fn of_answer(answer: &Answer) -> Checked {
    match answer {
        Answer::Chosen(places) | Answer::Ordered(places) => list(places),
        Answer::Matched(pairs) => list(pairs),
        Answer::Filled(written) | Answer::Written(written) => text(written),
        Answer::Judged(_) => Ok(()),
    }
}

fn of_highlight(highlight: &Highlight) -> Checked {
    let Highlight { document: _, title, address, place: at, quote, before, after, colour: _, note } = highlight;
    titled(title, address)?;
    place(at)?;
    [before, after].into_iter().try_for_each(|words| line(words))?;
    [quote, note].into_iter().try_for_each(|words| text(words))
}

fn of_goal(goal: &Goal) -> Checked {
    let Goal { year, skill, reason, steps, thoughts, reached } = goal;
    within(YEARS.contains(&i64::from(*year)), Beyond::Year)?;
    [skill, reason].into_iter().try_for_each(|words| line(words))?;
    list(steps)?;
    list(thoughts)?;
    for step in steps {
        line(&step.text)?;
        day(&step.until)?;
        step.done.as_deref().map_or(Ok(()), day)?;
    }
    for thought in thoughts {
        day(&thought.day)?;
        text(&thought.text)?;
    }
    reached.as_deref().map_or(Ok(()), day)
}

fn of_handed_in(handed_in: &HandedIn) -> Checked {
    let HandedIn { contest: _, group: _, entry, revision: _, title, file, bytes, sha256, receipt } = handed_in;
    [entry, title, file, sha256].into_iter().try_for_each(|words| line(words))?;
    text(receipt)?;
    within(*bytes <= LAST_ORDER, Beyond::Number)
}

fn titled(title: &str, address: &str) -> Checked {
    line(title)?;
    within(is_within_portal(address), Beyond::Address)
}

/// A day of the calendar, or a few words where older forms let them through: those are listed as what has no day.
fn day(text: &str) -> Checked {
    let is_like_one = text.bytes().any(|byte| byte.is_ascii_digit());
    let is_day = Day::parse(text).is_some() || !is_like_one && is_within(text, DATE);
    within(is_day, Beyond::Day)
}

fn hours(hundredths: u32) -> Checked {
    within(hundredths <= HOURS, Beyond::Hours)
}

fn place(place: &Place) -> Checked {
    list(&place.before)
}

fn line(words: &str) -> Checked {
    within(is_within(words, LINE), Beyond::Text)
}

fn text(words: &str) -> Checked {
    within(is_within(words, TEXT), Beyond::Text)
}

fn list<T>(things: &[T]) -> Checked {
    within(things.len() <= LIST, Beyond::List)
}

/// Whether a text has at most so many characters. No character is shorter than a byte, so most texts need not be counted.
fn is_within(words: &str, most: usize) -> bool {
    words.len() <= most || words.chars().nth(most).is_none()
}

fn within(is_within: bool, beyond: Beyond) -> Checked {
    if is_within { Ok(()) } else { Err(beyond) }
}
