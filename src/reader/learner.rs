//! The learner's record as a reader knows it: what the log amounted to and only what came after, so that a start costs the same after ten years.

use crate::records::Records;
use leptos::prelude::*;
use model::Progress;
use records::book::Reading;
use std::sync::Arc;

/// The record of the learner on this device. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Learner {
    /// The records of the page.
    pub records: Records<Reading>,
    progress: Memo<Arc<Progress>>,
}

impl Learner {
    /// Nothing is known until the records are opened.
    pub fn new() -> Self {
        let records = Records::<Reading>::new();
        let progress = Memo::new(move |_| {
            let learner = records.who().get().map(|who| who.learner);
            records.track();
            let room = records.room();
            let amounts = |reading: &Reading| {
                room.with_going_on(|going_on| {
                    let own = going_on.iter().filter(|event| Some(event.learner) == learner);
                    reading.progress.with_going_on(own)
                })
            };
            Arc::new(room.with_book(amounts))
        });
        Self { records, progress }
    }

    /// What the log amounts to, what goes on included.
    pub fn progress(self) -> Signal<Arc<Progress>> {
        self.progress.into()
    }

    /// What the log amounts to now.
    pub fn progress_now(self) -> Arc<Progress> {
        self.progress.get_untracked()
    }
}
