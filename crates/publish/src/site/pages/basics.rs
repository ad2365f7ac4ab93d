//! The pages that every portal has: the front page, lists in sheets, and what belongs to the app.

use super::super::books::Offer;
use super::Draft;
use super::lines::{material_link, notice_line, partner_line, partner_link, short_outline};
use crate::content::{Content, Notice};
use formats::page::{Body, NoticeLine, Sheet, Still};
use locale::Phrase;

/// How much of each kind the front page shows.
const NOTICES_IN_FRONT: usize = 3;
const SERIES_IN_FRONT: usize = 6;
const OTHERS_IN_FRONT: usize = 6;
/// How much one sheet of a list holds.
const SERIES_ON_A_SHEET: usize = 20;
const MATERIALS_ON_A_SHEET: usize = 60;
const NOTICES_ON_A_SHEET: usize = 30;

/// All of them, as they are on a day.
pub(super) fn all<'a>(content: &'a Content, today: &str, offer: &Offer) -> Vec<Draft<'a>> {
    let page =
        |address: &str, title: Phrase, about: Phrase, body| Draft::new(content, address, &title.zh, &about.zh, body);
    let mut settings = page("settings/", locale::nav_settings(), locale::settings_record_where(), Body::Settings);
    settings.page.portal.carry.clone_from(&offer.portal);
    let mut pages = vec![
        Draft::new(content, "", "", &content.portal.description, front(content, today)),
        page("partners/", locale::nav_partners(), locale::partners_intro(), partners(content)),
        page("record/", locale::nav_record(), locale::record_intro(), Body::Record),
        settings,
        page("offline/", locale::offline_title(), locale::offline_what(), Body::Offline),
        page("404/", locale::missing_title(), locale::missing_what(), Body::NotFound),
    ];
    for (sheet, body) in lessons(content).into_iter().chain(materials(content)).chain(notices(content, today)) {
        let (title, about) = match body {
            Body::Lessons { .. } => (locale::nav_lessons(), locale::lessons_intro()),
            Body::Still { page: Still::Materials { .. } } => (locale::nav_materials(), locale::materials_intro()),
            _ => (locale::nav_notices(), locale::notices_intro()),
        };
        pages.push(page(&sheet.address(sheet.number), title, about, body));
    }
    pages
}

fn front(content: &Content, today: &str) -> Body {
    let holding = content.notices.iter().filter(|notice| notice.holds(today));
    Body::Home {
        series: content.series.iter().take(SERIES_IN_FRONT).map(short_outline).collect(),
        more_series: content.series.len() > SERIES_IN_FRONT,
        notices: holding.take(NOTICES_IN_FRONT).map(|notice| notice_line(notice, today)).collect(),
        materials: content.materials.iter().take(OTHERS_IN_FRONT).map(material_link).collect(),
        partners: content.partners.iter().take(OTHERS_IN_FRONT).map(partner_link).collect(),
    }
}

fn partners(content: &Content) -> Body {
    still(Still::Partners { partners: content.partners.iter().map(partner_line).collect() })
}

fn lessons(content: &Content) -> Vec<(Sheet, Body)> {
    cut("lessons/", &content.series, SERIES_ON_A_SHEET, |series, sheet| Body::Lessons {
        series: series.iter().map(short_outline).collect(),
        sheet,
    })
}

fn materials(content: &Content) -> Vec<(Sheet, Body)> {
    cut("materials/", &content.materials, MATERIALS_ON_A_SHEET, |materials, sheet| {
        still(Still::Materials { materials: materials.iter().map(material_link).collect(), sheet })
    })
}

/// All that hold stand on the first sheet; what is over is cut into sheets.
fn notices(content: &Content, today: &str) -> Vec<(Sheet, Body)> {
    let line = |notice: &&Notice| notice_line(notice, today);
    let (holding, over): (Vec<&Notice>, Vec<&Notice>) = content.notices.iter().partition(|one| one.holds(today));
    let current: Vec<NoticeLine> = holding.iter().map(line).collect();
    cut("notices/", &over, NOTICES_ON_A_SHEET, |past, sheet| {
        let current = if sheet.number == 1 { current.clone() } else { Vec::new() };
        still(Still::Notices { current, past: past.iter().map(line).collect(), sheet })
    })
}

fn still(page: Still) -> Body {
    Body::Still { page }
}

/// Cuts a list into sheets; an empty one has one sheet too.
fn cut<T>(list: &str, all: &[T], size: usize, body: impl Fn(&[T], Sheet) -> Body) -> Vec<(Sheet, Body)> {
    let of = all.len().div_ceil(size).max(1) as u32;
    let sheet = |number| Sheet { number, of, list: list.to_owned() };
    let mut parts = all.chunks(size);
    let one = |number| {
        let sheet = sheet(number);
        (sheet.clone(), body(parts.next().unwrap_or_default(), sheet))
    };
    (1..=of).map(one).collect()
}
