//! Declaring volunteer service by hand: what a form holds, and what is still wrong with it.

use crate::deed::Served;
use crate::ledger::declare::{Fault, hundredths};
use model::Day;

/// The most that one entry can count, in hundredths of an hour: an entry is of one day.
pub const MOST_HUNDREDTHS: u32 = 2_400;

/// What a form holds, as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed<'a> {
    /// What was done.
    pub title: &'a str,
    /// The day.
    pub day: &'a str,
    /// How many hours.
    pub hours: &'a str,
    /// Whatever else is to be said.
    pub remark: &'a str,
}

/// The declaration that a form makes.
///
/// # Errors
/// Everything that is wrong with it, in the order of the fields.
pub fn served(typed: &Typed<'_>, today: Day) -> Result<Served, Vec<Fault>> {
    let title = typed.title.trim();
    let day = match Day::parse(typed.day) {
        None => Err(Fault::NoDay),
        Some(day) if day > today => Err(Fault::DayToCome),
        Some(day) => Ok(day),
    };
    let hours = match hundredths(typed.hours.trim().trim_end_matches("小时")) {
        None => Err(Fault::NoHours),
        Some(hours) if hours > MOST_HUNDREDTHS => Err(Fault::TooManyHours),
        Some(hours) => Ok(hours),
    };
    match (day, hours) {
        (Ok(day), Ok(volunteer_hundredths)) if !title.is_empty() => {
            let remark = typed.remark.trim().to_owned();
            Ok(Served { title: title.to_owned(), day: day.to_string(), volunteer_hundredths, remark })
        }
        (day, hours) => {
            let no_title = title.is_empty().then_some(Fault::NoTitle);
            Err(no_title.into_iter().chain(day.err()).chain(hours.err()).collect())
        }
    }
}
