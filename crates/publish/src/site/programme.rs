//! What the app for young people reads: one index of the programme; and the calendars of its activities.

use super::File;
use super::calendar::{self, Event, HandedOut};
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

/// Makes them, after what was handed out.
pub(super) fn files(content: &Content, study: &Study, handed_out: &HandedOut) -> Result<Programme> {
    let mut files = BTreeMap::new();
    let json = index(content, study).write()?.into_bytes();
    let index = format!("study/programme-{}.json", hash::short(&json));
    files.insert(index.clone(), File::new(json));
    files.extend(calendars(content, &calendar::follow(content, handed_out)));
    Ok(Programme { index, files })
}

/// Where an activity is as a calendar; empty for one without times.
pub(super) fn calendar_of(activity: &Activity) -> String {
    if activity.facts.times.is_empty() { String::new() } else { file_of(activity) }
}

fn file_of(activity: &Activity) -> String {
    let name = activity.facts.address.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    format!("{}{name}.ics", activity.facts.address)
}

/// A calendar for each activity that has events, and the feed of all.
fn calendars(content: &Content, events: &[(String, Event)]) -> BTreeMap<String, File> {
    let mut files = BTreeMap::new();
    let mut write = |file: String, name: &str, events: Vec<&Event>| {
        if !events.is_empty() {
            files.insert(file, File::new(calendar::write(name, events.into_iter()).into_bytes()));
        }
    };
    for activity in &content.programme.activities {
        let own = events.iter().filter(|(id, _)| id == activity.facts.id.as_str()).map(|(_, event)| event);
        write(file_of(activity), &activity.facts.title, own.collect());
    }
    let all = events.iter().map(|(_, event)| event).collect();
    write(calendar::FEED.to_owned(), &calendar::name_of_feed(&content.portal), all);
    files
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
