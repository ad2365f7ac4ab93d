//! Banks of questions. A file under `questions/` is a bank, named by its file; so are the blocks of GIFT in a lesson, named by the lesson.
//!
//! In this order: [`mod@read`] takes the questions of a file ([`fence`] the blocks of a lesson), and [`tally`] says what became of a table;
//! [`outline`] finds all banks and who names them ([`check`]); [`mod@finish`] makes their words clean ([`words`]) and finds the
//! passages that they quote ([`passage`]), once the lessons are rendered.

mod check;
mod fence;
mod finish;
mod passage;
mod read;
mod tally;
mod words;

pub(super) use check::unknown;
pub(super) use fence::without;
pub(super) use finish::finish;
pub(super) use read::{Kind, of_lesson, of_text, of_workbook};

use super::source::Files;
use super::{Series, lessons};
use crate::fault::Fault;
use formats::bank::Item;
use learning::Question;
use model::BankId;
use std::sync::Arc;

/// A bank of questions. Its address is `questions/<id>/`.
#[derive(Debug, Clone)]
pub struct Bank {
    /// As it is handed out: with words that are plain text or clean HTML, with revisions, and with the passages that were found.
    pub bank: Arc<learning::Bank>,
    /// The questions as they were written.
    pub source: Arc<Vec<Question>>,
}

/// A bank as it was read.
pub(crate) struct Written {
    /// Its permanent id.
    pub id: BankId,
    /// The file that it stands in.
    pub file: String,
    /// Its questions, with their lines.
    pub items: Arc<Vec<Item>>,
}

/// Where the page of a bank is.
pub(crate) fn address(id: &BankId) -> String {
    format!("questions/{id}/")
}

/// All banks, sorted by id. A lesson with questions of its own names them from now on.
pub(crate) fn outline(files: &Files, series: &mut [Series], faults: &mut Vec<Fault>) -> Vec<Written> {
    let mut banks: Vec<Written> = Vec::new();
    for (file, items) in files.banks() {
        if let Some(fault) = check::copied(files, file, items) {
            faults.push(fault);
            continue;
        }
        match check::name(file) {
            Ok(id) => check::take(&mut banks, Written { id, file: file.to_owned(), items: Arc::clone(items) }, faults),
            Err(fault) => faults.push(*fault),
        }
    }
    for one in series.iter_mut() {
        let paths: Vec<String> = one.lessons.iter().map(|lesson| lessons::path(one, lesson)).collect();
        for (lesson, file) in one.lessons.iter_mut().zip(paths) {
            let Some(items) = files.items(&file) else { continue };
            match check::own_name(lesson, &file) {
                Ok(id) => {
                    if !lesson.banks.contains(&id) {
                        lesson.banks.push(id.clone());
                    }
                    check::take(&mut banks, Written { id, file, items: Arc::clone(items) }, faults);
                }
                Err(fault) => faults.push(*fault),
            }
        }
    }
    banks.sort_by(|one, two| one.id.cmp(&two.id));
    check::named(files, &banks, series, faults);
    check::unique(&banks, faults);
    banks
}
