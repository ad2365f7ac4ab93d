//! The transactions. Each awaits its own requests only, and ends when the browser said `complete`.

use super::records::{Line, read_identity};
use crate::Identity;
use crate::migrations::v1::{ABOUT, DRAFTS, EVENTS};
use crate::migrations::v2::{JOURNAL, SLIPS};
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{Error, UnexpectedDataError};
use indexed_db_futures::object_store::ObjectStore;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use std::collections::BTreeMap;

/// What a reading found.
pub(super) struct Found {
    pub records: Vec<Line>,
    pub drafts: Vec<Line>,
    /// The number of the last entry of the journal.
    pub upto: u32,
    /// How many records there are in all.
    pub count: u32,
}

/// Every record, or those that the journal names after a number; and all drafts.
pub(super) async fn read(database: &Database, since: Option<u32>) -> Result<Found, Error> {
    let transaction = database.transaction([EVENTS, DRAFTS, JOURNAL]).build()?;
    let (events, journal) = (transaction.object_store(EVENTS)?, transaction.object_store(JOURNAL)?);
    let count = events.count().primitive()?.await?;
    let numbers = journal.get_all_keys::<u32>().with_query(since.unwrap_or(0)..).primitive()?;
    let upto = numbers.await?.last().transpose()?.unwrap_or(0).max(since.unwrap_or(0));
    let records = match since {
        None => all(&events).await?,
        Some(number) => named(&events, &journal, number).await?,
    };
    let drafts = all(&transaction.object_store(DRAFTS)?).await?;
    Ok(Found { records, drafts, upto, count })
}

async fn all(store: &ObjectStore<'_>) -> Result<Vec<Line>, Error> {
    let keys: Vec<String> = store.get_all_keys::<String>().primitive()?.await?.collect::<Result<_, _>>()?;
    let values: Vec<String> = store.get_all::<String>().primitive()?.await?.collect::<Result<_, _>>()?;
    Ok(keys.into_iter().zip(values).map(|(key, json)| Line { key, json }).collect())
}

