//! Banks of questions as the rows of a table, with Chinese headings.
//!
//! [`heading`] finds the columns, [`row`] reads one question, [`kinds`] its answer; [`text`] takes full-width letters for what they are.

mod heading;
mod kinds;
mod row;
mod text;

#[cfg(test)]
mod tests;

use crate::bank::{Fault, Ids, Read};
use row::Row;

/// Reads the rows of a table. The first one has the headings. Rows count as lines, from 1; empty ones are passed over.
#[must_use]
pub fn read(rows: &[Vec<String>]) -> Read {
    let Some((first, rest)) = rows.split_first() else { return Read::new(Vec::new(), Vec::new()) };
    let (columns, mut faults) = heading::read(first);
    let (mut items, mut ids) = (Vec::new(), Ids::default());
    if faults.iter().any(Fault::is_error) {
        return Read::new(items, faults);
    }
    for (number, cells) in rest.iter().enumerate() {
        let row = Row { line: number + 2, cells, columns: &columns };
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match row.read(&mut ids) {
            Ok(item) => items.push(item),
            Err(more) => faults.extend(more),
        }
    }
    Read::new(items, faults)
}
