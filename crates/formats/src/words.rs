//! What the files for people say: the names of kinds, modes, sources and pens, in every language of the interface.

use learning::deed::{Colour, Mode, StudyKind};
use learning::ledger::Source;
use learning::service;
use locale::Phrase;

/// The name of a kind of study.
#[must_use]
pub fn kind(kind: StudyKind) -> Phrase {
    match kind {
        StudyKind::GeneralMeeting => locale::register_general_meeting(),
        StudyKind::CommitteeMeeting => locale::register_committee_meeting(),
        StudyKind::GroupMeeting => locale::register_group_meeting(),
        StudyKind::PartyLesson => locale::register_party_lesson(),
        StudyKind::ThemedDay => locale::register_themed_day(),
        StudyKind::OrganisationalLife => locale::register_organisational_life(),
        StudyKind::MakeUp => locale::register_make_up(),
        StudyKind::Other => locale::register_other(),
    }
}

/// The kind that an entry of the ledger shows: a finished lesson is a lesson, what was attended an activity.
#[must_use]
pub fn kind_of(entry: &learning::ledger::Entry) -> Phrase {
    match entry.source {
        Source::Finished { .. } => locale::register_lesson(),
        Source::Attended { .. } => locale::register_activity(),
        Source::Declared { .. } => kind(entry.kind),
    }
}

/// Together or alone.
#[must_use]
pub fn mode(mode: Mode) -> Phrase {
    match mode {
        Mode::Together => locale::register_together(),
        Mode::Alone => locale::register_alone(),
    }
}

/// Who says that study took place.
#[must_use]
pub fn source(source: &Source) -> Phrase {
    match source {
        Source::Finished { .. } => locale::register_finished(),
        Source::Attended { .. } => locale::register_attended(),
        Source::Declared { .. } => locale::register_declared(),
    }
}

/// Who says that somebody served.
#[must_use]
pub fn service_source(source: &service::Source) -> Phrase {
    match source {
        service::Source::Attended { .. } => locale::register_attended(),
        service::Source::Declared { .. } => locale::register_declared(),
    }
}

/// What a pen means.
#[must_use]
pub fn pen(colour: Colour) -> Phrase {
    match colour {
        Colour::Yellow => locale::pen_yellow(),
        Colour::Blue => locale::pen_blue(),
        Colour::Green => locale::pen_green(),
        Colour::Pink => locale::pen_pink(),
    }
}

/// Hundredths as a decimal number without needless zeros: 150 is `1.5`.
#[must_use]
pub fn hundredths(number: u64) -> String {
    let (whole, rest) = (number / 100, number % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}.{}", rest / 10),
        _ => format!("{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn hundredths_have_no_needless_zeros() {
        let check = |number, expect: &str| assert_eq!(hundredths(number), expect);
        check(0, "0");
        check(5, "0.05");
        check(150, "1.5");
        check(3_200, "32");
        check(1_234, "12.34");
    }
}