/// The records that the journal names after a number. One that was erased since is not there any more.
async fn named(events: &ObjectStore<'_>, journal: &ObjectStore<'_>, number: u32) -> Result<Vec<Line>, Error> {
    let entries = journal.get_all::<String>().with_query((number + 1)..).primitive()?;
    let names: Vec<String> = entries.await?.collect::<Result<_, _>>()?;
    let mut lines = Vec::new();
    for key in names {
        let json: Option<String> = events.get(key.as_str()).primitive()?.await?;
        lines.extend(json.map(|json| Line { key, json }));
    }
    Ok(lines)
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

/// Appends the records that are not there. Gives the number of all records.
pub(super) async fn append(database: &Database, lines: &[Line]) -> Result<u32, Error> {
    let transaction = strict(database, &[EVENTS, JOURNAL])?;
    put_new(&transaction, lines).await?;
    count(transaction).await
}

/// The same with records that are made of the first of so many orders above one.
pub(super) async fn append_numbered(
    database: &Database,
    (wanted, above): (u64, u64),
    write: &dyn Fn(u64) -> Vec<Line>,
) -> Result<u32, Error> {
    let transaction = strict(database, &[EVENTS, JOURNAL, ABOUT])?;
    let first = next_orders(&transaction, wanted, above).await?;
    put_new(&transaction, &write(first)).await?;
    count(transaction).await
}

async fn put_new(transaction: &Transaction<'_>, lines: &[Line]) -> Result<(), Error> {
    let events = transaction.object_store(EVENTS)?;
    for line in lines {
        let there: Option<String> = events.get_key(line.key.clone()).primitive()?.await?;
        if there.is_none() {
            put(transaction, line)?;
        }
    }
    Ok(())
}

/// The number of all records, when the transaction is complete.
async fn count(transaction: Transaction<'_>) -> Result<u32, Error> {
    let count = transaction.object_store(EVENTS)?.count().primitive()?.await?;
    complete(transaction).await?;
    Ok(count)
}

/// Puts records in the place of what is there. Gives the number of all records.
pub(super) async fn replace(database: &Database, lines: &[Line]) -> Result<u32, Error> {
    let transaction = strict(database, &[EVENTS, JOURNAL])?;
    lines.iter().try_for_each(|line| put(&transaction, line))?;
    count(transaction).await
}

/// Writes a record, and its name into the journal.
fn put(transaction: &Transaction<'_>, line: &Line) -> Result<(), Error> {
    transaction.object_store(EVENTS)?.put(line.json.as_str()).with_key(line.key.as_str()).primitive()?;
    transaction.object_store(JOURNAL)?.add(line.key.as_str()).primitive()?;
    Ok(())
}

/// Removes records, their drafts, and the slips whose names begin with something. Gives the number of all records.
pub(super) async fn erase(database: &Database, keys: &[String], slips: &str) -> Result<u32, Error> {
    let transaction = strict(database, &[EVENTS, DRAFTS, SLIPS])?;
    let events = transaction.object_store(EVENTS)?;
    let drafts = transaction.object_store(DRAFTS)?;
    for key in keys {
        events.delete(key.as_str()).primitive()?;
        drafts.delete(key.as_str()).primitive()?;
    }
    let texts = transaction.object_store(SLIPS)?;
    let names: Vec<String> = texts.get_all_keys::<String>().primitive()?.await?.collect::<Result<_, _>>()?;
    for name in names.iter().filter(|name| name.starts_with(slips)) {
        texts.delete(name.as_str()).primitive()?;
    }
    count(transaction).await
}

/// Whether there is a record under a key.
pub(super) async fn has(database: &Database, key: &str) -> Result<bool, Error> {
    let transaction = database.transaction(EVENTS).build()?;
    let there: Option<String> = transaction.object_store(EVENTS)?.get_key(key.to_owned()).primitive()?.await?;
    Ok(there.is_some())
}

/// What a slip says.
pub(super) async fn slip(database: &Database, name: &str) -> Result<Option<String>, Error> {
    let transaction = database.transaction(SLIPS).build()?;
    transaction.object_store(SLIPS)?.get(name).primitive()?.await
}

/// All slips, by name.
pub(super) async fn slips(database: &Database) -> Result<BTreeMap<String, String>, Error> {
    let transaction = database.transaction(SLIPS).build()?;
    let lines = all(&transaction.object_store(SLIPS)?).await?;
    Ok(lines.into_iter().map(|line| (line.key, line.json)).collect())
}

/// The names of all slips.
pub(super) async fn slip_names(database: &Database) -> Result<Vec<String>, Error> {
    let transaction = database.transaction(SLIPS).build()?;
    transaction.object_store(SLIPS)?.get_all_keys::<String>().primitive()?.await?.collect()
}

/// Writes a slip, or removes it. Nothing is awaited before `commit` is called: the page may be leaving.
pub(super) async fn put_slip(database: &Database, line: &Line) -> Result<(), Error> {
    let transaction = strict(database, &[SLIPS])?;
    let slips = transaction.object_store(SLIPS)?;
    if line.json.is_empty() {
        slips.delete(line.key.as_str()).primitive()?;
    } else {
        slips.put(line.json.as_str()).with_key(line.key.as_str()).primitive()?;
    }
    transaction.commit().await
}

/// Writes a draft in the place of the old one. Nothing is awaited before `commit` is called: the page may be leaving.
pub(super) async fn keep_draft(database: &Database, line: &Line) -> Result<(), Error> {
    let transaction = strict(database, &[DRAFTS])?;
    transaction.object_store(DRAFTS)?.put(line.json.as_str()).with_key(line.key.as_str()).primitive()?;
    transaction.commit().await
}

/// Makes a record of a draft. Gives the number of all records.
pub(super) async fn finish_draft(database: &Database, line: &Line) -> Result<u32, Error> {
    let transaction = strict(database, &[EVENTS, DRAFTS, JOURNAL])?;
    put(&transaction, line)?;
    transaction.object_store(DRAFTS)?.delete(line.key.as_str()).primitive()?;
    count(transaction).await
}

/// The last order that was taken, in decimal digits.
const ORDER: &str = "order";

/// Takes orders. What cannot be read was taken by nobody.
pub(super) async fn take_orders(database: &Database, wanted: u64, above: u64) -> Result<u64, Error> {
    let transaction = strict(database, &[ABOUT])?;
    let first = next_orders(&transaction, wanted, above).await?;
    complete(transaction).await?;
    Ok(first)
}

async fn next_orders(transaction: &Transaction<'_>, wanted: u64, above: u64) -> Result<u64, Error> {
    let about = transaction.object_store(ABOUT)?;
    let taken: Option<String> = about.get(ORDER).primitive()?.await?;
    let before = taken.and_then(|taken| taken.parse().ok()).unwrap_or(0).max(above);
    about.put(before.saturating_add(wanted).to_string()).with_key(ORDER).primitive()?;
    Ok(before.saturating_add(1))
}

/// Who uses this browser, if that was kept and can be read; else the candidate is kept. And whether there was something that cannot be read.
pub(super) async fn identity(database: &Database, candidate: &Line) -> Result<(Option<Identity>, bool), Error> {
    let transaction = strict(database, &[ABOUT])?;
    let about = transaction.object_store(ABOUT)?;
    let there: Option<String> = about.get(candidate.key.as_str()).primitive()?.await?;
    let (kept, was_there) = (there.as_deref().and_then(read_identity), there.is_some());
    if kept.is_none() {
        about.put(candidate.json.as_str()).with_key(candidate.key.as_str()).primitive()?;
    }
    complete(transaction).await?;
    let gave_way = was_there && kept.is_none();
    Ok((kept, gave_way))
}
