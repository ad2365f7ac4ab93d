//! What the reader of cells does not tell of a workbook: which rows and columns are hidden, which formulas have no result, and errors.

use super::{Problem, unreadable};
use crate::limits::{COLUMNS, ROWS};
use calamine::XlsxError;
use formats::sheet::Odd;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeSet, HashMap};
use std::io::{BufReader, Cursor, Read as _};
use zip::ZipArchive;

/// How long a part may be once it is unpacked, in bytes.
const PART: u64 = 100_000_000;
/// How long the part that names the sheets may be.
const NAMES: u64 = 5_000_000;

/// The parts of a workbook.
pub(super) struct Parts<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Where each sheet lies, by its name.
    sheets: HashMap<String, String>,
    /// Whether the file says that its results are old.
    is_recalculated: bool,
}

/// Where a part leads.
struct Relation {
    kind: String,
    path: String,
}

/// What is to be known about the cells of a sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    pub hidden_rows: BTreeSet<usize>,
    pub hidden_columns: BTreeSet<usize>,
    /// Cells that do not show what they hold.
    pub odd: HashMap<(usize, usize), Odd>,
}

impl<'a> Parts<'a> {
    /// Finds the sheets.
    pub fn of(bytes: &'a [u8]) -> Result<Self, Problem> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
        let mut parts = Self { zip, sheets: HashMap::new(), is_recalculated: false };
        let start = parts.relations("_rels/.rels", "")?;
        let book = start.into_values().find(|relation| relation.kind.ends_with("/officeDocument"));
        let book = book.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.path);
        let (folder, name) = book.rsplit_once('/').unwrap_or(("", &book));
        let relations = parts.relations(&format!("{folder}/_rels/{name}.rels"), folder)?;
        let text = parts.part(&book)?;
        let tree = parse(&text)?;
        for node in tree.descendants() {
            let attribute = |name: &str| node.attributes().find(|one| one.name() == name).map(|one| one.value());
            match node.tag_name().name() {
                "sheet" => {
                    let path = attribute("id").and_then(|id| relations.get(id));
                    let path = path.map(|relation| relation.path.clone());
                    parts.sheets.extend(attribute("name").map(str::to_owned).zip(path));
                }
                "calcPr" => parts.is_recalculated |= attribute("fullCalcOnLoad").is_some_and(is_true),
                _ => {}
            }
        }
        Ok(parts)
    }

    /// The relations of a part, by their ids.
    fn relations(&mut self, path: &str, folder: &str) -> Result<HashMap<String, Relation>, Problem> {
        let text = self.part(path)?;
        let tree = parse(&text)?;
        let relation = |node: roxmltree::Node<'_, '_>| {
            let (id, target) = (node.attribute("Id")?, node.attribute("Target")?);
            let path = match target.strip_prefix('/') {
                Some(path) => path.to_owned(),
                None if folder.is_empty() => target.to_owned(),
                None => format!("{folder}/{target}"),
            };
            Some((id.to_owned(), Relation { kind: node.attribute("Type").unwrap_or_default().to_owned(), path }))
        };
        Ok(tree.descendants().filter_map(relation).collect())
    }

    fn part(&mut self, path: &str) -> Result<String, Problem> {
        let mut text = String::new();
        let name = self.name(path)?;
        let file = self.zip.by_name(&name).map_err(|error| unreadable(&error))?;
        file.take(NAMES).read_to_string(&mut text).map_err(|error| unreadable(&error))?;
        Ok(text)
    }

    /// The name that a part has in the zip: some programs do not mind its case, and write `\`.
    fn name(&self, path: &str) -> Result<String, Problem> {
        let path = path.trim_start_matches('/');
        let is_it = |name: &String| name.replace('\\', "/").trim_start_matches('/').eq_ignore_ascii_case(path);
        let mut names = self.zip.file_names().filter_map(Result::ok).map(|name| name.into_owned());
        names.find(is_it).ok_or_else(|| unreadable(&XlsxError::FileNotFound(path.to_owned())))
    }

    /// The layout of the first rows of a sheet.
    pub fn layout(&mut self, sheet: &str, rows: usize) -> Result<Layout, Problem> {
        let missing = || unreadable(&XlsxError::WorksheetNotFound(sheet.to_owned()));
        let path = self.sheets.get(sheet).cloned().ok_or_else(missing)?;
        let name = self.name(&path)?;
        let file = self.zip.by_name(&name).map_err(|error| unreadable(&error))?;
        let mut reader = Reader::from_reader(BufReader::new(file.take(PART)));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        let mut walk = Walk { rows, is_recalculated: self.is_recalculated, ..Walk::default() };
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer).map_err(|error| unreadable(&error))? {
                Event::Start(element) if !walk.begin(&element) => break,
                Event::Text(text) => walk.text(&text),
                Event::End(element) if element.local_name().as_ref() == "sheetData" => break,
                Event::End(element) => walk.end(element.local_name().as_ref()),
                Event::Eof => break,
                _ => {}
            }
        }
        Ok(walk.layout)
    }
}

