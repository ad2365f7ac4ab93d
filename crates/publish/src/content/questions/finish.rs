//! Banks as they are handed out: with clean words, with the passages that they quote, with revisions.

use super::super::{Lesson, Series};
use super::passage::Said;
use super::{Bank, Written, words};
use crate::fault::{Fault, phrase};
use crate::hash;
use formats::bank::Item;
use learning::Question;
use model::BankId;
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// How many digits of a hash tell the revisions of a question apart.
const REVISION: usize = 8;

/// Finishes all banks, in their order. The lessons must be rendered.
pub(in crate::content) fn finish(banks: Vec<Written>, series: &[Series], faults: &mut Vec<Fault>) -> Vec<Bank> {
    let mut named: HashMap<&BankId, Vec<&Lesson>> = HashMap::new();
    for lesson in series.iter().flat_map(|one| &one.lessons) {
        for id in &lesson.banks {
            named.entry(id).or_default().push(lesson);
        }
    }
    let one = |written: &Written| bank(written, named.get(&written.id).map_or(&[], Vec::as_slice));
    let (banks, told): (Vec<Bank>, Vec<Vec<Fault>>) = banks.par_iter().map(one).unzip();
    faults.extend(told.into_iter().flatten());
    banks
}

/// One bank. The first of the lessons that name it is its own.
fn bank(written: &Written, lessons: &[&Lesson]) -> (Bank, Vec<Fault>) {
    let said: Vec<Said> = lessons.iter().map(|lesson| Said::of(&lesson.article)).collect();
    let mut faults = Vec::new();
    let mut questions = Vec::with_capacity(written.items.len());
    for Item { line, question } in written.items.iter() {
        let (mut question, problems) = words::clean(question);
        faults.extend(problems.into_iter().map(|(what, mend)| Fault::warning(&written.file, *line, what, mend)));
        question.revision = revision(&question);
        if let Some(passage) = &mut question.passage {
            let found: Vec<_> = said.iter().map(|said| said.find(&passage.quote)).collect();
            // A block is one of the bank's own lesson.
            passage.block = found.first().copied().flatten();
            if !found.is_empty() && found.iter().all(Option::is_none) {
                faults.push(lost(&written.file, *line, &passage.quote, lessons));
            }
        }
        questions.push(question);
    }
    let lesson = lessons.first().map(|lesson| lesson.id.clone());
    let title = title(written, lessons);
    let bank = Arc::new(learning::Bank { id: written.id.clone(), title, lesson, questions });
    let source = Arc::new(written.items.iter().map(|item| item.question.clone()).collect());
    (Bank { bank, source }, faults)
}

/// The title of its lesson; where that has several banks, or none has it, the end of the first category, or the id.
fn title(written: &Written, lessons: &[&Lesson]) -> String {
    if let Some(only) = lessons.first().filter(|lesson| lesson.banks.len() == 1) {
        return only.title.clone();
    }
    let category = written.items.first().and_then(|item| item.question.category.rsplit('/').next());
    category.map(str::trim).filter(|name| !name.is_empty()).unwrap_or(written.id.as_str()).to_owned()
}

/// Changes with whatever a learner sees of a question, and with its key. It must have neither a revision yet nor the block of its
/// passage, which changes with the lesson.
fn revision(question: &Question) -> String {
    // JSON can hold every question; one that it could not hold would have one revision for ever.
    let mut hash = hash::sha256(serde_json::to_string(question).unwrap_or_default().as_bytes());
    hash.truncate(REVISION);
    hash
}

fn lost(file: &str, line: usize, quote: &str, lessons: &[&Lesson]) -> Fault {
    let titles: Vec<&str> = lessons.iter().map(|lesson| lesson.title.as_str()).collect();
    let what = phrase(
        format!("《{}》里找不到“{quote}”这句话。", titles.join("》《")),
        format!("{} does not say {quote:?}.", titles.join(", ")),
    );
    let mend = phrase("从课文里照抄一小段，不要跨段。", "Copy a few words from the lesson, out of one paragraph.");
    Fault::warning(file, line, what, mend)
}
