//! The tests of the whole portal in a real browser (Playwright), on the app as readers get it.

use super::{Count, report};
use crate::setup::path;
use crate::{make, place, process};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::process::Command;

/// Runs them.
pub fn run(only: Option<&str>) -> Result<Count> {
    playwright("e2e", only, |_| Ok(()))
}

/// Runs the tests in a folder of `tests`, each of which is told where the app and the publisher are, and what else `tell` says.
pub fn playwright(folder: &str, only: Option<&str>, tell: impl FnOnce(&mut Command) -> Result<()>) -> Result<Count> {
    make::publisher()?;
    let app = make::released()?;
    let told = place::made(&format!("{folder}-tests.json"));
    let mut tests = process::program("node");
    path::close(&mut tests)?;
    tests
        .arg(place::tests().join("node_modules/@playwright/test/cli.js"))
        .args(["test", "--config", &format!("tests/{folder}/playwright.config.js")])
        .args(only.map(|text| named(folder, text)).unwrap_or_default())
        .env("HUAIDE_APP", app)
        .env("HUAIDE_PUBLISH", place::huaide())
        .env("HUAIDE_MADE", place::made(folder))
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &told);
    tell(&mut tests)?;
    // What an earlier run told is not what this one does.
    let _ = fs::remove_file(&told);
    let output = process::watch(&mut tests)?;
    let json = fs::read_to_string(&told).with_context(|| format!("cannot read {}", told.display()))?;
    let count = report::of_playwright(&json)?;
    ensure!(output.success, "the tests passed, and Playwright failed");
    Ok(count)
}

/// What tells Playwright to run the file of that name, with or without its ending; else the tests whose titles have the text in them.
fn named(folder: &str, text: &str) -> Vec<String> {
    let files = [text.to_owned(), format!("{text}.spec.js")];
    let file = files.into_iter().find(|file| place::tests().join(folder).join(file).is_file());
    // Both are patterns for Playwright, in which a person's full stop or bracket is only itself.
    match file {
        Some(file) => vec![format!("/{folder}/{}$", literal(&file))],
        None => vec!["--grep".to_owned(), literal(text)],
    }
}

/// A pattern that stands for the text itself.
fn literal(text: &str) -> String {
    let special = |letter: char| letter.is_ascii_punctuation() && letter != '_';
    let escaped = |letter: char| special(letter).then_some('\\').into_iter().chain([letter]);
    text.chars().flat_map(escaped).collect()
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_file_goes_before_a_title() {
        assert_eq!(named("e2e", "essay_tabs"), [r"/e2e/essay_tabs\.spec\.js$"]);
        assert_eq!(named("e2e", "essay_tabs.spec.js"), [r"/e2e/essay_tabs\.spec\.js$"]);
        assert_eq!(named("e2e", "two (of 3)"), ["--grep", r"two \(of 3\)"]);
    }
}
