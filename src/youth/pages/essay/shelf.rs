//! The versions of an essay, as they are kept.

use crate::desk::Desk;
use crate::platform::clock;
use formats::draft::Name;
use leptos::prelude::*;
use model::ContestId;
use ui::Trouble;
use youth::versions::{Version, Versions, Why};

/// The versions. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Shelf {
    desk: StoredValue<Desk, LocalStorage>,
    name: StoredValue<Name>,
    versions: RwSignal<Versions>,
}

impl Shelf {
    /// Nothing is known until [`read`](Self::read).
    pub fn new(desk: &Desk, contest: &ContestId) -> Self {
        Self {
            desk: StoredValue::new_local(desk.clone()),
            name: StoredValue::new(Name::Versions(contest.clone())),
            versions: RwSignal::default(),
        }
    }

    /// The versions.
    pub fn versions(self) -> Signal<Versions> {
        self.versions.into()
    }

    /// One of them.
    pub fn get(self, number: u32) -> Option<Version> {
        self.versions.with_untracked(|versions| versions.get(number).cloned())
    }

    /// Reads them. Those that this build cannot understand are set aside, and stay.
    pub async fn read(self) -> Result<(), Trouble> {
        let found = self.desk.get_value().open_draft(&self.name.get_value()).await?;
        self.versions.set(found.unwrap_or_default());
        Ok(())
    }

    /// Cuts a version. Whether there is something to keep.
    pub fn cut(self, why: Why, title: &str, text: &str) -> bool {
        self.versions.try_update(|versions| versions.cut(why, clock::now(), title, text)).unwrap_or(false)
    }

    /// Keeps them as they are; it has begun when this returns.
    pub fn keep(self) -> impl Future<Output = Result<(), Trouble>> + use<> {
        self.versions.with_untracked(|versions| self.desk.get_value().keep_draft(&self.name.get_value(), versions))
    }

    /// Deletes all of them for good.
    pub async fn clear(self) -> Result<(), Trouble> {
        self.desk.get_value().remove_draft(&self.name.get_value()).await?;
        self.versions.set(Versions::default());
        Ok(())
    }
}
