//! What the app for studying reads: every bank as JSON and as GIFT, and the index of all there is to study.

use super::File;
use super::pages::{address_of, lesson_link};
use crate::content::{Bank, Content, Lesson, Series, address_of_bank};
use crate::hash;
use anyhow::Result;
use formats::gift;
use formats::study::{BankFile, BankLine, Index, LessonLine, LessonLink, QuestionLine, SeriesLine, VERSION};
use learning::Question;
use model::{BankId, DocumentId};
use std::collections::BTreeMap;

/// The files, and where pages find them.
pub(super) struct Study {
    /// Where the index is.
    pub index: String,
    /// Where each bank is, by its id.
    pub banks: BTreeMap<BankId, String>,
    /// All of them, by address.
    pub files: BTreeMap<String, File>,
}

/// Makes them.
pub(super) fn files(content: &Content) -> Result<Study> {
    let (mut files, mut banks) = (BTreeMap::new(), BTreeMap::new());
    for bank in &content.banks {
        let id = &bank.bank.id;
        let json = BankFile { v: VERSION, bank: (*bank.bank).clone() }.write()?.into_bytes();
        let address = format!("study/{id}-{}.json", hash::short(&json));
        files.insert(address.clone(), File::new(json));
        files.insert(gift_of(id), File::new(gift::write(&bank.source).into_bytes()));
        banks.insert(id.clone(), address);
    }
    let json = index(content, &banks).write()?.into_bytes();
    let index = format!("study/index-{}.json", hash::short(&json));
    files.insert(index.clone(), File::new(json));
    Ok(Study { index, banks, files })
}

/// Where a bank is as GIFT.
pub(super) fn gift_of(id: &BankId) -> String {
    let name = id.as_str().rsplit('/').next().unwrap_or_default();
    format!("{}{name}.gift", address_of_bank(id))
}

/// The lesson with an id, and its series.
pub(super) fn lesson_of<'a>(content: &'a Content, id: Option<&DocumentId>) -> Option<(&'a Series, &'a Lesson)> {
    let id = id?;
    content.series.iter().find_map(|series| Some((series, series.lessons.iter().find(|lesson| lesson.id == *id)?)))
}

fn index(content: &Content, files: &BTreeMap<BankId, String>) -> Index {
    let portal = &content.portal;
    Index {
        v: VERSION,
        portal: portal.name.clone(),
        zone: portal.zone.clone(),
        hours_hundredths: portal.study.hours_hundredths,
        committee_hours_hundredths: portal.study.committee_hours_hundredths,
        self_study_counts: portal.study.self_study_counts,
        series: content.series.iter().map(series_line).collect(),
        banks: content.banks.iter().map(|bank| bank_line(content, bank, files)).collect(),
    }
}

fn series_line(series: &Series) -> SeriesLine {
    let lesson = |lesson: &Lesson| {
        let link = lesson_link(series, lesson);
        LessonLine {
            id: lesson.id.clone(),
            title: link.title,
            address: link.address,
            hours_hundredths: lesson.hours_hundredths,
            banks: lesson.banks.clone(),
        }
    };
    SeriesLine {
        id: series.id.clone(),
        title: series.title.clone(),
        address: address_of(series),
        lessons: series.lessons.iter().map(lesson).collect(),
    }
}

fn bank_line(content: &Content, bank: &Bank, files: &BTreeMap<BankId, String>) -> BankLine {
    let bank = &bank.bank;
    let lesson = lesson_of(content, bank.lesson.as_ref()).map(|(series, lesson)| {
        let link = lesson_link(series, lesson);
        LessonLink { id: lesson.id.clone(), title: link.title, address: link.address }
    });
    let line = |question: &Question| QuestionLine { id: question.id.clone(), revision: question.revision.clone() };
    BankLine {
        id: bank.id.clone(),
        title: bank.title.clone(),
        address: address_of_bank(&bank.id),
        file: files.get(&bank.id).cloned().unwrap_or_default(),
        lesson,
        questions: bank.questions.iter().filter(|question| question.is_graded()).map(line).collect(),
    }
}
