//! The questions of one file, whatever form they are written in.

use super::{fence, tally};
use crate::fault::{Fault, Severity, phrase};
use crate::table::{self, Remark, Seen};
use crate::{limits, media::Problem};
use formats::bank::{Item, Read};
use formats::{gift, sheet};
use learning::Kind as OfQuestion;
use locale::Phrase;

/// The forms in which a file can hold a bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum Kind {
    /// Text in GIFT.
    Gift,
    /// A table as text, with commas.
    Csv,
    /// A workbook of Excel or WPS.
    Xlsx,
}

impl Kind {
    /// What a file of the content folder is; `None` for what is no bank.
    pub fn of(path: &str) -> Option<Self> {
        let name = path.strip_prefix("questions/").filter(|name| !name.contains('/'))?;
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "gift" => Some(Self::Gift),
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }
}

/// The questions of a text; of a table also what became of its rows.
pub(in crate::content) fn of_text(
    path: &str,
    kind: Kind,
    text: &str,
    faults: &mut Vec<Fault>,
) -> (Vec<Item>, Option<Phrase>) {
    match kind {
        Kind::Gift => (take(path, gift::read(text), faults), None),
        Kind::Csv | Kind::Xlsx => of_table(path, table::text(text), faults),
    }
}

/// The questions of a workbook, and what became of its rows.
pub(in crate::content) fn of_workbook(
    path: &str,
    bytes: &[u8],
    faults: &mut Vec<Fault>,
) -> (Vec<Item>, Option<Phrase>) {
    of_table(path, table::workbook(bytes), faults)
}

fn of_table(path: &str, seen: Result<Seen, Problem>, faults: &mut Vec<Fault>) -> (Vec<Item>, Option<Phrase>) {
    let mut seen = match seen {
        Ok(seen) => seen,
        Err((what, mend)) => {
            faults.push(Fault::error(path, None, what, mend));
            return (Vec::new(), None);
        }
    };
    let fault =
        |Remark { line, severity, problem: (what, mend) }| Fault { severity, ..Fault::error(path, line, what, mend) };
    faults.extend(seen.remarks.drain(..).map(fault));
    let (read, rows) = sheet::read(&seen.table);
    let items = take(path, read, faults);
    let tally = tally::say(&seen, rows, items.len());
    (items, Some(tally))
}

/// The questions that stand in a lesson; `None` where none do.
pub(in crate::content) fn of_lesson(path: &str, text: &str, faults: &mut Vec<Fault>) -> Option<Vec<Item>> {
    let fences = fence::only(text)?;
    if let Some(line) = fences.open {
        let what = phrase("这里开始的题目没有结束。", "The questions that begin here never end.");
        let mend = phrase("在最后一道题下面单写一行 ```。", "Write a line ``` below the last question.");
        faults.push(Fault::error(path, line, what, mend));
    }
    Some(take(path, gift::read(&fences.text), faults))
}

fn take(path: &str, read: Read, faults: &mut Vec<Fault>) -> Vec<Item> {
    faults.extend(read.faults.iter().map(|fault| {
        let severity = if fault.is_error() { Severity::Error } else { Severity::Warning };
        Fault { severity, ..Fault::error(path, fault.line, fault.what(), fault.mend()) }
    }));
    if let Some(item) = read.questions.get(limits::QUESTIONS) {
        let most = limits::QUESTIONS;
        let what = phrase(format!("这个题库超过 {most} 道题。"), format!("This bank has more than {most} questions."));
        faults.push(Fault::error(path, item.line, what, phrase("拆成几个题库。", "Cut it into several banks.")));
    }
    faults.extend(read.questions.iter().filter(|item| parts(&item.question.kind) > limits::OPTIONS).map(|item| {
        let most = limits::OPTIONS;
        let what = phrase(
            format!("这道题的选项或答案超过 {most} 个。"),
            format!("This question has more than {most} options or answers."),
        );
        Fault::error(
            path,
            item.line,
            what,
            phrase("留下要紧的，或者拆成几道题。", "Keep what counts, or cut it into several."),
        )
    }));
    read.questions
}

fn parts(kind: &OfQuestion) -> usize {
    match kind {
        OfQuestion::Choice { options, .. } => options.len(),
        OfQuestion::Short { answers } => answers.len(),
        OfQuestion::Numerical { answers } => answers.len(),
        OfQuestion::Matching { pairs } => pairs.len(),
        OfQuestion::Ordering { items } => items.len(),
        OfQuestion::TrueFalse { .. } | OfQuestion::Essay | OfQuestion::Description => 0,
    }
}
