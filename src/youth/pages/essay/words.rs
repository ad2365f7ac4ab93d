//! What the essay desk says: troubles, times, lengths.

use locale::Phrase;
use model::Moment;
use ui::{Trouble, date};
use youth::checklist::Stretch;

/// Why the last words are not on the disk.
pub fn unsaved(trouble: Trouble) -> Phrase {
    match trouble {
        Trouble::Full => locale::essay_unsaved_full(),
        Trouble::Refused | Trouble::Damaged => locale::essay_unsaved_refused(),
        Trouble::Newer => locale::essay_unsaved_newer(),
        Trouble::Blocked => locale::essay_unsaved_blocked(),
    }
}

/// A moment as the device's clock showed it: `2027年1月28日 19:05`.
pub fn moment(moment: Moment) -> Phrase {
    const MINUTE_MS: i64 = 60_000;
    let minutes = (moment.unix_ms.div_euclid(MINUTE_MS) + i64::from(moment.offset_minutes)).rem_euclid(24 * 60);
    let clock = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    join(date(moment.day()), |day| format!("{day} {clock}"))
}

/// A day, or a day and a clock time, as a contest's rules write it.
pub fn deadline(text: &str) -> Phrase {
    let (day, clock) = text.split_once(' ').unwrap_or((text, ""));
    join(ui::youth::when::day(day), |day| format!("{day} {clock}").trim_end().to_owned())
}

/// How long it is still: days and hours, or hours and minutes of the last day.
pub fn stretch(stretch: Stretch) -> Phrase {
    match stretch {
        Stretch { days: 0, hours: 0, minutes } => locale::essay_minutes(minutes),
        Stretch { days: 0, hours, minutes } => locale::essay_hours(hours, minutes),
        Stretch { days, hours, .. } => locale::essay_days(days, hours),
    }
}

/// The portal's time zone, as one says it.
pub fn zone(name: &str) -> Phrase {
    match name {
        "Asia/Shanghai" => locale::essay_beijing(),
        other => Phrase::plain(other),
    }
}

/// A name for a file, without what some disks do not take.
pub fn file_name(title: &str, otherwise: &str) -> String {
    let is_taken = |letter: char| letter.is_control() || "\\/:*?\"<>|".contains(letter);
    let name: String = title.trim().replace(is_taken, "_").chars().take(40).collect();
    format!("{}.txt", if name.is_empty() { otherwise } else { &name })
}

fn join(phrase: Phrase, write: impl Fn(&str) -> String) -> Phrase {
    Phrase { zh: write(&phrase.zh), en: write(&phrase.en) }
}
