//! The essay desk: what the contest wants, the text, and what helps with it. Everything is kept on this device from the first key.
//!
//! [`EssayDesk`] is the essay that is being written, for whoever goes on with it: the photographed pages, the entry. [`hold`] sees to it that
//! one tab writes, [`shelf`] keeps versions; the other modules are the sections of the page, in its order.

mod desk;
mod hold;
mod shelf;
mod words;

mod rules;

mod pad;

mod editor;

mod versions;

mod paper;

mod aloud;

mod delete;

mod strange;

pub use desk::EssayDesk;

use crate::study::desk::Desk;
use crate::youth::hall::Hall;
use desk::Opened;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::say;
use youth::Contest;
use youth::contest::ContestKind;

/// The page. Without the rules of the contest it stays as it was published.
pub fn page(hall: &Hall) -> Option<AnyView> {
    let contest = hall.contest().filter(|contest| contest.kind == ContestKind::Essay)?;
    let zone = hall.index().map(|index| index.zone.clone()).unwrap_or_default();
    let (opened, desk) = (RwSignal::new(None::<Opened>), hall.desk().clone());
    let (opening, whose) = (desk.clone(), contest.clone());
    spawn_local(async move { opened.set(Some(desk::open(&opening, whose, zone).await)) });
    let desk = StoredValue::new_local(desk);
    let inside = move || Some(found(&desk.get_value(), &contest, opened.get()?));
    Some(view! { <div class="essay">{inside}</div> }.into_any())
}

fn found(desk: &Desk, contest: &Contest, opened: Opened) -> AnyView {
    match opened {
        Opened::Essay(essay) => body(essay),
        Opened::Strange(draft) => strange::strange(desk, contest, draft),
        Opened::Failed(trouble) => {
            view! { <p class="calm" role="alert">{say(locale::essay_unread())} " " {say(words::unsaved(trouble))}</p> }.into_any()
        }
    }
}

fn body(essay: EssayDesk) -> AnyView {
    view! {
        {rules::head(essay)}
        {pad::pad(essay)}
        {editor::section(essay)}
        {rules::list(essay)}
        {versions::section(essay)}
        {paper::section(essay)}
        {aloud::section(essay)}
        {delete::section(essay)}
    }
    .into_any()
}
