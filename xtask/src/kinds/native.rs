//! The tests of everything that runs without a browser: the rules, the formats, the publisher, this program.

use super::{Count, report};
use crate::process;
use crate::setup::path;
use anyhow::Result;

/// Runs them.
pub fn run(only: Option<&str>) -> Result<Count> {
    let mut tests = process::cargo();
    path::close(&mut tests)?;
    tests.args(["test", "--quiet", "--locked", "--workspace", "--exclude", "huaide", "--", "--show-output"]).args(only);
    report::of_cargo(&process::watch(&mut tests)?)
}
