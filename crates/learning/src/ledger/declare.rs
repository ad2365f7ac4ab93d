//! Declaring study hours by hand: what a form holds, and what is still wrong with it.

use crate::deed::{Declared, Mode, StudyKind};
use crate::fold::folded;
use model::Day;

/// In what hours are declared.
pub(crate) struct Unit {
    /// What it is called; whoever types it after the number says nothing else.
    pub name: &'static str,
    /// The most that one entry can count, in hundredths: more is a slip of the finger.
    pub most: u32,
}

/// Study hours.
const STUDY: Unit = Unit { name: "学时", most: 10_000 };

/// All kinds, in the order in which a register lists them.
pub const KINDS: [StudyKind; 8] = [
    StudyKind::GeneralMeeting,
    StudyKind::CommitteeMeeting,
    StudyKind::GroupMeeting,
    StudyKind::PartyLesson,
    StudyKind::ThemedDay,
    StudyKind::OrganisationalLife,
    StudyKind::MakeUp,
    StudyKind::Other,
];

/// What is wrong with a declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It does not say what was studied.
    NoTitle,
    /// It has no day.
    NoDay,
    /// The day is still to come.
    DayToCome,
    /// The hours are no number above zero with at most two decimals.
    NoHours,
    /// The hours are more than one entry can count.
    TooManyHours,
}

/// What every form of a declaration holds, as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed<'a> {
    /// What it was about, or what was done.
    pub title: &'a str,
    /// The day.
    pub day: &'a str,
    /// How many hours.
    pub hours: &'a str,
    /// Whatever else is to be said.
    pub remark: &'a str,
}

/// The same, where nothing is wrong with it.
pub(crate) struct Said {
    pub title: String,
    /// `YYYY-MM-DD`.
    pub day: String,
    /// The hours.
    pub hundredths: u32,
    pub remark: String,
}

/// How a kind of study is usually done. Meetings are held together; what was missed is made up for alone.
#[must_use]
pub fn usual_mode(kind: StudyKind) -> Mode {
    match kind {
        StudyKind::GeneralMeeting
        | StudyKind::CommitteeMeeting
        | StudyKind::GroupMeeting
        | StudyKind::PartyLesson
        | StudyKind::ThemedDay
        | StudyKind::OrganisationalLife => Mode::Together,
        StudyKind::MakeUp | StudyKind::Other => Mode::Alone,
    }
}

/// The declaration of study that a form makes.
///
/// # Errors
/// Everything that is wrong with it, in the order of the fields.
pub fn declared(kind: StudyKind, mode: Mode, typed: &Typed<'_>, today: Day) -> Result<Declared, Vec<Fault>> {
    let Said { title, day, hundredths, remark } = typed.said(&STUDY, today)?;
    Ok(Declared { kind, mode, title, day, hours_hundredths: hundredths, remark })
}

impl Typed<'_> {
    /// What a form says, or everything that is wrong with it, in the order of the fields.
    pub(crate) fn said(&self, unit: &Unit, today: Day) -> Result<Said, Vec<Fault>> {
        let title = self.title.trim();
        let day = match Day::parse(self.day) {
            None => Err(Fault::NoDay),
            Some(day) if day > today => Err(Fault::DayToCome),
            Some(day) => Ok(day),
        };
        let hours = match hundredths(self.hours, unit.name) {
            None => Err(Fault::NoHours),
            Some(hours) if hours > unit.most => Err(Fault::TooManyHours),
            Some(hours) => Ok(hours),
        };
        match (day, hours) {
            (Ok(day), Ok(hundredths)) if !title.is_empty() => {
                let remark = self.remark.trim().to_owned();
                Ok(Said { title: title.to_owned(), day: day.to_string(), hundredths, remark })
            }
            (day, hours) => {
                let no_title = title.is_empty().then_some(Fault::NoTitle);
                Err(no_title.into_iter().chain(day.err()).chain(hours.err()).collect())
            }
        }
    }
}

/// Hours as people type them, in hundredths: `1.5`, `１．５`, `2学时`. `None` for what is no number above zero with at most two decimals.
fn hundredths(typed: &str, unit: &str) -> Option<u32> {
    let text = folded(typed);
    let number = text.strip_suffix(unit).unwrap_or(&text).trim();
    let (whole, part) = number.split_once(['.', '。']).unwrap_or((number, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 6 || part.len() > 2 || !is_number(whole) || !is_number(part) {
        return None;
    }
    let all = whole.parse::<u32>().ok()? * 100 + format!("{part:0<2}").parse::<u32>().ok()?;
    (all > 0).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_people_type_them() {
        let check = |typed: &str, expect: Option<u32>| assert_eq!(hundredths(typed, "学时"), expect, "{typed}");
        check("2", Some(200));
        check("1.5", Some(150));
        check(" 0.25 ", Some(25));
        check("１．５", Some(150));
        check("1。5", Some(150));
        check("2学时", Some(200));
        check("2 学时", Some(200));
        check("123456.78", Some(12_345_678));
        for nothing in ["", "0", "0.00", ".5", "1.255", "-1", "一", "1.5.5", "1234567", "2小时", "1e3"] {
            check(nothing, None);
        }
    }

    const GOOD: Typed<'_> = Typed { title: " 七月党课 ", day: "2026-07-01", hours: "1.5", remark: "" };

    fn lesson(typed: &Typed<'_>) -> Result<Declared, Vec<Fault>> {
        declared(StudyKind::PartyLesson, Mode::Together, typed, Day::of_civil(2026, 7, 1).unwrap())
    }

    fn check(typed: &Typed<'_>, expect: &[Fault]) {
        assert_eq!(lesson(typed).err().unwrap_or_default(), expect, "{typed:?}");
    }

    #[test]
    fn a_declaration_says_everything_that_is_wrong_with_it() {
        check(&GOOD, &[]);
        check(&Typed { title: " \u{3000}", ..GOOD }, &[Fault::NoTitle]);
        check(&Typed { day: "", ..GOOD }, &[Fault::NoDay]);
        check(&Typed { day: "2026-02-30", ..GOOD }, &[Fault::NoDay]);
        check(&Typed { day: "2026-07-02", ..GOOD }, &[Fault::DayToCome]);
        check(&Typed { hours: "两个", ..GOOD }, &[Fault::NoHours]);
        check(&Typed { hours: "100.01", ..GOOD }, &[Fault::TooManyHours]);
        check(&Typed { title: "", day: "", hours: "", ..GOOD }, &[Fault::NoTitle, Fault::NoDay, Fault::NoHours]);
    }

    #[test]
    fn what_was_typed_is_kept_without_the_space_around_it() {
        let made = lesson(&GOOD).unwrap();
        assert_eq!((made.title.as_str(), made.day.as_str(), made.hours_hundredths), ("七月党课", "2026-07-01", 150));
    }

    #[test]
    fn only_what_is_missed_or_else_is_usually_done_alone() {
        let alone: Vec<_> = KINDS.into_iter().filter(|kind| usual_mode(*kind) == Mode::Alone).collect();
        assert_eq!(alone, [StudyKind::MakeUp, StudyKind::Other]);
    }
}
