//! What to read next: a rule of its own, apart from how it is shown.

use formats::page::{LessonOutline, Link, SeriesOutline};
use model::{DocumentId, Progress, Status};

/// What a learner could do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NextStep {
    /// Nothing was read yet: begin with this lesson.
    Start(Link),
    /// Go on with what was read last.
    Continue(Link),
    /// What was read last is done: this comes next.
    Next(Link),
    /// Choose: what this page lists is done, and there is more.
    Choose,
    /// Every lesson is done.
    AllDone,
}

/// Chooses the next step: first what was begun last, then the lesson after it, then the first lesson that is not done. `more` is whether
/// there are lessons that are not among these.
#[must_use]
pub fn next_step(series: &[SeriesOutline], more: bool, progress: &Progress) -> Option<NextStep> {
    let lessons: Vec<&LessonOutline> = series.iter().flat_map(|series| &series.lessons).collect();
    let open = |lesson: &&&LessonOutline| progress.status(&lesson.id) != Some(Status::Done);
    let Some((latest, document)) = progress.latest() else {
        let first = lessons.first().map(|lesson| NextStep::Start(lesson.link.clone()));
        return first.or(more.then_some(NextStep::Choose));
    };
    if document.status != Status::Done {
        let link = Link { title: document.title.clone(), address: document.address.clone() };
        return Some(NextStep::Continue(link));
    }
    let rest = after(series, latest);
    let next = rest.iter().find(open).or_else(|| lessons.iter().find(open));
    let nothing = if more { NextStep::Choose } else { NextStep::AllDone };
    Some(next.map_or(nothing, |lesson| NextStep::Next(lesson.link.clone())))
}

/// The lessons after a document in its series.
fn after<'a>(series: &'a [SeriesOutline], document: &DocumentId) -> Vec<&'a LessonOutline> {
    let own = series.iter().find(|series| series.lessons.iter().any(|lesson| lesson.id == *document));
    own.map_or_else(Vec::new, |series| {
        series.lessons.iter().skip_while(|lesson| lesson.id != *document).skip(1).collect()
    })
}

/// How many lessons of a series are done.
#[must_use]
pub fn lessons_done(series: &SeriesOutline, progress: &Progress) -> usize {
    series.lessons.iter().filter(|lesson| progress.status(&lesson.id) == Some(Status::Done)).count()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
    use super::*;
    use formats::page::Audience;
    use model::{Deed, DeviceId, Event, EventId, LearnerId, Moment, SeriesId, Stretch};

    fn lesson(name: &str) -> LessonOutline {
        let link = Link { title: name.into(), address: format!("lessons/s/{name}/") };
        LessonOutline {
            id: DocumentId::parse(name).unwrap(),
            link,
            summary: String::new(),
            characters: 2000,
            hours_hundredths: 100,
        }
    }

    fn series(names: &[&str]) -> SeriesOutline {
        SeriesOutline {
            id: SeriesId::parse(names[0]).unwrap(),
            carry: Vec::new(),
            link: Link { title: "s".into(), address: "lessons/s/".into() },
            summary: String::new(),
            audience: Audience::Everyone,
            count: names.len() as u32,
            lessons: names.iter().map(|name| lesson(name)).collect(),
        }
    }

    /// The progress of someone who read these lessons in this order; `true` is to the end.
    fn having_read(read: &[(&str, bool)]) -> Progress {
        let learner = LearnerId::new(0, [1; 10]);
        let events: Vec<Event> = (1_u8..)
            .zip(read)
            .map(|(order, (name, whole))| Event {
                id: EventId::new(i64::from(order), [order; 10]),
                learner,
                device: DeviceId::new(0, [2; 10]),
                order: u64::from(order),
                at: Moment { unix_ms: 0, offset_minutes: 480 },
                deed: Deed::Read(Stretch {
                    document: DocumentId::parse(name).unwrap(),
                    title: (*name).into(),
                    address: format!("lessons/s/{name}/"),
                    active_ms: if *whole { 600_000 } else { 1_000 },
                    estimate_ms: 600_000,
                    reached_end: *whole,
                    place: None,
                    hours_hundredths: 0,
                }),
            })
            .collect();
        Progress::of(learner, &events)
    }

    fn check(read: &[(&str, bool)], expect: &str) {
        let series = [series(&["a", "b", "c"]), series(&["x", "y"])];
        let step = match next_step(&series, false, &having_read(read)).unwrap() {
            NextStep::Start(link) => format!("start {}", link.title),
            NextStep::Continue(link) => format!("continue {}", link.title),
            NextStep::Next(link) => format!("next {}", link.title),
            NextStep::Choose => "choose".into(),
            NextStep::AllDone => "all done".into(),
        };
        assert_eq!(step, expect, "{read:?}");
    }

    #[test]
    fn the_next_step_follows_what_was_read_last() {
        check(&[], "start a");
        check(&[("b", false)], "continue b");
        check(&[("b", false), ("x", true)], "next y");
        check(&[("a", true)], "next b");
        check(&[("c", true)], "next a");
        check(&[("a", true), ("b", true), ("c", true), ("x", true), ("y", true)], "all done");
    }

    #[test]
    fn a_portal_without_lessons_has_no_next_step() {
        assert_eq!(next_step(&[], false, &Progress::default()), None);
    }

    #[test]
    fn nothing_is_said_to_be_all_that_is_not_all() {
        let series = [series(&["a"])];
        assert_eq!(next_step(&series, true, &having_read(&[("a", true)])), Some(NextStep::Choose));
        assert_eq!(next_step(&[], true, &Progress::default()), Some(NextStep::Choose));
    }

    #[test]
    fn lessons_done_are_counted() {
        assert_eq!(lessons_done(&series(&["a", "b"]), &having_read(&[("a", true), ("b", false)])), 1);
    }
}
