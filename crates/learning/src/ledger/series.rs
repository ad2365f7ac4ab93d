//! How far each series is, and the facts for its certificate.

use crate::log::Log;
use model::{Day, DocumentId, Moment, SeriesId, Status};

/// A series as the portal lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The series.
    pub id: SeriesId,
    /// Its title.
    pub title: String,
    /// Its lessons, in order, each with what it counts in hundredths of a study hour.
    pub lessons: Vec<(DocumentId, u32)>,
}

/// How far a series is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesProgress<'a> {
    /// The series.
    pub series: &'a Series,
    /// How many of its lessons are done.
    pub done: usize,
}

/// What a certificate of completion says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// How many lessons were read.
    pub lessons: usize,
    /// What they count together, in hundredths of a study hour.
    pub hours_hundredths: u64,
    /// The day on which the last of them was finished.
    pub day: Day,
}

/// How far each series is, in the portal's order.
#[must_use]
pub fn progress_of<'a>(log: &Log, series: &'a [Series]) -> Vec<SeriesProgress<'a>> {
    let is_done = |lesson: &DocumentId| log.reading.status(lesson) == Some(Status::Done);
    let done = |series: &Series| series.lessons.iter().filter(|(lesson, _)| is_done(lesson)).count();
    series.iter().map(|series| SeriesProgress { series, done: done(series) }).collect()
}

/// The facts for the certificate of a series; `None` until all its lessons are done.
#[must_use]
pub fn certificate(log: &Log, series: &Series, day_of: &dyn Fn(Moment) -> Day) -> Option<Certificate> {
    let mut days = Vec::new();
    let mut hours_hundredths = 0;
    for (lesson, hours) in &series.lessons {
        let finish = log.reading.documents.get(lesson)?.finish?;
        days.push(day_of(finish.at));
        hours_hundredths += u64::from(if finish.hours_hundredths > 0 { finish.hours_hundredths } else { *hours });
    }
    Some(Certificate { lessons: days.len(), hours_hundredths, day: days.into_iter().max()? })
}
