//! One row: a question.

use super::heading::Column;
use super::kinds;
use super::table::{Cell, name_of_cell};
use super::text::{half_width, parts};
use crate::bank::{self, Fault, Ids, Item, Reason};
use crate::gift;
use learning::question::{Passage, USUAL_SCORE};
use learning::{Kind, Question, Words};
use model::QuestionId;

/// A row and where its columns stand.
pub(super) struct Row<'a> {
    pub(super) line: usize,
    pub(super) cells: &'a [Cell],
    pub(super) columns: &'a [(Column, usize)],
}

impl Row<'_> {
    /// The question with what somebody should look at, or all that is wrong with it. `ids` are those before it.
    pub(super) fn read(&self, ids: &mut Ids) -> Result<(Item, Vec<Fault>), Vec<Fault>> {
        let mut faults = self.odd();
        faults.extend(self.swallowed());
        if !faults.is_empty() {
            return Err(faults);
        }
        let id = ids.take(self.cell(Column::Id)).map_err(|reason| faults.push(self.fault(Column::Id, reason)));
        let score = self.score().map_err(|fault| faults.push(fault));
        let kind = kinds::read(self).map_err(|fault| faults.push(fault));
        let (Ok(id), Ok(score), Ok(kind)) = (id, score, kind) else { return Err(faults) };
        let remarks = kinds::remark(self, &kind).into_iter().collect();
        let question = self.question(id, kind, score);
        let wrong = bank::check(&question).into_iter().map(|reason| self.fault(place(&reason, &question.kind), reason));
        let wrong: Vec<_> = wrong.collect();
        if wrong.is_empty() { Ok((Item { line: self.line, question }, remarks)) } else { Err(wrong) }
    }

    /// The cells of which it is not known what they show.
    fn odd(&self) -> Vec<Fault> {
        let odd = |(column, place): &(Column, usize)| match self.cells.get(*place)? {
            Cell::Odd(odd) => {
                let cell = name_of_cell(self.line - 1, *place);
                Some(self.fault(*column, Reason::OddCell { cell, odd: odd.clone() }))
            }
            Cell::Text(_) => None,
        };
        self.columns.iter().filter_map(odd).collect()
    }

    /// A cell that holds the rows below it: a quotation mark was opened, and closed by that of another row.
    fn swallowed(&self) -> Option<Fault> {
        let place = self.columns.iter().find(|(column, _)| *column == Column::Kind)?.1;
        let is_row = |line: &str| {
            let is_row_of = |sign: char| line.split(sign).nth(place).is_some_and(kinds::is_kind);
            [',', '\t', ';'].into_iter().any(is_row_of)
        };
        let swallows = |(_, place): &&(Column, usize)| {
            self.cells.get(*place).is_some_and(|cell| cell.text().lines().skip(1).any(is_row))
        };
        let (column, _) = self.columns.iter().find(swallows)?;
        Some(self.fault(*column, Reason::SwallowedRow))
    }

    fn question(&self, id: QuestionId, kind: Kind, score_hundredths: u32) -> Question {
        let quote = self.cell(Column::Passage).to_owned();
        let explanation = self.words(Column::Explanation);
        Question {
            id,
            revision: String::new(),
            stem: self.words(Column::Stem),
            stem_after: Words::default(),
            // What stands as the answer to an essay question is there to compare with.
            explanation: if kind == Kind::Essay { both(self.words(Column::Answer), explanation) } else { explanation },
            kind,
            score_hundredths,
            tags: parts(self.cell(Column::Tags), &['、', ',', '，', ';', '；', '\n']),
            category: self.cell(Column::Category).to_owned(),
            passage: (!quote.is_empty()).then_some(Passage { quote, block: None }),
        }
    }

    fn score(&self) -> Result<u32, Fault> {
        let score = half_width(self.cell(Column::Score));
        let score = score.trim_end_matches('分').trim();
        let bad = || self.fault(Column::Score, Reason::BadScore { found: score.to_owned() });
        if score.is_empty() { Ok(USUAL_SCORE) } else { gift::score(score).ok_or_else(bad) }
    }

    /// What a cell says, without blanks at its ends; nothing if there is no such column.
    pub(super) fn cell(&self, column: Column) -> &str {
        let place = self.columns.iter().find(|(other, _)| *other == column);
        place.and_then(|(_, place)| self.cells.get(*place)).map(|cell| cell.text().trim()).unwrap_or_default()
    }

    /// What a cell says. Line ends stay.
    pub(super) fn words(&self, column: Column) -> Words {
        Words::plain(&self.cell(column).replace("\r\n", "\n").replace('\r', "\n"))
    }

    /// The options that are not empty, by their letters from 0.
    pub(super) fn options(&self) -> Vec<(usize, Words)> {
        let mut letters: Vec<_> = self.columns.iter().filter_map(|(column, _)| letter(*column)).collect();
        letters.sort_unstable();
        let options = letters.into_iter().map(|letter| (letter, self.words(Column::Option(letter))));
        options.filter(|(_, words)| !words.is_empty()).collect()
    }

    pub(super) fn fault(&self, column: Column, reason: Reason) -> Fault {
        Fault::in_column(self.line, column.name(), reason)
    }
}

fn letter(column: Column) -> Option<usize> {
    if let Column::Option(letter) = column { Some(letter) } else { None }
}

fn both(one: Words, other: Words) -> Words {
    if one.is_empty() {
        return other;
    }
    if other.is_empty() { one } else { Words::plain(&format!("{}\n{}", one.text, other.text)) }
}

/// The column where somebody mends it.
fn place(reason: &Reason, kind: &Kind) -> Column {
    match (reason, kind) {
        (Reason::EmptyStem, _) => Column::Stem,
        (Reason::NoRightAnswer | Reason::Weights { .. }, _) | (_, Kind::Short { .. }) => Column::Answer,
        _ => Column::Option(0),
    }
}
