//! Contests, before their texts are rendered.

use super::settings::{ages, ids};
use super::{Contest, named, times};
use crate::content::front::{self, Front};
use crate::content::lessons::NO_ID;
use crate::content::source::Files;
use crate::fault::Fault;
use crate::hash;
use jiff::tz::TimeZone;
use model::{ContestId, GroupId};
use std::sync::Arc;
use youth::contest::{Ask, ContestKind, Criterion, Group};

const KNOWN: [&str; 13] = [
    "id",
    "title",
    "kind",
    "theme",
    "opens",
    "closes",
    "receiver",
    "keeps",
    "mail",
    "asks",
    "group",
    "criterion",
    "aliases",
];
const GROUP: [&str; 6] = ["id", "title", "ages", "length", "photos", "audio_mb"];
const CRITERION: [&str; 4] = ["title", "points", "text", "levels"];
const KINDS: [(&str, ContestKind); 2] = [("essay", ContestKind::Essay), ("speech", ContestKind::Speech)];
/// The largest recording where no limit is named, in millions of bytes.
const USUAL_AUDIO_MB: f64 = 20.0;

/// Reads all contests, in the order in which they close.
pub(super) fn outline(files: &Files, zone: &TimeZone, faults: &mut Vec<Fault>) -> Vec<Contest> {
    let texts = files.under("contests/").filter(|(path, _)| path.ends_with(".md"));
    let mut contests: Vec<Contest> =
        texts.filter_map(|(path, text)| contest(files, path, text, zone, faults)).collect();
    contests
        .sort_by(|one, two| (one.contest.closes_ms, &one.contest.id).cmp(&(two.contest.closes_ms, &two.contest.id)));
    contests
}

fn contest(files: &Files, file: &str, text: &str, zone: &TimeZone, faults: &mut Vec<Fault>) -> Option<Contest> {
    let (name, address) = named("contests/", file)?;
    let (source, _, _) = front::split(text);
    let mut front = Front::read(file, source.unwrap_or_default(), 1, &KNOWN);
    front.propose(|| files.ids.for_name(name));
    let id = front.id("id", |text| ContestId::parse(text).ok());
    let kind = front.one_of("kind", &KINDS).unwrap_or(ContestKind::Essay);
    let (opens_ms, closes_ms) = open(&mut front, zone);
    let contest = youth::Contest {
        title: front.text("title"),
        kind,
        theme: front.text("theme"),
        opens: front.text("opens"),
        closes: front.text("closes"),
        opens_ms,
        closes_ms,
        groups: groups(&mut front, kind),
        asks: asks(&mut front),
        rubric: rubric(&mut front),
        receiver: front.text("receiver"),
        keeps: front.text("keeps"),
        mail: front.optional("mail").unwrap_or_default(),
        version: hash::short(text.as_bytes()),
        address,
        // A contest without an id is an error already; this one is never published.
        id: id.or_else(|| ContestId::parse(NO_ID).ok())?,
    };
    let aliases = front.addresses("aliases");
    faults.append(&mut front.faults);
    Some(Contest { contest, file: file.to_owned(), aliases, article: Arc::default() })
}

/// When entries are taken.
fn open(front: &mut Front, zone: &TimeZone) -> (i64, i64) {
    let opens = times::day(&front.optional("opens").unwrap_or_default()).and_then(|day| times::start(day, zone));
    if front.has("opens") && opens.is_none() {
        front.fault("opens", "应写成 2027-01-20 这样的日期", "must be a date such as 2027-01-20");
    }
    let closes = times::closing(&front.optional("closes").unwrap_or_default(), zone);
    if front.has("closes") && closes.is_none_or(|closes| opens.is_some_and(|opens| closes <= opens)) {
        let zh = "应写成 2027-02-20 18:00 这样的时间，并且晚于 opens";
        front.fault("closes", zh, "must be a time such as 2027-02-20 18:00, later than opens");
    }
    (opens.unwrap_or(0), closes.unwrap_or(0))
}

fn asks(front: &mut Front) -> Vec<Ask> {
    ids(front, "asks", |name| match name {
        "school" => Some(Ask::School),
        "class" => Some(Ask::Class),
        "teacher" => Some(Ask::Teacher),
        "phone" => Some(Ask::Phone),
        _ => None,
    })
}

fn groups(front: &mut Front, kind: ContestKind) -> Vec<Group> {
    let mut tables = front.tables("group", &GROUP);
    let mut groups: Vec<Group> = Vec::new();
    for table in &mut tables {
        groups.extend(group(table, kind));
        front.faults.append(&mut table.faults);
    }
    if tables.is_empty() {
        front.fault("group", "没有写：至少要有一组 [[group]]", "is missing: write one [[group]] at least");
    }
    for (at, group) in groups.iter().enumerate() {
        if groups.iter().take(at).any(|other| other.id == group.id) {
            front.fault("group", &format!("里有两组都叫 {}", group.id), &format!("has two groups {}", group.id));
        }
    }
    groups
}

fn group(table: &mut Front, kind: ContestKind) -> Option<Group> {
    let id = table.id("id", |text| GroupId::parse(text).ok());
    let length = table.pair("length");
    if !table.has("length") {
        let zh = "没有写：最少和最多多少字，演讲写秒";
        table.fault("length", zh, "is missing: the least and the most, in 字 or in seconds of a speech");
    }
    let is_speech = kind == ContestKind::Speech;
    let most = table.number("audio_mb").unwrap_or(USUAL_AUDIO_MB).clamp(1.0, 200.0);
    Some(Group {
        title: table.text("title"),
        ages: ages(table),
        length: length.unwrap_or_default(),
        photos: if is_speech { 0 } else { table.number("photos").map_or(0, |photos| photos.clamp(0.0, 20.0) as u32) },
        audio_bytes: if is_speech { (most * 1_000_000.0) as u64 } else { 0 },
        id: id?,
    })
}

fn rubric(front: &mut Front) -> Vec<Criterion> {
    let mut tables = front.tables("criterion", &CRITERION);
    let criterion = |table: &mut Front| Criterion {
        title: table.text("title"),
        points: table.number("points").map_or(0, |points| points.clamp(0.0, 1_000.0) as u32),
        text: table.optional("text").unwrap_or_default(),
        levels: table.texts("levels"),
    };
    let rubric = tables.iter_mut().map(criterion).collect();
    tables.iter_mut().for_each(|table| front.faults.append(&mut table.faults));
    rubric
}
