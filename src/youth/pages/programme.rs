//! What is on: the activities of a season as a list, as the sheet of a month, and day by day.
//!
//! What is looked at is one [`choice`]; the [`filters`] and the three views ([`list`], [`month`], [`day`]) stand on it. [`mod@line`] draws an
//! activity, [`said`] has the words.

mod choice;
mod day;
mod filters;
mod line;
mod list;
mod month;
pub mod said;
mod turn;

use crate::youth::hall::Hall;
use choice::Choice;
use leptos::prelude::*;
use youth::calendar::View;

/// The page; what was published stays where the programme could not be had, or has no season.
pub fn page(hall: &Hall) -> Option<AnyView> {
    let Some(index) = hall.index() else {
        hall.desk().tell(locale::season_no_index());
        return None;
    };
    let choice = Choice::new(hall, index)?;
    let drawn = move || choice.is_known.get().then(|| draw(choice));
    Some(view! { <div class="programme">{drawn}</div> }.into_any())
}

fn draw(choice: Choice) -> AnyView {
    let body = move || match choice.view.get() {
        View::List => list::list(choice),
        View::Month => month::month(choice),
        View::Day => day::day(choice),
    };
    view! { {filters::filters(choice)} {body} }.into_any()
}
