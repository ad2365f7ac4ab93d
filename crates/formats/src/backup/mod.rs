//! A backup: the records of one learner or all, as one file (`.huaide-backup.json`).
//!
//! [`write()`] puts the records into the file as they are, those of newer versions too; [`read`] takes the file or refuses it, and sets aside
//! what of it is damaged, for a right checksum does not make a file harmless. A [`Plan`] shows what would come in, [`merge`](State::merge)
//! brings it in. docs/FORMATS.md describes the file.

mod error;
mod outside;
mod plan;
mod state;
pub mod works;

#[cfg(test)]
mod tests;

pub use error::{BackupError, Flaw};
pub(crate) use outside::{is_name_of_somebody, is_slip};
pub use plan::{Changes, Choices, Counts, LearnerPlan, Plan, changes, plan};
pub use state::{Kept, State};
pub use works::Slips;

use model::{EventId, LearnerId};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// What the file calls itself.
pub const FORMAT: &str = "huaide-backup";
/// The newest version that this build reads. Without works the file is of version 1, so that older builds read it too.
pub const VERSION: u32 = 2;
/// The end of the file's name.
pub const EXTENSION: &str = ".huaide-backup.json";
/// The longest file that is read, in bytes.
pub const LONGEST: usize = 128 * 1024 * 1024;

/// What is in a backup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it was made: RFC 3339, with the offset of the time zone there.
    pub made_at: String,
    /// The portal's name.
    pub portal: String,
    /// The learners and their names.
    pub learners: Vec<Named>,
    /// Learners who were deleted where it was made.
    pub erased: BTreeSet<LearnerId>,
    /// The records, sorted by id, as `formats::record` wrote them.
    pub records: Vec<(EventId, String)>,
    /// What goes along beside the records; empty unless the learner chose it.
    pub slips: Slips,
    /// Records and slips that are damaged, as they stand in the file that was read. They come into no store, and are not written again.
    pub damaged: Vec<String>,
}

/// A learner and their name, which may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// The learner.
    pub id: LearnerId,
    /// The name.
    pub name: String,
}

impl Backup {
    /// What a store holds, of these learners or of all.
    #[must_use]
    pub fn of(made_at: &str, portal: &str, state: &State, of: Option<&BTreeSet<LearnerId>>) -> Self {
        let records = state.records.iter().filter(|(_, kept)| of.is_none_or(|of| of.contains(&kept.learner)));
        let records: Vec<(EventId, &Kept)> = records.map(|(id, kept)| (*id, kept)).collect();
        // Names are all that is wanted here: of fifty thousand records only a few tell any.
        let tells_names = |json: &str| ["introduced", "corrected", "retracted"].iter().any(|deed| json.contains(deed));
        let telling = records.iter().filter(|(_, kept)| tells_names(&kept.json));
        let events: Vec<learning::Event> =
            telling.filter_map(|(_, kept)| crate::record::read(&kept.json).ok()).collect();
        let known: BTreeSet<LearnerId> = records.iter().map(|(_, kept)| kept.learner).collect();
        let names = learning::learners::learners(&events);
        let name = |id| names.iter().find(|known| known.id == id).map(|known| known.profile.name.clone());
        Self {
            made_at: made_at.to_owned(),
            portal: portal.to_owned(),
            learners: known.into_iter().map(|id| Named { id, name: name(id).unwrap_or_default() }).collect(),
            erased: state.erased.clone(),
            records: records.into_iter().map(|(id, kept)| (id, kept.json.clone())).collect(),
            slips: Slips::new(),
            damaged: Vec::new(),
        }
    }

    /// The records and the erased learners, to be merged. What [`read`] gave has no record that is left out here.
    #[must_use]
    pub fn state(&self) -> State {
        State::of(&self.records, self.erased.clone()).0
    }
}

/// The file. Every value but the first two is covered by the checksum as it stands in the text.
#[derive(Serialize, Deserialize)]
struct File<'a> {
    format: String,
    v: u32,
    #[serde(borrow)]
    made_at: &'a RawValue,
    #[serde(borrow)]
    portal: &'a RawValue,
    #[serde(borrow)]
    learners: &'a RawValue,
    #[serde(borrow)]
    erased: &'a RawValue,
    sha256: String,
    #[serde(borrow)]
    events: &'a RawValue,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    slips: Option<&'a RawValue>,
}

