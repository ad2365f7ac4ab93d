//! `bench`: the figures of docs/BENCHMARKS.md, all from one run.

use crate::options::Options;
use anyhow::Result;

/// Measures, and writes the document.
pub fn run(_options: &Options) -> Result<()> {
    Ok(())
}
