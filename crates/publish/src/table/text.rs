//! A table as text: the sign between its cells, the line that names it, and its rows.

use super::{Problem, Remark, Seen, quotes, too_large, unreadable};
use crate::fault::{Severity, phrase};
use crate::limits::{COLUMNS, ROWS};
use formats::sheet::{self, Table};
use std::borrow::Cow;

/// The signs that may stand between cells.
const DELIMITERS: [u8; 4] = [b',', b'\t', b';', b'|'];
/// In so many lines the headings are looked for. A cell above them may have several.
const FIRST_LINES: usize = 20;

/// The table that a text is.
pub(crate) fn read(text: &str) -> Result<Seen, Problem> {
    let (named, text) = named(text);
    let delimiter = named.unwrap_or_else(|| likely(&text));
    let (mended, open) = quotes::mend(&text, delimiter);
    let table = rows(&mended, delimiter)?;
    if sheet::likeness(&table) == 0 && first(&mended.replace('，', ","), b',').is_some_and(|likeness| likeness > 1) {
        return Err(full_width());
    }
    let remarks =
        open.into_iter().map(|line| Remark { line: Some(line), severity: Severity::Error, problem: no_partner() });
    Ok(Seen { table, remarks: remarks.collect(), ..Seen::default() })
}

/// The sign that the first line names for Excel (`sep=;`), and the text with that line empty.
fn named(text: &str) -> (Option<u8>, Cow<'_, str>) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let bare = line.trim_matches('"');
    let sign = bare.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).and(bare.as_bytes().get(4)).copied();
    let is_all = |sign: &u8| {
        bare.get(5..).is_some_and(|rest| rest.bytes().all(|byte| byte == *sign || b"\",; ".contains(&byte)))
    };
    match sign.filter(u8::is_ascii).filter(is_all) {
        Some(sign) => (Some(sign), Cow::Owned(format!("\n{rest}"))),
        None => (None, Cow::Borrowed(text)),
    }
}

/// The sign with which the first rows have the most headings; else the first one that the first line has.
fn likely(text: &str) -> u8 {
    let best = DELIMITERS.into_iter().rev().max_by_key(|sign| first(text, *sign));
    let best = best.filter(|sign| first(text, *sign).is_some_and(|likeness| likeness > 0));
    let first = || text.lines().next()?.bytes().find(|byte| DELIMITERS.contains(byte));
    best.or_else(first).unwrap_or(b',')
}

/// How many headings the first rows have with a sign between cells.
fn first(text: &str, delimiter: u8) -> Option<usize> {
    let head: String = text.split_inclusive('\n').take(FIRST_LINES).collect();
    rows(&quotes::mend(&head, delimiter).0, delimiter).ok().map(|table| sheet::likeness(&table))
}

/// The rows. A cell in quotes may have several lines; rows are counted as a spreadsheet counts them.
fn rows(text: &str, delimiter: u8) -> Result<Table, Problem> {
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter);
    let mut rows = Vec::new();
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
    Ok(rows.into())
}

fn put(rows: &mut Vec<Vec<String>>, at: usize, cells: Vec<String>) -> Result<(), Problem> {
    if at >= ROWS || cells.len() > COLUMNS {
        return Err(too_large());
    }
    rows.resize_with(rows.len().max(at), Vec::new);
    rows.push(cells);
    Ok(())
}

fn no_partner() -> Problem {
    (
        phrase(
            "这一行里有一个半角引号没有关上，下面的行会被它吞掉。",
            "A quotation mark opens in this line and does not close; it would swallow the rows below.",
        ),
        phrase(
            "用记事本打开，在那一格的末尾补一个 \"，或者把它删去；话里的引号用全角的“”。",
            "Open the file in a text editor; add a \" at the end of that cell, or remove this one.",
        ),
    )
}

fn full_width() -> Problem {
    (
        phrase("栏名之间是全角逗号，分不出各栏。", "Full-width commas stand between the headings."),
        phrase("栏与栏之间用半角逗号，或者用 Excel、WPS 存成表格。", "Put half-width commas between columns."),
    )
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&[&str]]) {
        let expect: Vec<Vec<String>> =
            expect.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        assert_eq!(read(text).unwrap().table, expect.into(), "{text:?}");
    }

    #[test]
    fn rows_of_text_are_counted_as_a_spreadsheet_counts_them() {
        check("甲,乙\n1, 2 \n", &[&["甲", "乙"], &["1", "2"]]);
        check("甲\n\n乙", &[&["甲"], &[], &["乙"]]);
        check("\"甲\n一\",\"说\"\"好\"\"\"\n\n乙,\n", &[&["甲\n一", "说\"好\""], &[], &["乙", ""]]);
        check("甲\t乙\n", &[&["甲", "乙"]]);
        check("甲;乙\n", &[&["甲", "乙"]]);
        check("", &[]);
        assert!(read(&"\n甲".repeat(ROWS + 1)).is_err());
        assert!(read(&"甲,".repeat(COLUMNS + 1)).is_err());
    }

    #[test]
    fn the_sign_between_cells_is_named_or_found() {
        check("sep=;\n编号;题型,\n", &[&[], &["编号", "题型,"]]);
        check("\"SEP=,\",,\n编号,题型\n", &[&[], &["编号", "题型"]]);
        check("sep=\t\n甲\t乙\n", &[&[], &["甲", "乙"]]);
        check("sep=一\n甲,乙\n", &[&["sep=一"], &["甲", "乙"]]);
        check("单元一，说明\n编号;题干;答案\n", &[&["单元一，说明"], &["编号", "题干", "答案"]]);
        check("甲, 乙\n编号\t题干\n", &[&["甲, 乙"], &["编号", "题干"]]);
        check("编号|题干\n", &[&["编号", "题干"]]);
        assert!(read("编号，题型，题干，答案\nx，判断，题，对\n").is_err());
        assert!(read("“编号”，题\n").is_ok());
    }

    #[test]
    fn a_mark_without_partner_swallows_nothing() {
        let seen = read("编号,题型,题干,答案,解析\nj,判断,甲,对,\"没有关\nk,判断,乙,错,\n").unwrap();
        assert_eq!(seen.table.rows.len(), 3);
        assert_eq!(seen.remarks.iter().map(|remark| remark.line).collect::<Vec<_>>(), [Some(2)]);
    }
}
