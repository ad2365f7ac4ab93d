//! The versions of an essay, as they are kept.

use crate::desk::Desk;
use crate::platform::clock;
use leptos::prelude::*;
use model::ContestId;
use ui::Trouble;
use youth::versions::{Version, Versions, Why};

/// The versions. Every copy is the same one.
#[derive(Clone, Copy)]
pub struct Shelf {
    desk: StoredValue<Desk, LocalStorage>,
    slip: StoredValue<String>,
    versions: RwSignal<Versions>,
}

impl Shelf {
    /// Nothing is known until [`read`](Self::read).
    pub fn new(desk: &Desk, contest: &ContestId) -> Self {
        Self {
            desk: StoredValue::new_local(desk.clone()),
            slip: StoredValue::new(format!("essay-versions/{contest}")),
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

    /// Reads them. Those that this build cannot understand are put aside, and stay.
    pub async fn read(self) -> Result<(), Trouble> {
        let (desk, slip) = (self.desk.get_value(), self.slip.get_value());
        let found = desk.find_slip(&slip).await?.unwrap_or_default();
        let read = serde_json::from_str(&found);
        if read.is_err() && !found.is_empty() {
            desk.keep_slip(&format!("{slip}/strange"), &found).await?;
        }
        self.versions.set(read.unwrap_or_default());
        Ok(())
    }

    /// Cuts a version. Whether there is something to keep.
    pub fn cut(self, why: Why, title: &str, text: &str) -> bool {
        self.versions.try_update(|versions| versions.cut(why, clock::now(), title, text)).unwrap_or(false)
    }

    /// Keeps them as they are; it has begun when this returns.
    pub fn keep(self) -> impl Future<Output = Result<(), Trouble>> + use<> {
        let text = self.versions.with_untracked(serde_json::to_string);
        // There is nothing in a version that JSON cannot say.
        self.desk.get_value().keep_slip(&self.slip.get_value(), &text.unwrap_or_default())
    }

    /// Deletes all of them for good.
    pub async fn clear(self) -> Result<(), Trouble> {
        let (desk, slip) = (self.desk.get_value(), self.slip.get_value());
        desk.keep_slip(&slip, "").await?;
        desk.keep_slip(&format!("{slip}/strange"), "").await?;
        self.versions.set(Versions::default());
        Ok(())
    }
}
