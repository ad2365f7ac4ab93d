//! Opening an essay: which tab writes, and what was written before.

use super::super::hold::Hold;
use super::{EssayDesk, Parts, Standing};
use crate::desk::Desk;
use crate::platform::clock;
use crate::youth::draft::{self, Found, Keeping};
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
    let Some(learner) = desk.learner_now() else { return Opened::Failed(Trouble::Refused) };
    let hold = Hold::new(learner, &contest.id);
    let essay = EssayDesk(StoredValue::new_local(Rc::new(Parts::new(desk, contest, hold.clone()))));
    // Those that ask from now on are answered.
    hold.listen(move |heard| essay.heard(heard));
    let standing = if hold.look().await { Standing::Here } else { Standing::Elsewhere };
    essay.shown().standing.set(standing);
    match essay.read().await {
        Ok(Ok(())) => {
            essay.watch_leaving();
            Opened::Essay(essay)
        }
        Ok(Err(strange)) => Opened::Strange(strange),
        Err(trouble) => Opened::Failed(trouble),
    }
}

/// A draft with nothing in it.
pub(super) fn blank(contest: &Contest) -> Draft {
    Draft::new(contest.id.clone(), clock::now())
}

impl EssayDesk {
    /// Reads the draft and its versions. What cannot be understood is given as it is.
    pub(super) async fn read(self) -> Result<Result<(), String>, Trouble> {
        let parts = self.parts();
        let draft = match draft::read::<Draft>(&parts.desk, &parts.contest).await? {
            Found::Nothing => None,
            Found::Draft(draft) => Some(draft),
            Found::Strange(json) => return Ok(Err(json)),
        };
        parts.shelf.read().await?;
        self.say(if draft.is_some() { Keeping::Kept } else { Keeping::Untouched });
        parts.now.replace(draft.unwrap_or_else(|| blank(&parts.contest)));
        self.show_draft();
        Ok(Ok(()))
    }
}
