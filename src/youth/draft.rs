//! A draft for a contest as it is kept: one slip beside the log, read whole and written whole.

use crate::desk::Desk;
use leptos::prelude::GetUntracked;
use serde::Serialize;
use serde::de::DeserializeOwned;
use ui::{Saving, Trouble};
use youth::Contest;
use youth::contest::ContestKind;

/// What stands in the slip of a draft.
pub enum Found<D> {
    /// Nothing yet.
    Nothing,
    /// A draft.
    Draft(D),
    /// Something that this build cannot read. It is not written over.
    Strange,
}

impl<D> Found<D> {
    /// The draft, if there is one that can be read.
    pub fn draft(self) -> Option<D> {
        match self {
            Self::Draft(draft) => Some(draft),
            Self::Nothing | Self::Strange => None,
        }
    }
}

/// The slip of a contest's draft.
pub fn slip(contest: &Contest) -> String {
    match contest.kind {
        ContestKind::Essay => format!("essay/{}", contest.id),
        ContestKind::Speech => format!("speech/{}", contest.id),
    }
}

/// Reads the draft of a contest.
pub async fn read<D: DeserializeOwned>(desk: &Desk, contest: &Contest) -> Result<Found<D>, Trouble> {
    let Some(json) = desk.find_slip(&slip(contest)).await? else { return Ok(Found::Nothing) };
    Ok(serde_json::from_str(&json).map_or(Found::Strange, Found::Draft))
}

/// Writes the draft of a contest; it has begun when this returns.
pub fn write<D: Serialize>(
    desk: &Desk,
    contest: &Contest,
    draft: &D,
) -> impl Future<Output = Result<(), Trouble>> + use<D> {
    let json = serde_json::to_string(draft).ok();
    let writing = json.map(|json| desk.keep_slip(&slip(contest), &json));
    async move { writing.ok_or(Trouble::Damaged)?.await }
}

/// Removes the draft of a contest for good.
pub async fn remove(desk: &Desk, contest: &Contest) -> Result<(), Trouble> {
    let outcome = desk.keep_slip(&slip(contest), "").await;
    if passes(desk) { Ok(()) } else { outcome }
}

/// Whether this browser keeps nothing: what is made lives as long as the page does.
pub fn passes(desk: &Desk) -> bool {
    matches!(desk.saving().get_untracked(), Saving::Passing(_))
}
