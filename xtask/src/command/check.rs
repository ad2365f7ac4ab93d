//! `check`: looks for faults in the content, and publishes nothing.

use crate::make;
use crate::options::Options;
use anyhow::Result;

/// Looks.
pub fn run(options: &Options) -> Result<()> {
    make::publisher()?;
    make::check(options)
}
