//! How steadily somebody studies: the days of this month, and twelve quiet squares. A gap costs nothing.

use super::state::Practice;
use learning::practice::rhythm::WEEKS;
use leptos::prelude::*;
use ui::{say, whisper};

/// The section.
pub(super) fn view(practice: Practice) -> AnyView {
    let shown = move || {
        let rhythm = practice.rhythm();
        let month = if rhythm.month == 0 {
            locale::practice_rhythm_none()
        } else {
            locale::practice_rhythm_month(rhythm.month)
        };
        let weeks: Vec<_> =
            rhythm.weeks.iter().enumerate().map(|(place, studied)| week(WEEKS - 1 - place, *studied)).collect();
        let class = if rhythm.month == 0 { "about" } else { "rhythm-month" };
        let weeks_in_words = (rhythm.total > 0).then(|| {
            let words = locale::practice_rhythm_weeks(rhythm.total, rhythm.weeks_with_study());
            view! { <p class="about">{say(words)}</p> }
        });
        view! {
            <p class=class>{say(month)}</p>
            <ol class="weeks">{weeks}</ol>
            {weeks_in_words}
        }
    };
    view! {
        <section id="rhythm" aria-labelledby="rhythm-name">
            <h2 class="section" id="rhythm-name">{say(locale::practice_rhythm())}</h2>
            {shown}
        </section>
    }
    .into_any()
}

fn week(ago: usize, studied: bool) -> AnyView {
    let when = if ago == 0 { locale::practice_week_this() } else { locale::practice_week_ago(ago) };
    let what = if studied { locale::practice_week_studied() } else { locale::practice_week_not() };
    view! {
        <li data-studied=studied.then_some("")>
            {whisper(when)} " " {whisper(what)} <span aria-hidden="true">{studied.then_some("✓")}</span>
        </li>
    }
    .into_any()
}
