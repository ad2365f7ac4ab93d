//! The two ways to practise: to write an answer, or to recall it and look.

use super::state::Practice;
use leptos::prelude::*;
use ui::say;

/// A way to practise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// 作答
    Answer,
    /// 回想
    Recall,
}

impl Way {
    /// The way that is kept under a name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Answer, Self::Recall].into_iter().find(|way| way.name() == name)
    }

    /// Its name for keeping.
    pub fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Recall => "recall",
        }
    }
}

/// The choice between the two; `group` keeps two choices on one page apart.
pub(super) fn choice(practice: Practice, group: &'static str, usual: Way) -> AnyView {
    let one = move |way: Way| {
        let words = match way {
            Way::Answer => locale::practice_way_answer(),
            Way::Recall => locale::practice_way_recall(),
        };
        view! {
            <label>
                <input type="radio" name=group prop:checked=move || practice.way.get().unwrap_or(usual) == way
                    on:change=move |_| practice.choose(way)/>
                <span>{say(words)}</span>
            </label>
        }
    };
    let hint = move || {
        let recalls = practice.way.get().unwrap_or(usual) == Way::Recall;
        recalls.then(|| view! { <span class="hint">{say(locale::practice_way_recall_hint())}</span> })
    };
    view! {
        <fieldset class="ways">
            <legend class="hidden">{say(locale::practice_way())}</legend>
            {one(Way::Answer)} {one(Way::Recall)} {hint}
        </fieldset>
    }
    .into_any()
}
