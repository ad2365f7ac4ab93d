//! What the database holds, as strings: a record under its id, a draft, the identity.

use crate::{Draft, Identity, Record, StoreError};
use model::EventId;
use serde::{Deserialize, Serialize};

/// A key and what stands under it.
pub(super) struct Line {
    pub key: String,
    pub json: String,
}

#[derive(Serialize, Deserialize)]
struct DraftRecord {
    touched_ms: i64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    page: String,
    record: String,
}

fn damaged(error: impl ToString) -> StoreError {
    StoreError::Damaged(error.to_string())
}

pub(super) fn line(record: &Record) -> Line {
    Line { key: record.id.to_string(), json: record.json.clone() }
}

pub(super) fn draft_line(draft: &Draft) -> Result<Line, StoreError> {
    let record =
        DraftRecord { touched_ms: draft.touched_ms, page: draft.page.clone(), record: draft.record.json.clone() };
    Ok(Line { key: draft.record.id.to_string(), json: serde_json::to_string(&record).map_err(damaged)? })
}

pub(super) fn identity_line(identity: Identity) -> Result<Line, StoreError> {
    Ok(Line { key: "identity".to_owned(), json: serde_json::to_string(&identity).map_err(damaged)? })
}

pub(super) fn read_identity(json: &str) -> Option<Identity> {
    serde_json::from_str(json).ok()
}

/// The records. What stands under a key that is no id was never written by this store.
pub(super) fn records(lines: Vec<Line>) -> Vec<Record> {
    lines.into_iter().filter_map(|line| Some(Record { id: EventId::parse(&line.key)?, json: line.json })).collect()
}

/// The drafts. One that cannot be read was never promised to last.
pub(super) fn drafts(lines: Vec<Line>) -> Vec<Draft> {
    lines.into_iter().filter_map(draft).collect()
}

fn draft(line: Line) -> Option<Draft> {
    let DraftRecord { touched_ms, page, record } = serde_json::from_str(&line.json).ok()?;
    Some(Draft { record: Record { id: EventId::parse(&line.key)?, json: record }, touched_ms, page })
}
