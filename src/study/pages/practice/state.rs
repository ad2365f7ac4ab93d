//! What the page of practice stands on: what the log says of practising, and the answers that are half given.

use super::way::Way;
use crate::desk::Desk;
use crate::platform::{local, random};
use crate::study::question::{self, Asking, HandedIn, words};
use formats::draft::Name;
use formats::study::Index;
use learning::deed::{Occasion, Review, Settled};
use learning::log::Log;
use learning::practice::lists::{self, Line, Source};
use learning::practice::{Lesson, Rhythm};
use learning::sitting::{Given, Sitting};
use learning::{Deed, Question, Study};
use leptos::prelude::*;
use leptos::task::spawn_local;
use model::{BankId, Day, DocumentId, Moment, QuestionId, SeriesId};
use std::sync::Arc;

/// Where the chosen way of practising is kept.
const WAY: &str = "huaide.practice";

/// What the page stands on.
#[derive(Clone, Copy)]
pub(super) struct Practice {
    pub desk: StoredValue<Desk, LocalStorage>,
    /// Today's five, the same all day.
    pub five: Memo<Vec<QuestionId>>,
    /// What is due now and not among the five.
    pub due: Memo<Vec<QuestionId>>,
    /// All that is or was in the wrong-answer book.
    pub book: Memo<Vec<Line>>,
    /// The way of practising that was chosen, if one was.
    pub way: RwSignal<Option<Way>>,
    sitting: StoredValue<Sitting>,
}

/// How a question was done today.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Done {
    /// By an answer.
    Answered,
    /// By saying whether it was known.
    Recalled(bool),
}

impl Practice {
    /// Goes on with the answers that were half given.
    pub fn new(desk: Desk, kept: Option<Sitting>) -> Self {
        let (today, desk) = (desk.today(), StoredValue::new_local(desk));
        let kept = kept.unwrap_or_else(|| Sitting { seed: any_seed(), ..Sitting::default() });
        let five = Memo::new(move |_| desk.with_value(|desk| five(desk, today)));
        Self {
            desk,
            five,
            due: Memo::new(move |_| desk.with_value(|desk| due(desk, &five.get()))),
            book: Memo::new(move |_| {
                desk.with_value(|desk| told(desk, |log, day, day_of| lists::wrong(log, day, day_of)))
            }),
            way: RwSignal::new(local::get(WAY).and_then(|name| Way::named(&name))),
            sitting: StoredValue::new(kept),
        }
    }

    /// Chooses a way of practising.
    pub fn choose(self, way: Way) {
        local::set(WAY, way.name());
        self.way.set(Some(way));
    }

    /// How steadily the learner studies.
    pub fn rhythm(self) -> Rhythm {
        self.desk.with_value(|desk| told(desk, |log, day, day_of| Rhythm::of(&lists::days(log, day_of), day)))
    }

    /// How a question was done today, if it was.
    pub fn done(self, id: &QuestionId) -> Option<Done> {
        let (log, today) = self.desk.with_value(|desk| (desk.log().get(), desk.today()));
        let question = log.questions.get(id)?;
        let (at, known) = question.recalls().last()?;
        if self.desk.with_value(|desk| desk.day(at)) < today {
            return None;
        }
        let answered = question.last_attempt().is_some_and(|attempt| attempt.at == at);
        Some(if answered { Done::Answered } else { Done::Recalled(known) })
    }

    /// The bank that has a question; `None` when the portal no longer has it.
    pub fn bank(self, id: &QuestionId) -> Option<BankId> {
        let index = self.desk.with_value(|desk| desk.index().get())?;
        let mut banks = index.banks.iter();
        Some(banks.find(|bank| bank.questions.iter().any(|line| line.id == *id))?.id.clone())
    }

    /// A question that is to be answered, with what was half given.
    pub fn asking(self, bank: BankId, question: &Arc<Question>) -> Asking {
        let kept = self.sitting.with_value(|sitting| {
            let given = sitting.given.get(&question.id).filter(|given| given.revision == question.revision)?;
            Some(given.answer.clone())
        });
        let given = RwSignal::new(kept);
        let asked = Arc::clone(question);
        Asking {
            given,
            verdict: RwSignal::new(None),
            seed: self.sitting.with_value(|sitting| sitting.seed),
            changed: UnsyncCallback::new(move |()| self.keep(&asked, given.get_untracked())),
            handed_in: UnsyncCallback::new(move |handed_in| self.answered(&bank, handed_in)),
        }
    }

    /// A question that was answered today, as it was answered.
    pub fn restored(self, bank: BankId, question: &Arc<Question>) -> Asking {
        let asking = self.asking(bank, question);
        let log = self.desk.with_value(|desk| desk.log().get_untracked());
        let attempt = log.questions.get(&question.id).and_then(|known| known.last_attempt());
        if let Some(attempt) = attempt.filter(|attempt| attempt.value.revision == question.revision) {
            asking.given.set(Some(attempt.value.answer.clone()));
            asking.verdict.set(Some(attempt.value.verdict));
        }
        asking
    }

