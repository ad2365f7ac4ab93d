//! A workbook: the sheet that people mean, and its cells as they are shown.

use super::format::Format;
use super::layout::Parts;
use super::{Problem, Remark, Seen, shown, too_large, unreadable};
use crate::fault::{Severity, phrase};
use crate::limits::{COLUMNS, ROWS, SPREADSHEET, TEXT};
use calamine::{Dimensions, Reader, SheetType, SheetVisible, Style, Xlsx, XlsxError};
use formats::sheet::{self, Area, Cell, Table};
use std::collections::HashMap;
use std::io::Cursor;

/// How many rows of a sheet tell what it is.
const FIRST_ROWS: usize = 20;
/// How many sheets are looked at.
const SHEETS: usize = 100;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The table that a workbook is: its first sheet that can be seen and has headings.
pub(crate) fn read(bytes: &[u8]) -> Result<Seen, Problem> {
    if bytes.len() > SPREADSHEET {
        return Err(too_large());
    }
    // Six of 32 000 damaged workbooks made the library stop at a number that it had not expected.
    std::panic::catch_unwind(|| whole(bytes)).unwrap_or_else(|_| Err(unreadable(&XlsxError::Unexpected("panic"))))
}

/// A sheet by its first rows.
struct Look {
    name: String,
    is_visible: bool,
    /// `None` where they cannot be read.
    first: Option<Table>,
}

impl Look {
    fn is_empty(&self) -> bool {
        self.first.as_ref().is_some_and(|first| first.rows.is_empty())
    }

    fn is_likely(&self) -> bool {
        self.first.as_ref().is_none_or(sheet::is_likely)
    }

    fn has_headings(&self) -> bool {
        self.first.as_ref().is_some_and(|first| sheet::likeness(first) > 1)
    }
}

fn whole(bytes: &[u8]) -> Result<Seen, Problem> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error: XlsxError| unreadable(&error))?;
    let mut parts = Parts::of(bytes)?;
    let sheets: Vec<_> =
        book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).take(SHEETS).cloned().collect();
    let mut looks = Vec::new();
    for about in sheets {
        let first = sheet(&mut book, &mut parts, &about.name, FIRST_ROWS).ok();
        looks.push(Look { name: about.name, is_visible: about.visible == SheetVisible::Visible, first });
    }
    let Some(chosen) = choose(&looks) else { return Err(no_sheet()) };
    let table = sheet(&mut book, &mut parts, &chosen.name, usize::MAX)?;
    let others = looks.iter().filter(|look| look.name != chosen.name && !look.is_empty());
    let (likely, others): (Vec<&Look>, Vec<&Look>) = others.partition(|look| look.is_likely());
    Ok(Seen {
        table,
        sheet: Some(chosen.name.clone()),
        others: others.into_iter().filter(|look| look.is_visible).map(|look| look.name.clone()).collect(),
        remarks: likely.into_iter().map(|look| not_read(look, &chosen.name)).collect(),
    })
}

fn choose(looks: &[Look]) -> Option<&Look> {
    let visible = || looks.iter().filter(|look| look.is_visible);
    let likely = || visible().find(|look| look.is_likely());
    let full = || visible().find(|look| !look.is_empty());
    visible().find(|look| look.has_headings()).or_else(likely).or_else(full).or_else(|| visible().next())
}

/// The first rows of a sheet.
fn sheet(book: &mut Book<'_>, parts: &mut Parts<'_>, name: &str, first: usize) -> Result<Table, Problem> {
    let layout = parts.layout(name, first)?;
    let merged = merged(book, name, first)?;
    let is_1904 = book.has_1904_epoch();
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| unreadable(&error))?;
    let styles = cells.styles().to_vec();
    let mut formats: HashMap<usize, Format> = HashMap::new();
    let mut rows = Rows::default();
    // Cell by cell: a workbook can have one in its last corner, and nobody has room for all between.
    loop {
        let (cell, style) = match cells.next_cell_with_style_id() {
            Ok(Some(next)) => next,
            Ok(None) => break,
            // An error that the library does not know; the layout has it.
            Err(XlsxError::CellError(_)) => continue,
            Err(error) => return Err(unreadable(&error)),
        };
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize, column as usize);
        if row >= first {
            break;
        }
        if !layout.odd.contains_key(&(row, column)) {
            let format = formats.entry(style).or_insert_with(|| format(styles.get(style)));
            rows.put(row, column, shown::cell(cell.get_value(), format, is_1904))?;
        }
    }
    for ((row, column), odd) in layout.odd {
        rows.put(row, column, Cell::Odd(odd))?;
    }
    Ok(Table { rows: rows.rows, merged, hidden_rows: layout.hidden_rows, hidden_columns: layout.hidden_columns })
}

fn format(style: Option<&Style>) -> Format {
    let number = style.and_then(|style| style.number_format.as_ref());
    number.map_or(Format::General, |number| Format::of(number.format_id, &number.format_code))
}

fn merged(book: &mut Book<'_>, name: &str, first: usize) -> Result<Vec<Area>, Problem> {
    let merged = book.merge_cells_by_sheet_name(name).map_err(|error| unreadable(&error))?;
    let area = |merged: Dimensions| {
        let ((top, left), (bottom, right)) = (merged.start, merged.end);
        Area { top: top as usize, left: left as usize, bottom: bottom as usize, right: right as usize }
    };
    let areas = merged.into_iter().map(area).filter(|area| area.top < first.min(ROWS) && area.left < COLUMNS);
    let areas: Vec<Area> = areas.collect();
    if areas.len() > ROWS { Err(too_large()) } else { Ok(areas) }
}

/// Rows that grow as cells come.
#[derive(Default)]
struct Rows {
    rows: Vec<Vec<Cell>>,
    length: usize,
}

impl Rows {
    fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), Problem> {
        if cell.is_empty() {
            return Ok(());
        }
        self.length += cell.text().len();
        if row >= ROWS || column >= COLUMNS || self.length > TEXT {
            return Err(too_large());
        }
        self.rows.resize_with(self.rows.len().max(row + 1), Vec::new);
        if let Some(cells) = self.rows.get_mut(row) {
            cells.resize_with(cells.len().max(column + 1), Cell::default);
            if let Some(place) = cells.get_mut(column) {
                *place = cell;
            }
        }
        Ok(())
    }
}

fn not_read(look: &Look, chosen: &str) -> Remark {
    let name = &look.name;
    let (zh, en) = if look.is_visible { ("", "") } else { ("（隐藏的）", " (hidden)") };
    let what = phrase(
        format!("工作表“{name}”{zh}里也像是题，没有读；只读了“{chosen}”。"),
        format!("The sheet “{name}”{en} seems to have questions too, and was not read; “{chosen}” was."),
    );
    let mend = phrase(
        "一个题库只放一张工作表：把题并到一张里，或者另存成一个文件。",
        "A bank is one sheet: put the questions together, or save them as another file.",
    );
    Remark { line: None, severity: Severity::Warning, problem: (what, mend) }
}

fn no_sheet() -> Problem {
    (
        phrase("里面没有看得见的工作表。", "It has no sheet that can be seen."),
        phrase(
            "把题写在一张工作表里；隐藏的，取消隐藏。",
            "Write the questions into a sheet, or show the one that is hidden.",
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_workbook_is_told() {
        assert!(read(b"PK\x03\x04").is_err());
        assert!(read(&vec![0; SPREADSHEET + 1]).is_err());
    }
}
