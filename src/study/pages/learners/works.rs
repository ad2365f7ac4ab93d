//! The works of a backup, that is essays, speeches and kept answers on moods: what would become of each, and whether it may replace the one
//! that is here.

use formats::backup::works::{Kind, Standing, Work, WorkPlan};
use leptos::prelude::*;
use locale::Phrase;
use model::LearnerId;
use std::collections::BTreeSet;
use ui::say;

/// The name of the choice of what is replaced.
const REPLACE: &str = "replace";

/// Those of one learner.
pub fn of_learner(works: &[WorkPlan], learner: LearnerId) -> Option<AnyView> {
    let own = works.iter().enumerate().filter(|(_, plan)| plan.work.learner == learner);
    let lines: Vec<_> = own.map(|(number, plan)| line(number, plan)).collect();
    (!lines.is_empty()).then(|| view! { <ul class="works">{lines}</ul> }.into_any())
}

/// The works that the learner wants replaced, by the values of the ticked boxes of [`REPLACE`].
pub fn to_replace(works: &[WorkPlan], ticked: impl Fn(&str) -> Vec<String>) -> BTreeSet<Work> {
    let numbers = ticked(REPLACE).into_iter().filter_map(|value| value.parse::<usize>().ok());
    numbers.filter_map(|number| works.get(number)).map(|plan| plan.work.clone()).collect()
}

fn line(number: usize, plan: &WorkPlan) -> AnyView {
    let name = match plan.work.kind {
        Kind::Moods => locale::file_work_moods(),
        Kind::Making if plan.title.trim().is_empty() => locale::file_work_untitled(),
        Kind::Making => Phrase::plain(&format!("《{}》", plan.title.trim())),
    };
    let (words, choice) = match plan.standing {
        Standing::New => (locale::file_work_new(), None),
        Standing::Same => (locale::file_work_same(), None),
        Standing::Other => (locale::file_work_other(), Some(replace(number))),
    };
    view! { <li><p><span>{say(name)}</span> <small>{say(words)}</small></p>{choice}</li> }.into_any()
}

fn replace(number: usize) -> AnyView {
    view! {
        <label class="check">
            <input type="checkbox" name=REPLACE value=number.to_string()/>
            <span>{say(locale::file_work_replace())}</span>
        </label>
    }
    .into_any()
}
