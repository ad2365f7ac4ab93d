//! `check`: looks for faults in the content, and publishes nothing.

use crate::make;
use crate::options::Options;
use anyhow::Result;
use std::process::ExitCode;

/// Looks. With an error in the content it fails; the publisher has said why, and its count is the last line.
pub fn run(options: &Options) -> Result<ExitCode> {
    make::publisher()?;
    Ok(if make::check(options)? { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
