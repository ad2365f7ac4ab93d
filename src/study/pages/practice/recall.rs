//! A question to recall: one looks at it, thinks, looks at the answer, and says with one of two large buttons whether one knew it.

use super::state::Practice;
use crate::desk::focus;
use crate::study::question::{self, feedback, key, words};
use learning::paper::{arranged, letter};
use learning::{Kind, Question};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use locale::Phrase;
use model::BankId;
use std::sync::Arc;
use ui::say;

/// A question that is being recalled.
#[derive(Clone, Copy)]
struct Recall {
    practice: Practice,
    question: StoredValue<Arc<Question>>,
    /// Whether the answer is shown.
    open: RwSignal<bool>,
    /// What was said, once it is on the disk.
    said: RwSignal<Option<bool>>,
    /// Whether something is being written.
    busy: RwSignal<bool>,
}

/// The question; `said` is what was said of it before.
pub(super) fn view(
    practice: Practice,
    bank: &BankId,
    question: &Arc<Question>,
    heading: Phrase,
    said: Option<bool>,
) -> AnyView {
    let recall = Recall {
        practice,
        question: StoredValue::new(Arc::clone(question)),
        open: RwSignal::new(said.is_some()),
        said: RwSignal::new(said),
        busy: RwSignal::new(false),
    };
    let bank = bank.clone();
    let under = move || if recall.open.get() { recall.answer(&bank) } else { recall.closed() };
    view! {
        <article class="question recall" id=format!("q-{}", question.id) on:keydown=move |event| recall.key(&event)>
            <h2 class="kicker" id=focus::heading(question) tabindex="-1">
                {say(heading)} " · " {say(question::kind(&question.kind))}
            </h2>
            {stem(question)}
            {material(question)}
            {under}
        </article>
    }
    .into_any()
}

impl Recall {
    fn closed(self) -> AnyView {
        let open = move |_| {
            self.open.set(true);
            self.question.with_value(|question| focus::on(focus::feedback(question)));
        };
        view! {
            <p class="acts"><button type="button" class="main" on:click=open>{say(locale::practice_show())}</button></p>
        }
        .into_any()
    }

    fn answer(self, bank: &BankId) -> AnyView {
        let question = self.question.get_value();
        let right = key::right(&question).map(|right| view! { <dt>{say(locale::question_key())}</dt><dd>{right}</dd> });
        let why = (!question.explanation.is_empty())
            .then(|| view! { <dt>{say(locale::questions_why())}</dt><dd>{words::words(&question.explanation)}</dd> });
        let passage = self.practice.desk.with_value(|desk| feedback::passage(desk, bank, &question));
        let under = move || self.said.get().map_or_else(|| self.buttons(), |known| self.noted(known));
        view! {
            <div class="feedback" id=focus::feedback(&question) tabindex="-1">
                <dl>{right} {why}</dl>
                {passage}
            </div>
            {under}
        }
        .into_any()
    }

    fn buttons(self) -> AnyView {
        let one = move |known: bool| {
            let (class, sign, key, words) = if known {
                ("knew", "✓", "1", locale::practice_knew())
            } else {
                ("knew not", "✗", "2", locale::practice_knew_not())
            };
            view! {
                <button type="button" class=class aria-keyshortcuts=key on:click=move |_| self.say(known)>
                    <b aria-hidden="true">{sign}</b> " " {say(words)} <kbd aria-hidden="true">{key}</kbd>
                </button>
            }
        };
        let id = self.question.with_value(|question| format!("did-{}", question.id));
        let name = id.clone();
        view! {
            <div class="knew-or-not" role="group" aria-labelledby=name>
                <p id=id>{say(locale::practice_did_you())}</p>
                {one(true)} {one(false)}
            </div>
        }
        .into_any()
    }

    fn noted(self, known: bool) -> AnyView {
        let (verdict, sign, words) = if known {
            ("right", "✓", locale::practice_noted_knew())
        } else {
            ("wrong", "✗", locale::practice_noted_knew_not())
        };
        let again = move |_| self.take_back();
        view! {
            <div class="noted">
                <p role="status" tabindex="-1" id=self.noted_id()>
                    <span class="verdict" data-verdict=verdict><b aria-hidden="true">{sign}</b> " " {say(words)}</span>
                </p>
                <button type="button" on:click=again>{say(locale::practice_mistaken())}</button>
            </div>
        }
        .into_any()
    }

    fn noted_id(self) -> String {
        self.question.with_value(|question| format!("noted-{}", question.id))
    }

    /// The keys 1 and 2 are the two buttons, as long as the keyboard stands on this question.
    fn key(self, event: &KeyboardEvent) {
        let is_plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        if is_plain && self.open.get_untracked() && self.said.get_untracked().is_none() {
            match event.key().as_str() {
                "1" => self.say(true),
                "2" => self.say(false),
                _ => {}
            }
        }
    }

    fn say(self, known: bool) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let question = self.question.get_value();
        spawn_local(async move {
            if self.practice.recalled(&question, known).await {
                self.said.try_set(Some(known));
                focus::on(format!("noted-{}", question.id));
            }
            self.busy.try_set(false);
        });
    }

    fn take_back(self) {
        let question = self.question.get_value();
        spawn_local(async move {
            if self.practice.take_back(&question.id).await {
                self.said.try_set(None);
                self.practice.desk.with_value(|desk| desk.tell(locale::practice_taken_back()));
                focus::on(focus::feedback(&question));
            }
        });
    }
}

/// What is asked; a blank is a line.
fn stem(question: &Question) -> AnyView {
    let after = (!question.stem_after.is_empty()).then(|| view! { " ____ " {words::words(&question.stem_after)} });
    let judge = matches!(question.kind, Kind::TrueFalse { .. })
        .then(|| view! { <p class="hint">{say(locale::practice_true_or_false())}</p> });
    view! { <div class="stem">{words::words(&question.stem)} {after}</div> {judge} }.into_any()
}

/// What the question gives to think with: its options, or what is to be matched or ordered.
fn material(question: &Question) -> AnyView {
    let order = arranged(question, 1, false);
    match &question.kind {
        Kind::Choice { options, .. } => {
            let line = |(place, option): (usize, &learning::question::Choice)| {
                view! { <li><b class="letter">{letter(place)}</b> <span>{words::words(&option.words)}</span></li> }
            };
            let lines: Vec<_> = options.iter().enumerate().map(line).collect();
            view! { <ul class="options">{lines}</ul> }.into_any()
        }
        Kind::Ordering { items } => {
            let items = order.iter().filter_map(|place| items.get(usize::from(*place)));
            let lines: Vec<_> = items.map(|item| view! { <li>"· " {words::words(item)}</li> }).collect();
            view! { <ul class="options">{lines}</ul> }.into_any()
        }
        Kind::Matching { pairs } => {
            let lefts = pairs.iter().filter(|pair| !pair.left.is_empty());
            let lefts: Vec<_> = lefts.map(|pair| view! { <li>"· " {words::words(&pair.left)}</li> }).collect();
            let rights = order.iter().filter_map(|place| pairs.get(usize::from(*place)));
            let rights: Vec<_> = rights.map(|pair| pair.right.clone()).collect();
            view! {
                <ul class="options">{lefts}</ul>
                <p class="hint">{say(locale::questions_pairs())} " " {rights.join("；")}</p>
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}
