//! The rows of a table of questions, from text with commas or from a workbook, with cells as people see them.

use crate::fault::phrase;
use crate::limits::{COLUMNS, ROWS, SPREADSHEET, TEXT};
use crate::media::Problem;
use calamine::{DataRef, Reader, Xlsx, XlsxError};
use std::io::Cursor;

/// Rows of cells. The n-th is the n-th row of the table; an empty row has no cells.
type Rows = Vec<Vec<String>>;

/// The rows of a text. A cell in quotes may have several lines; rows are counted as a spreadsheet counts them.
pub(super) fn csv(text: &str) -> Result<Rows, Problem> {
    let delimiter = text.lines().next().and_then(|line| line.bytes().find(|byte| matches!(byte, b',' | b'\t' | b';')));
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter.unwrap_or(b','));
    let mut rows = Rows::new();
    // Lines that stand inside cells above.
    let mut inside = 0;
    for record in reader.from_reader(text.as_bytes()).records() {
        let record = record.map_err(|error| unreadable(&error))?;
        let (line, byte) = record.position().map_or((1, 0), |at| (at.line() as usize, at.byte() as usize));
        // The reader passes empty lines over, and begins to count before them.
        let empty = text.as_bytes().iter().skip(byte).take_while(|byte| **byte == b'\n').count();
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        put(&mut rows, (line + empty).saturating_sub(inside + 1), cells)?;
        inside += record.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
    }
    Ok(rows)
}

/// The rows of the first sheet of a workbook.
pub(super) fn xlsx(bytes: &[u8]) -> Result<Rows, Problem> {
    if bytes.len() > SPREADSHEET {
        return Err(too_large());
    }
    // Six of 32 000 damaged workbooks made the library stop at a number that it had not expected.
    std::panic::catch_unwind(|| first_sheet(bytes)).unwrap_or_else(|_| Err(unreadable(&XlsxError::Unexpected("panic"))))
}

fn first_sheet(bytes: &[u8]) -> Result<Rows, Problem> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error: XlsxError| unreadable(&error))?;
    let Some(name) = book.sheet_names().first().cloned() else { return Ok(Rows::new()) };
    let mut cells = book.worksheet_cells_reader(&name).map_err(|error| unreadable(&error))?;
    let mut rows = Rows::new();
    let mut length = 0;
    // Cell by cell: a workbook can have one in its last corner, and nobody has room for all between.
    while let Some(cell) = cells.next_cell().map_err(|error| unreadable(&error))? {
        let (row, column) = cell.get_position();
        let text = shown(cell.get_value());
        if text.is_empty() {
            continue;
        }
        length += text.len();
        let (row, column) = (row as usize, column as usize);
        if row >= ROWS || column >= COLUMNS || length > TEXT {
            return Err(too_large());
        }
        rows.resize_with(rows.len().max(row + 1), Vec::new);
        if let Some(cells) = rows.get_mut(row) {
            cells.resize_with(cells.len().max(column + 1), String::new);
            if let Some(place) = cells.get_mut(column) {
                *place = text;
            }
        }
    }
    Ok(rows)
}

fn put(rows: &mut Rows, at: usize, cells: Vec<String>) -> Result<(), Problem> {
    if at >= ROWS || cells.len() > COLUMNS {
        return Err(too_large());
    }
    rows.resize_with(rows.len().max(at), Vec::new);
    rows.push(cells);
    Ok(())
}

/// A cell as people see it: `5` and not `5.0`, and no more digits than a spreadsheet has.
fn shown(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => format!("{number:.14e}").parse().unwrap_or(*number).to_string(),
        DataRef::Bool(true) => "TRUE".to_owned(),
        DataRef::Bool(false) => "FALSE".to_owned(),
        DataRef::DateTime(moment) => moment.as_f64().to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

fn unreadable(error: &dyn std::error::Error) -> Problem {
    (
        phrase(format!("表格读不出来（{error}）。"), format!("The table cannot be read ({error}).")),
        phrase(
            "用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”或“CSV UTF-8”。",
            "Open it and save it again as .xlsx, or as CSV in UTF-8.",
        ),
    )
}

fn too_large() -> Problem {
    (
        phrase(
            format!("表格太大：最多 {ROWS} 行、{COLUMNS} 列。"),
            format!("The table is too large: at most {ROWS} rows and {COLUMNS} columns."),
        ),
        phrase(
            "拆成几个题库；检查远处有没有多余的内容。",
            "Cut it into several banks; see whether something stands far out.",
        ),
    )
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[test]
    fn rows_of_text_are_counted_as_a_spreadsheet_counts_them() {
        let check = |text: &str, expect: &[&[&str]]| assert_eq!(csv(text).unwrap(), expect, "{text:?}");
        check("甲,乙\n1, 2 \n", &[&["甲", "乙"], &["1", "2"]]);
        check("甲\n\n乙", &[&["甲"], &[], &["乙"]]);
        check("\"甲\n一\",\"说\"\"好\"\"\"\n\n乙,\n", &[&["甲\n一", "说\"好\""], &[], &["乙", ""]]);
        check("甲\t乙\n", &[&["甲", "乙"]]);
        check("甲;乙\n", &[&["甲", "乙"]]);
        check("", &[]);
        assert!(csv(&"\n甲".repeat(ROWS + 1)).is_err());
        assert!(csv(&"甲,".repeat(COLUMNS + 1)).is_err());
    }

    #[test]
    fn numbers_are_what_people_see() {
        for (number, expect) in [(5.0, "5"), (0.1 + 0.2, "0.3"), (1.5, "1.5"), (-2.0, "-2"), (1e6, "1000000")] {
            assert_eq!(shown(&DataRef::Float(number)), expect);
        }
        assert_eq!(shown(&DataRef::Bool(true)), "TRUE");
    }

    #[test]
    fn what_is_no_workbook_is_told() {
        assert!(xlsx(b"PK\x03\x04").is_err());
        assert!(xlsx(&vec![0; SPREADSHEET + 1]).is_err());
    }
}
