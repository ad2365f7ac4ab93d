//! Opening an essay: which tab writes, and what was written before.

use super::{EssayDesk, Parts};
use crate::desk::Desk;
use crate::desk::drafting::Drafting;
use crate::platform::clock;
use crate::youth::draft::{name, slip};
use leptos::prelude::*;
use std::rc::Rc;
use ui::Trouble;
use youth::Contest;
use youth::essay::Draft;

/// What opening a desk found.
#[derive(Clone)]
pub enum Opened {
    /// The essay.
    Essay(EssayDesk),
    /// Something that this build cannot read: the draft as it is kept.
    Strange(String),
    /// The record could not be read.
    Failed(Trouble),
}

/// Opens the draft of a contest, or begins one.
pub async fn open(desk: &Desk, contest: Contest) -> Opened {
    let essay = EssayDesk(StoredValue::new_local(Rc::new(Parts::new(desk, contest))));
    open_in(desk, essay).await.unwrap_or_else(Opened::Failed)
}

async fn open_in(desk: &Desk, essay: EssayDesk) -> Result<Opened, Trouble> {
    let parts = essay.parts();
    let (drafting, found) = Drafting::open(desk, &slip(&parts.contest)).await?;
    match desk.read_draft(&name(&parts.contest), found).or_strange() {
        Ok(None) => {}
        Ok(Some(draft)) => drop(parts.now.replace(draft)),
        Err(strange) => return Ok(Opened::Strange(strange)),
    }
    parts.shelf.read().await?;
    essay.show_draft();
    drafting.keep(essay);
    // It is opened once.
    let _ = parts.drafting.set(drafting);
    Ok(Opened::Essay(essay))
}

/// A draft with nothing in it.
pub(super) fn blank(contest: &Contest) -> Draft {
    Draft::new(contest.id.clone(), clock::now())
}
