//! One question as it is asked on a screen: what is asked, the ways to answer it, and what is said to the answer.
//!
//! [`view()`] draws it on an [`Asking`], which holds the answer. A page makes an `Asking` for each question, and is called back when the
//! answer changes and when it is handed in.

mod blank;
mod choice;
mod essay;
pub mod feedback;
pub mod field;
mod history;
pub mod key;
mod matching;
mod ordering;
mod sign;
pub mod words;

pub use sign::sign;

use crate::desk::{Desk, focus};
use learning::deed::{Attempt, Occasion};
use learning::grade::grade;
use learning::{Answer, Kind, Question, Verdict};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use locale::Phrase;
use model::BankId;
use std::sync::Arc;
use ui::say;
use words::words;

/// What was handed in.
pub type HandedIn = (Arc<Question>, Answer, Verdict);

/// An answer that is being given.
#[derive(Clone, Copy)]
pub struct Asking {
    /// The answer so far; once handed in, the one that was graded.
    pub given: RwSignal<Option<Answer>>,
    /// What it is worth, once it was handed in.
    pub verdict: RwSignal<Option<Verdict>>,
    /// What is to be matched or ordered lies by this.
    pub seed: u32,
    /// Called with every change of the answer.
    pub changed: UnsyncCallback<()>,
    /// Called when the answer was handed in with the question's own button.
    pub handed_in: UnsyncCallback<HandedIn>,
}

impl Asking {
    /// Whether it was handed in.
    pub fn is_over(self) -> bool {
        self.verdict.with(Option::is_some)
    }

    /// Grades what was given, if anything was and it was not graded before.
    pub fn hand_in(self, question: &Arc<Question>) -> Option<HandedIn> {
        if self.verdict.get_untracked().is_some() {
            return None;
        }
        let answer = self.given.get_untracked()?;
        let verdict = grade(question, &answer);
        self.verdict.set(Some(verdict));
        Some((Arc::clone(question), answer, verdict))
    }

    fn put(self, answer: Option<Answer>) {
        self.given.set(answer);
        self.changed.run(());
    }
}

/// How a question is shown.
pub struct Shown {
    /// What stands above it: 第 3 题，共 9 题.
    pub heading: Phrase,
    /// Whether it has a button of its own to hand the answer in.
    pub own_button: bool,
}

/// Draws a question. What is said to the answer follows it once it was handed in.
pub fn view(desk: &Desk, bank: &BankId, question: &Arc<Question>, shown: Shown, asking: Asking) -> AnyView {
    if question.kind == Kind::Description {
        return description(question);
    }
    let held = StoredValue::new_local((desk.clone(), bank.clone(), Arc::clone(question), shown));
    // A function is always drawn anew. The fields of one question are never used for another: they would keep what was chosen.
    let fresh =
        move || held.with_value(|(desk, bank, question, shown)| untrack(|| draw(desk, bank, question, shown, asking)));
    view! { {fresh} }.into_any()
}

fn draw(desk: &Desk, bank: &BankId, question: &Arc<Question>, shown: &Shown, asking: Asking) -> AnyView {
    let nothing = RwSignal::new(false);
    let (id, own) = (question.id.to_string(), shown.own_button);
    let hand_in = {
        let question = Arc::clone(question);
        move |event: SubmitEvent| {
            event.prevent_default();
            if own {
                nothing.set(!handed_in(&question, asking));
            }
        }
    };
    let button = move || (own && !asking.is_over()).then(|| button(nothing));
    view! {
        <article class="question" id=format!("q-{id}")>
            <form class="asked" on:submit=hand_in>
                <fieldset disabled=move || asking.is_over()>
                    <legend>
                        <h2 class="kicker" id=focus::heading(question) tabindex="-1">
                            {say(shown.heading.clone())} " · " {say(kind(&question.kind))}
                        </h2>
                        {stem(question)}
                    </legend>
                    {controls(question, asking)}
                </fieldset>
                {button}
            </form>
            {feedback::view(desk, bank, question, asking)}
        </article>
    }
    .into_any()
}

/// Something to read before the questions that follow.
pub fn description(question: &Question) -> AnyView {
    view! { <aside class="before">{words(&question.stem)}</aside> }.into_any()
}

/// Hands in; whether there was an answer.
fn handed_in(question: &Arc<Question>, asking: Asking) -> bool {
    if asking.given.get_untracked().is_none() && asking.verdict.get_untracked().is_none() {
        return false;
    }
    if let Some(handed_in) = asking.hand_in(question) {
        focus::on(focus::feedback(question));
        asking.handed_in.run(handed_in);
    }
    true
}

fn button(nothing: RwSignal<bool>) -> AnyView {
    let missing = move || nothing.get().then(|| say(locale::question_nothing()));
    view! {
        <p class="acts">
            <button type="submit" class="main">{say(locale::question_hand_in())}</button>
            <span role="status">{missing}</span>
        </p>
    }
    .into_any()
}

/// What is asked; a sentence with a blank stands by its field instead.
fn stem(question: &Question) -> Option<AnyView> {
    (!blank::is_inside(question)).then(|| view! { <div class="stem">{words(&question.stem)}</div> }.into_any())
}

fn controls(question: &Arc<Question>, asking: Asking) -> AnyView {
    match &question.kind {
        Kind::Choice { .. } => choice::view(question, asking),
        Kind::TrueFalse { .. } => choice::judged(question, asking),
        Kind::Short { .. } | Kind::Numerical { .. } => blank::view(question, asking),
        Kind::Matching { .. } => matching::view(question, asking),
        Kind::Ordering { .. } => ordering::view(question, asking),
        Kind::Essay => essay::view(question, asking),
        Kind::Description => ().into_any(),
    }
}

/// What kind of question it is, in a word.
pub fn kind(kind: &Kind) -> Phrase {
    match kind {
        Kind::Choice { several: false, .. } => locale::question_single(),
        Kind::Choice { several: true, .. } => locale::question_several(),
        Kind::TrueFalse { .. } => locale::question_judge(),
        Kind::Short { .. } => locale::question_fill(),
        Kind::Numerical { .. } => locale::question_number(),
        Kind::Matching { .. } => locale::question_match(),
        Kind::Ordering { .. } => locale::question_order(),
        Kind::Essay => locale::question_essay(),
        Kind::Description => locale::question_read(),
    }
}

/// What the log keeps of an answer.
pub fn attempt(bank: &BankId, (question, answer, verdict): HandedIn, occasion: Occasion) -> Attempt {
    Attempt {
        question: question.id.clone(),
        revision: question.revision.clone(),
        bank: bank.clone(),
        stem: words::short_stem(&question),
        answer,
        verdict,
        occasion,
    }
}
