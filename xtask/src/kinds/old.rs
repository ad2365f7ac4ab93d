//! The core tasks in browsers of 2020 and 2021 (Puppeteer), on the app as readers get it.

use super::{Count, report};
use crate::make::{self, Effort};
use crate::setup::old_chromium;
use crate::{place, process};
use anyhow::{Context, Result, ensure};
use std::fs;

/// Runs them.
pub fn run() -> Result<Count> {
    make::publisher()?;
    let app = make::app(Effort::Release)?;
    let told = place::made("old-tests.json");
    let mut tests = process::program("node");
    tests
        .arg(place::tests().join("node_modules/@playwright/test/cli.js"))
        .args(["test", "--config", "tests/old/playwright.config.js"])
        .env("HUAIDE_APP", app)
        .env("HUAIDE_PUBLISH", place::huaide())
        .env("HUAIDE_MADE", place::made("old"))
        .env("HUAIDE_OLD_CHROMIUM", old_chromium::ready()?)
        .env("HUAIDE_PUPPETEER", old_chromium::puppeteer()?)
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &told);
    let output = process::watch(&mut tests)?;
    ensure!(output.success, "some tests failed");
    let json = fs::read_to_string(&told).with_context(|| format!("cannot read {}", told.display()))?;
    report::of_playwright(&json)
}
