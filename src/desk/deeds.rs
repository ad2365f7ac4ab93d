//! What is done at the desk: deeds that go to the log, and texts of what is being written.

use super::Desk;
use learning::{Deed, Study};
use locale::Phrase;
use model::{EventId, LearnerId, Trouble};
use wasm_bindgen_futures::spawn_local;

impl Desk {
    /// Adds deeds to the log, and tells `said` when they are on the disk.
    pub fn add(&self, deeds: Vec<Deed>, said: Option<Phrase>) {
        let desk = self.clone();
        spawn_local(async move {
            if let (true, Some(said)) = (desk.added(deeds).await, said) {
                desk.tell(said);
            }
        });
    }

    /// Adds a deed of studying.
    pub fn study(&self, study: Study, said: Option<Phrase>) {
        self.add(vec![Deed::Study(study)], said);
    }

    /// Adds deeds to the log. Whether they are on the disk.
    pub async fn added(&self, deeds: Vec<Deed>) -> bool {
        self.records().room().add(deeds).await
    }

    /// The same for a learner who is not the one that is learning.
    pub async fn added_for(&self, learner: LearnerId, deeds: Vec<Deed>) -> bool {
        self.records().room().add_for(learner, deeds).await
    }

    /// Adds the deed that is made of the log as it stands when everything that was asked before is in it. Whether it is on the disk; `false` too
    /// where none is made.
    pub async fn added_in_turn(&self, make: impl FnOnce() -> Option<Deed>) -> bool {
        self.records().room().add_in_turn(make).await
    }

    /// Takes back events.
    pub fn retract(&self, events: Vec<EventId>, said: Phrase) {
        self.add(events.into_iter().map(|event| Deed::Retracted { event }).collect(), Some(said));
    }

    /// What the learner was writing under a name, if anything.
    pub async fn slip(&self, name: &str) -> Option<String> {
        self.find_slip(name).await.ok()?
    }

    /// The same where it matters that it could not be read: what cannot be read must not be written over.
    pub async fn find_slip(&self, name: &str) -> Result<Option<String>, Trouble> {
        self.records().room().slip(name).await
    }

    /// Keeps what the learner is writing; an empty text removes it. The writing has begun when this returns.
    pub fn put_slip(&self, name: &str, text: &str) {
        let writing = self.keep_slip(name, text);
        spawn_local(async move {
            // How it went is said in the bars.
            let _ = writing.await;
        });
    }

    /// The same, and tells how it went. What is kept as long as the page lives, and no longer, is not kept.
    pub fn keep_slip(&self, name: &str, text: &str) -> impl Future<Output = Result<(), Trouble>> + use<> {
        self.records().room().keep_slip(name, text)
    }

    /// Removes the texts whose names begin with something, all or none.
    pub async fn remove_slips(&self, begin: &str) -> Result<(), Trouble> {
        self.records().room().remove_slips(begin).await
    }
}
