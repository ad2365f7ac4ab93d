//! The speech as it is handed in: its chosen take.

use super::chosen_take;
use super::draft::Speech;
use crate::youth::entry::{Content, Made, Source};
use entry::Length;
use entry::manifest::Media;
use entry::package::File;
use leptos::prelude::*;
use locale::Phrase;
use youth::checklist::{Facts, Spoken, checklist};

/// What the panel is told.
pub fn source(speech: Speech) -> Source {
    Source {
        may_write: None,
        group: Signal::derive(move || speech.draft.with(|draft| draft.group.clone())),
        last: Signal::derive(move || speech.draft.with(|draft| draft.handed_in.clone())),
        checklist: Box::new(move |age, now_ms| {
            let facts = |contest: &_, draft: &_| checklist(&Facts::of_speech(contest, draft, age, now_ms));
            speech.draft.with(|draft| speech.with_contest(|contest| facts(contest, draft)))
        }),
        own_work: Signal::derive(move || speech.draft.with(|draft| draft.own_work)),
        say_own_work: Box::new(move |is_own| speech.change(|draft| draft.own_work = is_own)),
        work: Box::new(move || Box::pin(work(speech))),
        done: Box::new(move |handed_in| Box::pin(speech.changed(|draft| draft.handed_in = Some(handed_in)))),
    }
}

async fn work(speech: Speech) -> Result<Made, Phrase> {
    let contest = speech.with_contest(Clone::clone);
    let (take, bytes) = chosen_take(&speech.hall(), &contest).await.ok_or_else(locale::entry_need_take)?;
    let media = Media::parse(&take.media_type).ok_or_else(locale::entry_need_take)?;
    let title = speech.draft.with_untracked(|draft| draft.title.clone());
    let Spoken { seconds, .. } = Spoken::of(&take);
    Ok(Made { title, length: Length::Seconds(seconds), content: Content::Speech(File { media, bytes }) })
}
