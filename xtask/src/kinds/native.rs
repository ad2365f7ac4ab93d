//! The tests of everything that runs without a browser: the rules, the formats, the publisher, this program.

use super::{Count, report};
use crate::process;
use anyhow::Result;

/// Runs them.
pub fn run() -> Result<Count> {
    let mut tests = process::cargo();
    tests.args(["test", "--quiet", "--locked", "--workspace", "--exclude", "huaide", "--", "--show-output"]);
    report::of_cargo(&process::watch(&mut tests)?)
}
