//! What a learner does with one activity: sees how it stands, says that they will come, types the code on the wall. The published text
//! stands around it.

mod attendance;
mod coming;
mod now;

use crate::youth::hall::Hall;
use crate::youth::pages::programme::said;
use leptos::prelude::*;
use model::Moment;
use ui::say;
use youth::when::{self, Standing};
use youth::{Activity, Season};

/// An activity that is looked at, and the time. Every copy is the same one.
#[derive(Clone, Copy)]
struct Looking {
    hall: StoredValue<Hall, LocalStorage>,
    activity: StoredValue<Activity>,
    season: StoredValue<Option<Season>>,
    now: Signal<Moment>,
}

impl Looking {
    /// What something makes of how the activity stands now.
    fn standing<T>(self, of: impl FnOnce(&Standing) -> T) -> T {
        let now = self.now.get();
        let today = self.hall.with_value(|hall| hall.desk().day(now));
        self.activity.with_value(|activity| {
            self.season.with_value(|season| of(&when::standing(activity, season.as_ref(), now.unix_ms, today)))
        })
    }
}

/// The page.
pub fn page(hall: &Hall) -> Option<AnyView> {
    let Some((index, activity)) = hall.index().zip(hall.activity()) else {
        hall.desk().tell(locale::season_no_index());
        return None;
    };
    let season = index.seasons.iter().find(|season| season.id == activity.season).cloned();
    let looking = Looking {
        hall: StoredValue::new_local(hall.clone()),
        activity: StoredValue::new(activity),
        season: StoredValue::new(season),
        now: now::now(),
    };
    Some(
        view! {
            <section class="visit">
                <p class="standing" role="status">{move || looking.standing(|standing| say(said::at_length(standing)))}</p>
                {elsewhere(looking)}
                {coming::coming(looking)}
            </section>
            {attendance::attendance(looking)}
        }
        .into_any(),
    )
}

/// Whoever reads it where clocks show another time is told whose time it is.
fn elsewhere(looking: Looking) -> Option<AnyView> {
    let offset = looking
        .activity
        .with_value(|activity| activity.times.iter().find_map(youth::programme::Time::offset_minutes))?;
    let own = i64::from(looking.now.get_untracked().offset_minutes);
    (offset != own).then(|| view! { <p class="facts">{say(locale::visit_elsewhere())}</p> }.into_any())
}
