//! What must hold in a real browser: the store, and that answers get the same verdicts there as natively.

use super::{Count, report};
use crate::process;
use crate::setup::{cargo_tools, path, rust_target, system};
use anyhow::Result;

/// What is run: all tests of the store, and those of learning that are written for both.
const TESTS: [&[&str]; 2] = [&["--package", "store"], &["--package", "learning", "--test", "verdicts"]];

/// Runs them.
pub fn run(only: Option<&str>) -> Result<Count> {
    let mut count = Count::default();
    for which in TESTS {
        let mut tests = process::cargo();
        path::close(&mut tests)?;
        tests
            .args(["test", "--locked", "--target", rust_target::WASM])
            .args(which)
            .arg("--")
            .args(only)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", cargo_tools::test_runner()?)
            .env("CHROMEDRIVER", system::CHROMEDRIVER);
        let passed = report::of_cargo(&process::watch(&mut tests)?)?;
        count.ran += passed.ran;
        count.skipped.extend(passed.skipped);
    }
    Ok(count)
}
