//! `check`: looks for faults in the content, and publishes nothing.

use crate::options::Options;
use crate::{folders, report};
use anyhow::Result;
use publish::press::Outcome;
use std::time::Instant;

/// Looks. Gives whether there are no errors.
pub fn run(options: &Options) -> Result<bool> {
    let content = folders::content(options)?;
    let read = publish::content::read(&content);
    let outcome = Outcome { faults: read.faults, tables: read.tables, done: None };
    Ok(report::tell(&outcome, &content, Instant::now(), options.tongue))
}
