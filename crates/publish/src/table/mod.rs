//! Spreadsheets as people see them: what a cell shows, and not what it holds.
//!
//! [`mod@text`] reads tables as text, once [`quotes`] found the quotation marks without a partner. [`mod@workbook`] chooses the sheet of a
//! workbook and reads its cells; [`layout`] says what is hidden there and what formulas came to; [`shown`] turns what a cell holds into
//! what it shows, by the formats that [`mod@format`] knows, whose codes [`code`] takes apart.

mod code;
mod format;
mod layout;
mod quotes;
mod shown;
mod text;
mod workbook;

pub(crate) use text::read as text;
pub(crate) use workbook::read as workbook;

use crate::fault::{Severity, phrase};
use crate::limits::{COLUMNS, ROWS};
use crate::media::Problem;
use formats::sheet::Table;

/// A table, and what was not read beside it.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// What is seen of it.
    pub table: Table,
    /// The name of its sheet, in a workbook.
    pub sheet: Option<String>,
    /// The names of other sheets that hold something.
    pub others: Vec<String>,
    /// What somebody should look at.
    pub remarks: Vec<Remark>,
}

/// Something to be told about a table.
#[derive(Debug)]
pub(crate) struct Remark {
    /// The line of the text, from 1.
    pub line: Option<usize>,
    /// How bad it is.
    pub severity: Severity,
    /// What it is, and how to mend it.
    pub problem: Problem,
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
