//! The tests of the store, in a real browser.

use super::{Count, report};
use crate::process;
use crate::setup::{cargo_tools, rust_target, system};
use anyhow::Result;

/// Runs them.
pub fn run() -> Result<Count> {
    let mut tests = process::cargo();
    tests
        .args(["test", "--locked", "--package", "store", "--target", rust_target::WASM])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", cargo_tools::test_runner()?)
        .env("CHROMEDRIVER", system::CHROMEDRIVER);
    report::of_cargo(&process::watch(&mut tests)?)
}
