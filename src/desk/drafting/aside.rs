//! Words that were put aside because another tab writes in their place: each on a slip of its own, until the learner took them or let them go.

use super::Drafting;
use crate::platform::local;
use leptos::prelude::*;
use model::LearnerId;
use records::identity::guest;
use records::keeping::Event;
use ui::Trouble;
use wasm_bindgen_futures::spawn_local;

/// Words that were put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Their slip.
    pub slip: String,
    /// What it says.
    pub text: String,
}

/// A name for words of a slip that may not go in their own place. The sign says that there is something to look for: looking costs a reading
/// of all that is kept.
pub fn name_of(learner: LearnerId, slip: &str, own: &str, turn: u32) -> String {
    local::set(&sign_of(learner, slip), "yes");
    format!("{slip}/aside/{own}-{turn}")
}

fn sign_of(learner: LearnerId, slip: &str) -> String {
    format!("huaide.aside/{learner}/{slip}")
}

impl Drafting {
    /// What was put aside and is still there.
    pub fn asides(&self) -> Signal<Vec<Aside>> {
        self.0.asides.clone().into()
    }

    /// Lets go of words that were put aside.
    pub async fn let_go_of(&self, aside: &Aside) -> Result<(), Trouble> {
        self.0.desk.keep_slip(&aside.slip, "").await?;
        self.0.asides.update(|asides| asides.retain(|other| other.slip != aside.slip));
        if self.0.asides.with_untracked(Vec::is_empty) {
            local::remove(&self.sign());
        }
        Ok(())
    }

    /// Goes on with words that were put aside; what stands there now is put aside for them.
    pub async fn swap(&self, aside: &Aside) -> Result<(), Trouble> {
        let mut now = None;
        self.with_words(|words| now = words.text());
        let now = now.ok_or(Trouble::Damaged)?;
        self.0.desk.keep_slip(&aside.slip, &now).await?;
        self.with_words(|words| words.show(Some(aside.text.clone())));
        self.tell(Event::Key);
        self.0.asides.update(|asides| {
            asides.iter_mut().filter(|other| other.slip == aside.slip).for_each(|other| other.text.clone_from(&now));
            asides.retain(|other| !other.text.is_empty());
        });
        Ok(())
    }

    /// Where words go now that may not go in their own place.
    pub(super) fn name_aside(&self) -> String {
        let learner = self.0.desk.learner_now().unwrap_or_else(guest);
        name_of(learner, &self.0.slip, self.0.hold.own(), self.0.turns.get())
    }

    fn sign(&self) -> String {
        sign_of(self.0.desk.learner_now().unwrap_or_else(guest), &self.0.slip)
    }

    /// Looks for what was put aside, here or in another tab.
    pub(super) fn look_aside(&self) {
        if local::get(&self.sign()).is_none() {
            return;
        }
        let this = self.clone();
        spawn_local(async move {
            let desk = &this.0.desk;
            let (Some(learner), Some(all)) = (desk.learner_now(), desk.records().room().all_slips().await) else {
                return;
            };
            let own = format!("{learner}/");
            let begin = format!("{}/aside/", this.0.slip);
            let found = all.into_iter().filter_map(|(name, text)| {
                let slip = name.strip_prefix(&own)?.to_owned();
                slip.starts_with(&begin).then_some(Aside { slip, text })
            });
            this.0.asides.set(found.collect());
        });
    }
}