/// What every version of the file says first.
#[derive(Deserialize)]
struct Head {
    format: Option<String>,
    v: Option<u32>,
}

/// Writes the file.
///
/// # Errors
/// [`BackupError::Damaged`] when a record is no JSON; a [`State`] holds none such.
pub fn write(backup: &Backup) -> Result<String, BackupError> {
    let damaged = |_| BackupError::Damaged(Flaw::Shape);
    let record = |(_, json): &(EventId, String)| RawValue::from_string(json.clone()).map_err(damaged);
    let events = backup.records.iter().map(record).collect::<Result<Vec<_>, _>>()?;
    let (made_at, portal) = (raw(&backup.made_at)?, raw(&backup.portal)?);
    let (learners, erased, events) = (raw(&backup.learners)?, raw(&backup.erased)?, raw(&events)?);
    let slips = if backup.slips.is_empty() { None } else { Some(raw(&backup.slips)?) };
    let mut file = File {
        format: FORMAT.to_owned(),
        v: if slips.is_some() { VERSION } else { 1 },
        made_at: &made_at,
        portal: &portal,
        learners: &learners,
        erased: &erased,
        sha256: String::new(),
        events: &events,
        slips: slips.as_deref(),
    };
    file.sha256 = checksum(&file);
    serde_json::to_string(&file).map_err(damaged)
}

/// Reads the file; a byte order mark in front of it does no harm.
///
/// # Errors
/// A [`BackupError`] that names why it is refused. What is damaged in it is set aside, and everything else taken.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    if text.len() > LONGEST {
        return Err(BackupError::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let head: Head = serde_json::from_str(text).map_err(|error| error::of_json(text, &error))?;
    match (head.format.as_deref(), head.v) {
        (Some(FORMAT), Some(0) | None) => return Err(BackupError::Damaged(Flaw::Shape)),
        (Some(FORMAT), Some(found)) if found > VERSION => return Err(BackupError::Newer { found }),
        (Some(FORMAT), Some(_)) => {}
        _ => return Err(BackupError::Foreign),
    }
    let file: File<'_> = serde_json::from_str(text).map_err(|_| BackupError::Damaged(Flaw::Shape))?;
    if file.sha256 != checksum(&file) {
        return Err(BackupError::Damaged(Flaw::Checksum));
    }
    let mut backup = Backup {
        made_at: value(file.made_at)?,
        portal: value(file.portal)?,
        learners: value(file.learners)?,
        erased: value(file.erased)?,
        records: Vec::new(),
        slips: file.slips.map(value).transpose()?.unwrap_or_default(),
        damaged: Vec::new(),
    };
    outside::check(&backup)?;
    backup.take_records(value(file.events)?)?;
    backup.set_long_slips_aside();
    Ok(backup)
}

impl Backup {
    /// Takes the records, whose ids rise, and sets aside those that are damaged.
    fn take_records(&mut self, events: Vec<&RawValue>) -> Result<(), BackupError> {
        self.records.reserve(events.len());
        for event in events {
            let Some(kept) = Kept::read(event.get()) else {
                self.damaged.push(event.get().to_owned());
                continue;
            };
            if self.records.last().is_some_and(|(last, _)| *last >= kept.id) {
                return Err(BackupError::Damaged(Flaw::Order));
            }
            self.records.push((kept.id, kept.json));
        }
        Ok(())
    }

    fn set_long_slips_aside(&mut self) {
        let (slips, damaged) =
            std::mem::take(&mut self.slips).into_iter().partition(|(_, text)| outside::is_slip(text));
        self.slips = slips;
        let damaged: Slips = damaged;
        self.damaged.extend(damaged.into_values());
    }
}

fn raw(value: &impl Serialize) -> Result<Box<RawValue>, BackupError> {
    serde_json::value::to_raw_value(value).map_err(|_| BackupError::Damaged(Flaw::Shape))
}

fn value<'a, T: Deserialize<'a>>(raw: &'a RawValue) -> Result<T, BackupError> {
    serde_json::from_str(raw.get()).map_err(|_| BackupError::Damaged(Flaw::Shape))
}

/// SHA-256 of the values as they stand in the text, each followed by a line feed.
fn checksum(file: &File<'_>) -> String {
    let mut sum = Sha256::new();
    for part in [file.made_at, file.portal, file.learners, file.erased, file.events].into_iter().chain(file.slips) {
        sum.update(part.get());
        sum.update("\n");
    }
    sum.finalize().iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string does not fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
