//! Which marked passages are not found any more: the texts they are in are fetched and looked through, one after the other.

use super::passage::Passage;
use crate::desk::Desk;
use crate::platform::{frame, web};
use learning::deed::Highlight;
use learning::log::Kept;
use learning::notes::Placement;
use leptos::prelude::*;
use model::{DocumentId, EventId};
use std::collections::{BTreeMap, BTreeSet};

/// Those of the learner's passages that are not found. Of a text that cannot be had nothing is known.
pub async fn lost(desk: &Desk) -> BTreeSet<EventId> {
    let log = desk.log().get_untracked();
    let mut texts: BTreeMap<&DocumentId, Vec<&Kept<Highlight>>> = BTreeMap::new();
    for kept in &log.highlights {
        texts.entry(&kept.value.document).or_default().push(kept);
    }
    let mut lost = BTreeSet::new();
    for (document, highlights) in texts {
        let last = highlights.last().map(|kept| kept.value.address.as_str()).unwrap_or_default();
        let Some(passage) = fetch(desk, &address(desk, document, last)).await else { continue };
        let gone = highlights.iter().filter(|kept| passage.text.place(&kept.value) == Placement::Lost);
        lost.extend(gone.map(|kept| kept.event).filter(|_| passage.document == *document));
        web::idle().await;
    }
    lost
}

/// Where a document is now, as far as the index knows.
pub fn address(desk: &Desk, document: &DocumentId, last_known: &str) -> String {
    let index = desk.index().get_untracked();
    let lessons = index.iter().flat_map(|index| index.series.iter().flat_map(|series| &series.lessons));
    let mut found = lessons.filter(|lesson| lesson.id == *document).map(|lesson| lesson.address.clone());
    found.next().unwrap_or_else(|| last_known.to_owned())
}

async fn fetch(desk: &Desk, address: &str) -> Option<Passage> {
    let html = web::text(&desk.to(address), "text/html").await?;
    // Without its head: this page's policy does not know the style of that one.
    let body = html.get(html.find("<body")?..)?;
    let other = web::parse(body)?;
    Passage::of(&other, &frame::read_page(&other)?)
}
