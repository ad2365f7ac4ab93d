//! Merged cells. What one says holds for all its rows where rows may share it, such as the kind; a question cannot share its words.

use super::heading::Column;
use super::table::{Area, Table};
use crate::bank::{Fault, Reason};

/// The merged cells below the headings that leave open what belongs to which question.
pub(super) fn wrong(table: &Table, columns: &[(Column, usize)], headings: usize) -> Vec<Area> {
    let below = table.merged.iter().filter(|area| area.bottom > headings);
    below.filter(|area| is_across(area, columns) || is_down(area, columns, table)).copied().collect()
}

/// Whether several columns that are read are one. A long stem may take the room of options that are not there.
fn is_across(area: &Area, columns: &[(Column, usize)]) -> bool {
    let is_covered = |(column, place): &(Column, usize)| {
        (area.left + 1..=area.right).contains(place) && !matches!(column, Column::Option(_))
    };
    columns.iter().any(is_covered)
}

/// Whether several questions are one in a column where each has its own.
fn is_down(area: &Area, columns: &[(Column, usize)], table: &Table) -> bool {
    let is_own = |column: Column| matches!(column, Column::Id | Column::Stem | Column::Option(_) | Column::Answer);
    let last = area.bottom.min(table.rows.len().saturating_sub(1));
    columns.iter().any(|(column, place)| *place == area.left && is_own(*column))
        && (area.top..=last).filter(|row| !table.is_empty_row(*row)).count() > 1
}

pub(super) fn fault(area: &Area, columns: &[(Column, usize)]) -> Fault {
    let name = columns.iter().find(|(_, place)| (area.left..=area.right).contains(place));
    let name = name.map(|(column, _)| column.name()).unwrap_or_default();
    Fault::in_column(area.top + 1, name, Reason::Merged { area: area.name() })
}
