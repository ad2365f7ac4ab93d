//! What keeps the file of an entry from being made: looked for when it is to be made, and said beside the fields.

use super::{MADE, Panel, making, typed};
use crate::desk::focus;
use crate::platform::clock;
use leptos::prelude::*;
use leptos::task::{self, spawn_local};
use locale::Phrase;
use youth::consent::Missing;
use youth::form::{Fault, Field};

/// What keeps a file from being made.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Faults {
    /// The fields that are not filled in rightly.
    pub fields: Vec<(Field, Fault)>,
    /// What the consent lacks.
    pub missing: Vec<Missing>,
    /// What else there is.
    pub other: Option<Phrase>,
}

impl Panel {
    /// Makes the file, or says what is wrong.
    pub(super) fn send(self) {
        if self.is_making.get_untracked() {
            return;
        }
        let faults = self.found();
        let first = faults.first();
        self.faults.set(faults);
        if let Some(first) = first {
            return focus::on(first);
        }
        self.is_making.set(true);
        spawn_local(async move {
            task::tick().await;
            let (typed, answers) = (self.typed.get_untracked(), self.answers.get_untracked());
            match self.parcel(&typed, answers).await {
                Ok(parcel) => {
                    self.parcel.set(Some(parcel));
                    self.desk().tell(locale::entry_made_said());
                    focus::on(MADE.to_owned());
                }
                Err(why) => self.faults.update(|faults| faults.other = Some(why)),
            }
            self.is_making.set(false);
        });
    }

    /// Looks again at what was said to be wrong, for something was filled in since.
    pub(super) fn look_again(self) {
        if self.faults.with_untracked(|faults| *faults != Faults::default()) {
            self.faults.set(self.found());
        }
    }

    /// What keeps the file from being made, as far as that is seen at once.
    fn found(self) -> Faults {
        let (parts, typed) = (self.parts(), self.typed.get_untracked());
        let consent = making::consent(&parts.contest, &typed, self.answers.get_untracked(), clock::now());
        let has_group = parts.source.group.get_untracked().is_some();
        Faults {
            fields: typed.form.faults(&parts.contest.asks),
            missing: consent.missing(typed.form.age),
            other: (!has_group).then(locale::entry_need_group),
        }
    }

    /// What is missing of the consent, if it is one of these.
    pub(super) fn lacks(self, about: &'static [Missing]) -> Signal<Option<Missing>> {
        Signal::derive(move || {
            self.faults.with(|faults| faults.missing.iter().find(|missing| about.contains(missing)).copied())
        })
    }
}

impl Faults {
    /// The id of the field that the first of them is about.
    fn first(&self) -> Option<String> {
        let field = self.fields.first().map(|(field, _)| format!("entry-{}", typed::name_of(*field)));
        let missing = self.missing.first().map(|missing| match missing {
            Missing::Guardian | Missing::GuardianName => "entry-guardian".to_owned(),
            Missing::Relation => "entry-relation".to_owned(),
            Missing::TakingPart => "entry-taking_part-yes".to_owned(),
        });
        field.or(missing).or_else(|| self.other.as_ref().map(|_| "entry-make".to_owned()))
    }
}
