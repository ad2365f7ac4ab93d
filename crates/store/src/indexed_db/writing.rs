//! The transactions. Each awaits its own requests only, and ends when the browser said `complete`.

use super::records::Line;
use crate::migrations::v1::{ABOUT, DRAFTS, EVENTS};
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{Error, UnexpectedDataError};
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};

/// Every record of events and of drafts.
pub(super) async fn read_all(database: &Database) -> Result<(Vec<String>, Vec<String>), Error> {
    let transaction = database.transaction([EVENTS, DRAFTS]).build()?;
    let events = all(&transaction, EVENTS).await?;
    let drafts = all(&transaction, DRAFTS).await?;
    Ok((events, drafts))
}

async fn all(transaction: &Transaction<'_>, store: &str) -> Result<Vec<String>, Error> {
    transaction.object_store(store)?.get_all::<String>().primitive()?.await?.collect()
}

/// Opens a transaction that is on the disk when it is complete.
fn strict<'a>(database: &'a Database, stores: &[&str]) -> Result<Transaction<'a>, Error> {
    let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
    let names: Vec<String> = stores.iter().map(|&name| name.to_owned()).collect();
    database.transaction(names).with_mode(TransactionMode::Readwrite).with_options(options).build()
}

/// Waits for `complete`. What the browser says of an abort is known while the transaction is held, which `commit` does not do.
async fn complete(transaction: Transaction<'_>) -> Result<(), Error> {
    if transaction.on_done()?.await.is_ok() {
        return Ok(());
    }
    Err(transaction.error().unwrap_or_else(|| UnexpectedDataError::TransactionAborted.into()))
}

/// Appends the events that are not there. Gives the number of all events.
pub(super) async fn append(database: &Database, lines: &[Line]) -> Result<u32, Error> {
    let transaction = strict(database, &[EVENTS])?;
    let events = transaction.object_store(EVENTS)?;
    for line in lines {
        let there: Option<String> = events.get_key(line.key.clone()).primitive()?.await?;
        if there.is_none() {
            events.put(line.json.as_str()).with_key(line.key.as_str()).primitive()?;
        }
    }
    let count = events.count().primitive()?.await?;
    complete(transaction).await?;
    Ok(count)
}

/// Writes a draft in the place of the old one.
pub(super) async fn keep_draft(database: &Database, line: &Line) -> Result<(), Error> {
    let transaction = strict(database, &[DRAFTS])?;
    transaction.object_store(DRAFTS)?.put(line.json.as_str()).with_key(line.key.as_str()).primitive()?;
    complete(transaction).await
}

/// Makes an event of a draft. Gives the number of all events.
pub(super) async fn finish_draft(database: &Database, line: &Line) -> Result<u32, Error> {
    let transaction = strict(database, &[EVENTS, DRAFTS])?;
    let count = send_finished(&transaction, line)?;
    complete(transaction).await?;
    count.await
}

/// The same while the page is leaving: only what was committed by then is written, so nothing is awaited before `commit` is called.
pub(super) async fn finish_draft_leaving(database: &Database, line: &Line) -> Result<u32, Error> {
    let transaction = strict(database, &[EVENTS, DRAFTS])?;
    let count = send_finished(&transaction, line)?;
    transaction.commit().await?;
    count.await
}

fn send_finished(
    transaction: &Transaction<'_>,
    line: &Line,
) -> Result<impl Future<Output = Result<u32, Error>> + use<>, Error> {
    let events = transaction.object_store(EVENTS)?;
    events.put(line.json.as_str()).with_key(line.key.as_str()).primitive()?;
    transaction.object_store(DRAFTS)?.delete(line.key.as_str()).primitive()?;
    events.count().primitive()
}

/// What is kept under a name, after keeping the candidate if nothing was.
pub(super) async fn identity(database: &Database, candidate: &Line) -> Result<String, Error> {
    let transaction = strict(database, &[ABOUT])?;
    let about = transaction.object_store(ABOUT)?;
    let there: Option<String> = about.get(candidate.key.as_str()).primitive()?.await?;
    let kept = match there {
        Some(kept) => kept,
        None => {
            about.put(candidate.json.as_str()).with_key(candidate.key.as_str()).primitive()?;
            candidate.json.clone()
        }
    };
    complete(transaction).await?;
    Ok(kept)
}
