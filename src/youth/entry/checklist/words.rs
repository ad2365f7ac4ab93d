//! What is said of each point of the rules.

use locale::Phrase;
use ui::file_size;
use ui::youth::when;
use youth::Contest;
use youth::checklist::{Deadline, Fit, Item, Length, State, Stretch, What};
use youth::contest::{ContestKind, Group};

/// What is said of a point.
pub fn of(contest: &Contest, group: Option<&Group>, zone: &str, item: Item) -> Phrase {
    let is_done = item.state == State::Done;
    match item.what {
        What::Deadline(found) => of_deadline(contest, zone, found),
        What::Group => if_so(is_done, locale::checklist_has_group, locale::checklist_no_group),
        What::Age { age, from, until } if is_done => {
            locale::checklist_age(u32::from(age), u32::from(from), u32::from(until))
        }
        What::Age { age, .. } => of_another_group(contest, group, age),
        What::Title => if_so(is_done, locale::checklist_has_title, locale::checklist_no_title),
        What::Characters(length) => of_characters(length),
        What::Pages { pages, most: 0 } => locale::checklist_must_be_typed(pages),
        What::Pages { pages, most } if pages > most => locale::checklist_too_many_pages(most, pages),
        What::Pages { pages, .. } => locale::checklist_pages(pages),
        What::Take => if_so(is_done, locale::checklist_has_take, locale::checklist_no_take),
        What::Seconds(length) => of_seconds(length),
        What::Size { bytes, .. } if is_done => locale::checklist_size(file_size(bytes)),
        What::Size { bytes, most } => locale::checklist_too_large(file_size(bytes), file_size(most)),
        What::OwnWork => if_so(is_done, locale::checklist_is_own, locale::checklist_not_own),
        What::OneEntry { handed_in: 0 } => locale::checklist_one_entry(),
        What::OneEntry { handed_in } => locale::checklist_again(handed_in),
    }
}

/// What is said beside the box to tick.
pub fn own_work(kind: ContestKind) -> Phrase {
    match kind {
        ContestKind::Essay => locale::checklist_own_essay(),
        ContestKind::Speech => locale::checklist_own_speech(),
    }
}

fn if_so(is_done: bool, done: fn() -> Phrase, missing: fn() -> Phrase) -> Phrase {
    if is_done { done() } else { missing() }
}

/// The age is of another group: which one, if the contest has it.
fn of_another_group(contest: &Contest, group: Option<&Group>, age: u8) -> Phrase {
    let Some(group) = group else { return locale::checklist_no_group() };
    let (years, from, until) = (u32::from(age), u32::from(group.ages.from), u32::from(group.ages.until));
    let title = group.title.as_str();
    match contest.groups.iter().find(|other| other.ages.includes(age)) {
        Some(other) => locale::checklist_age_of(years, from, title, other.title.as_str(), until),
        None => locale::checklist_age_of_none(years, from, title, until),
    }
}

fn of_characters(length: Length) -> Phrase {
    match length.fit() {
        Fit::TooShort(by) => locale::checklist_too_short(by, length.is, length.least),
        Fit::Right => locale::checklist_right_length(length.is),
        Fit::TooLong(by) => locale::checklist_too_long(by, length.is, length.most),
    }
}

fn of_seconds(length: Length) -> Phrase {
    match length.fit() {
        Fit::TooShort(by) => locale::checklist_too_brief(spoken(by), spoken(length.is), spoken(length.least)),
        Fit::Right => locale::checklist_right_time(spoken(length.is)),
        Fit::TooLong(by) => locale::checklist_too_slow(spoken(by), spoken(length.is), spoken(length.most)),
    }
}

/// When it closes by the portal's clocks, whatever those of the device say.
fn of_deadline(contest: &Contest, zone: &str, found: Deadline) -> Phrase {
    let (zone, closes) = (of_zone(zone), day(&contest.closes));
    match found {
        Deadline::OpensIn(left) => locale::checklist_opens(day(&contest.opens), stretch(left), zone),
        Deadline::ClosesIn { left, .. } => locale::checklist_closes(closes, stretch(left), zone),
        Deadline::Closed => locale::checklist_closed(closes, zone),
    }
}

/// A day, or a day and a clock time, as a contest's rules write it.
fn day(text: &str) -> Phrase {
    let (day, clock) = text.split_once(' ').unwrap_or((text, ""));
    let Phrase { zh, en } = when::day(day);
    let write = |day: String| format!("{day} {clock}").trim_end().to_owned();
    Phrase { zh: write(zh), en: write(en) }
}

/// How long it is still: days and hours, or hours and minutes of the last day.
fn stretch(stretch: Stretch) -> Phrase {
    match stretch {
        Stretch { days: 0, hours: 0, minutes } => locale::checklist_minutes(minutes),
        Stretch { days: 0, hours, minutes } => locale::checklist_hours(hours, minutes),
        Stretch { days, hours, .. } => locale::checklist_days(days, hours),
    }
}

/// A time of speaking.
fn spoken(seconds: u32) -> Phrase {
    if seconds < 60 { locale::speech_seconds(seconds) } else { when::spoken(seconds) }
}

/// The portal's time zone, as one says it.
fn of_zone(name: &str) -> Phrase {
    match name {
        "Asia/Shanghai" => locale::checklist_beijing(),
        other => Phrase::plain(other),
    }
}
