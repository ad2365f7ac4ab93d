//! Records as the database holds them: a key and a JSON string.

use crate::{Contents, Draft, Identity, StoreError};
use formats::{FormatError, record};
use model::Event;
use serde::{Deserialize, Serialize};

/// A key and what stands under it.
pub(super) struct Line {
    pub key: String,
    pub json: String,
}

#[derive(Serialize, Deserialize)]
struct DraftRecord {
    touched_ms: i64,
    record: String,
}

fn damaged(error: impl ToString) -> StoreError {
    StoreError::Damaged(error.to_string())
}

pub(super) fn line(event: &Event) -> Result<Line, StoreError> {
    Ok(Line { key: event.id.to_string(), json: record::write(event).map_err(damaged)? })
}

pub(super) fn lines(events: &[Event]) -> Result<Vec<Line>, StoreError> {
    events.iter().map(line).collect()
}

pub(super) fn draft_line(draft: &Draft) -> Result<Line, StoreError> {
    let record = DraftRecord { touched_ms: draft.touched_ms, record: line(&draft.event)?.json };
    Ok(Line { key: draft.event.id.to_string(), json: serde_json::to_string(&record).map_err(damaged)? })
}

pub(super) fn identity_line(identity: Identity) -> Result<Line, StoreError> {
    Ok(Line { key: "identity".to_owned(), json: serde_json::to_string(&identity).map_err(damaged)? })
}

pub(super) fn read_identity(json: &str) -> Result<Identity, StoreError> {
    serde_json::from_str(json).map_err(damaged)
}

/// Everything that can be read, and the count of what cannot.
pub(super) fn contents(events: &[String], drafts: &[String]) -> Contents {
    let mut contents = Contents::default();
    for json in events {
        match record::read(json) {
            Ok(event) => contents.events.push(event),
            Err(FormatError::Newer { .. }) => contents.newer += 1,
            Err(FormatError::Damaged(_)) => contents.damaged += 1,
        }
    }
    // A draft that cannot be read was never promised to last.
    contents.drafts = drafts.iter().filter_map(|json| read_draft(json)).collect();
    contents
}

fn read_draft(json: &str) -> Option<Draft> {
    let DraftRecord { touched_ms, record } = serde_json::from_str(json).ok()?;
    Some(Draft { event: record::read(&record).ok()?, touched_ms })
}
