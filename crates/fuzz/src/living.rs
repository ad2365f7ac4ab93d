//! What a portal makes of the records that a backup brought in: everything that a learner sees or takes away.

use anyhow::{Result, ensure};
use formats::backup::State;
use formats::snapshot::Snapshot;
use formats::xapi::{self, Portal};
use formats::{csv, notes_markdown, record};
use learning::deed::Role;
use learning::ledger::{self, Frame, Ledger, Rules, Source, calendar};
use learning::log::Log;
use learning::practice::{Rhythm, lists};
use learning::{Event, learners, notes, service};
use model::address::is_within_portal;
use model::{Day, LearnerId, Moment};
use std::collections::{BTreeMap, BTreeSet};

/// The year in which it is looked at.
const THIS_YEAR: i64 = 2_026;
/// The day on which it is looked at: 2026-11-24.
const TODAY: Day = Day(20_781);

/// Looks at the records of all learners in every way that there is.
///
/// # Errors
/// When an address leads out of the portal, or something is not written.
pub fn look(state: &State) -> Result<()> {
    let mut own: BTreeMap<LearnerId, Vec<Event>> = BTreeMap::new();
    let events: Vec<Event> = state.records.values().filter_map(|kept| record::read(&kept.json).ok()).collect();
    let known = learners::learners(&events).len();
    let has_notes = notes::are_in(&events);
    for event in events {
        own.entry(event.learner).or_default().push(event);
    }
    ensure!(known == own.len() && !(own.is_empty() && has_notes), "{known} of {} learners are known", own.len());
    own.iter().try_for_each(|(learner, events)| look_at(*learner, events))
}

fn look_at(learner: LearnerId, events: &[Event]) -> Result<()> {
    let log = Log::of(learner, events);
    ensure!(log.reading.documents.values().all(|document| is_within_portal(&document.address)));
    let snapshot = Snapshot { progress: log.reading.clone(), ..Snapshot::empty() };
    ensure!(Snapshot::read(&snapshot.write()).is_some(), "a snapshot is not read again");
    let (first, last) = ledger::years(&log, &Moment::day).unwrap_or((THIS_YEAR, THIS_YEAR));
    ensure!(last - first <= 300, "{first} to {last} are too many years");
    for year in BTreeSet::from([first, THIS_YEAR, last]) {
        look_at_year(&log, year)?;
    }
    practise(&log);
    let portal = Portal { home_page: "https://portal.example/".to_owned(), name: String::new() };
    let years = service::by_year(&log, THIS_YEAR, &Moment::day);
    let taken_away = years.iter().map(|year| csv::service(&year.entries)).chain([
        csv::attempts(&log, Moment::day),
        notes_markdown::write(&log, &BTreeSet::new(), |phrase| phrase.zh),
        xapi::write(learner, events, &portal)?,
    ]);
    ensure!(taken_away.into_iter().all(|file| !file.is_empty()), "a file is empty");
    Ok(())
}

fn look_at_year(log: &Log, year: i64) -> Result<()> {
    let rules = Rules { goal_hundredths: 3_200, committee_goal_hundredths: 5_600, self_study_counts: true };
    let frame = Frame { year, rules, role: Role::Member, day_of: &Moment::day, hours_of: &|_| None };
    let ledger = Ledger::of(log, &frame);
    let is_ours = |source: &Source| match source {
        Source::Finished { address, .. } | Source::Attended { address } => is_within_portal(address),
        Source::Declared { .. } => true,
    };
    ensure!(ledger.entries.iter().all(|entry| is_ours(&entry.source)), "an entry leads elsewhere");
    ensure!((1..=12).all(|month| calendar::month(year, month).len() >= 28), "a month of {year} has few days");
    ensure!(!csv::ledger(&ledger.entries).is_empty(), "a file is empty");
    Ok(())
}

/// The day's practice and the rhythm.
fn practise(log: &Log) {
    let _ = Rhythm::of(&lists::days(log, Moment::day), TODAY);
    let _ = (lists::due(log, TODAY, Moment::day), lists::wrong(log, TODAY, Moment::day));
    let _ = lists::morning(log, TODAY, Moment::day);
}
