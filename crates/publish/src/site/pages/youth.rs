//! The pages of the holiday programme.

use super::super::calendar::FEED;
use super::super::programme::{self, calendar_of};
use super::Draft;
use super::lines::{banks_named, lesson_link, material_link, partner_link};
use crate::content::{Activity, Article, Content, Partner, Scene};
use formats::page::{ActivityPage, Body, Link, Programme, SceneLine, Youth};
use locale::Phrase;
use model::DocumentId;
use std::sync::Arc;
use youth::contest::ContestKind;

/// All of them.
pub(super) fn all<'a>(content: &'a Content, files: &programme::Programme) -> Vec<Draft<'a>> {
    let own = |name: Phrase, about: Phrase, address: &str, page: Youth| {
        Draft::new(content, address, &name.zh, &about.zh, Body::Youth(page))
    };
    let of_portal = [
        own(
            locale::programme_title(),
            locale::programme_intro(),
            "activities/",
            Youth::Programme(Box::new(whole(content))),
        ),
        own(locale::receipts_title(), locale::receipts_intro(), "receipts/", Youth::Receipts),
        own(locale::stored_title(), locale::stored_intro(), "stored/", Youth::Stored),
        own(locale::moods_title(), locale::moods_intro(), "moods/", moods(content)),
    ];
    let programme = &content.programme;
    let mut pages: Vec<Draft> = of_portal.into();
    pages.extend(programme.activities.iter().map(|one| activity(content, one)));
    pages.extend(programme.scenes.iter().map(|one| scene(content, one)));
    pages.extend(programme.contests.iter().flat_map(|one| contest(content, one)));
    for draft in &mut pages {
        draft.page.study.clone_from(&files.index);
        draft.needs.push(files.index.clone());
    }
    pages
}

/// The self-check is a page that every portal has; without one it still says whom one can call.
fn moods(content: &Content) -> Youth {
    Youth::Moods { is_there: content.programme.moods.is_some(), help: content.portal.help.clone() }
}

fn whole(content: &Content) -> Programme {
    let programme = &content.programme;
    Programme {
        seasons: by_season(content, |_| true),
        scenes: programme.scenes.iter().map(scene_line).collect(),
        contests: programme.contests.iter().map(|one| one.contest.clone()).collect(),
        moods: programme.moods.is_some(),
        calendar: if programme.activities.iter().any(|one| !one.facts.times.is_empty()) {
            FEED.to_owned()
        } else {
            String::new()
        },
    }
}

/// The seasons, each with those of its activities that are wanted.
fn by_season(content: &Content, wanted: impl Fn(&Activity) -> bool) -> Vec<(youth::Season, Vec<youth::Activity>)> {
    let of_season = |season: &youth::Season| {
        let own = content.programme.activities.iter().filter(|one| one.facts.season == season.id && wanted(one));
        (season.clone(), own.map(|one| one.facts.clone()).collect())
    };
    content.programme.seasons.iter().map(of_season).collect()
}

/// What is done with a partner; seasons in which nothing is are left out.
pub(super) fn with_partner(content: &Content, partner: &Partner) -> Vec<(youth::Season, Vec<youth::Activity>)> {
    let mut seasons = by_season(content, |one| one.partner.as_deref() == Some(partner.id.as_str()));
    seasons.retain(|(_, activities)| !activities.is_empty());
    seasons
}

fn activity<'a>(content: &'a Content, activity: &'a Activity) -> Draft<'a> {
    let programme = &content.programme;
    let facts = &activity.facts;
    let contest = programme.contests.iter().find(|one| Some(&one.contest.id) == facts.contest.as_ref());
    let scenes = programme.scenes.iter().filter(|one| activity.scenes.contains(&one.scene.id));
    let partner = content.partners.iter().find(|one| Some(one.id.as_str()) == activity.partner.as_deref());
    let page = ActivityPage {
        activity: facts.clone(),
        season: season_of(content, facts),
        partner: partner.map(partner_link),
        capacity: activity.capacity.clone(),
        bring: activity.bring.clone(),
        materials: activity.materials.iter().filter_map(|id| document(content, id)).collect(),
        banks: banks_named(content, &activity.banks),
        scenes: scenes.map(|one| scene_line(one).link).collect(),
        contest: contest.map(|one| Link { title: one.contest.title.clone(), address: one.contest.address.clone() }),
        calendar: calendar_of(activity),
    };
    let calendar = page.calendar.clone();
    let body = Youth::Activity(Box::new(page));
    let mut draft = with_text(content, &facts.address, &facts.title, &facts.summary, body, &activity.article);
    draft.needs.extend((!calendar.is_empty()).then_some(calendar));
    draft
}

fn season_of(content: &Content, facts: &youth::Activity) -> youth::Season {
    let found = content.programme.seasons.iter().find(|season| season.id == facts.season);
    // Every activity lies in the folder of a season that was read.
    found.cloned().unwrap_or_else(|| youth::Season {
        id: facts.season.clone(),
        title: String::new(),
        kind: youth::programme::SeasonKind::Other,
        from: String::new(),
        until: String::new(),
        summary: String::new(),
    })
}

/// A lesson or material by its id.
fn document(content: &Content, id: &DocumentId) -> Option<Link> {
    let lessons = content.series.iter().flat_map(|series| series.lessons.iter().map(move |lesson| (series, lesson)));
    let lesson = lessons.into_iter().find(|(_, lesson)| lesson.id == *id);
    let material = || content.materials.iter().find(|material| material.id == *id).map(material_link);
    lesson.map(|(series, lesson)| lesson_link(series, lesson)).or_else(material)
}

fn scene_line(scene: &Scene) -> SceneLine {
    SceneLine {
        link: Link { title: scene.scene.title.clone(), address: scene.address.clone() },
        kind: scene.kind,
        ages: scene.scene.ages,
        summary: scene.summary.clone(),
    }
}

fn scene<'a>(content: &'a Content, scene: &'a Scene) -> Draft<'a> {
    let used = content.programme.activities.iter().filter(|one| one.scenes.contains(&scene.scene.id));
    let page = Youth::Scene { line: scene_line(scene), activities: used.map(link_of).collect() };
    with_text(content, &scene.address, &scene.scene.title, &scene.summary, page, &scene.article)
}

fn link_of(activity: &Activity) -> Link {
    Link { title: activity.facts.title.clone(), address: activity.facts.address.clone() }
}

/// A contest, and its desk.
fn contest<'a>(content: &'a Content, contest: &'a crate::content::Contest) -> [Draft<'a>; 2] {
    let rules = &contest.contest;
    let used = content.programme.activities.iter().filter(|one| one.facts.contest.as_ref() == Some(&rules.id));
    let page = Youth::Contest { contest: Box::new(rules.clone()), activities: used.map(link_of).collect() };
    let about = with_text(content, &rules.address, &rules.title, &rules.theme, page, &contest.article);
    let name = match rules.kind {
        ContestKind::Essay => locale::contest_desk(),
        ContestKind::Speech => locale::contest_desk_speech(),
    };
    let title = format!("{} · {}", name.zh, rules.title);
    let body = Body::Youth(Youth::Desk { contest: Box::new(rules.clone()) });
    let desk = Draft::new(content, &format!("{}write/", rules.address), &title, &rules.theme, body);
    [about, desk]
}

fn with_text<'a>(
    content: &Content,
    address: &str,
    title: &str,
    summary: &str,
    page: Youth,
    article: &'a Arc<Article>,
) -> Draft<'a> {
    let about = if summary.is_empty() { &*article.description } else { summary };
    Draft::new(content, address, title, about, Body::Youth(page)).with(article)
}
