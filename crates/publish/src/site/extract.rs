//! A portal with only one of its series, as content.

use crate::book::{absolute, goes_to};
use crate::content::{Bank, Content, Lesson, Programme, Series};
use crate::markdown::escape;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The content of a portal that has only this series, and the media that it needs.
pub(super) fn only(content: &Content, series: &Series) -> Content {
    let needed: BTreeSet<&String> = series.lessons.iter().flat_map(|lesson| &lesson.article.media).collect();
    let media = content.media.iter().filter(|(address, _)| needed.contains(address));
    let missing = missing(content, series);
    let mut own = series.clone();
    for lesson in &mut own.lessons {
        let address = format!("lessons/{}/{}/", series.slug, lesson.slug);
        lesson.partner = None;
        lead_out(lesson, &address, &missing, content.portal.address.as_deref());
    }
    Content {
        portal: content.portal.clone(),
        series: vec![own],
        materials: Vec::new(),
        notices: Vec::new(),
        partners: Vec::new(),
        programme: Programme::default(),
        banks: banks(content, series),
        moved: Vec::new(),
        media: media.map(|(address, bytes)| (address.clone(), bytes.clone())).collect(),
    }
}

/// The banks that its lessons name. One whose own lesson stays behind belongs to the first that names it here.
fn banks(content: &Content, series: &Series) -> Vec<Bank> {
    let own = |bank: &Bank| {
        let names_it = |lesson: &&Lesson| lesson.banks.contains(&bank.bank.id);
        let lesson = series.lessons.iter().find(names_it)?.id.clone();
        if series.lessons.iter().any(|one| bank.bank.lesson.as_ref() == Some(&one.id)) {
            return Some(bank.clone());
        }
        let mut moved = bank.clone();
        let inner = Arc::make_mut(&mut moved.bank);
        inner.lesson = Some(lesson);
        inner.questions.iter_mut().filter_map(|question| question.passage.as_mut()).for_each(|one| one.block = None);
        Some(moved)
    };
    content.banks.iter().filter_map(own).collect()
}

/// The addresses of what stays behind.
fn missing(content: &Content, series: &Series) -> BTreeSet<String> {
    let others = content.series.iter().filter(|other| other.id != series.id);
    let of_series = others.flat_map(|other| {
        let lessons = other.lessons.iter().map(|lesson| format!("lessons/{}/{}/", other.slug, lesson.slug));
        lessons.chain([format!("lessons/{}/", other.slug)])
    });
    of_series
        .chain(content.materials.iter().map(|material| format!("materials/{}/", material.path)))
        .chain(content.notices.iter().map(|notice| format!("notices/{}/", notice.slug)))
        .chain(content.partners.iter().map(|partner| format!("partners/{}/", partner.slug)))
        .chain(content.programme.activities.iter().map(|activity| activity.facts.address.clone()))
        .chain(content.programme.scenes.iter().map(|scene| scene.address.clone()))
        .chain(content.programme.contests.iter().map(|contest| contest.contest.address.clone()))
        .collect()
}

/// Links to what stays behind lead to the web if the portal is there, and else nowhere.
fn lead_out(lesson: &mut Lesson, address: &str, missing: &BTreeSet<String>, portal: Option<&str>) {
    const LINK: &str = "<a href=\"";
    let mut parts = lesson.article.html.split(LINK);
    let mut html = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (href, rest) = part.split_once('"').unwrap_or((part, ""));
        let way = href.replace("&amp;", "&");
        if !goes_to(&way, address).is_some_and(|page| missing.contains(&page)) {
            html.push_str(&format!("{LINK}{part}"));
        } else if let Some(way) = absolute(&way, address, portal) {
            html.push_str(&format!("{LINK}{}\" rel=\"noopener noreferrer\"{rest}", escape(&way)));
        } else {
            html.push_str(&format!("<a{rest}"));
        }
    }
    Arc::make_mut(&mut lesson.article).html = html;
}
