//! What a page says of others: links, and lines of lists.

use crate::content::{Bank, Content, Lesson, Material, Notice, Partner, Series, address_of_bank};
use formats::page::{BankOutline, LessonOutline, Link, NoticeLine, PartnerLine, SeriesOutline};
use learning::Kind;
use model::BankId;

/// Longer series than this are listed without their lessons: a list costs the same however long they are.
const LISTED_LESSONS: usize = 40;

/// Where a series is.
pub(in crate::site) fn address_of(series: &Series) -> String {
    format!("lessons/{}/", series.slug)
}

pub(super) fn series_link(series: &Series) -> Link {
    Link { title: series.title.clone(), address: address_of(series) }
}

/// Where a lesson is.
pub(in crate::site) fn lesson_link(series: &Series, lesson: &Lesson) -> Link {
    Link { title: lesson.title.clone(), address: format!("{}{}/", address_of(series), lesson.slug) }
}

/// The banks with these ids, in this order.
pub(super) fn banks_named(content: &Content, ids: &[BankId]) -> Vec<BankOutline> {
    // Banks are sorted by id.
    let find = |id: &BankId| content.banks.binary_search_by(|bank| bank.bank.id.cmp(id)).ok();
    ids.iter().filter_map(|id| content.banks.get(find(id)?)).map(bank_outline).collect()
}

/// A bank as lists have it. What only stands between questions is no question.
pub(super) fn bank_outline(bank: &Bank) -> BankOutline {
    let bank = &bank.bank;
    let asked = bank.questions.iter().filter(|question| !matches!(question.kind, Kind::Description));
    BankOutline {
        link: Link { title: bank.title.clone(), address: address_of_bank(&bank.id) },
        questions: asked.count() as u32,
    }
}

pub(super) fn material_link(material: &Material) -> Link {
    Link { title: material.title.clone(), address: format!("materials/{}/", material.path) }
}

pub(super) fn notice_link(notice: &Notice) -> Link {
    Link { title: notice.title.clone(), address: format!("notices/{}/", notice.slug) }
}

pub(super) fn partner_link(partner: &Partner) -> Link {
    Link { title: partner.title.clone(), address: format!("partners/{}/", partner.slug) }
}

pub(super) fn notice_line(notice: &Notice, today: &str) -> NoticeLine {
    NoticeLine {
        link: notice_link(notice),
        date: notice.date.clone(),
        expires: notice.expires.clone().unwrap_or_default(),
        holds: notice.holds(today),
        from: notice.from.clone(),
        summary: notice.summary.clone(),
    }
}

pub(super) fn partner_line(partner: &Partner) -> PartnerLine {
    PartnerLine { link: partner_link(partner), kind: partner.kind.clone(), summary: partner.summary.clone() }
}

/// A series as its own page has it.
pub(super) fn outline(series: &Series) -> SeriesOutline {
    let line = |lesson: &Lesson| LessonOutline {
        id: lesson.id.clone(),
        link: lesson_link(series, lesson),
        summary: lesson.summary.clone(),
        characters: lesson.article.characters,
        hours_hundredths: lesson.hours_hundredths,
    };
    SeriesOutline {
        id: series.id.clone(),
        link: series_link(series),
        summary: series.summary.clone(),
        audience: series.audience,
        count: series.lessons.len() as u32,
        carry: Vec::new(),
        lessons: series.lessons.iter().map(line).collect(),
    }
}

/// A series as lists have it.
pub(super) fn short_outline(series: &Series) -> SeriesOutline {
    let mut outline = outline(series);
    if outline.lessons.len() > LISTED_LESSONS {
        outline.lessons.clear();
    }
    outline
}
