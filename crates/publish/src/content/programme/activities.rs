//! Activities, before their texts are rendered.

use super::settings::{ages, ids, kind};
use super::{Activity, named, times};
use crate::content::front::{self, Front};
use crate::content::lessons::NO_ID;
use crate::content::source::Files;
use crate::fault::{Fault, phrase};
use jiff::tz::TimeZone;
use model::{ActivityId, BankId, ContestId, DocumentId};
use std::sync::Arc;
use youth::Season;
use youth::attendance;
use youth::programme::{Attendance, Time};

const KNOWN: [&str; 18] = [
    "id",
    "title",
    "kind",
    "times",
    "place",
    "ages",
    "partner",
    "capacity",
    "bring",
    "materials",
    "questions",
    "scenes",
    "contest",
    "hours",
    "volunteer_hours",
    "summary",
    "attendance",
    "aliases",
];
const ATTENDANCE: [&str; 3] = ["salt", "hash", "rounds"];

/// Reads all activities, in order: by season, then those at certain times, then by the name of the file.
pub(super) fn outline(
    files: &Files,
    seasons: &[(String, Season)],
    zone: &TimeZone,
    faults: &mut Vec<Fault>,
) -> Vec<Activity> {
    let mut activities = Vec::new();
    for (folder, season) in seasons {
        let prefix = format!("activities/{folder}/");
        let texts = files.under(&prefix).filter(|(path, _)| path.ends_with(".md"));
        let mut own: Vec<Activity> =
            texts.filter_map(|(path, text)| activity(files, path, text, season, zone, faults)).collect();
        own.sort_by_key(|one| one.facts.times.first().map_or((true, 0), |time| (false, time.begins_ms)));
        activities.append(&mut own);
    }
    activities
}

fn activity(
    files: &Files,
    file: &str,
    text: &str,
    season: &Season,
    zone: &TimeZone,
    faults: &mut Vec<Fault>,
) -> Option<Activity> {
    let (name, address) = named("activities/", file)?;
    let (source, _, _) = front::split(text);
    let mut front = Front::read(file, source.unwrap_or_default(), 1, &KNOWN);
    front.propose(|| files.ids.for_name(&name.replace('/', "-")));
    let id = front.id("id", |text| ActivityId::parse(text).ok());
    let facts = youth::Activity {
        title: front.text("title"),
        season: season.id.clone(),
        kind: kind(&mut front),
        times: times(&mut front, season, zone),
        place: front.optional("place").unwrap_or_default(),
        ages: ages(&mut front),
        summary: front.optional("summary").unwrap_or_default(),
        contest: front.has("contest").then(|| front.id("contest", |text| ContestId::parse(text).ok())).flatten(),
        attendance: confirmed(&mut front),
        volunteer_hundredths: front.optional_hours("volunteer_hours").unwrap_or(0),
        hours_hundredths: front.optional_hours("hours").unwrap_or(0),
        address,
        // An activity without an id is an error already; this one is never published.
        id: id.or_else(|| ActivityId::parse(NO_ID).ok())?,
    };
    let activity = Activity {
        facts,
        file: file.to_owned(),
        partner: front.optional("partner").filter(|partner| !partner.is_empty()),
        capacity: front.optional("capacity").unwrap_or_default(),
        bring: front.optional("bring").unwrap_or_default(),
        materials: ids(&mut front, "materials", |text| DocumentId::parse(text).ok()),
        banks: ids(&mut front, "questions", |text| BankId::parse(text).ok()),
        scenes: front.texts("scenes"),
        aliases: front.addresses("aliases"),
        article: Arc::default(),
    };
    faults.append(&mut front.faults);
    Some(activity)
}

/// The times of an activity, in order. One outside its season is told.
fn times(front: &mut Front, season: &Season, zone: &TimeZone) -> Vec<Time> {
    let mut all = Vec::new();
    for text in front.texts("times") {
        let Some(time) = times::time(&text, zone) else {
            let zh = format!("里的“{text}”不是时间");
            let en = format!("has {text:?}, which is no time such as 2027-01-28 09:00-11:00");
            front.fault("times", &zh, &en);
            continue;
        };
        if time.from < season.from || time.until > season.until {
            front.faults.push(outside(front, &text, season));
        }
        all.push(time);
    }
    all.sort_by_key(|time| time.begins_ms);
    all
}

fn outside(front: &Front, text: &str, season: &Season) -> Fault {
    let Season { title, from, until, .. } = season;
    let what = phrase(
        format!("时间 {text} 不在“{title}”里（{from} 到 {until}）。"),
        format!("{text} is not within {title:?} ({from} to {until})."),
    );
    let mend = phrase("改时间，或者改 season.toml 里的 from、until。", "Change it, or from and until in season.toml.");
    Fault::warning(front.path(), front.line("times"), what, mend)
}

/// The slow hash of the code on the wall, if there is one.
fn confirmed(front: &mut Front) -> Option<Attendance> {
    if !front.has("attendance") {
        return None;
    }
    let mut table = front.table("attendance", &ATTENDANCE);
    let read = Attendance {
        salt: table.text("salt"),
        hash: table.text("hash"),
        rounds: table.number("rounds").map_or(attendance::ROUNDS, |rounds| rounds as u32),
    };
    front.faults.append(&mut table.faults);
    let is_hex =
        |text: &str, bytes: usize| text.len() == 2 * bytes && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_hex(&read.salt, 16) || !is_hex(&read.hash, 32) || !(1_000..=5_000_000).contains(&read.rounds) {
        let zh = "不对：要用 huaide attendance 算出来，一行不少照抄";
        front.fault("attendance", zh, "is wrong: copy the lines that huaide attendance prints");
        return None;
    }
    Some(read)
}
