//! Whatever the programme names must be there, and no id is taken twice.

use super::Activity;
use crate::content::owners::{self, Pair};
use crate::content::source::Files;
use crate::content::{Content, front};
use crate::fault::{Fault, phrase};
use crate::nearest::nearest;
use model::DocumentId;
use std::collections::BTreeMap;

/// A kind of thing that is named: its setting, what it is called, and all that there is.
struct Named<'a> {
    setting: &'a str,
    zh: &'a str,
    en: &'a str,
    known: Vec<&'a str>,
}

/// Looks up whatever activities name, and ids that two have.
pub(crate) fn known(files: &Files, content: &Content, faults: &mut Vec<Fault>) {
    let programme = &content.programme;
    let lessons = content.series.iter().flat_map(|series| series.lessons.iter().map(|lesson| &lesson.id));
    let documents = lessons.chain(content.materials.iter().map(|material| &material.id)).map(DocumentId::as_str);
    let kinds = [
        Named {
            setting: "partner",
            zh: "结对单位",
            en: "partner",
            known: content.partners.iter().map(|partner| partner.id.as_str()).collect(),
        },
        Named { setting: "materials", zh: "课文或资料", en: "lesson or material", known: documents.collect() },
        Named {
            setting: "scenes",
            zh: "情景",
            en: "scene",
            known: programme.scenes.iter().map(|scene| &*scene.scene.id).collect(),
        },
        Named {
            setting: "contest",
            zh: "比赛",
            en: "contest",
            known: programme.contests.iter().map(|one| one.contest.id.as_str()).collect(),
        },
    ];
    for activity in &programme.activities {
        for kind in &kinds {
            let lost = named_in(activity, kind.setting).into_iter().filter(|name| !kind.known.contains(name));
            faults.extend(lost.map(|name| unknown(files, &activity.file, kind, name)));
        }
    }
    twice(files, content, faults);
}

/// What an activity names in a setting.
fn named_in<'a>(activity: &'a Activity, setting: &str) -> Vec<&'a str> {
    match setting {
        "partner" => activity.partner.as_deref().into_iter().collect(),
        "materials" => activity.materials.iter().map(DocumentId::as_str).collect(),
        "scenes" => activity.scenes.iter().map(String::as_str).collect(),
        _ => activity.facts.contest.iter().map(model::ContestId::as_str).collect(),
    }
}

fn unknown(files: &Files, file: &str, kind: &Named, name: &str) -> Fault {
    let Named { setting, zh, en, known } = kind;
    let meant = nearest(name, known.iter().copied());
    let hint = meant.map(|meant| format!("是不是“{meant}”？")).unwrap_or_default();
    let hint_en = meant.map(|meant| format!(" Is it {meant:?}?")).unwrap_or_default();
    let what = phrase(format!("没有 id 是“{name}”的{zh}。{hint}"), format!("No {en} has the id {name:?}.{hint_en}"));
    let mend = phrase(format!("照抄那个{zh}的 id，或者删掉它。"), format!("Copy the id of the {en}, or drop it."));
    let line = front::line_of(files.text(file).map_or("", |text| text), setting);
    Fault::error(file, line, what, mend)
}

/// No two seasons, activities, scenes or contests have one id.
fn twice(files: &Files, content: &Content, faults: &mut Vec<Fault>) {
    let programme = &content.programme;
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let activities = programme.activities.iter().map(|one| (one.facts.id.as_str(), &*one.file));
    let scenes = programme.scenes.iter().map(|one| (&*one.scene.id, &*one.file));
    let contests = programme.contests.iter().map(|one| (one.contest.id.as_str(), &*one.file));
    for (id, file) in activities.chain(scenes).chain(contests) {
        if let Some(first) = seen.insert(id, file) {
            let Pair { keeps, changes, .. } = owners::pair(files, id, first, file);
            let what = phrase(format!("id“{id}”已经用在 {keeps} 里。"), format!("The id {id:?} is taken by {keeps}."));
            let mend = phrase("换一个没用过的 id。", "Choose one that is not taken.");
            faults.push(Fault::error(changes, 1, what, mend));
        }
    }
}
