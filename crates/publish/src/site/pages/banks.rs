//! One page for every bank of questions.

use super::super::study::{Study, gift_of, lesson_of};
use super::Draft;
use super::lines::{bank_outline, lesson_link};
use crate::content::{Bank, Content};
use formats::page::{Body, Questions};
use std::sync::Arc;

/// All of them.
pub(super) fn all<'a>(content: &'a Content, study: &Study) -> Vec<Draft<'a>> {
    content.banks.iter().map(|bank| page(content, bank, study)).collect()
}

fn page<'a>(content: &Content, bank: &Bank, study: &Study) -> Draft<'a> {
    let id = &bank.bank.id;
    let outline = bank_outline(bank);
    let lesson = lesson_of(content, bank.bank.lesson.as_ref());
    let title = locale::questions_of(&*outline.link.title).zh;
    let about = locale::questions_about(outline.questions, &*outline.link.title).zh;
    let body = Body::Questions(Box::new(Questions {
        bank: Arc::clone(&bank.bank),
        lesson: lesson.map(|(series, lesson)| lesson_link(series, lesson)),
        gift: gift_of(id),
    }));
    let mut draft = Draft::new(content, &outline.link.address, &title, &about, body);
    draft.page.study.clone_from(&study.index);
    draft.page.bank = id.to_string();
    draft.needs.extend(study.banks.get(id).cloned());
    draft
}
