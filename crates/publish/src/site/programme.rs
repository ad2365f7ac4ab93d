//! What the app for young people reads: one index of the programme; and the calendars of its activities.

use super::File;
use super::calendar;
use super::study::Study;
use crate::content::{Activity, Content};
use crate::hash;
use anyhow::Result;
use formats::programme::{Index, SceneOf, VERSION};
use std::collections::BTreeMap;

/// The files, and where pages find them.
pub(super) struct Programme {
    /// Where the index is.
    pub index: String,
    /// All of them, by address.
    pub files: BTreeMap<String, File>,
}

/// Makes them.
pub(super) fn files(content: &Content, study: &Study) -> Result<Programme> {
    let mut files = BTreeMap::new();
    let json = index(content, study).write()?.into_bytes();
    let index = format!("study/programme-{}.json", hash::short(&json));
    files.insert(index.clone(), File::new(json));
    let portal = &content.portal;
    let activities: Vec<&Activity> =
        content.programme.activities.iter().filter(|one| !one.facts.times.is_empty()).collect();
    for activity in &activities {
        let calendar = calendar::of(portal, &content.programme.seasons, &[&activity.facts], &activity.facts.title);
        files.insert(calendar_of(activity), File::new(calendar.into_bytes()));
    }
    if !activities.is_empty() {
        let facts: Vec<&youth::Activity> = activities.iter().map(|activity| &activity.facts).collect();
        let name = format!("{} · {}", locale::programme_title().zh, portal.name);
        let feed = calendar::of(portal, &content.programme.seasons, &facts, &name);
        files.insert(calendar::FEED.to_owned(), File::new(feed.into_bytes()));
    }
    Ok(Programme { index, files })
}

/// Where an activity is as a calendar; empty for one without times.
pub(super) fn calendar_of(activity: &Activity) -> String {
    if activity.facts.times.is_empty() {
        return String::new();
    }
    let name = activity.facts.address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    format!("{}{name}.ics", activity.facts.address)
}

fn index(content: &Content, study: &Study) -> Index {
    let (portal, programme) = (&content.portal, &content.programme);
    Index {
        v: VERSION,
        portal: portal.name.clone(),
        zone: portal.zone.clone(),
        study: study.index.clone(),
        key: portal.key.clone(),
        help: portal.help.clone(),
        seasons: programme.seasons.clone(),
        activities: programme.activities.iter().map(|one| one.facts.clone()).collect(),
        scenes: programme
            .scenes
            .iter()
            .map(|one| SceneOf { address: one.address.clone(), kind: one.kind, scene: one.scene.clone() })
            .collect(),
        contests: programme.contests.iter().map(|one| one.contest.clone()).collect(),
        moods: programme.moods.clone(),
    }
}
