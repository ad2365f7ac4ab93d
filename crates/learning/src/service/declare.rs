//! Declaring volunteer service by hand: what a form makes, or what is still wrong with it.

use crate::deed::Served;
use crate::ledger::declare::{Fault, Said, Typed, Unit};
use model::Day;

/// Hours of the clock: an entry is of one day.
const CLOCK: Unit = Unit { name: "小时", most: 2_400 };

/// The declaration of service that a form makes.
///
/// # Errors
/// Everything that is wrong with it, in the order of the fields.
pub fn served(typed: &Typed<'_>, today: Day) -> Result<Served, Vec<Fault>> {
    let Said { title, day, hundredths, remark } = typed.said(&CLOCK, today)?;
    Ok(Served { title, day, volunteer_hundredths: hundredths, remark })
}
