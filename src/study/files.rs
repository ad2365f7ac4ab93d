//! Files that leave the browser or come into it: what is in them, what they are called, and how the browser is handed them.

use crate::desk::{Desk, download};
use crate::platform::{clock, web};
use formats::backup::works::{Kind, Work};
use formats::backup::{self, Backup, BackupError, Plan, Slips};
use formats::{csv, moment, xapi};
use learning::ledger::entry;
use learning::{Deed, Study};
use leptos::prelude::*;
use locale::Phrase;
use model::{DocumentId, LearnerId, Moment};
use std::collections::BTreeSet;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

const CSV: &str = "text/csv;charset=utf-8";
const JSON: &str = "application/json";

/// How long the page may take for what waits, in milliseconds.
const BREATH_MS: u32 = 50;

/// A file that was saved.
pub struct Saved {
    /// Its name.
    pub name: String,
    /// How many records are in it.
    pub records: usize,
}

/// Saves a backup of one learner, or of all, and with it works of these kinds.
pub async fn save_backup(desk: &Desk, of: Option<LearnerId>, kinds: &[Kind]) -> Option<Saved> {
    let works = if kinds.is_empty() { Slips::new() } else { desk.works().await? };
    let goes = |work: Work| kinds.contains(&work.kind) && of.is_none_or(|of| of == work.learner);
    let slips: Slips = works.into_iter().filter(|(name, _)| Work::of(name).is_some_and(goes)).collect();
    if !slips.is_empty() {
        introduce(desk).await?;
    }
    let state = desk.state().await?;
    // A large record is read, gathered and written in turns, so that the page goes on meanwhile.
    web::idle_within(BREATH_MS).await;
    let whose = of.map(|id| BTreeSet::from([id]));
    let records = Backup::of(&moment::rfc3339(clock::now()), &portal(desk), &state, whose.as_ref());
    let backup = Backup { slips, ..records };
    let who = match of {
        None => locale::file_all_name().zh,
        Some(id) => {
            untrack(|| desk.people()).into_iter().find(|known| known.id == id).map(|known| known.profile.name)?
        }
    };
    let name = name_of(desk, locale::file_backup_name(), &who, backup::EXTENSION);
    web::idle_within(BREATH_MS).await;
    let text = backup::write(&backup).ok()?;
    web::idle_within(BREATH_MS).await;
    download(&name, JSON, text.as_bytes())?;
    Some(Saved { name, records: backup.records.len() })
}

/// Whoever has works and no record yet gets one, so that they are somebody where the file is brought in.
async fn introduce(desk: &Desk) -> Option<()> {
    let is_known = untrack(|| desk.is_guest() || desk.learners().iter().any(|known| Some(known.id) == desk.learner()));
    let introduced = || desk.added(vec![Deed::Study(Study::Introduced(untrack(|| desk.profile())))]);
    (is_known || introduced().await).then_some(())
}

/// What the learner who is learning can take away to read.
#[derive(Clone, Copy)]
pub enum Table {
    /// The study hours.
    Ledger,
    /// The answers.
    Attempts,
    /// Statements for a Learning Record Store.
    Xapi,
}

impl Table {
    /// What it is called in the name of its file.
    fn word(self) -> Phrase {
        match self {
            Self::Ledger => locale::file_ledger_name(),
            Self::Attempts => locale::file_attempts_name(),
            Self::Xapi => locale::file_xapi_name(),
        }
    }
}

/// Saves what the learner who is learning can read elsewhere. Gives the name of the file.
pub fn save_table(desk: &Desk, table: Table) -> Option<String> {
    let (log, who) = untrack(|| (desk.log().get(), desk.profile().name));
    let day_of = |moment: Moment| desk.day(moment);
    let (mime, end, text) = match table {
        Table::Ledger => (CSV, ".csv", csv::ledger(&entry::all(&log, &day_of, &|lesson| hours_of(desk, lesson)).0)),
        Table::Attempts => (CSV, ".csv", csv::attempts(&log, day_of)),
        Table::Xapi => (JSON, ".json", statements(desk, log.learner)?),
    };
    let name = name_of(desk, table.word(), &who, end);
    download(&name, mime, text.as_bytes()).map(|()| name)
}

fn statements(desk: &Desk, learner: LearnerId) -> Option<String> {
    let portal = xapi::Portal { home_page: web::absolute(&desk.to(""))?, name: portal(desk) };
    xapi::write(learner, &desk.events().get_untracked(), &portal).ok()
}

/// The portal's name; what there is to study could not be had where it is not known.
fn portal(desk: &Desk) -> String {
    let index = desk.index().get_untracked();
    index.map_or_else(|| locale::file_portal_name().zh, |index| index.portal.clone())
}

/// What a lesson counts by the portal's index.
fn hours_of(desk: &Desk, lesson: &DocumentId) -> Option<u32> {
    let index = desk.index().get_untracked()?;
    let mut lessons = index.series.iter().flat_map(|series| &series.lessons);
    lessons.find(|line| line.id == *lesson).map(|line| line.hours_hundredths)
}

/// `怀德学苑-备份-小明-2026-11-26.csv`, without what some disks do not take.
fn name_of(desk: &Desk, what: Phrase, who: &str, end: &str) -> String {
    let who = if who.trim().is_empty() { locale::file_unnamed_name().zh } else { who.trim().to_owned() };
    let name = format!("{}-{}-{who}-{}", portal(desk), what.zh, desk.today());
    let is_taken = |letter: char| letter.is_control() || "\\/:*?\"<>|".contains(letter);
    format!("{}{end}", name.replace(is_taken, "_"))
}

/// A backup that was read, and what it would bring in.
pub struct Preview {
    /// What is in the file.
    pub backup: Backup,
    /// What it would bring in.
    pub plan: Plan,
}

/// Why a file is not taken.
pub enum Refusal {
    /// The browser or the store cannot read.
    Unreadable,
    /// It is no backup that can be taken as a whole.
    Backup(BackupError),
}

impl Refusal {
    /// What a learner is told.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Unreadable => locale::file_unreadable(),
            Self::Backup(error) => error.phrase(),
        }
    }
}

/// Reads a file that the learner chose.
pub async fn read(desk: &Desk, file: &File) -> Result<Preview, Refusal> {
    if file.size() > backup::LONGEST as f64 {
        return Err(Refusal::Backup(BackupError::TooLarge));
    }
    let text = JsFuture::from(file.text()).await.map_err(|_| Refusal::Unreadable)?;
    let text = text.as_string().ok_or(Refusal::Unreadable)?;
    let backup = backup::read(&text).map_err(Refusal::Backup)?;
    let state = desk.state().await.ok_or(Refusal::Unreadable)?;
    let works = desk.works().await.ok_or(Refusal::Unreadable)?;
    let plan = backup::plan(&state, &works, &backup);
    Ok(Preview { backup, plan })
}
