//! Whether every source file is written as `rustfmt.toml` says.

use super::Count;
use crate::process;
use anyhow::{Context, Result};

/// Looks.
pub fn run() -> Result<Count> {
    process::run(process::cargo().args(["fmt", "--all", "--check"])).context("run cargo fmt --all")?;
    Ok(Count { ran: 1, ..Count::default() })
}
