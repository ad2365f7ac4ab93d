//! What is said to an answer: the verdict, what the options say to who chose them, what is right, why, and where it stands in the lesson.

use super::words::words;
use super::{Asking, history, key, sign};
use crate::desk::Desk;
use crate::desk::focus;
use learning::grade;
use learning::{Answer, Question};
use leptos::prelude::*;
use model::BankId;
use std::sync::Arc;
use ui::say;

/// Nothing until the answer was handed in.
pub(super) fn view(desk: &Desk, bank: &BankId, question: &Arc<Question>, asking: Asking) -> AnyView {
    let held = StoredValue::new_local((desk.clone(), bank.clone(), Arc::clone(question)));
    let graded = question.is_graded();
    let verdict = move || asking.verdict.get().filter(|_| graded).map(sign::sign);
    let said = move || {
        let answer = asking.verdict.get().and_then(|_| asking.given.get())?;
        Some(held.with_value(|(desk, bank, question)| said(desk, bank, question, &answer)))
    };
    view! {
        <div class="feedback" id=focus::feedback(question) tabindex="-1">
            <p role="status">{verdict}</p>
            {said}
        </div>
    }
    .into_any()
}

fn said(desk: &Desk, bank: &BankId, question: &Question, answer: &Answer) -> AnyView {
    let own: Vec<_> =
        grade::feedback(question, answer).into_iter().map(|said| view! { <p>{words(said)}</p> }).collect();
    let right = key::right(question).map(|right| view! { <dt>{say(locale::question_key())}</dt><dd>{right}</dd> });
    let name = if question.is_graded() { locale::questions_why() } else { locale::question_hint() };
    let why = (!question.explanation.is_empty()).then(|| {
        view! { <dt>{say(name)}</dt><dd>{words(&question.explanation)}</dd> }
    });
    view! {
        {own}
        <dl>{right} {why}</dl>
        {passage(desk, bank, question)}
        {history::view(desk, question)}
    }
    .into_any()
}

/// The way to the passage of the lesson that answers the question.
pub fn passage(desk: &Desk, bank: &BankId, question: &Question) -> Option<AnyView> {
    let passage = question.passage.as_ref()?;
    let block = passage.block?;
    let index = desk.index().get_untracked()?;
    let lesson = index.banks.iter().find(|line| line.id == *bank)?.lesson.as_ref()?;
    let address = format!("{}#{block}", desk.to(&lesson.address));
    let quote = format!("“{}……”", passage.quote);
    Some(view! { <p class="passage">{say(locale::questions_passage())} <a href=address>{quote}</a></p> }.into_any())
}
