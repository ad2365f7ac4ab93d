//! The pages that every portal has: the front page, lists in sheets, and what belongs to the app.

use super::super::books::Offer;
use super::super::study::Study;
use super::Draft;
use super::lines::short_outline;
use super::lines::{bank_outline, banks_named, material_link, notice_line, partner_line, partner_link, series_link};
use crate::content::{Content, Lesson, Notice};
use formats::page::{BankGroup, Body, NoticeLine, Sheet, Still};
use locale::Phrase;
use model::BankId;

/// How much of each kind the front page shows.
const NOTICES_IN_FRONT: usize = 3;
const SERIES_IN_FRONT: usize = 6;
const OTHERS_IN_FRONT: usize = 6;
/// How much one sheet of a list holds.
const SERIES_ON_A_SHEET: usize = 20;
const MATERIALS_ON_A_SHEET: usize = 60;
const NOTICES_ON_A_SHEET: usize = 30;

/// All of them, as they are on a day.
pub(super) fn all<'a>(content: &'a Content, today: &str, offer: &Offer, study: &Study) -> Vec<Draft<'a>> {
    let page =
        |address: &str, title: Phrase, about: Phrase, body| Draft::new(content, address, &title.zh, &about.zh, body);
    let mut settings = page("settings/", locale::nav_settings(), locale::settings_record_where(), Body::Settings);
    settings.page.portal.carry.clone_from(&offer.portal);
    let mut pages = vec![
        Draft::new(content, "", "", &content.portal.description, front(content, today)),
        page("partners/", locale::nav_partners(), locale::partners_intro(), partners(content)),
        page("questions/", locale::questions_title(), locale::questions_intro(), banks(content)),
        page("practice/", locale::nav_practice(), locale::practice_intro(), Body::Practice).of_study(study),
        page("record/", locale::nav_record(), locale::record_intro(), Body::Record).of_study(study),
        page("learners/", locale::learners_title(), locale::learners_intro(), Body::Learners).of_study(study),
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
        questions: content.banks.iter().map(|bank| bank_outline(bank).questions).sum(),
    }
}

/// The banks of each series, in the order of its lessons; then those of none.
fn banks(content: &Content) -> Body {
    let of_series = content.series.iter().map(|series| {
        let is_own = |id: &&BankId, lesson: &Lesson| {
            content.banks.iter().any(|bank| bank.bank.id == **id && bank.bank.lesson.as_ref() == Some(&lesson.id))
        };
        let ids = series.lessons.iter().flat_map(|lesson| lesson.banks.iter().filter(move |id| is_own(id, lesson)));
        let ids: Vec<BankId> = ids.cloned().collect();
        BankGroup { series: Some(series_link(series)), banks: banks_named(content, &ids) }
    });
    let general = content.banks.iter().filter(|bank| bank.bank.lesson.is_none()).map(bank_outline).collect();
    let groups = of_series.chain([BankGroup { series: None, banks: general }]);
    still(Still::Banks { groups: groups.filter(|group| !group.banks.is_empty()).collect() })
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
