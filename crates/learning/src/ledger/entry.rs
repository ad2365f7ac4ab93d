//! The entries of a ledger, which are also the rows of the register that a branch keeps.

use crate::deed::{Attended, Declared, Mode, StudyKind};
use crate::log::{Finished, Kept, Log};
use model::{Day, DocumentId, EventId, Moment};

/// One entry. In the register it is a row: day (日期), kind (类别), title (内容), mode (方式), hours (学时), source (来源).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The day, in the portal's zone.
    pub day: Day,
    /// What kind of study it was.
    pub kind: StudyKind,
    /// What it was about.
    pub title: String,
    /// Together or alone.
    pub mode: Mode,
    /// In hundredths of a study hour.
    pub hours_hundredths: u32,
    /// Who says so.
    pub source: Source,
    /// The event behind it, to correct or retract where the learner declared it.
    pub event: EventId,
}

/// Who says that study took place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A lesson was read to its end (课程学完).
    Finished {
        /// The lesson.
        document: DocumentId,
        /// Its address when it was last read, relative to the portal's root.
        address: String,
    },
    /// The code on the wall of an activity (签到).
    Attended {
        /// The activity's address then, relative to the portal's root.
        address: String,
    },
    /// The learner (自行申报).
    Declared {
        /// What was missed, or whatever the learner added; may be empty.
        remark: String,
    },
}

/// All entries, by day, and the declared ones whose day is no day.
pub fn all(
    log: &Log,
    day_of: &dyn Fn(Moment) -> Day,
    hours_of: &dyn Fn(&DocumentId) -> Option<u32>,
) -> (Vec<Entry>, Vec<Kept<Declared>>) {
    let finished = log.finished().into_iter().filter_map(|finished| of_finished(finished, day_of, hours_of));
    let attended = log.holiday.attended.iter().filter_map(|kept| of_attended(kept, day_of));
    let mut entries: Vec<Entry> = finished.chain(attended).collect();
    let mut undated = Vec::new();
    for kept in &log.declared {
        match Day::parse(&kept.value.day) {
            Some(day) => entries.push(of_declared(kept, day)),
            None => undated.push(kept.clone()),
        }
    }
    entries.sort_by_key(|entry| (entry.day, entry.event));
    (entries, undated)
}

/// What counts no hours is no entry: a material may be read to its end too.
fn of_finished(
    finished: Finished,
    day_of: &dyn Fn(Moment) -> Day,
    hours_of: &dyn Fn(&DocumentId) -> Option<u32>,
) -> Option<Entry> {
    let hours_hundredths = match finished.hours_hundredths {
        0 => hours_of(&finished.document).filter(|hours| *hours > 0)?,
        hours => hours,
    };
    Some(Entry {
        day: day_of(finished.at),
        kind: StudyKind::Other,
        title: finished.title,
        mode: Mode::Alone,
        hours_hundredths,
        source: Source::Finished { document: finished.document, address: finished.address },
        event: finished.event,
    })
}

/// An activity that counts no hours is no entry. Whoever comes is together with others.
fn of_attended(kept: &Kept<Attended>, day_of: &dyn Fn(Moment) -> Day) -> Option<Entry> {
    let attended = &kept.value;
    (attended.hours_hundredths > 0).then(|| Entry {
        day: Day::parse(&attended.day).unwrap_or_else(|| day_of(kept.at)),
        kind: StudyKind::Other,
        title: attended.title.clone(),
        mode: Mode::Together,
        hours_hundredths: attended.hours_hundredths,
        source: Source::Attended { address: attended.address.clone() },
        event: kept.event,
    })
}

fn of_declared(kept: &Kept<Declared>, day: Day) -> Entry {
    let declared = &kept.value;
    Entry {
        day,
        kind: declared.kind,
        title: declared.title.clone(),
        mode: declared.mode,
        hours_hundredths: declared.hours_hundredths,
        source: Source::Declared { remark: declared.remark.clone() },
        event: kept.event,
    }
}