fn parse(text: &str) -> Result<roxmltree::Document<'_>, Problem> {
    roxmltree::Document::parse(text).map_err(|error| unreadable(&error))
}

/// The way through the elements of a sheet.
#[derive(Default)]
struct Walk {
    layout: Layout,
    /// How many rows are wanted.
    rows: usize,
    is_recalculated: bool,
    row: usize,
    column: usize,
    /// Whether rows and cells that do not say where they stand follow one that was there.
    is_later_row: bool,
    cell: Cell,
    is_value: bool,
}

/// What was seen of a cell.
#[derive(Default)]
struct Cell {
    kind: String,
    is_formula: bool,
    value: String,
}

impl Walk {
    /// An element begins. Gives whether to go on.
    fn begin(&mut self, element: &BytesStart<'_>) -> bool {
        let attribute = |name: &str| element.try_get_attribute(name).ok().flatten().map(|one| one.value.into_owned());
        let number = |name: &str| attribute(name)?.parse::<f64>().ok();
        let is_hidden = |size: &str| attribute("hidden").is_some_and(|is| is_true(&is)) || number(size) == Some(0.0);
        match element.local_name().as_ref() {
            "col" if is_hidden("width") => {
                let edge = |name: &str| number(name).map_or(0, |place| place as usize);
                self.layout.hidden_columns.extend(edge("min").saturating_sub(1)..edge("max").min(COLUMNS));
            }
            "row" => {
                let next = self.row + usize::from(self.is_later_row);
                self.row = number("r").map_or(next, |place| (place as usize).saturating_sub(1));
                (self.column, self.is_later_row) = (0, true);
                if is_hidden("ht") && self.row < ROWS {
                    self.layout.hidden_rows.insert(self.row);
                }
                return self.row < self.rows;
            }
            "c" => {
                self.column = attribute("r").and_then(|name| column(&name)).unwrap_or(self.column);
                self.cell = Cell { kind: attribute("t").unwrap_or_default(), ..Cell::default() };
            }
            "f" => self.cell.is_formula = true,
            "v" => self.is_value = true,
            _ => {}
        }
        true
    }

    fn text(&mut self, text: &str) {
        // No error and no number is longer.
        if self.is_value && self.cell.value.len() < 100 {
            self.cell.value.push_str(text);
        }
    }

    fn end(&mut self, element: &str) {
        match element {
            "v" => self.is_value = false,
            "c" => {
                if let Some(odd) = self.odd()
                    && self.row < ROWS
                    && self.column < COLUMNS
                {
                    self.layout.odd.insert((self.row, self.column), odd);
                }
                self.column += 1;
            }
            _ => {}
        }
    }

    fn odd(&self) -> Option<Odd> {
        let Cell { kind, is_formula, value } = &self.cell;
        if kind == "e" {
            return Some(Odd::ErrorValue { found: value.clone() });
        }
        // A formula may well come to an empty text, which says that it is one.
        let has_none = value.is_empty() && kind != "str";
        (*is_formula && (has_none || self.is_recalculated)).then_some(Odd::NoResult)
    }
}

fn is_true(text: &str) -> bool {
    matches!(text, "1" | "true" | "on")
}

/// The column of a cell, from 0: `B7` stands in 1.
fn column(name: &str) -> Option<usize> {
    let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let add = |column: usize, c: char| {
        let letter = c.is_ascii_alphabetic().then(|| c.to_ascii_uppercase() as usize - 'A' as usize + 1)?;
        column.checked_mul(26)?.checked_add(letter)
    };
    letters.chars().try_fold(0, add)?.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted() {
        for (name, expect) in [("A1", Some(0)), ("Z9", Some(25)), ("AA10", Some(26)), ("1", None), ("é1", None)] {
            assert_eq!(column(name), expect, "{name}");
        }
    }
}
