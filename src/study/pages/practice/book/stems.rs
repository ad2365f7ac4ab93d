//! The words of questions whose records do not have them: fetched with their banks, as long as the portal has these.

use crate::study::pages::practice::state::Practice;
use crate::study::question::words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::QuestionId;
use std::collections::{BTreeMap, BTreeSet};

/// The words that were fetched.
#[derive(Clone, Copy)]
pub(super) struct Stems(RwSignal<BTreeMap<QuestionId, String>>);

impl Stems {
    /// Fetches what is missing now.
    pub fn new(practice: Practice) -> Self {
        let stems = Self(RwSignal::default());
        let lines = practice.book.get_untracked();
        let missing = lines
            .iter()
            .filter(|line| line.stem.is_empty())
            .filter_map(|line| untrack(|| practice.bank(&line.question)));
        let banks: BTreeSet<_> = missing.collect();
        let desk = practice.desk.get_value();
        spawn_local(async move {
            for id in banks {
                let Some(bank) = desk.bank(&id).await else { continue };
                stems.0.try_update(|known| {
                    known.extend(
                        bank.questions.iter().map(|question| (question.id.clone(), words::short_stem(question))),
                    );
                });
            }
        });
        stems
    }

    /// The words of a question, if they were fetched.
    pub fn of(self, id: &QuestionId) -> Option<String> {
        self.0.with(|known| known.get(id).cloned())
    }
}
