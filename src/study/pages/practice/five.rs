//! Today's five: one after another, in any order, ticked when done. They stay all day.

use super::ask::{self, Ask};
use super::state::Practice;
use super::way::{self, Way};
use crate::desk::focus;
use leptos::prelude::*;
use model::QuestionId;
use ui::{say, whisper};

/// The id of what is said when all are done.
const OVER: &str = "five-over";

/// The five, and where one is among them.
#[derive(Clone, Copy)]
struct Five {
    practice: Practice,
    ids: StoredValue<Vec<QuestionId>>,
    /// The question that is shown; none when all are done.
    at: RwSignal<Option<usize>>,
    /// Whether the learner went from one to another, so that the keyboard goes along.
    moved: StoredValue<bool>,
}

/// The section.
pub(super) fn section(practice: Practice) -> AnyView {
    let shown = move || {
        let ids = practice.five.get();
        if ids.is_empty() {
            return view! { <p class="calm">{say(locale::practice_five_none())}</p> }.into_any();
        }
        let first = untrack(|| ids.iter().position(|id| practice.done(id).is_none()));
        Five { practice, ids: StoredValue::new(ids), at: RwSignal::new(first), moved: StoredValue::new(false) }.view()
    };
    view! {
        <section id="five" aria-labelledby="five-name">
            <h2 class="section" id="five-name">{say(locale::practice_five())}</h2>
            {shown}
        </section>
    }
    .into_any()
}

impl Five {
    fn view(self) -> AnyView {
        let shown = move || match self.at.get() {
            Some(place) => self.one(place),
            None => self.over(),
        };
        view! { {self.steps()} <div class="one">{shown}</div> }.into_any()
    }

    fn of(self) -> usize {
        self.ids.with_value(Vec::len)
    }

    fn is_done(self, place: usize) -> bool {
        self.ids.with_value(|ids| ids.get(place).is_some_and(|id| self.practice.done(id).is_some()))
    }

    /// The next that is not done, after a place and around.
    fn next(self, place: usize) -> Option<usize> {
        let of = self.of();
        (place + 1..of).chain(0..place.min(of)).find(|place| !self.is_done(*place))
    }

    fn go(self, to: Option<usize>) {
        self.moved.set_value(true);
        self.at.set(to);
        if to.is_none() {
            focus::on(OVER.into());
        }
    }

    /// The five as a row of numbers, with a tick when done.
    fn steps(self) -> AnyView {
        let step = move |place: usize| {
            let number = place + 1;
            let current = move || (self.at.get() == Some(place)).then_some("step");
            let shown = move || {
                let (sign, words) = if self.is_done(place) {
                    ("✓".to_owned(), locale::practice_step_done(number))
                } else {
                    (number.to_string(), locale::practice_step_open(number))
                };
                view! { <span aria-hidden="true">{sign}</span> {whisper(words)} }
            };
            let done = move || self.is_done(place).then_some("");
            view! {
                <li>
                    <button type="button" aria-current=current data-done=done on:click=move |_| self.go(Some(place))>{shown}</button>
                </li>
            }
        };
        let steps: Vec<_> = (0..self.of()).map(step).collect();
        view! { <ol class="five-steps">{steps}</ol> }.into_any()
    }

    fn one(self, place: usize) -> AnyView {
        let Some(id) = self.ids.with_value(|ids| ids.get(place).cloned()) else { return ().into_any() };
        let of = self.of();
        let asked = move || {
            let done = untrack(|| self.practice.done(&id));
            let way = self.practice.way.get().unwrap_or(Way::Answer);
            let (heading, focused) = (locale::test_number(place + 1, of), self.moved.get_value());
            ask::view(self.practice, Ask { id: id.clone(), heading, way, done, focused })
        };
        let next = move || {
            let (done, next) = (self.is_done(place), self.next(place));
            let (class, words) = match (done, next) {
                (true, Some(_)) => ("main next", locale::practice_next()),
                (true, None) => ("main next", locale::practice_finish()),
                (false, Some(_)) => ("next", locale::practice_skip()),
                (false, None) => return None,
            };
            Some(view! { <button type="button" class=class on:click=move |_| self.go(next)>{say(words)}</button> })
        };
        view! {
            {way::choice(self.practice, "five-way", Way::Answer)}
            {asked}
            <p class="ways-on">{next}</p>
        }
        .into_any()
    }

    fn over(self) -> AnyView {
        let of = self.of();
        let words = if of == learning::practice::five::FIVE {
            locale::practice_five_over()
        } else {
            locale::practice_five_over_count(of)
        };
        view! {
            <div class="calm over-calm" id=OVER tabindex="-1" role="status">
                <p><b aria-hidden="true">"✓"</b> " " <strong>{say(words)}</strong></p>
                <p>{say(locale::practice_five_over_calm())}</p>
            </div>
        }
        .into_any()
    }
}
