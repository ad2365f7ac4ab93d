//! The tests of the whole portal in a real browser (Playwright), on the app as readers get it.

use super::{Count, report};
use crate::make::{self, Effort};
use crate::{place, process};
use anyhow::{Context, Result, ensure};
use std::fs;

/// Runs them.
pub fn run() -> Result<Count> {
    make::publisher()?;
    let app = make::app(Effort::Release)?;
    let told = place::made("browser-tests.json");
    let mut tests = process::program("node");
    tests
        .arg(place::tests().join("node_modules/@playwright/test/cli.js"))
        .args(["test", "--config", "tests/e2e/playwright.config.js"])
        .env("HUAIDE_APP", app)
        .env("HUAIDE_PUBLISH", place::huaide())
        .env("HUAIDE_MADE", place::made("e2e"))
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &told);
    let output = process::watch(&mut tests)?;
    ensure!(output.success, "some tests failed");
    let json = fs::read_to_string(&told).with_context(|| format!("cannot read {}", told.display()))?;
    report::of_playwright(&json)
}
