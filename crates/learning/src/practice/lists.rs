//! What a log puts before a learner: what may be among today's five, what is due, and the wrong-answer book.

use super::five::{Candidate, Lesson};
use super::{Memory, Morning, Standing, standing};
use crate::log::Log;
use model::{BankId, Day, DocumentId, Moment, Progress, QuestionId, SeriesId, Status};
use std::collections::BTreeSet;

/// The questions of a bank that can be asked, and how far its lesson is.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The series of its lesson, if it has one.
    pub series: Option<&'a SeriesId>,
    /// How far the lesson is.
    pub lesson: Lesson,
    /// Its graded questions.
    pub questions: Vec<&'a QuestionId>,
}

impl Lesson {
    /// How far a lesson is by what was read.
    #[must_use]
    pub fn of(reading: &Progress, lesson: Option<&DocumentId>) -> Self {
        match lesson.and_then(|lesson| reading.status(lesson)) {
            Some(Status::Done) => Self::Finished,
            Some(Status::Started | Status::Browsed) => Self::Begun,
            None => Self::Other,
        }
    }
}

/// What may be among the five. What was asked before always may; what is new may when its lesson was begun, and of the lessons that were
/// not begun when it is in the first of its series that still has something new: nobody is asked of the fourth lesson first.
/// The sources stand in the order of their lessons.
#[must_use]
pub fn candidates<'a>(log: &Log, sources: &[Source<'a>]) -> Vec<Candidate<'a>> {
    let asked =
        |question: &QuestionId| log.questions.get(question).is_some_and(|known| known.recalls().next().is_some());
    let (mut all, mut next) = (Vec::new(), BTreeSet::new());
    for source in sources {
        let has_new = source.questions.iter().any(|question| !asked(question));
        let ahead =
            source.lesson == Lesson::Other && source.series.is_some_and(|series| has_new && !next.insert(series));
        let open = source.questions.iter().filter(|question| !ahead || asked(question));
        all.extend(open.map(|question| Candidate { question, lesson: source.lesson }));
    }
    all
}

/// The morning of a day, from the log as it was then.
#[must_use]
pub fn morning(before: &Log, day: Day, day_of: impl Fn(Moment) -> Day) -> Morning {
    Morning::new(day, before.histories(Day(day.0.saturating_sub(1)), day_of))
}

/// What is due on a day after all that was done on it, the most overdue first.
#[must_use]
pub fn due(log: &Log, day: Day, day_of: impl Fn(Moment) -> Day) -> Vec<QuestionId> {
    let histories = log.histories(day, day_of);
    let due = histories.filter_map(|(id, history)| Some((Memory::of(&history.recalls)?.due(), id)));
    let mut due: Vec<_> = due.filter(|(due, _)| *due <= day).collect();
    due.sort_unstable();
    due.into_iter().map(|(_, id)| id).collect()
}

/// A question that is, or was, in the wrong-answer book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The question.
    pub question: QuestionId,
    /// Where it stands towards the book.
    pub standing: Standing,
    /// What it asked when it was last answered or recalled; empty in records that do not say it.
    pub stem: String,
    /// The bank in which it was answered last.
    pub bank: Option<BankId>,
    /// The learner's remark; empty without one.
    pub remark: String,
}

/// All that was ever wrong, what was wrong last before the rest.
#[must_use]
pub fn wrong(log: &Log, day: Day, day_of: impl Fn(Moment) -> Day) -> Vec<Line> {
    let lines = log.questions.iter().filter_map(|(id, question)| {
        let history = question.history(day, &day_of);
        let remark = question.remark.as_ref().map(|remark| remark.value.text.clone());
        let line = Line {
            question: id.clone(),
            standing: standing(&history),
            stem: question.stem.clone(),
            bank: question.last_attempt().map(|attempt| attempt.value.bank.clone()),
            remark: remark.unwrap_or_default(),
        };
        Some((history.last_wrong?, line))
    });
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by(|(a, left), (b, right)| b.cmp(a).then_with(|| left.question.cmp(&right.question)));
    lines.into_iter().map(|(_, line)| line).collect()
}

