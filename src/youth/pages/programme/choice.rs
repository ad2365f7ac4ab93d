//! What is looked at: which view, which season and day, which activities.
//!
//! The view and the filter are kept for the learner (a slip). The address says where one is (`#month=2027-02`): whoever comes back from
//! an activity stands there again.

use crate::platform::{clock, web};
use crate::youth::hall::Hall;
use formats::draft::Name;
use formats::programme::Index;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{ActivityId, Day};
use std::sync::Arc;
use youth::calendar::{self, Filter, Look, Month, View};
use youth::when::{self, Standing};
use youth::{Activity, Season};

/// What is looked at. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Choice {
    /// Whether it is known what was chosen the last time.
    pub is_known: RwSignal<bool>,
    /// The view.
    pub view: RwSignal<View>,
    /// The day that is looked at, or one of the month that is. It is one of the season.
    pub day: RwSignal<Day>,
    /// Today in the portal's zone.
    pub today: Day,
    /// What is left in.
    pub filter: RwSignal<Filter>,
    season: RwSignal<Season>,
    index: StoredValue<Arc<Index>>,
    hall: StoredValue<Hall, LocalStorage>,
}

impl Choice {
    /// What was looked at the last time; `None` where there is no season.
    pub fn new(hall: &Hall, index: Arc<Index>) -> Option<Self> {
        let today = hall.desk().today();
        let season = calendar::season_to_open(&index.seasons, today)?.clone();
        let choice = Self {
            is_known: RwSignal::new(false),
            view: RwSignal::new(View::default()),
            day: RwSignal::new(calendar::within(&season, today)),
            today,
            filter: RwSignal::new(Filter::default()),
            season: RwSignal::new(season),
            index: StoredValue::new(index),
            hall: StoredValue::new_local(hall.clone()),
        };
        let hall = hall.clone();
        spawn_local(async move {
            // What cannot be read chooses nothing.
            choice.begin(hall.desk().open_draft(&Name::Programme).await.ok().flatten().unwrap_or_default());
        });
        Some(choice)
    }

    fn begin(self, kept: Look) {
        self.view.set(kept.view);
        self.filter.set(kept.filter);
        self.go_to(&web::here().1);
        self.is_known.set(true);
    }

    /// Goes where an address says, if it says so.
    fn go_to(self, hash: &str) {
        let Some((view, place)) = hash.trim_start_matches('#').split_once('=') else { return };
        let (view, day) = match view {
            "month" => (View::Month, Month::parse(place).map(Month::first)),
            "day" => (View::Day, Day::parse(place)),
            "list" => (View::List, Day::parse(place)),
            _ => return,
        };
        let Some(day) = day else { return };
        let season =
            self.seasons().into_iter().find(|season| calendar::within(season, day) == day || is_month(season, day));
        if let Some(season) = season {
            self.day.set(calendar::within(&season, day));
            self.season.set(season);
            self.view.set(view);
        }
    }

    // What there is

    /// All seasons, the earliest first.
    pub fn seasons(self) -> Vec<Season> {
        self.index.with_value(|index| index.seasons.clone())
    }

    /// The season.
    pub fn season(self) -> Season {
        self.season.get()
    }

    /// The ages that somebody's activities are for: the youngest and the oldest.
    pub fn ages(self) -> Option<(u8, u8)> {
        self.index.with_value(|index| {
            let (from, until) =
                (index.activities.iter().map(|one| one.ages.from), index.activities.iter().map(|one| one.ages.until));
            Some((from.min()?, until.max()?))
        })
    }

    /// The activities of the season.
    pub fn all(self) -> Vec<Activity> {
        let season = self.season.get().id;
        self.index.with_value(|index| index.activities.iter().filter(|one| one.season == season).cloned().collect())
    }

    /// Those that the filter leaves in.
    pub fn activities(self) -> Vec<Activity> {
        let filter = self.filter.get();
        self.all().into_iter().filter(|activity| filter.admits(activity)).collect()
    }

    /// How an activity stands now.
    pub fn standing(self, activity: &Activity) -> Standing<'_> {
        when::standing(activity, Some(&self.season.get_untracked()), clock::now().unix_ms, self.today)
    }

    /// Whether the learner will come to an activity.
    pub fn is_coming(self, activity: &ActivityId) -> bool {
        let log = self.hall.with_value(|hall| hall.desk().log());
        log.with(|log| log.holiday.coming.contains_key(activity))
    }

    /// A link to an activity.
    pub fn link(self, activity: &Activity) -> String {
        self.hall.with_value(|hall| hall.desk().to(&activity.address))
    }

    // What is chosen

    /// Changes the view.
    pub fn show(self, view: View) {
        self.view.set(view);
        self.keep();
    }

    /// Changes the season; the day of it that is nearest to today is looked at.
    pub fn show_season(self, season: Season) {
        self.day.set(calendar::within(&season, self.today));
        self.season.set(season);
        self.stand();
    }

    /// Changes the day, within the season.
    pub fn show_day(self, day: Day) {
        self.day.set(calendar::within(&self.season.get_untracked(), day));
        self.stand();
    }

    /// Changes the filter.
    pub fn narrow(self, change: impl FnOnce(&mut Filter)) {
        self.filter.update(change);
        self.keep();
    }

    fn keep(self) {
        let kept = Look { view: self.view.get_untracked(), filter: self.filter.get_untracked() };
        self.hall.with_value(|hall| hall.desk().put_draft(&Name::Programme, &kept));
        self.stand();
    }

    /// Says in the address where one is.
    fn stand(self) {
        let day = self.day.get_untracked();
        web::replace(&match self.view.get_untracked() {
            View::List => format!("#list={day}"),
            View::Month => format!("#month={}", Month::of(day)),
            View::Day => format!("#day={day}"),
        });
    }
}

/// Whether a day is the first of a month that a season begins in: it stands for the month.
fn is_month(season: &Season, day: Day) -> bool {
    Month::of(calendar::within(season, day)) == Month::of(day)
}
