//! The first row: which column is what.

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

/// Where each column stands, and what is wrong with the headings.
pub(super) fn read(headings: &[String]) -> (Vec<(Column, usize)>, Vec<Fault>) {
    let (mut columns, mut faults) = (Vec::new(), Vec::new());
    for (place, heading) in headings.iter().enumerate() {
        let bare = bare(heading);
        let odd = |reason: Reason| Fault::in_column(1, heading.trim(), reason);
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
        faults.push(Fault::new(1, Reason::NoColumn { name: needed.name() }));
    }
    (columns, faults)
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
