//! A learner's record as xAPI 1.0.3 statements, for a Learning Record Store that a school or branch may have.
//!
//! One statement for one event, under the event's id, so that sending the file twice adds nothing: reading is `experienced`, and
//! `completed` where it finished the lesson; answers are `answered`; declared hours are `attended`, or `experienced` when they were
//! studied alone; an activity whose code was typed is `attended`. Notes, bookmarks, recalls without an answer, goals, profiles, declared
//! service, scenes and entries stay with the learner. Nobody is named: the actor is an account whose name is the learner's id.
//!
//! Source: ADL, xAPI specification 1.0.3, parts 2 and 3; verbs and activity types from ADL's vocabulary.

mod objects;
mod statement;

pub use statement::{Statement, Verb};

use crate::moment::rfc3339;
use crate::words;
use learning::deed::{Attempt, Attended, Declared, Mode};
use learning::{Answer, Deed, Event, Study};
use model::standing::standing;
use model::{Day, EventId, LearnerId, Moment, Progress, Stretch};
use objects::{answered_object, attended_object, declared_object, read_object, response};
use serde_json::json;
use statement::{Account, Actor, Context, Extensions, Result, Score, object};
use std::collections::BTreeSet;

/// What the statements say of the portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portal {
    /// Its address, which ends with `/`. Every id of an activity begins with it.
    pub home_page: String,
    /// Its name.
    pub name: String,
}

/// The statements of a learner, in the order of their events, as a JSON array. Sums of finished lessons need the whole log.
///
/// # Errors
/// When JSON cannot hold them, which no event brings about.
pub fn write(learner: LearnerId, events: &[Event], portal: &Portal) -> std::result::Result<String, crate::FormatError> {
    serde_json::to_string_pretty(&statements(learner, events, portal))
        .map_err(|error| crate::FormatError::Damaged(error.to_string()))
}

/// The statements of a learner, in the order of their events.
#[must_use]
pub fn statements(learner: LearnerId, events: &[Event], portal: &Portal) -> Vec<Statement> {
    let standing = standing(learner, events);
    let documents = Progress::of_standing(&standing).documents;
    let finishing: BTreeSet<EventId> = documents.values().filter_map(|document| Some(document.finish?.event)).collect();
    let statement = |(event, deed): (&Event, &Deed)| {
        let blank = blank(event, portal);
        match deed {
            Deed::Read(stretch) => Some(of_reading(blank, stretch, finishing.contains(&event.id), portal)),
            Deed::Study(Study::Answered(attempt)) => Some(of_answer(blank, attempt, portal)),
            Deed::Study(Study::Declared(declared)) => Some(of_declared(blank, event, declared, portal)),
            Deed::Study(Study::Attended(attended)) => Some(of_attended(blank, event, attended, portal)),
            Deed::Study(_) | Deed::Bookmarked(_) | Deed::Retracted { .. } | Deed::Corrected { .. } => None,
        }
    };
    standing.into_iter().filter_map(statement).collect()
}

/// What every statement of an event has; verb and object are to be said.
fn blank(event: &Event, portal: &Portal) -> Statement {
    let account = Account { home_page: portal.home_page.clone(), name: event.learner.to_string() };
    Statement {
        id: event.id.to_string(),
        actor: Actor { object_type: "Agent", account },
        verb: Verb::EXPERIENCED,
        object: object(&portal.home_page),
        result: None,
        context: Context { platform: portal.name.clone(), language: "zh-CN", revision: None, extensions: None },
        timestamp: rfc3339(event.at),
    }
}

fn of_reading(blank: Statement, stretch: &Stretch, finishes: bool, portal: &Portal) -> Statement {
    let duration = Some(format!("PT{}S", words::hundredths(stretch.active_ms / 10)));
    let mut result = Result { duration, ..Result::default() };
    if finishes {
        result.completion = Some(true);
        let counts = Some(stretch.hours_hundredths).filter(|hours| *hours > 0);
        result.extensions = counts.map(|hours| hours_extension(portal, hours));
    }
    let verb = if finishes { Verb::COMPLETED } else { Verb::EXPERIENCED };
    Statement { verb, object: read_object(stretch, portal), result: Some(result), ..blank }
}

fn of_answer(blank: Statement, attempt: &Attempt, portal: &Portal) -> Statement {
    let is_graded = !matches!(attempt.answer, Answer::Written(_));
    let result = Result {
        score: is_graded.then(|| Score { scaled: f64::from(attempt.verdict.earned) / 1_000.0 }),
        success: is_graded.then(|| attempt.verdict.is_right()),
        response: Some(response(&attempt.answer)),
        ..Result::default()
    };
    let context = Context { revision: Some(attempt.revision.clone()), ..blank.context };
    Statement { verb: Verb::ANSWERED, object: answered_object(attempt, portal), result: Some(result), context, ..blank }
}

fn of_declared(blank: Statement, event: &Event, declared: &Declared, portal: &Portal) -> Statement {
    let extension = |name: &str, value| (format!("{}xapi/{name}", portal.home_page), value);
    let mode = match declared.mode {
        Mode::Together => "together",
        Mode::Alone => "alone",
    };
    let extensions = Extensions::from([extension("declared", json!(true)), extension("mode", json!(mode))]);
    let result = Result { extensions: Some(hours_extension(portal, declared.hours_hundredths)), ..Result::default() };
    Statement {
        verb: if declared.mode == Mode::Together { Verb::ATTENDED } else { Verb::EXPERIENCED },
        object: declared_object(event, declared),
        result: Some(result),
        context: Context { extensions: Some(extensions), ..blank.context },
        timestamp: Day::parse(&declared.day).map_or(blank.timestamp, |day| rfc3339(beginning(day, event.at))),
        ..blank
    }
}

/// Nobody saw them come: the extension `signed_in` says that a code was typed.
fn of_attended(blank: Statement, event: &Event, attended: &Attended, portal: &Portal) -> Statement {
    let extension = |name: &str, value| (format!("{}xapi/{name}", portal.home_page), value);
    let extensions = Extensions::from([extension("signed_in", json!(true)), extension("mode", json!("together"))]);
    let volunteer = (attended.volunteer_hundredths > 0)
        .then(|| extension("volunteer_hours", json!(f64::from(attended.volunteer_hundredths) / 100.0)));
    let mut counts: Extensions = volunteer.into_iter().collect();
    if attended.hours_hundredths > 0 {
        counts.extend(hours_extension(portal, attended.hours_hundredths));
    }
    Statement {
        verb: Verb::ATTENDED,
        object: attended_object(attended, portal),
        result: (!counts.is_empty()).then(|| Result { extensions: Some(counts), ..Result::default() }),
        context: Context { extensions: Some(extensions), ..blank.context },
        timestamp: Day::parse(&attended.day).map_or(blank.timestamp, |day| rfc3339(beginning(day, event.at))),
        ..blank
    }
}

/// Study hours (学时) are no clock hours, so they are no duration.
fn hours_extension(portal: &Portal, hundredths: u32) -> Extensions {
    Extensions::from([(format!("{}xapi/hours", portal.home_page), json!(f64::from(hundredths) / 100.0))])
}

/// When a day began where an event was made.
fn beginning(day: Day, there: Moment) -> Moment {
    Moment {
        unix_ms: day.0.saturating_mul(86_400_000).saturating_sub(i64::from(there.offset_minutes) * 60_000),
        ..there
    }
}

#[cfg(test)]
mod tests;