/// The days on which something was read, answered, recalled or written.
#[must_use]
pub fn days(log: &Log, day_of: impl Fn(Moment) -> Day) -> BTreeSet<Day> {
    let read = log.stretches.iter().map(|(at, _)| *at);
    let asked = log
        .questions
        .values()
        .flat_map(|question| question.attempts.iter().map(|kept| kept.at).chain(question.recalls().map(|(at, _)| at)));
    let written = log.highlights.iter().map(|kept| kept.at).chain(log.reflections.values().map(|kept| kept.at));
    read.chain(asked).chain(written).map(day_of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::samples::{answered, event, learner, on, read, remarked, reviewed, settled, study};
    use crate::{Deed, Event, Study};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn log(events: &[Event]) -> Log {
        Log::of(learner(), events)
    }

    fn series(name: &str) -> SeriesId {
        SeriesId::parse(name).unwrap()
    }

    fn ids(names: &[&str]) -> Vec<QuestionId> {
        names.iter().map(|name| QuestionId::parse(name).unwrap()).collect()
    }

    #[test]
    fn nobody_is_asked_of_the_fourth_lesson_first() {
        let (a, b) = (series("a"), series("b"));
        let known = ids(&["q1", "a1", "a2", "b1", "g1"]);
        let source = |series, lesson, questions: &[usize]| {
            let questions = questions.iter().map(|place| &known[*place]).collect();
            Source { series, lesson, questions }
        };
        let check = |log: &Log, first: Lesson, expect: &[&str]| {
            let sources = [
                source(Some(&a), first, &[0]),
                source(Some(&a), Lesson::Other, &[1]),
                source(Some(&a), Lesson::Other, &[2]),
                source(Some(&b), Lesson::Other, &[3]),
                source(None, Lesson::Other, &[4]),
            ];
            let found: Vec<_> = candidates(log, &sources).iter().map(|one| one.question.to_string()).collect();
            assert_eq!(found, expect);
        };
        check(&log(&[]), Lesson::Other, &["q1", "b1", "g1"]);
        check(&log(&[]), Lesson::Finished, &["q1", "a1", "b1", "g1"]);
        // The first was asked of without being read: the next one comes.
        check(&log(&[study(1, answered(1000))]), Lesson::Other, &["q1", "a1", "b1", "g1"]);
    }

    #[test]
    fn a_lesson_is_as_far_as_it_was_read() {
        let (log, lesson) = (log(&[event(1, read("a-1", 10, 0))]), crate::log::samples::document("a-1"));
        assert_eq!(Lesson::of(&log.reading, Some(&lesson)), Lesson::Finished);
        assert_eq!(Lesson::of(&log.reading, None), Lesson::Other);
        let begun = Progress::of(learner(), &[event(1, read("a-1", 0, 0))]);
        assert_eq!(Lesson::of(&begun, Some(&lesson)), Lesson::Begun);
    }

    #[test]
    fn what_was_wrong_is_due_the_day_after_and_not_after_it_was_asked_again() {
        let wrong = on("2026-03-12", 1, Deed::Study(answered(0)));
        let again = on("2026-03-13", 2, Deed::Study(reviewed(true)));
        let check = |events: &[Event], on, expect: usize| {
            assert_eq!(due(&log(events), day(on), |at| at.day()).len(), expect, "{on}");
        };
        check(std::slice::from_ref(&wrong), "2026-03-12", 0);
        check(std::slice::from_ref(&wrong), "2026-03-13", 1);
        check(&[wrong, again], "2026-03-13", 0);
    }

    #[test]
    fn a_line_of_the_book_tells_all_that_is_shown() {
        let events =
            |studies: Vec<Study>| -> Vec<Event> { (1..).zip(studies).map(|(order, one)| study(order, one)).collect() };
        let lines = |studies| wrong(&log(&events(studies)), day("2026-03-12"), |at| at.day());
        assert_eq!(lines(vec![answered(1000)]), []);
        let since = day("2026-03-12");
        let line = &lines(vec![answered(0), remarked("再看一遍")])[0];
        assert_eq!(line.standing, Standing::Wrong { since, days_to_go: 2 });
        assert_eq!((line.stem.as_str(), line.remark.as_str()), ("居委会几年一届？", "再看一遍"));
        assert_eq!(line.bank.as_ref().map(ToString::to_string).as_deref(), Some("b"));
        let recalled = &lines(vec![reviewed(false), settled(true)])[0];
        assert_eq!((recalled.standing, recalled.stem.as_str()), (Standing::Settled, "几年一届？"));
    }

    #[test]
    fn a_day_is_a_day_of_study_by_whatever_was_done() {
        let all = [
            on("2026-03-01", 1, read("a-1", 1, 0)),
            on("2026-03-02", 2, Deed::Study(answered(0))),
            on("2026-03-03", 3, Deed::Study(reviewed(true))),
            on("2026-03-03", 4, Deed::Study(remarked("x"))),
            on("2026-03-04", 5, Deed::Study(settled(true))),
        ];
        let found: Vec<_> = days(&log(&all), |at| at.day()).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["2026-03-01", "2026-03-02", "2026-03-03"]);
    }
}
