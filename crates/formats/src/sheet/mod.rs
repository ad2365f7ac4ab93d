//! Banks of questions as the rows of a table, with Chinese headings.
//!
//! A [`Table`] is what people see of a spreadsheet. [`heading`] finds the columns, [`merged`] the cells that are one and should not
//! be, [`row`] reads one question, [`kinds`] its answer; [`text`] takes full-width letters for what they are.

mod heading;
mod kinds;
mod merged;
mod row;
mod table;
mod text;

#[cfg(test)]
mod tests;

pub use table::{Area, Cell, Odd, Table, name_of_cell};

use crate::bank::{Fault, Ids, Read, Reason};
use row::Row;

/// What became of the rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// The row of the headings, from 1; 0 where there are none.
    pub headings: usize,
    /// How many rows above the headings hold something.
    pub above: usize,
    /// How many rows below the headings hold something and can be seen.
    pub rows: usize,
    /// How many rows below the headings hold something and are hidden.
    pub hidden: usize,
}

/// Whether questions may stand in a table: it has headings, or a row with one kind of question among other cells. A list of kinds to
/// choose from is none.
#[must_use]
pub fn is_likely(table: &Table) -> bool {
    let is_question = |cells: &Vec<Cell>| {
        let kinds = cells.iter().filter(|cell| kinds::is_kind(cell.text())).count();
        kinds == 1 && cells.iter().filter(|cell| !cell.is_empty()).count() > 2
    };
    likeness(table) > 1 || table.rows.iter().any(is_question)
}

/// How many of the columns that every bank has are named by the headings.
#[must_use]
pub fn likeness(table: &Table) -> usize {
    let rows = table.filled();
    rows.iter().take(heading::FIRST_ROWS).map(|cells| heading::likeness(cells).0).max().unwrap_or(0)
}

/// Reads the rows of a table. The headings stand in one of the first five. Rows count as lines, from 1; empty ones are passed over.
#[must_use]
pub fn read(table: &Table) -> (Read, Tally) {
    let filled = table.filled();
    let found = heading::find(&filled);
    let at = found.unwrap_or(0);
    let Some(headings) = filled.get(at) else { return (Read::new(Vec::new(), Vec::new()), Tally::default()) };
    let (columns, mut faults) = heading::read(headings, at, table);
    let full = |rows: std::ops::Range<usize>| rows.filter(|row| !table.is_empty_row(*row)).count();
    let mut tally = Tally { headings: found.map_or(0, |at| at + 1), above: full(0..at), ..Tally::default() };
    let (mut items, mut ids) = (Vec::new(), Ids::default());
    if faults.iter().any(Fault::is_error) {
        tally.rows = full(found.map_or(0, |at| at + 1)..table.rows.len());
        return (Read::new(items, faults), tally);
    }
    let merged = merged::wrong(table, &columns, at);
    faults.extend(merged.iter().map(|area| merged::fault(area, &columns)));
    let mut hidden = Vec::new();
    for (number, cells) in filled.iter().enumerate().skip(at + 1).filter(|(number, _)| !table.is_empty_row(*number)) {
        if table.hidden_rows.contains(&number) {
            hidden.push(number + 1);
            continue;
        }
        tally.rows += 1;
        if merged.iter().any(|area| area.has_row(number)) {
            continue;
        }
        match (Row { line: number + 1, cells, columns: &columns }).read(&mut ids) {
            Ok((item, remarks)) => {
                items.push(item);
                faults.extend(remarks);
            }
            Err(more) => faults.extend(more),
        }
    }
    tally.hidden = hidden.len();
    faults.extend(hidden.first().map(|first| Fault::new(*first, Reason::HiddenRows { rows: hidden.clone() })));
    (Read::new(items, faults), tally)
}
