//! Things to put in order: moved up and down by buttons, or taken with one tap and put in place with another. The keyboard stays on what
//! was moved, and its new place is said.

use super::words::{plain, words};
use super::{Asking, sign};
use crate::desk::focus;
use learning::grade::parts;
use learning::paper::arranged;
use learning::{Answer, Kind, Question, Words};
use leptos::prelude::*;
use locale::Phrase;
use std::sync::Arc;
use ui::{say, whisper};

/// What is being put in order.
#[derive(Clone, Copy)]
struct Order {
    asking: Asking,
    question: StoredValue<Arc<Question>>,
    order: RwSignal<Vec<u16>>,
    /// The thing that was taken.
    taken: RwSignal<Option<u16>>,
    told: RwSignal<Option<Phrase>>,
}

/// The things.
pub(super) fn view(question: &Arc<Question>, asking: Asking) -> AnyView {
    let Kind::Ordering { items } = &question.kind else { return ().into_any() };
    let at_first = match asking.given.get_untracked() {
        Some(Answer::Ordered(order)) if order.len() == items.len() => order,
        _ => arranged(question, asking.seed, false),
    };
    let order = Order {
        asking,
        question: StoredValue::new(Arc::clone(question)),
        order: RwSignal::new(at_first),
        taken: RwSignal::new(None),
        told: RwSignal::new(None),
    };
    let told = move || order.told.get().map(say);
    view! {
        <p class="hint">{say(locale::question_order_how())}</p>
        <ol class="order">
            <For each=move || order.order.get() key=|place| *place children=move |place| order.line(place)/>
        </ol>
        <p class="hidden" role="status">{told}</p>
    }
    .into_any()
}

impl Order {
    fn line(self, place: u16) -> AnyView {
        let Some(item) = self.item(place) else { return ().into_any() };
        let mark = move || self.mark(place);
        view! {
            <li data-taken=move || (self.taken.get() == Some(place)).then_some("")>
                <button type="button" class="thing" id=self.id(place, "thing")
                    aria-pressed=move || (self.taken.get() == Some(place)).to_string()
                    on:click=move |_| self.tap(place)
                >
                    {words(&item)}
                </button>
                <span class="moves">{self.mover(place, &item, true)} {self.mover(place, &item, false)}</span>
                {mark}
            </li>
        }
        .into_any()
    }

    /// A button that moves a thing by one place. At the end of its way it stays, for the keyboard stands on it.
    fn mover(self, place: u16, item: &Words, up: bool) -> AnyView {
        let (name, sign, said) =
            if up { ("up", "↑", locale::question_up()) } else { ("down", "↓", locale::question_down()) };
        let id = self.id(place, name);
        let last = self.order.with_untracked(Vec::len).saturating_sub(1);
        let at_end = move || self.at(place) == if up { 0 } else { last };
        let step = {
            let id = id.clone();
            move |_| {
                let at = self.at(place);
                let to = if up { at.saturating_sub(1) } else { (at + 1).min(last) };
                self.put(place, to, id.clone());
            }
        };
        view! {
            <button type="button" id=id aria-disabled=move || at_end().to_string() on:click=step>
                <span aria-hidden="true">{sign}</span> {say(said)} {whisper(Phrase::plain(&plain(item)))}
            </button>
        }
        .into_any()
    }

    /// Takes a thing, puts the one that was taken in its place, or lets it go again.
    fn tap(self, place: u16) {
        match self.taken.get_untracked() {
            None => {
                self.taken.set(Some(place));
                let name = self.name(place);
                self.told.set(Some(locale::question_taken(name)));
            }
            Some(taken) => {
                self.taken.set(None);
                if taken != place {
                    let to = self.at(place);
                    self.put(taken, to, self.id(taken, "thing"));
                }
            }
        }
    }

    /// Puts a thing at a place; the keyboard goes to `then`.
    fn put(self, place: u16, to: usize, then: String) {
        let from = self.at(place);
        if from == to {
            return;
        }
        self.order.update(|order| {
            let thing = order.remove(from);
            order.insert(to, thing);
        });
        let of = self.order.with_untracked(Vec::len);
        self.told.set(Some(locale::question_placed(self.name(place), of, to + 1)));
        self.asking.put(Some(Answer::Ordered(self.order.get_untracked())));
        focus::on(then);
    }

    fn at(self, place: u16) -> usize {
        self.order.with(|order| order.iter().position(|one| *one == place).unwrap_or(0))
    }

    fn item(self, place: u16) -> Option<Words> {
        self.question.with_value(|question| match &question.kind {
            Kind::Ordering { items } => items.get(usize::from(place)).cloned(),
            _ => None,
        })
    }

    fn name(self, place: u16) -> String {
        self.item(place).map(|item| plain(&item)).unwrap_or_default()
    }

    fn id(self, place: u16, what: &str) -> String {
        self.question.with_value(|question| format!("{what}-{place}-{}", question.id))
    }

    /// Whether it stands right, once that is known.
    fn mark(self, place: u16) -> Option<AnyView> {
        if !self.asking.is_over() {
            return None;
        }
        let given = self.asking.given.get()?;
        let right = self.question.with_value(|question| parts(question, &given))?;
        right.get(self.at(place)).copied().map(sign::mark)
    }
}
