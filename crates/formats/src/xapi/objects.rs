//! What statements are about, and how answers are written.

use super::Portal;
use super::statement::{Definition, Languages, Object, object};
use crate::words;
use learning::deed::{Attempt, Attended, Declared};
use learning::{Answer, Event};
use model::Stretch;

const LESSON: &str = "http://adlnet.gov/expapi/activities/lesson";
const MEDIA: &str = "http://adlnet.gov/expapi/activities/media";
const QUESTION: &str = "http://adlnet.gov/expapi/activities/cmi.interaction";
const MEETING: &str = "http://adlnet.gov/expapi/activities/meeting";

/// A lesson or material, by its address.
pub(super) fn read_object(stretch: &Stretch, portal: &Portal) -> Object {
    let kind = if stretch.address.starts_with("lessons/") { LESSON } else { MEDIA };
    defined(&format!("{}{}", portal.home_page, stretch.address), kind, &stretch.title)
}

/// A question, by its permanent id.
pub(super) fn answered_object(attempt: &Attempt, portal: &Portal) -> Object {
    let mut question =
        defined(&format!("{}xapi/questions/{}", portal.home_page, attempt.question), QUESTION, &attempt.stem);
    if let Some(definition) = &mut question.definition {
        definition.interaction_type = Some(match attempt.answer {
            Answer::Chosen(_) => "choice",
            Answer::Judged(_) => "true-false",
            Answer::Filled(_) => "fill-in",
            Answer::Matched(_) => "matching",
            Answer::Ordered(_) => "sequencing",
            Answer::Written(_) => "long-fill-in",
        });
    }
    question
}

/// A meeting or whatever was declared: known by the event alone.
pub(super) fn declared_object(event: &Event, declared: &Declared) -> Object {
    let mut meeting = defined(&format!("urn:uuid:{}", event.id), MEETING, &declared.title);
    if let Some(definition) = &mut meeting.definition {
        let kind = words::kind(declared.kind);
        definition.description = Some(Languages { zh: kind.zh, en: Some(kind.en) });
    }
    meeting
}

/// An activity of the programme, by its address.
pub(super) fn attended_object(attended: &Attended, portal: &Portal) -> Object {
    defined(&format!("{}{}", portal.home_page, attended.address), MEETING, &attended.title)
}

/// An answer as xAPI writes responses: options, pairs and items by their place in the question, from 0.
pub(super) fn response(answer: &Answer) -> String {
    let listed = |places: &[u16]| places.iter().map(u16::to_string).collect::<Vec<_>>().join("[,]");
    match answer {
        Answer::Chosen(places) | Answer::Ordered(places) => listed(places),
        Answer::Judged(right) => right.to_string(),
        Answer::Filled(text) | Answer::Written(text) => text.clone(),
        Answer::Matched(pairs) => {
            let found = pairs.iter().enumerate().filter_map(|(left, right)| Some(format!("{left}[.]{}", (*right)?)));
            found.collect::<Vec<_>>().join("[,]")
        }
    }
}

fn defined(id: &str, kind: &'static str, name: &str) -> Object {
    let name = Languages { zh: name.to_owned(), en: None };
    Object { definition: Some(Definition { kind, name, description: None, interaction_type: None }), ..object(id) }
}
