//! The tests of the whole portal in a real browser (Playwright), on the app as readers get it.

use super::{Count, report};
use crate::{make, place, process};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::process::Command;

/// Runs them.
pub fn run() -> Result<Count> {
    playwright("e2e", |_| Ok(()))
}

/// Runs the tests in a folder of `tests`, each of which is told where the app and the publisher are, and what else `tell` says.
pub fn playwright(folder: &str, tell: impl FnOnce(&mut Command) -> Result<()>) -> Result<Count> {
    make::publisher()?;
    let app = make::released()?;
    let told = place::made(&format!("{folder}-tests.json"));
    let mut tests = process::program("node");
    tests
        .arg(place::tests().join("node_modules/@playwright/test/cli.js"))
        .args(["test", "--config", &format!("tests/{folder}/playwright.config.js")])
        .env("HUAIDE_APP", app)
        .env("HUAIDE_PUBLISH", place::huaide())
        .env("HUAIDE_MADE", place::made(folder))
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &told);
    tell(&mut tests)?;
    let output = process::watch(&mut tests)?;
    ensure!(output.success, "some tests failed");
    let json = fs::read_to_string(&told).with_context(|| format!("cannot read {}", told.display()))?;
    report::of_playwright(&json)
}
