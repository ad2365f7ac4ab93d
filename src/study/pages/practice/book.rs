//! The wrong-answer book (错题本), across all banks: what was wrong, when, and how it leaves.
//!
//! What leaves while the page is open stays where it is, with a word about it, so that nothing is drawn away under the reader's eyes.

mod entry;
mod settled;
mod stems;

use super::state::Practice;
use learning::practice::Standing;
use learning::practice::lists::Line;
use leptos::prelude::*;
use model::{QuestionId, SeriesId};
use std::collections::BTreeSet;
use ui::say;

/// The id of the heading.
const NAME: &str = "book-name";

/// What the book stands on.
#[derive(Clone, Copy)]
pub(super) struct Book {
    practice: Practice,
    /// The series that is looked at; all without one.
    series: RwSignal<Option<SeriesId>>,
    /// What was answered again on this page.
    answered: RwSignal<BTreeSet<QuestionId>>,
    /// What was taken out last.
    taken: RwSignal<Option<QuestionId>>,
    /// The words of questions that the log does not have.
    stems: stems::Stems,
}

/// The section.
pub(super) fn view(practice: Practice) -> AnyView {
    let book = Book {
        practice,
        series: RwSignal::new(None),
        answered: RwSignal::default(),
        taken: RwSignal::new(None),
        stems: stems::Stems::new(practice),
    };
    let all = Memo::new(move |before: Option<&Vec<QuestionId>>| held(before, book.here()));
    let shown = Memo::new(move |_| book.of_series(&all.get()));
    let count = move || {
        let count = practice.book.with(|lines| lines.iter().filter(|line| line.standing.is_wrong()).count());
        (count > 0).then(|| view! { " " <small>{say(locale::practice_book_count(count))}</small> })
    };
    let head = move || match all.with(Vec::len) {
        0 => view! { <p class="empty">{say(locale::practice_book_none())}</p> }.into_any(),
        _ => view! { <p class="about">{say(locale::practice_book_about())}</p> }.into_any(),
    };
    view! {
        <section id="book" aria-labelledby=NAME>
            <h2 class="section" id=NAME tabindex="-1">{say(locale::practice_book())} {count}</h2>
            {head}
            {move || book.filter(&all.get())}
            {settled::last(book)}
            <ul class="wrong">
                <For each=move || shown.get() key=|id| id.clone() children=move |id| entry::view(book, id)/>
            </ul>
            {settled::all(book)}
        </section>
    }
    .into_any()
}

impl Book {
    /// What is in the book, and what has left it on this page.
    fn here(self) -> Vec<QuestionId> {
        let answered = self.answered.get();
        let is_here = |line: &&Line| {
            line.standing.is_wrong() || (line.standing == Standing::Learned && answered.contains(&line.question))
        };
        self.practice.book.with(|lines| lines.iter().filter(is_here).map(|line| line.question.clone()).collect())
    }

    fn line(self, id: &QuestionId) -> Option<Line> {
        self.practice.book.with(|lines| lines.iter().find(|line| line.question == *id).cloned())
    }

    /// What a question asks, in a line.
    fn stem(self, id: &QuestionId) -> Option<String> {
        self.line(id).map(|line| line.stem).filter(|stem| !stem.is_empty()).or_else(|| self.stems.of(id))
    }

    /// The series of a question and what it is called; none for a bank without a lesson.
    fn series_of(self, id: &QuestionId) -> Option<(SeriesId, String)> {
        let index = self.practice.desk.with_value(|desk| desk.index().get())?;
        let bank = self.practice.bank(id).or_else(|| self.line(id)?.bank)?;
        let lesson = index.banks.iter().find(|line| line.id == bank)?.lesson.as_ref()?.id.clone();
        let series = index.series.iter().find(|series| series.lessons.iter().any(|line| line.id == lesson))?;
        Some((series.id.clone(), series.title.clone()))
    }

    fn of_series(self, all: &[QuestionId]) -> Vec<QuestionId> {
        let Some(series) = self.series.get() else { return all.to_vec() };
        let is_of = |id: &&QuestionId| self.series_of(id).is_some_and(|(own, _)| own == series);
        all.iter().filter(is_of).cloned().collect()
    }

    /// The choice of a series, when there is one to choose.
    fn filter(self, all: &[QuestionId]) -> Option<AnyView> {
        let mut known: Vec<(SeriesId, String, usize)> = Vec::new();
        for (id, title) in all.iter().filter_map(|id| self.series_of(id)) {
            match known.iter_mut().find(|(own, ..)| *own == id) {
                Some((.., count)) => *count += 1,
                None => known.push((id, title, 1)),
            }
        }
        if known.len() < 2 && self.series.with(Option::is_none) {
            return None;
        }
        let one = |series: Option<SeriesId>, words: AnyView, count: usize| {
            let (own, chosen) = (series.clone(), series);
            view! {
                <label>
                    <input type="radio" name="book-series" prop:checked=move || self.series.get() == own
                        on:change=move |_| self.series.set(chosen.clone())/>
                    <span>{words} " " <small>{count}</small></span>
                </label>
            }
            .into_any()
        };
        let lines: Vec<_> =
            known.into_iter().map(|(id, title, count)| one(Some(id), title.into_any(), count)).collect();
        Some(
            view! {
                <fieldset class="ways">
                    <legend class="hidden">{say(locale::practice_book_filter())}</legend>
                    {one(None, say(locale::practice_book_all()), all.len())} {lines}
                </fieldset>
            }
            .into_any(),
        )
    }
}

/// What is there now, in the order of before; what is new comes first.
fn held(before: Option<&Vec<QuestionId>>, now: Vec<QuestionId>) -> Vec<QuestionId> {
    let Some(before) = before else { return now };
    let (mut old, mut new) = (Vec::new(), Vec::new());
    for id in now {
        match before.iter().position(|known| *known == id) {
            Some(place) => old.push((place, id)),
            None => new.push(id),
        }
    }
    old.sort_unstable();
    new.extend(old.into_iter().map(|(_, id)| id));
    new
}
