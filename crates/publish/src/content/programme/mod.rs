//! The holiday programme: seasons with their activities ([`activities`]), which are at certain times ([`times`]), cases to think through
//! ([`scenes`]), contests ([`contests`]) and the quiet self-check ([`moods`]). What names another must name one that there is ([`mod@known`]).

mod activities;
mod contests;
mod known;
mod moods;
mod scenes;
mod seasons;
mod settings;
mod times;

pub(crate) use known::known;
pub(crate) use scenes::finish;

use super::source::Files;
use super::{Article, Portal};
use crate::fault::Fault;
use jiff::tz::TimeZone;
use model::{BankId, DocumentId};
use std::sync::Arc;
use youth::Season;
use youth::mood::Check;
use youth::programme::ActivityKind;

/// What is on in the holidays.
#[derive(Debug, Clone, Default)]
pub struct Programme {
    /// In the order of their days.
    pub seasons: Vec<Season>,
    /// In the order of their seasons; in each, those at certain times first, in order.
    pub activities: Vec<Activity>,
    /// In the order of their files.
    pub scenes: Vec<Scene>,
    /// In the order in which they close.
    pub contests: Vec<Contest>,
    /// The quiet self-check, if there is one.
    pub moods: Option<Check>,
}

/// An activity. Its address is `activities/<season>/<name>/`.
#[derive(Debug, Clone)]
pub struct Activity {
    /// What the app knows of it.
    pub facts: youth::Activity,
    /// Its file, relative to the content folder.
    pub file: String,
    /// The id of the partner that it is done with.
    pub partner: Option<String>,
    /// How many can come, in words.
    pub capacity: String,
    /// What to bring.
    pub bring: String,
    /// Lessons and materials that belong to it.
    pub materials: Vec<DocumentId>,
    /// Banks of questions that belong to it.
    pub banks: Vec<BankId>,
    /// Scenes that belong to it, by id.
    pub scenes: Vec<String>,
    /// Where it was before.
    pub aliases: Vec<String>,
    /// Its text.
    pub article: Arc<Article>,
}

/// A case to think through. Its address is `scenes/<name>/`.
#[derive(Debug, Clone)]
pub struct Scene {
    /// Its parts, when its text was rendered.
    pub scene: youth::Scene,
    /// Where it is.
    pub address: String,
    /// Its file, relative to the content folder.
    pub file: String,
    /// What it belongs to.
    pub kind: ActivityKind,
    /// A sentence or two.
    pub summary: String,
    /// Where it was before.
    pub aliases: Vec<String>,
    /// Its text.
    pub article: Arc<Article>,
}

/// A contest. Its address is `contests/<name>/`.
#[derive(Debug, Clone)]
pub struct Contest {
    /// What the app knows of it.
    pub contest: youth::Contest,
    /// Its file, relative to the content folder.
    pub file: String,
    /// Where it was before.
    pub aliases: Vec<String>,
    /// Its text.
    pub article: Arc<Article>,
}

/// Reads all of it, before the texts are rendered.
pub(crate) fn outline(files: &Files, portal: &Portal, faults: &mut Vec<Fault>) -> Programme {
    // The zone was looked up when the portal was read.
    let zone = TimeZone::get(&portal.zone).unwrap_or(TimeZone::UTC);
    let seasons = seasons::outline(files, faults);
    let activities = activities::outline(files, &seasons, &zone, faults);
    Programme {
        activities,
        scenes: scenes::outline(files, faults),
        contests: contests::outline(files, &zone, faults),
        moods: moods::read(files, faults),
        seasons: seasons.into_iter().map(|(_, season)| season).collect(),
    }
}

/// A file's name without its ending, and its address.
fn named<'a>(folder: &str, file: &'a str) -> Option<(&'a str, String)> {
    let name = file.strip_suffix(".md")?;
    Some((name.strip_prefix(folder)?, format!("{name}/")))
}
