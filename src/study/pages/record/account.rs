//! The year that is looked at, and its ledger: what most sections of the record stand on.

use crate::desk::Desk;
use formats::study::Index;
use formats::words;
use learning::ledger::{self, Frame, Ledger, Rules};
use leptos::prelude::*;
use locale::Phrase;
use model::DocumentId;
use std::sync::Arc;

/// What is usual, where the portal's own rules cannot be had. The goal is not shown then.
const USUAL: Rules = Rules { goal_hundredths: 3_200, committee_goal_hundredths: 5_600, self_study_counts: false };

/// The learner's account of study hours. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Account {
    /// The year that is looked at.
    pub year: RwSignal<i64>,
    /// Its ledger.
    pub ledger: Memo<Arc<Ledger>>,
    desk: StoredValue<Desk, LocalStorage>,
}

impl Account {
    /// That of this year.
    pub fn new(desk: &Desk) -> Self {
        let (year, desk) = (RwSignal::new(desk.today().civil().0), StoredValue::new_local(desk.clone()));
        let ledger = Memo::new(move |_| desk.with_value(|desk| Arc::new(ledger_of(desk, year.get()))));
        Self { year, ledger, desk }
    }

    /// The desk that it stands on.
    pub fn desk(self) -> Desk {
        self.desk.get_value()
    }

    /// What there is to study, if it could be had.
    pub fn index(self) -> Option<Arc<Index>> {
        self.desk().index().get()
    }

    /// This year.
    pub fn this_year(self) -> i64 {
        self.desk().today().civil().0
    }

    /// The years to choose from, the latest first: from the first to the last in which something is known; this year is always among them.
    pub fn years(self) -> Vec<i64> {
        let (desk, now) = (self.desk(), self.this_year());
        let known = ledger::years(&desk.log().get(), &|moment| desk.day(moment));
        let (first, last) = known.map_or((now, now), |(first, last)| (first.min(now), last.max(now)));
        (first..=last).rev().collect()
    }
}

fn ledger_of(desk: &Desk, year: i64) -> Ledger {
    let (log, index) = (desk.log().get(), desk.index().get());
    let role = log.profile.as_ref().map(|profile| profile.value.role).unwrap_or_default();
    let rules = index.as_ref().map_or(USUAL, |index| Rules {
        goal_hundredths: index.hours_hundredths,
        committee_goal_hundredths: index.committee_hours_hundredths,
        self_study_counts: index.self_study_counts,
    });
    let hours_of = |id: &DocumentId| {
        let mut lessons = index.iter().flat_map(|index| &index.series).flat_map(|series| &series.lessons);
        lessons.find(|lesson| lesson.id == *id).map(|lesson| lesson.hours_hundredths)
    };
    let day_of = |moment| desk.day(moment);
    Ledger::of(&log, &Frame { year, rules, role, day_of: &day_of, hours_of: &hours_of })
}

/// Study hours, none included: `0 学时`.
pub fn hours(hundredths: u64) -> Phrase {
    locale::unit_study_hours(words::hundredths(hundredths))
}
