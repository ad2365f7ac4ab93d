//! Bookmarks: put and taken back.

use super::State;
use leptos::task::spawn_local;
use locale::Phrase;
use model::{Bookmark, Deed, EventId};

impl State {
    /// Puts a bookmark on the block at the top of the window, or takes back the ones that are there.
    pub(super) fn toggle_bookmark(&self) {
        let there = self.bookmarks_here();
        if !there.is_empty() {
            self.retract(there, locale::reader_unmarked());
            return;
        }
        let (Some(page), Some(place)) = (self.place().page(), self.place().now()) else { return };
        let Some(reading) = page.reading() else { return };
        let label = self.place().first_words();
        let said = locale::reader_marked(label.as_str());
        let bookmark = Bookmark {
            document: reading.id.clone(),
            title: reading.heading.clone(),
            address: page.address.clone(),
            place,
            label,
        };
        self.add(vec![Deed::Bookmarked(bookmark)], said);
    }

    fn bookmarks_here(&self) -> Vec<EventId> {
        let (progress, place) = (self.learner().progress_now(), self.place());
        let (Some(document), index) = (place.document(), place.index()) else { return Vec::new() };
        let own = progress.bookmarks.iter().filter(|kept| kept.bookmark.document == document);
        own.filter(|kept| place.find(&kept.bookmark.place) == Some(index)).map(|kept| kept.event).collect()
    }

    fn retract(&self, events: Vec<EventId>, said: Phrase) {
        self.add(events.into_iter().map(|event| Deed::Retracted { event }).collect(), said);
    }

    /// Adds deeds to the log; says so when they are on the disk, and not before.
    fn add(&self, deeds: Vec<Deed>, said: Phrase) {
        let state = self.clone();
        spawn_local(async move {
            if state.learner().records.room().add(deeds).await {
                state.tell(said);
                state.moved_by_itself();
            }
        });
    }
}
