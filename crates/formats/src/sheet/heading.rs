//! The row of headings: which column is what.

use super::table::{Cell, Table, name_of_column};
use super::text::bare;
use crate::bank::{Fault, Reason};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Kind,
    Stem,
    /// An option, by its letter from 0.
    Option(usize),
    Answer,
    Explanation,
    Score,
    Tags,
    Passage,
    Category,
}

/// The columns by their names; the first name is the one that we say.
const NAMES: [(Column, &[&str]); 9] = [
    (Column::Id, &["编号", "标识", "题号", "ID"]),
    (Column::Kind, &["题型", "类型", "题目类型"]),
    (Column::Stem, &["题干", "题目", "问题", "题目内容"]),
    (Column::Answer, &["答案", "正确答案", "标准答案", "参考答案"]),
    (Column::Explanation, &["解析", "答案解析", "解释", "说明", "题目解析"]),
    (Column::Score, &["分值", "分数", "得分"]),
    (Column::Tags, &["标签", "知识点"]),
    (Column::Passage, &["原文", "课文原文", "出处"]),
    (Column::Category, &["分类", "类别", "章节"]),
];

const OPTIONS: [&str; 10] = ["选项A", "选项B", "选项C", "选项D", "选项E", "选项F", "选项G", "选项H", "选项I", "选项J"];

const NEEDED: [Column; 4] = [Column::Id, Column::Kind, Column::Stem, Column::Answer];

/// How far down the headings may stand: above them there is room for a title.
pub(super) const FIRST_ROWS: usize = 5;

/// How like two names must be, from 0 to 1.
const ALIKE: f64 = 0.5;

impl Column {
    /// The name that we say.
    pub(super) fn name(self) -> &'static str {
        if let Self::Option(letter) = self {
            return OPTIONS.get(letter).copied().unwrap_or_default();
        }
        NAMES
            .iter()
            .find(|(column, _)| *column == self)
            .and_then(|(_, names)| names.first())
            .copied()
            .unwrap_or_default()
    }
}

/// The row of the headings, from 0: among the first five the one that names most of what every bank has. `None` where no row names any.
pub(super) fn find(rows: &[Vec<Cell>]) -> Option<usize> {
    let likeness = rows.iter().take(FIRST_ROWS).map(|cells| likeness(cells));
    // Of two that are alike the first one is taken.
    let best = likeness.enumerate().rev().max_by_key(|(_, likeness)| *likeness)?;
    (best.1.0 > 0).then_some(best.0)
}

/// How many of the needed columns, and how many columns in all, a row names.
pub(super) fn likeness(cells: &[Cell]) -> (usize, usize) {
    let mut found: Vec<Column> = Vec::new();
    for cell in cells {
        if let Some(column) = column(&bare(cell.text()))
            && !found.contains(&column)
        {
            found.push(column);
        }
    }
    (NEEDED.iter().filter(|needed| found.contains(needed)).count(), found.len())
}

/// Where each column stands, and what is wrong with the headings in a row of the table.
pub(super) fn read(headings: &[Cell], row: usize, table: &Table) -> (Vec<(Column, usize)>, Vec<Fault>) {
    let (mut columns, mut faults) = (Vec::new(), Vec::new());
    let line = row + 1;
    for (place, heading) in headings.iter().enumerate().filter(|(place, _)| !table.hidden_columns.contains(place)) {
        let bare = bare(heading.text());
        let odd = |reason: Reason| Fault::in_column(line, heading.text().trim(), reason);
        match column(&bare) {
            Some(column) if columns.iter().any(|(other, _)| *other == column) => {
                faults.push(odd(Reason::SameColumn { name: column.name() }));
            }
            Some(column) => columns.push((column, place)),
            None if bare.is_empty() => {}
            None => faults.push(odd(Reason::OddColumn { nearest: nearest(&bare) })),
        }
    }
    for needed in NEEDED.into_iter().filter(|needed| columns.iter().all(|(column, _)| column != needed)) {
        faults.push(Fault::new(line, Reason::NoColumn { name: needed.name() }));
    }
    faults.extend(unread(headings, row, table));
    (columns, faults)
}

/// Columns that hold something and are not read, as nobody sees them or they have no heading.
fn unread(headings: &[Cell], row: usize, table: &Table) -> Vec<Fault> {
    let rows = table.rows.iter().enumerate().skip(row + 1).filter(|(row, _)| !table.hidden_rows.contains(row));
    let mut holding = std::collections::BTreeSet::new();
    for (_, cells) in rows {
        holding.extend(cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()).map(|(place, _)| place));
    }
    let (hidden, seen): (Vec<usize>, Vec<usize>) =
        holding.into_iter().partition(|place| table.hidden_columns.contains(place));
    let nameless = seen.into_iter().filter(|place| headings.get(*place).is_none_or(Cell::is_empty));
    let names = |places: &mut dyn Iterator<Item = usize>| places.map(name_of_column).collect::<Vec<_>>();
    let (hidden, nameless) = (names(&mut hidden.into_iter()), names(&mut nameless.into_iter()));
    let hidden = (!hidden.is_empty()).then_some(Reason::HiddenColumns { columns: hidden });
    let nameless = (!nameless.is_empty()).then_some(Reason::NoHeading { columns: nameless });
    hidden.into_iter().chain(nameless).map(|reason| Fault::new(row + 1, reason)).collect()
}

fn column(bare: &str) -> Option<Column> {
    let letter = bare.strip_prefix("选项").or_else(|| bare.strip_prefix("备选")).or_else(|| bare.strip_suffix("选项"));
    let mut letter = letter.unwrap_or(bare).chars();
    if let (Some(c), None) = (letter.next(), letter.next()) {
        let found = OPTIONS.iter().position(|name| name.ends_with(c));
        let number = c.to_digit(10).filter(|number| *number > 0 && bare.chars().count() > 1);
        return found.or(number.map(|number| number as usize - 1)).map(Column::Option);
    }
    NAMES.iter().find(|(_, names)| names.contains(&bare)).map(|(column, _)| *column)
}

fn nearest(bare: &str) -> Option<&'static str> {
    // Comparing takes the square of the length, and long headings are mostly no names.
    if bare.chars().count() > 20 {
        return None;
    }
    let names = NAMES.iter().flat_map(|(column, names)| names.iter().map(|name| (*name, column.name())));
    let names = names.chain(OPTIONS.map(|name| (name, name)));
    let likeness = names.map(|(name, said)| (strsim::normalized_damerau_levenshtein(bare, name), said));
    likeness
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|(_, said)| said)
}
