//! Times as a speaker reads them.

use locale::Phrase;
use model::Moment;
use ui::youth::when;

/// A time of a recording or of a clock: `3:05`.
pub fn clock(ms: u64) -> String {
    format!("{}:{:02}", ms / 60_000, ms / 1_000 % 60)
}

/// A stretch in words: `45 秒`, `3 分 5 秒`. What has begun counts: whoever has 1 ms left has a second.
pub fn stretch(ms: u64) -> Phrase {
    let seconds = u32::try_from(ms.div_ceil(1_000)).unwrap_or(u32::MAX);
    if seconds < 60 { locale::speech_seconds(seconds) } else { when::spoken(seconds) }
}

/// The time of day at which something began, where it was: `10:05`.
pub fn of_day(moment: Moment) -> String {
    let minutes = moment.unix_ms.div_euclid(60_000) + i64::from(moment.offset_minutes);
    let of_day = minutes.rem_euclid(24 * 60);
    format!("{}:{:02}", of_day / 60, of_day % 60)
}
