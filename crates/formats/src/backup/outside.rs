//! What a backup says outside its records, and how far it may go: when it was made, where, by whom, and what goes along.
//!
//! These are few, and our programs wrote them: where one is beyond its limit the file is not as it was written.

use super::works::Work;
use super::{Backup, BackupError, Flaw};
use crate::draft::Slip;
use crate::moment;
use crate::record::limits::LINE;

/// The longest name of a learner, a portal or a slip, in characters.
pub const NAME: usize = LINE;
/// The longest slip, in bytes: a part of a recording or a picture in base64 is a twentieth of it.
pub const SLIP: usize = 32 * 1024 * 1024;

/// Whether what stands outside the records is what our programs write.
///
/// # Errors
/// [`Flaw::Shape`].
pub(super) fn check(backup: &Backup) -> Result<(), BackupError> {
    let is_sound = moment::parse(&backup.made_at).is_some()
        && is_name(&backup.portal)
        && backup.learners.iter().all(|named| is_name(&named.name))
        && backup.slips.keys().all(|name| is_name_of_slip(name));
    if is_sound { Ok(()) } else { Err(BackupError::Damaged(Flaw::Shape)) }
}

/// Whether a slip has a length that is taken.
pub(crate) fn is_slip(text: &str) -> bool {
    text.len() <= SLIP
}

fn is_name(text: &str) -> bool {
    text.chars().nth(NAME).is_none()
}

/// A name that begins otherwise than by the learner's id would not go when the learner is deleted.
fn is_name_of_slip(name: &str) -> bool {
    Work::of(name).is_some() && is_name_of_somebody(name)
}

/// The same for texts that need not go along in a backup.
pub(crate) fn is_name_of_somebody(name: &str) -> bool {
    let is_own = |slip: Slip| name.starts_with(&slip.learner.to_string());
    is_name(name) && !name.contains(char::is_control) && Slip::parse(name).is_some_and(is_own)
}
