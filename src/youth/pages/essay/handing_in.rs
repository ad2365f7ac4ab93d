//! The essay as it is handed in.

use super::EssayDesk;
use crate::youth::entry::{Content, Made, Source};
use crate::youth::photos;
use entry::Length;
use leptos::prelude::*;
use locale::Phrase;
use model::length::count;
use youth::checklist::{Facts, checklist};
use youth::essay::HandedIn;
use youth::versions::Why;

/// What the panel is told.
pub fn source(essay: EssayDesk) -> Source {
    Source {
        may_write: Some(Signal::derive(move || essay.may_write())),
        group: Signal::derive(move || essay.draft().with(|draft| draft.group.clone())),
        last: Signal::derive(move || essay.draft().with(|draft| draft.handed_in.clone())),
        checklist: Box::new(move |age, now_ms| {
            let contest = essay.contest();
            essay.draft().with(|draft| checklist(&Facts::of_essay(&contest, draft, age, now_ms)))
        }),
        own_work: Signal::derive(move || essay.draft().with(|draft| draft.own_work)),
        say_own_work: Box::new(move |is_own| essay.change(|draft| draft.own_work = is_own)),
        work: Box::new(move || Box::pin(work(essay))),
        done: Box::new(move |handed_in| Box::pin(done(essay, handed_in))),
    }
}

async fn work(essay: EssayDesk) -> Result<Made, Phrase> {
    let draft = essay.now();
    if draft.text.trim().is_empty() && draft.photos.is_empty() {
        return Err(locale::entry_need_essay());
    }
    let photos =
        photos::files(&essay.desk(), &draft.contest, &draft.photos).await.ok_or_else(locale::entry_need_photo)?;
    let found = count(&draft.text);
    let length = Length::Characters { with_punctuation: found.all, without_punctuation: found.without_punctuation() };
    Ok(Made { title: draft.title, length, content: Content::Essay { text: Some(draft.text), photos } })
}

/// What was handed in becomes a version, and the draft says so.
async fn done(essay: EssayDesk, handed_in: HandedIn) -> bool {
    let cut = essay.cut(Why::HandedIn);
    essay.change(|draft| draft.handed_in = Some(handed_in));
    match cut {
        Some(keeping) => keeping.await.is_ok(),
        None => true,
    }
}
