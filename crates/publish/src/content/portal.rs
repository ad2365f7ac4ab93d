//! `portal.toml`: what the portal is called, and its settings.

use super::front::Front;
use super::source::Files;
use crate::fault::{Fault, phrase};
use formats::programme::Help;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::length::USUAL_SPEED;

const FILE: &str = "portal.toml";
const KNOWN: [&str; 12] = [
    "name",
    "short_name",
    "motto",
    "description",
    "notice",
    "address",
    "zone",
    "reading_speed",
    "offline",
    "study",
    "key",
    "help",
];
const HELP: [&str; 3] = ["name", "number", "text"];
const STUDY: [&str; 3] = ["hours", "hours_committee", "self_study_counts"];
/// The goal of a year where none is named, in hundredths of a study hour: what Party members and committees usually have.
const USUAL_HOURS: u32 = 3_200;
const USUAL_COMMITTEE_HOURS: u32 = 5_600;
/// The zone of a portal that names none.
const USUAL_ZONE: &str = "Asia/Shanghai";

/// The portal as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portal {
    /// Its name.
    pub name: String,
    /// Its name under an icon.
    pub short_name: String,
    /// One line under the name.
    pub motto: String,
    /// What it is, in a sentence or two.
    pub description: String,
    /// A notice on every page; may be empty.
    pub notice: String,
    /// Where it will be on the web, ending with `/`.
    pub address: Option<String>,
    /// The time zone whose days count, by its IANA name.
    pub zone: String,
    /// 字 a minute.
    pub reading_speed: u32,
    /// `false` is the kill switch of everything offline.
    pub offline: bool,
    /// What a year of study asks for.
    pub study: Goal,
    /// The organiser's public key as age writes it; empty where entries are not sealed.
    pub key: String,
    /// Whom one can call, in order.
    pub help: Vec<Help>,
}

/// What a year of study asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Study hours (学时), in hundredths.
    pub hours_hundredths: u32,
    /// The same for secretaries and committee members.
    pub committee_hours_hundredths: u32,
    /// Whether study alone (自学) counts towards it.
    pub self_study_counts: bool,
}

impl Portal {
    /// The day it is in the portal's zone, `YYYY-MM-DD`.
    #[must_use]
    pub fn day_at(&self, moment: Timestamp) -> String {
        // The zone was looked up when the portal was read.
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        moment.to_zoned_datetime(zone).date().to_string()
    }

    /// The moment at which a day, `YYYY-MM-DD`, begins in the portal's zone.
    #[must_use]
    pub fn beginning_of(&self, day: &str) -> Option<Timestamp> {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        Some(day.parse::<Date>().ok()?.to_zoned_datetime(zone).ok()?.timestamp())
    }

    /// How far the portal's zone was from UTC when a day began, such as `+08:00`.
    #[must_use]
    pub fn offset_on(&self, day: &str) -> String {
        let zone = TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC);
        let begin = day.parse::<Date>().ok().and_then(|day| day.to_zoned_datetime(zone).ok());
        begin.map_or_else(|| "+00:00".to_owned(), |begin| begin.strftime("%:z").to_string())
    }
}

/// Reads it.
pub(crate) fn read(files: &Files, faults: &mut Vec<Fault>) -> Option<Portal> {
    let Some(source) = files.text(FILE) else {
        let what = phrase("缺少这个文件。", "This file is missing.");
        let mend = phrase(
            "在内容文件夹里建一个 portal.toml，至少写上 name = \"门户的名字\"。",
            "Write one with at least a name.",
        );
        faults.push(Fault::error(FILE, None, what, mend));
        return None;
    };
    let mut front = Front::read(FILE, source, 0, &KNOWN);
    let name = front.text("name");
    let portal = Portal {
        short_name: front.optional("short_name").unwrap_or_else(|| name.clone()),
        motto: front.optional("motto").unwrap_or_default(),
        description: front.optional("description").unwrap_or_default(),
        notice: front.optional("notice").unwrap_or_default(),
        address: address(&mut front),
        zone: zone(&mut front),
        reading_speed: front.number("reading_speed").map_or(USUAL_SPEED, |speed| speed.clamp(50.0, 2_000.0) as u32),
        offline: front.switch("offline").unwrap_or(true),
        study: goal(&mut front),
        key: key(&mut front),
        help: help(&mut front),
        name,
    };
    faults.append(&mut front.faults);
    Some(portal)
}

/// The public key that entries are sealed to.
fn key(front: &mut Front) -> String {
    let key = front.optional("key").unwrap_or_default();
    if key.starts_with("AGE-SECRET-KEY") {
        let zh = "是私钥，谁也不能给：换成 age1 开头的公钥，私钥收好，不要放进内容文件夹";
        front.fault("key", zh, "is a private key, which nobody must see: write the public one, which begins with age1");
        return String::new();
    }
    if !key.is_empty() && entry::seal::Recipient::parse(&key).is_err() {
        front.fault("key", "不是 age 的公钥", "is no public key of age");
    }
    key
}

fn help(front: &mut Front) -> Vec<Help> {
    let mut tables = front.tables("help", &HELP);
    let help = |table: &mut Front| Help {
        name: table.text("name"),
        number: table.optional("number").unwrap_or_default(),
        text: table.optional("text").unwrap_or_default(),
    };
    let all = tables.iter_mut().map(help).collect();
    tables.iter_mut().for_each(|table| front.faults.append(&mut table.faults));
    all
}

fn goal(front: &mut Front) -> Goal {
    let mut table = front.table("study", &STUDY);
    let goal = Goal {
        hours_hundredths: table.optional_hours("hours").unwrap_or(USUAL_HOURS),
        committee_hours_hundredths: table.optional_hours("hours_committee").unwrap_or(USUAL_COMMITTEE_HOURS),
        self_study_counts: table.switch("self_study_counts").unwrap_or(false),
    };
    front.faults.append(&mut table.faults);
    goal
}

fn zone(front: &mut Front) -> String {
    let zone = front.optional("zone").unwrap_or_else(|| USUAL_ZONE.to_owned());
    if TimeZone::get(&zone).is_err() {
        let what = phrase(format!("没有叫“{zone}”的时区。"), format!("There is no time zone {zone:?}."));
        let mend = phrase("中国写 Asia/Shanghai。", "Write its IANA name, such as Asia/Shanghai.");
        front.faults.push(Fault::error(FILE, front.line("zone"), what, mend));
    }
    zone
}

fn address(front: &mut Front) -> Option<String> {
    let address = front.optional("address").filter(|address| !address.is_empty())?;
    if !address.starts_with("http://") && !address.starts_with("https://") {
        let what = phrase("address 应以 https:// 或 http:// 开头。", "address must begin with https:// or http://.");
        let mend = phrase("写全网址，如 https://…/。", "Write the whole address.");
        front.faults.push(Fault::error(FILE, front.line("address"), what, mend));
    }
    Some(if address.ends_with('/') { address } else { address + "/" })
}
