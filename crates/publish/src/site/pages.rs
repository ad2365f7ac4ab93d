//! What is on every page.

use super::books::Offer;
use crate::content::{Article, Content, Lesson, Material, Series};
use formats::page::{self, Body, LessonOutline, Link, Page, Portal, Reading, SeriesOutline, VERSION};
use locale::Phrase;

/// How many materials the front page shows.
const ON_FRONT_PAGE: usize = 6;

/// The pages that every portal has and that must open without a network, by address.
pub(super) const BASICS: [&str; 6] = ["", "lessons/", "materials/", "record/", "settings/", "offline/"];

/// A page to write.
pub(super) struct Draft<'a> {
    /// Its page data.
    pub page: Page,
    /// Its text.
    pub article: Option<&'a Article>,
    /// What it is about, for searchers and shared links.
    pub description: String,
}

impl Draft<'_> {
    /// The name of its file.
    pub fn file(&self) -> String {
        match self.page.body {
            Body::NotFound => "404.html".to_owned(),
            _ => format!("{}index.html", self.page.address),
        }
    }

    /// Whether searchers should know it.
    pub fn is_public(&self) -> bool {
        !matches!(self.page.body, Body::NotFound | Body::Offline | Body::Record | Body::Settings)
    }
}

/// Every page of the portal.
pub(super) fn all<'a>(content: &'a Content, offer: &Offer) -> Vec<Draft<'a>> {
    let mut pages = basics(content, offer);
    for series in &content.series {
        let carry = offer.series.get(&series.slug).cloned().unwrap_or_default();
        let series_page = Body::Series { series: SeriesOutline { carry, ..outline(series) } };
        pages.push(plain(content, &address_of(series), &series.title, &series.summary, series_page));
        for (index, lesson) in series.lessons.iter().enumerate() {
            pages.push(lesson_page(content, series, index, lesson));
        }
    }
    pages.extend(content.materials.iter().enumerate().map(|(index, one)| material_page(content, index, one)));
    pages
}

fn basics<'a>(content: &Content, offer: &Offer) -> Vec<Draft<'a>> {
    let about = &content.portal.description;
    let series: Vec<SeriesOutline> = content.series.iter().map(outline).collect();
    let materials: Vec<Link> = content.materials.iter().map(material_link).collect();
    let first = materials.iter().take(ON_FRONT_PAGE).cloned().collect();
    let page = |address: &str, title: Phrase, about: Phrase, body| plain(content, address, &title.zh, &about.zh, body);
    let mut settings = page("settings/", locale::nav_settings(), locale::settings_record_where(), Body::Settings);
    settings.page.portal.carry.clone_from(&offer.portal);
    vec![
        plain(content, "", "", about, Body::Home { series: series.clone(), materials: first }),
        page("lessons/", locale::nav_lessons(), locale::lessons_intro(), Body::Lessons { series }),
        page("materials/", locale::nav_materials(), locale::materials_intro(), Body::Materials { materials }),
        page("record/", locale::nav_record(), locale::record_intro(), Body::Record),
        settings,
        page("offline/", locale::offline_title(), locale::offline_what(), Body::Offline),
        page("404/", locale::missing_title(), locale::missing_what(), Body::NotFound),
    ]
}

fn plain<'a>(content: &Content, address: &str, title: &str, about: &str, body: Body) -> Draft<'a> {
    let name = &content.portal.name;
    let title = if title.is_empty() { name.clone() } else { format!("{title} · {name}") };
    let page = Page { v: VERSION, portal: portal(content), address: address.to_owned(), title, body };
    Draft { page, article: None, description: about.to_owned() }
}

fn lesson_page<'a>(content: &Content, series: &Series, index: usize, lesson: &'a Lesson) -> Draft<'a> {
    let neighbour = |index: Option<usize>| Some(lesson_link(series, series.lessons.get(index?)?));
    let reading = Reading {
        previous: neighbour(index.checked_sub(1)),
        next: neighbour(index.checked_add(1)),
        ..reading(&lesson.id, &lesson.title, &lesson.article)
    };
    let body = Body::Lesson(Box::new(page::Lesson {
        reading,
        series: series_link(series),
        number: index as u32 + 1,
        of: series.lessons.len() as u32,
        summary: lesson.summary.clone(),
        lecturer: lesson.lecturer.clone(),
        date: lesson.date.clone(),
        venue: lesson.venue.clone(),
        hours_hundredths: lesson.hours_hundredths,
        audience: lesson.audience.clone(),
        source: lesson.source.clone(),
    }));
    let about = if lesson.summary.is_empty() { &lesson.article.description } else { &lesson.summary };
    let draft = plain(content, &lesson_link(series, lesson).address, &lesson.title, about, body);
    Draft { article: Some(&lesson.article), ..draft }
}

fn material_page<'a>(content: &Content, index: usize, material: &'a Material) -> Draft<'a> {
    let neighbour = |index: Option<usize>| content.materials.get(index?).map(material_link);
    let reading = Reading {
        previous: neighbour(index.checked_sub(1)),
        next: neighbour(index.checked_add(1)),
        ..reading(&material.id, &material.title, &material.article)
    };
    let about = &material.article.description;
    let draft = plain(content, &material_link(material).address, &material.title, about, Body::Material(reading));
    Draft { article: Some(&material.article), ..draft }
}

fn reading(id: &model::DocumentId, title: &str, article: &Article) -> Reading {
    Reading {
        id: id.clone(),
        heading: title.to_owned(),
        characters: article.characters,
        blocks: article.blocks.clone(),
        previous: None,
        next: None,
    }
}

fn portal(content: &Content) -> Portal {
    let portal = &content.portal;
    Portal {
        name: portal.name.clone(),
        motto: portal.motto.clone(),
        reading_speed: portal.reading_speed,
        offline: portal.offline,
        notice: portal.notice.clone(),
        carry: None,
    }
}

/// Where a series is.
pub(super) fn address_of(series: &Series) -> String {
    format!("lessons/{}/", series.slug)
}

fn series_link(series: &Series) -> Link {
    Link { title: series.title.clone(), address: address_of(series) }
}

/// Where a lesson is.
pub(super) fn lesson_link(series: &Series, lesson: &Lesson) -> Link {
    Link { title: lesson.title.clone(), address: format!("{}{}/", address_of(series), lesson.slug) }
}

/// Where a material is.
pub(super) fn material_link(material: &Material) -> Link {
    Link { title: material.title.clone(), address: format!("materials/{}/", material.path) }
}

fn outline(series: &Series) -> SeriesOutline {
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
        carry: Vec::new(),
        lessons: series.lessons.iter().map(line).collect(),
    }
}
