//! What the essay desk says: troubles, times, names of files.

use locale::Phrase;
use model::Moment;
use ui::{Trouble, date};

/// Why the last words are not on the disk.
pub fn unsaved(trouble: Trouble) -> Phrase {
    match trouble {
        Trouble::Full => locale::essay_unsaved_full(),
        Trouble::Refused | Trouble::Damaged | Trouble::Closed => locale::essay_unsaved_refused(),
        Trouble::Newer => locale::essay_unsaved_newer(),
        Trouble::Blocked => locale::essay_unsaved_blocked(),
    }
}

/// A moment as the device's clock showed it: `2027年1月28日 19:05`.
pub fn moment(moment: Moment) -> Phrase {
    const MINUTE_MS: i64 = 60_000;
    let minutes = (moment.unix_ms.div_euclid(MINUTE_MS) + i64::from(moment.offset_minutes)).rem_euclid(24 * 60);
    let clock = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let Phrase { zh, en } = date(moment.day());
    Phrase { zh: format!("{zh} {clock}"), en: format!("{en} {clock}") }
}

/// A name for a file, without what some disks do not take.
pub fn file_name(title: &str, otherwise: &str) -> String {
    let is_taken = |letter: char| letter.is_control() || "\\/:*?\"<>|".contains(letter);
    let name: String = title.trim().replace(is_taken, "_").chars().take(40).collect();
    format!("{}.txt", if name.is_empty() { otherwise } else { &name })
}
