//! The essay desk: what the contest wants, the text, and what helps with it. Everything is kept on this device from the first key.
//!
//! [`EssayDesk`] is the essay that is being written, for whoever goes on with it: the photographed pages, the entry. [`shelf`] keeps
//! versions; the other modules are the sections of the page, in its order.

mod desk;
mod shelf;
mod words;

mod rules;

mod pad;

mod editor;

mod versions;

mod paper;

mod aloud;

mod printed;

mod delete;

mod strange;

mod handing_in;

pub use desk::EssayDesk;

use crate::youth::entry::Panel;
use crate::youth::hall::Hall;
use crate::youth::photos;
use desk::Opened;
use leptos::prelude::*;
use leptos::task::spawn_local;
use ui::say;
use youth::Contest;
use youth::contest::ContestKind;

/// The page. Without the rules of the contest it stays as it was published.
pub fn page(hall: &Hall) -> Option<AnyView> {
    let contest = hall.contest().filter(|contest| contest.kind == ContestKind::Essay)?;
    let opened = RwSignal::new(None::<Opened>);
    let (opening, whose) = (hall.desk().clone(), contest.clone());
    spawn_local(async move { opened.set(Some(desk::open(&opening, whose).await)) });
    let hall = StoredValue::new_local(hall.clone());
    let inside = move || match opened.get() {
        None => view! { <p class="calm">{say(locale::essay_opening())}</p> }.into_any(),
        Some(opened) => found(&hall.get_value(), &contest, opened),
    };
    Some(view! { <div class="essay">{inside}</div> }.into_any())
}

fn found(hall: &Hall, contest: &Contest, opened: Opened) -> AnyView {
    match opened {
        Opened::Essay(essay) => body(hall, essay),
        Opened::Strange(draft) => strange::strange(hall.desk(), contest, draft),
        Opened::Failed(trouble) => {
            view! { <p class="calm" role="alert">{say(locale::essay_unread())} " " {say(words::unsaved(trouble))}</p> }
                .into_any()
        }
    }
}

fn body(hall: &Hall, essay: EssayDesk) -> AnyView {
    essay.bring_in_asides();
    let entry = Panel::new(hall, essay.contest(), handing_in::source(essay));
    view! {
        {rules::section(essay)}
        {pad::pad(essay)}
        {editor::section(essay)}
        {printed::section(essay)}
        {photos::section(essay)}
        {entry.checklist()}
        {versions::section(essay)}
        {paper::section(essay)}
        {aloud::section(essay)}
        {entry.section()}
        {delete::section(essay, entry)}
    }
    .into_any()
}
