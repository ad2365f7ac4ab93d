//! Photographed pages of an essay: taken or chosen, reduced, put in order, turned and cropped. The originals are not kept.
//!
//! [`kept`] is where the reduced pictures are; [`taking`] brings new ones, and [`page`] is one of them on the desk.

mod kept;
mod page;
mod taking;

pub use kept::{files, forget};

use crate::youth::pages::essay::EssayDesk;
use leptos::prelude::*;
use ui::say;

/// How many pages are taken, and whether that is certain: before a group is chosen the most generous one counts.
fn most(essay: EssayDesk) -> u32 {
    let contest = essay.contest();
    let chosen =
        essay.draft().with(|draft| draft.group.as_ref().and_then(|id| contest.group(id)).map(|group| group.photos));
    chosen.unwrap_or_else(|| contest.groups.iter().map(|group| group.photos).max().unwrap_or(0))
}

/// The section; nothing where no pages are taken and there are none.
pub fn section(essay: EssayDesk) -> AnyView {
    let most = Memo::new(move |_| most(essay));
    let ids = Memo::new(move |_| {
        essay.draft().with(|draft| draft.photos.iter().map(|photo| photo.id.clone()).collect::<Vec<_>>())
    });
    let is_here = Memo::new(move |_| most.get() > 0 || ids.with(|ids| !ids.is_empty()));
    let words = move || if most.get() > 0 { say(locale::photo_why(most.get())) } else { say(locale::photo_not_here()) };
    let inside = move || {
        is_here.get().then(|| {
            view! {
                <section class="photos" aria-labelledby="photos-heading">
                    <h2 class="section" id="photos-heading" tabindex="-1">{say(locale::photo_title())}</h2>
                    <p>{words}</p>
                    {taking::taking(essay, most)}
                    <ol>
                        <For each=move || ids.get() key=Clone::clone children=move |id| page::page(essay, ids, id)/>
                    </ol>
                </section>
            }
        })
    };
    view! { {inside} }.into_any()
}
