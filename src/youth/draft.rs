//! A draft for a contest as it is kept: one slip beside the log, read whole and written whole.

use crate::desk::Desk;
use formats::draft::Name;
pub use formats::draft::{Draft, Found};
use leptos::prelude::GetUntracked;
use ui::{Saving, Trouble};
use youth::Contest;
use youth::contest::ContestKind;
use youth::essay::Draft as Essay;

/// What the draft of a contest is called.
pub fn name(contest: &Contest) -> Name {
    match contest.kind {
        ContestKind::Essay => Name::Essay(contest.id.clone()),
        ContestKind::Speech => Name::Speech(contest.id.clone()),
    }
}

/// The slip of a contest's draft.
pub fn slip(contest: &Contest) -> String {
    name(contest).to_string()
}

/// Reads the draft of a contest.
pub async fn read<D: Draft>(desk: &Desk, contest: &Contest) -> Result<Found<D>, Trouble> {
    desk.find_draft(&name(contest)).await
}

/// What a text that was put aside under the name of an essay says.
pub fn of_text(name: &Name, text: &str) -> Option<Essay> {
    formats::draft::read(name, Some(text.to_owned())).0.draft()
}

/// Writes the draft of a contest; it has begun when this returns.
pub fn write<D: Draft>(
    desk: &Desk,
    contest: &Contest,
    draft: &D,
) -> impl Future<Output = Result<(), Trouble>> + use<D> {
    desk.keep_draft(&name(contest), draft)
}

/// Removes the draft of a contest for good, and what was set aside from it.
pub async fn remove(desk: &Desk, contest: &Contest) -> Result<(), Trouble> {
    let outcome = desk.remove_draft(&name(contest)).await;
    if passes(desk) { Ok(()) } else { outcome }
}

/// Whether this browser keeps nothing: what is made lives as long as the page does.
pub fn passes(desk: &Desk) -> bool {
    matches!(desk.saving().get_untracked(), Saving::Passing(_))
}
