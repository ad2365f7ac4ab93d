//! `m` is a month or a minute.

use ssfmt::ast::{DatePart, ElapsedPart, FormatPart, Section};

/// The section with minutes where `m` stands right behind hours or right before seconds, whatever words are between.
pub(super) fn found(mut section: Section) -> Section {
    let times: Vec<(usize, FormatPart)> = section
        .parts
        .iter()
        .cloned()
        .enumerate()
        .filter(|(_, part)| part.is_date_part() && !matches!(part, FormatPart::AmPm(_)))
        .collect();
    for (at, (place, part)) in times.iter().enumerate() {
        let is_two = match part {
            FormatPart::DatePart(DatePart::Month | DatePart::Minute) => false,
            FormatPart::DatePart(DatePart::Month2 | DatePart::Minute2) => true,
            _ => continue,
        };
        let before = at.checked_sub(1).and_then(|before| times.get(before)).map(|(_, part)| part);
        let is_minute = before.is_some_and(is_hour) || times.get(at + 1).is_some_and(|(_, part)| is_second(part));
        let part = match (is_minute, is_two) {
            (true, false) => DatePart::Minute,
            (true, true) => DatePart::Minute2,
            (false, false) => DatePart::Month,
            (false, true) => DatePart::Month2,
        };
        if let Some(place) = section.parts.get_mut(*place) {
            *place = FormatPart::DatePart(part);
        }
    }
    section
}

fn is_hour(part: &FormatPart) -> bool {
    matches!(
        part,
        FormatPart::DatePart(DatePart::Hour | DatePart::Hour2)
            | FormatPart::Elapsed(ElapsedPart::Hours | ElapsedPart::Hours2)
    )
}

fn is_second(part: &FormatPart) -> bool {
    matches!(
        part,
        FormatPart::DatePart(DatePart::Second | DatePart::Second2)
            | FormatPart::Elapsed(ElapsedPart::Seconds | ElapsedPart::Seconds2)
    )
}
