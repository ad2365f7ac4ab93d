//! How activities stand, in words.

use locale::Phrase;
use model::Day;
use ui::youth::when;
use youth::when::Standing;

/// In a few words, for a list.
pub fn shortly(standing: &Standing) -> Phrase {
    match standing {
        Standing::AnyTime => locale::programme_any_time(),
        Standing::Ahead { days: 0, .. } => locale::visit_short_today(),
        Standing::Ahead { days: 1, .. } => locale::visit_short_tomorrow(),
        Standing::Ahead { days, .. } => locale::visit_short_days(*days),
        Standing::On { .. } => locale::visit_short_on(),
        Standing::Over => locale::visit_short_over(),
    }
}

/// In a sentence, for the page of the activity.
pub fn at_length(standing: &Standing) -> Phrase {
    match standing {
        Standing::AnyTime => locale::visit_any_time(),
        Standing::Ahead { days, time } => {
            let at = when::time(time);
            match days {
                0 => locale::visit_today(at),
                1 => locale::visit_tomorrow(at),
                days => locale::visit_days(at, *days),
            }
        }
        Standing::On { time } => match &time.clock {
            Some((_, until)) if time.from == time.until => locale::visit_on_until(until.as_str()),
            _ => locale::visit_on_until_day(when::day(&time.until)),
        },
        Standing::Over => locale::visit_over(),
    }
}

/// A weekday in one character, as a calendar's head has it.
pub fn weekday(day: Day) -> Phrase {
    let Phrase { zh, en } = when::weekday(day);
    Phrase { zh: zh.chars().skip(2).collect(), en: en.chars().take(2).collect() }
}