    fn keep(self, question: &Question, answer: Option<learning::Answer>) {
        self.sitting.update_value(|sitting| match answer {
            Some(answer) => {
                let given = Given { revision: question.revision.clone(), answer, handed_in: false };
                sitting.given.insert(question.id.clone(), given);
            }
            None => drop(sitting.given.remove(&question.id)),
        });
        let desk = self.desk.get_value();
        self.sitting.with_value(|sitting| match sitting.is_empty() {
            true => desk.finish_draft(&Name::Practice),
            false => desk.put_draft(&Name::Practice, sitting),
        });
    }

    fn answered(self, bank: &BankId, handed_in: HandedIn) {
        let question = Arc::clone(&handed_in.0);
        let deed = Study::Answered(question::attempt(bank, handed_in, Occasion::Practice));
        let desk = self.desk.get_value();
        spawn_local(async move {
            if desk.added(vec![Deed::Study(deed)]).await {
                self.keep(&question, None);
            }
        });
    }

    /// Says whether a question was known. Whether that is on the disk.
    pub async fn recalled(self, question: &Question, known: bool) -> bool {
        let (id, revision, stem) = (question.id.clone(), question.revision.clone(), words::short_stem(question));
        let review = Study::Reviewed(Review { question: id, revision, stem, known });
        self.desk.get_value().added(vec![Deed::Study(review)]).await
    }

    /// Takes back what was last said of a question. Whether that is on the disk.
    pub async fn take_back(self, id: &QuestionId) -> bool {
        let desk = self.desk.get_value();
        let learner = desk.learner_now();
        let is_it = |deed: &Deed| matches!(deed, Deed::Study(Study::Reviewed(review)) if review.question == *id);
        let last = desk.events().with_untracked(|events| {
            let own = events.iter().filter(|event| Some(event.learner) == learner && is_it(&event.deed));
            own.max_by_key(|event| event.order).map(|event| event.id)
        });
        let Some(event) = last else { return false };
        desk.added(vec![Deed::Retracted { event }]).await
    }

    /// Takes a question out of the book, or puts it back. Whether that is on the disk.
    pub async fn settle(self, question: QuestionId, settled: bool) -> bool {
        let deed = Study::Settled(Settled { question, settled });
        self.desk.get_value().added(vec![Deed::Study(deed)]).await
    }
}

fn any_seed() -> u32 {
    let [a, b, c, d, ..] = random::ten_bytes();
    u32::from_le_bytes([a, b, c, d])
}

/// What the log tells now.
fn told<T>(desk: &Desk, tell: impl Fn(&Log, Day, &dyn Fn(Moment) -> Day) -> T) -> T {
    // The zone of the portal comes with the index.
    desk.index().track();
    tell(&desk.log().get(), desk.today(), &|at| desk.day(at))
}

/// Today's five, from the log as the day found it.
fn five(desk: &Desk, today: Day) -> Vec<QuestionId> {
    let (Some(index), Some(learner)) = (desk.index().get(), desk.learner()) else { return Vec::new() };
    let events = desk.events().get();
    let before = Log::of(learner, events.iter().filter(|event| desk.day(event.at) < today));
    let candidates = lists::candidates(&before, &sources(&index, &before));
    lists::morning(&before, today, |at| desk.day(at)).five(learner, &candidates)
}

fn due(desk: &Desk, five: &[QuestionId]) -> Vec<QuestionId> {
    let Some(index) = desk.index().get() else { return Vec::new() };
    let mut due = told(desk, |log, day, day_of| lists::due(log, day, day_of));
    let is_here = |id: &QuestionId| index.banks.iter().any(|bank| bank.questions.iter().any(|line| line.id == *id));
    due.retain(|id| !five.contains(id) && is_here(id));
    due
}

/// All banks in the order of their lessons; those without a lesson come last.
fn sources<'a>(index: &'a Index, log: &Log) -> Vec<Source<'a>> {
    let lessons: Vec<(&DocumentId, &SeriesId)> =
        index.series.iter().flat_map(|series| series.lessons.iter().map(|lesson| (&lesson.id, &series.id))).collect();
    let place = |lesson: Option<&DocumentId>| lessons.iter().position(|(id, _)| Some(*id) == lesson);
    let mut sources: Vec<(usize, Source<'a>)> = index
        .banks
        .iter()
        .map(|bank| {
            let lesson = bank.lesson.as_ref().map(|lesson| &lesson.id);
            let place = place(lesson);
            let source = Source {
                series: place.map(|place| lessons[place].1),
                lesson: Lesson::of(&log.reading, lesson),
                questions: bank.questions.iter().map(|line| &line.id).collect(),
            };
            (place.unwrap_or(usize::MAX), source)
        })
        .collect();
    sources.sort_by_key(|(place, _)| *place);
    sources.into_iter().map(|(_, source)| source).collect()
}
