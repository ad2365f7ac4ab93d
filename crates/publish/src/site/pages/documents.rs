//! One page for every series, lesson, material, notice and partner.

use super::super::books::Offer;
use super::Draft;
use super::lines::{address_of, lesson_link, material_link, notice_line, notice_link, outline};
use super::lines::{banks_named, partner_line, partner_link, series_link};
use super::youth::with_partner;
use crate::content::{Article, Content, Lesson, Partner, Series};
use formats::page::{self, Body, Joint, Link, Reading, SeriesOutline, Still};

/// All of them, as they are on a day.
pub(super) fn all<'a>(content: &'a Content, today: &str, offer: &Offer) -> Vec<Draft<'a>> {
    let mut pages = Vec::new();
    for series in &content.series {
        let carry = offer.series.get(&series.slug).cloned().unwrap_or_default();
        let body = Body::Series { series: SeriesOutline { carry, ..outline(series) } };
        pages.push(Draft::new(content, &address_of(series), &series.title, &series.summary, body));
        pages.extend((0..series.lessons.len()).filter_map(|index| lesson(content, series, index)));
    }
    pages.extend((0..content.materials.len()).filter_map(|index| material(content, index)));
    pages.extend((0..content.notices.len()).filter_map(|index| notice(content, index, today)));
    pages.extend(content.partners.iter().map(|one| partner(content, one, today)));
    pages
}

fn lesson<'a>(content: &Content, series: &'a Series, index: usize) -> Option<Draft<'a>> {
    let lesson = series.lessons.get(index)?;
    let neighbour = |index: Option<usize>| Some(lesson_link(series, series.lessons.get(index?)?));
    let reading = Reading {
        previous: neighbour(index.checked_sub(1)),
        next: neighbour(index.checked_add(1)),
        hours_hundredths: lesson.hours_hundredths,
        ..reading(&lesson.id, &lesson.title, &lesson.article)
    };
    let body = Body::Lesson(Box::new(page::Lesson {
        reading,
        series: series_link(series),
        number: index as u32 + 1,
        of: series.lessons.len() as u32,
        summary: lesson.summary.clone(),
        lecturer: lesson.lecturer.clone(),
        partner: given_by(content, lesson),
        date: lesson.date.clone(),
        venue: lesson.venue.clone(),
        hours_hundredths: lesson.hours_hundredths,
        audience: lesson.audience.clone(),
        source: lesson.source.clone(),
        banks: banks_named(content, &lesson.banks),
    }));
    let about = told(&lesson.summary, &lesson.article);
    let address = lesson_link(series, lesson).address;
    Some(Draft::new(content, &address, &lesson.title, about, body).with(&lesson.article))
}

fn given_by(content: &Content, lesson: &Lesson) -> Option<Link> {
    partner_named(content, lesson.partner.as_deref())
}

fn partner_named(content: &Content, id: Option<&str>) -> Option<Link> {
    content.partners.iter().find(|partner| Some(partner.id.as_str()) == id).map(partner_link)
}

fn material<'a>(content: &'a Content, index: usize) -> Option<Draft<'a>> {
    let material = content.materials.get(index)?;
    let neighbour = |index: Option<usize>| content.materials.get(index?).map(material_link);
    let reading = Reading {
        previous: neighbour(index.checked_sub(1)),
        next: neighbour(index.checked_add(1)),
        ..reading(&material.id, &material.title, &material.article)
    };
    let (address, about) = (material_link(material).address, &material.article.description);
    Some(Draft::new(content, &address, &material.title, about, Body::Material(reading)).with(&material.article))
}

fn notice<'a>(content: &'a Content, index: usize, today: &str) -> Option<Draft<'a>> {
    let notice = content.notices.get(index)?;
    let neighbour = |index: Option<usize>| content.notices.get(index?).map(notice_link);
    let page = Still::Notice {
        line: notice_line(notice, today),
        partner: partner_named(content, notice.partner.as_deref()),
        newer: neighbour(index.checked_sub(1)),
        older: neighbour(index.checked_add(1)),
    };
    let about = told(&notice.summary, &notice.article);
    Some(
        Draft::new(content, &notice_link(notice).address, &notice.title, about, Body::Still { page })
            .with(&notice.article),
    )
}

fn partner<'a>(content: &'a Content, partner: &'a Partner, today: &str) -> Draft<'a> {
    let is_own = |name: &Option<String>| name.as_deref() == Some(partner.id.as_str());
    let lessons = content.series.iter().flat_map(|series| {
        series.lessons.iter().filter(|lesson| is_own(&lesson.partner)).map(|lesson| lesson_link(series, lesson))
    });
    let notices = content.notices.iter().filter(|notice| is_own(&notice.partner));
    let joint = partner.joint.iter().map(|one| Joint {
        title: one.title.clone(),
        when: one.when.clone(),
        text: one.text.clone(),
    });
    let page = Still::Partner {
        line: partner_line(partner),
        joint: joint.collect(),
        programme: with_partner(content, partner),
        lessons: lessons.collect(),
        notices: notices.map(|notice| notice_line(notice, today)).collect(),
    };
    let about = told(&partner.summary, &partner.article);
    Draft::new(content, &partner_link(partner).address, &partner.title, about, Body::Still { page })
        .with(&partner.article)
}

/// The summary, or else the beginning of the text.
fn told<'a>(summary: &'a str, article: &'a Article) -> &'a str {
    if summary.is_empty() { &article.description } else { summary }
}

fn reading(id: &model::DocumentId, title: &str, article: &Article) -> Reading {
    Reading {
        id: id.clone(),
        heading: title.to_owned(),
        characters: article.characters,
        blocks: article.blocks.clone(),
        hours_hundredths: 0,
        previous: None,
        next: None,
    }
}
