//! A table as people see it: what its cells show, which of them are one, and what is hidden.

use std::collections::BTreeSet;

/// A table as people see it. Rows and columns count from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The cells. The n-th row is the n-th row of the table; an empty row may have no cells.
    pub rows: Vec<Vec<Cell>>,
    /// Cells that are shown as one. What they say stands in the first of them.
    pub merged: Vec<Area>,
    /// Rows that nobody sees.
    pub hidden_rows: BTreeSet<usize>,
    /// Columns that nobody sees.
    pub hidden_columns: BTreeSet<usize>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// What it shows; an empty cell shows an empty text.
    Text(String),
    /// It does not show what it holds, or nobody knows what it shows.
    Odd(Odd),
}

/// Why it is not known what a cell shows, or why that cannot be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Odd {
    /// A formula came to an error such as `#N/A`.
    ErrorValue {
        /// What it shows.
        found: String,
    },
    /// A formula whose result the file does not hold, or holds from before something changed.
    NoResult,
    /// A format that is not known.
    Format {
        /// Its code.
        code: String,
    },
    /// A format that shows nothing.
    Unseen,
    /// A number that is too long to be shown whole.
    LongNumber {
        /// What is shown of it.
        shown: String,
    },
}

/// Cells that are shown as one. All four are inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The first row.
    pub top: usize,
    /// The first column.
    pub left: usize,
    /// The last row.
    pub bottom: usize,
    /// The last column.
    pub right: usize,
}

impl Area {
    /// As a spreadsheet names it: `B2:B5`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}:{}", name_of_cell(self.top, self.left), name_of_cell(self.bottom, self.right))
    }

    pub(super) fn has_row(&self, row: usize) -> bool {
        (self.top..=self.bottom).contains(&row)
    }
}

impl Default for Cell {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl Cell {
    /// What it shows; nothing where that is not known.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Odd(_) => "",
        }
    }

    /// Whether it shows nothing and holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }
}

impl From<Vec<Vec<String>>> for Table {
    fn from(rows: Vec<Vec<String>>) -> Self {
        let rows = rows.into_iter().map(|cells| cells.into_iter().map(Cell::Text).collect());
        Self { rows: rows.collect(), ..Self::default() }
    }
}

impl Table {
    /// The rows, with what merged cells say in every row that they reach.
    pub(super) fn filled(&self) -> Vec<Vec<Cell>> {
        let mut rows = self.rows.clone();
        for area in &self.merged {
            let said = rows.get(area.top).and_then(|cells| cells.get(area.left)).cloned().unwrap_or_default();
            let last = area.bottom.min(rows.len().saturating_sub(1));
            for cells in rows.get_mut(area.top..=last).unwrap_or_default() {
                if cells.len() <= area.left {
                    cells.resize_with(area.left + 1, Cell::default);
                }
                if let Some(cell) = cells.get_mut(area.left) {
                    *cell = said.clone();
                }
            }
        }
        rows
    }

    /// Whether a row holds nothing.
    pub(super) fn is_empty_row(&self, row: usize) -> bool {
        self.rows.get(row).is_none_or(|cells| cells.iter().all(Cell::is_empty))
    }
}

/// A column as a spreadsheet names it: `A` is the first.
pub(super) fn name_of_column(column: usize) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    if column < 26 { letter.to_string() } else { format!("{}{letter}", name_of_column(column / 26 - 1)) }
}

/// A cell as a spreadsheet names it: `A1` is the first.
#[must_use]
pub fn name_of_cell(row: usize, column: usize) -> String {
    format!("{}{}", name_of_column(column), row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_spreadsheets_name_them() {
        for (row, column, name) in [(0, 0, "A1"), (4, 25, "Z5"), (0, 26, "AA1"), (9, 701, "ZZ10"), (0, 702, "AAA1")] {
            assert_eq!(name_of_cell(row, column), name);
        }
    }
}
