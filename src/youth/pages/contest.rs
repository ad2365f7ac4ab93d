//! A contest's page: how long entries are taken, and the draft that waits on this device.

use crate::desk::Desk;
use crate::platform::clock;
use crate::youth::draft;
use crate::youth::hall::Hall;
use leptos::prelude::*;
use locale::Phrase;
use ui::say;
use wasm_bindgen_futures::spawn_local;
use youth::checklist::{Deadline, Stretch, deadline};
use youth::contest::ContestKind;
use youth::{Contest, essay, speech};

/// Says when, and leads to the desk.
pub fn page(hall: &Hall) -> Option<AnyView> {
    let contest = hall.contest()?;
    let waiting = RwSignal::new(None::<String>);
    let (desk, whose) = (hall.desk().clone(), contest.clone());
    spawn_local(async move { waiting.set(title(&desk, &whose).await) });
    let (begin, go_on) = match contest.kind {
        ContestKind::Essay => (locale::contest_write(), locale::contest_go_on()),
        ContestKind::Speech => (locale::contest_record(), locale::contest_go_on_speech()),
    };
    let call = move || if waiting.get().is_some() { go_on.clone() } else { begin.clone() };
    let draft = move || {
        waiting.get().map(|title| {
            let title = if title.is_empty() { locale::contest_untitled() } else { Phrase::plain(&title) };
            view! { <p>{say(locale::contest_waiting())} " " <strong>{say(title)}</strong></p> }
        })
    };
    let href = hall.desk().to(&format!("{}write/", contest.address));
    let view = view! {
        <p class="deadline">{say(when(deadline(&contest, clock::now().unix_ms)))}</p>
        {draft}
        <p class="tools"><a class="call" href=href>{move || say(call())}</a></p>
    };
    Some(view.into_any())
}

/// The title of the draft, if there is one that can be read.
async fn title(desk: &Desk, contest: &Contest) -> Option<String> {
    match contest.kind {
        ContestKind::Essay => draft::read::<essay::Draft>(desk, contest).await.ok()?.draft().map(|draft| draft.title),
        ContestKind::Speech => draft::read::<speech::Draft>(desk, contest).await.ok()?.draft().map(|draft| draft.title),
    }
}

fn when(deadline: Deadline) -> Phrase {
    match deadline {
        Deadline::OpensIn(left) => stretch(left, locale::contest_opens_days, locale::contest_opens_hours),
        Deadline::ClosesIn { left, .. } => stretch(left, locale::contest_closes_days, locale::contest_closes_hours),
        Deadline::Closed => locale::contest_closed(),
    }
}

/// Days where there are any, else hours and minutes.
fn stretch(left: Stretch, days: impl Fn(u32) -> Phrase, hours: impl Fn(u32, u32) -> Phrase) -> Phrase {
    if left.days > 0 { days(left.days) } else { hours(left.hours, left.minutes) }
}
