//! What names a bank, and what a bank names.

use super::super::source::Files;
use super::super::{Lesson, Series, front, lessons, names};
use super::Written;
use crate::fault::{Fault, phrase};
use crate::nearest::nearest;
use formats::bank::Item;
use model::{BankId, QuestionId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The id of the bank in a file: its name without the ending.
pub(super) fn name(file: &str) -> Result<BankId, Box<Fault>> {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    BankId::parse(stem).ok().filter(is_address).ok_or_else(|| {
        let what = phrase(format!("“{stem}”不能作题库的名字。"), format!("{stem:?} cannot be the name of a bank."));
        let mend = phrase(
            "文件名只用小写字母、汉字、数字和 - _，不能有空格，也不能太长。",
            "A file name takes lower-case letters, digits, - and _ only, and no more than 120 bytes.",
        );
        Box::new(Fault::error(file, None, what, mend))
    })
}

/// That a bank is a copy of another beside it, with the same questions.
pub(super) fn copied(files: &Files, file: &str, items: &[Item]) -> Option<Fault> {
    let ids: BTreeSet<&QuestionId> = items.iter().map(|item| &item.question.id).collect();
    let shares =
        |other: &str| files.items(other).is_some_and(|items| items.iter().any(|item| ids.contains(&item.question.id)));
    let (copy, original) = names::original(file, shares)?;
    let what = phrase(
        format!("这是 {original} 的副本，题目的编号也都一样。"),
        format!("This is a copy of {original}, with the same ids of questions."),
    );
    let mend = phrase(
        format!("不要就删掉；要留，就改文件名，并给里面每道题换新的编号。{original} 里的编号不要动。"),
        format!("Remove it; or rename it and give each question an id of its own. Leave those of {original}."),
    );
    Some(Fault::error(&copy, None, what, mend))
}

/// The id of the bank that stands in a lesson: the lesson's.
pub(super) fn own_name(lesson: &Lesson, file: &str) -> Result<BankId, Box<Fault>> {
    BankId::parse(lesson.id.as_str()).ok().filter(is_address).ok_or_else(|| {
        let id = &lesson.id;
        let what = phrase(
            format!("这一课里写了题目，可是“{id}”不能作题库的名字。"),
            format!("This lesson has questions, but {:?} cannot be the name of a bank.", id.as_str()),
        );
        let mend =
            phrase("把题目移到 questions 文件夹的一个文件里。", "Move them into a file of the folder questions.");
        Box::new(Fault::error(file, None, what, mend))
    })
}

/// Whether an id can be part of an address.
fn is_address(id: &BankId) -> bool {
    id.as_str().split('/').all(|part| !part.is_empty() && !part.starts_with('.') && !part.ends_with('.'))
}

/// Takes one more bank, unless there is one of this name.
pub(super) fn take(banks: &mut Vec<Written>, bank: Written, faults: &mut Vec<Fault>) {
    match banks.iter().find(|other| other.id == bank.id) {
        Some(first) => {
            let (id, first) = (&bank.id, &first.file);
            let what = phrase(
                format!("题库“{id}”已经有了：{first}。"),
                format!("There is a bank {:?} already: {first}.", id.as_str()),
            );
            let mend = phrase("把题目并到一处，或者换个文件名。", "Put the questions together, or rename the file.");
            faults.push(Fault::error(&bank.file, None, what, mend));
        }
        None => banks.push(bank),
    }
}

/// Whatever names a bank must name one that there is.
pub(super) fn named(files: &Files, banks: &[Written], series: &[Series], faults: &mut Vec<Fault>) {
    for one in series {
        for lesson in &one.lessons {
            let file = lessons::path(one, lesson);
            for id in lesson.banks.iter().filter(|id| !banks.iter().any(|bank| bank.id == **id)) {
                let line = front::line_of(files.text(&file).map_or("", |text| text), "questions");
                let meant = nearest(id.as_str(), banks.iter().map(|bank| bank.id.as_str()));
                faults.push(unknown(&file, line, id.as_str(), meant));
            }
        }
    }
}

/// A bank that there is not.
pub(in crate::content) fn unknown(file: &str, line: usize, name: &str, meant: Option<&str>) -> Fault {
    let zh = meant.map(|meant| format!("是不是 {meant}？")).unwrap_or_default();
    let en = meant.map(|meant| format!(" Is it {meant}?")).unwrap_or_default();
    let what = phrase(format!("没有叫“{name}”的题库。{zh}"), format!("There is no bank {name:?}.{en}"));
    let mend = phrase(
        "写 questions 文件夹里的文件名，不带 .gift、.csv、.xlsx。",
        "Write the name of a file in the folder questions, without .gift, .csv or .xlsx.",
    );
    Fault::error(file, line, what, mend)
}

/// Ids of questions are permanent, so no two in the whole portal may have the same. Inside one bank its reader tells.
pub(super) fn unique(banks: &[Written], faults: &mut Vec<Fault>) {
    let mut seen: HashMap<&QuestionId, (&str, usize)> = HashMap::new();
    for bank in banks {
        let mut numbers: BTreeMap<&str, Vec<(&QuestionId, usize)>> = BTreeMap::new();
        for item in bank.items.iter() {
            let id = &item.question.id;
            let Some((file, line)) = seen.insert(id, (&bank.file, item.line)) else { continue };
            if is_number(id) {
                numbers.entry(file).or_default().push((id, item.line));
            } else {
                faults.push(taken(&bank.file, item.line, id, file, line));
            }
        }
        faults.extend(numbers.into_iter().filter_map(|(file, ids)| numbers_taken(bank, &ids, file)));
    }
}

fn taken(path: &str, line: usize, id: &QuestionId, file: &str, first: usize) -> Fault {
    let what = phrase(
        format!("题目的编号“{id}”已经被 {file} 第 {first} 行用了。"),
        format!("The id {:?} is taken by line {first} of {file}.", id.as_str()),
    );
    let mend = phrase("给后写的这道题换一个从没用过的编号。", "Give the newer of the two an id that was never used.");
    Fault::error(path, line, what, mend)
}

/// Whether an id is what everybody counts with: `1`, `2-1`.
fn is_number(id: &QuestionId) -> bool {
    id.as_str().chars().all(|c| c.is_ascii_digit() || ".-_/".contains(c))
}

/// Banks that count their questions from 1 have all of them in common: that is one fault.
fn numbers_taken(bank: &Written, ids: &[(&QuestionId, usize)], file: &str) -> Option<Fault> {
    let (first, line) = ids.first()?;
    let (name, count) = (&bank.id, ids.len());
    let what = phrase(
        format!("题目的编号“{first}”已经被 {file} 用了，这样的一共 {count} 个：只写数字，别的题库也会写到。"),
        format!(
            "The id {:?} is taken by {file}, and so are {count} in all: other banks count their questions too.",
            first.as_str()
        ),
    );
    let mend = phrase(
        format!("在新的那个题库里，编号前面都加上题库的名字，如 {name}.{first}；已经发布过的编号不要改。"),
        format!(
            "In the newer bank put its name before each number, as in {name}.{first}; never change what was published."
        ),
    );
    Some(Fault::error(&bank.file, *line, what, mend))
}
