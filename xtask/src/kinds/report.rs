//! Reads what test programs report.

use super::Count;
use crate::process::Output;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::time::Duration;

/// What begins a line that a native test prints when it could not test something.
const SKIPPED: &str = "SKIPPED ";
/// So many characters of what was said of a test that failed are told at the end.
const SAID: usize = 600;

/// The report of `cargo test`.
pub fn of_cargo(output: &Output) -> Result<Count> {
    ensure!(output.success, "some tests failed");
    let results = output.text.lines().filter_map(|line| line.split_once("test result: ok. "));
    let passed = |(_, rest): (&str, &str)| rest.split(" passed").next().and_then(|number| number.parse::<u32>().ok());
    let skipped = output.text.lines().filter_map(|line| line.strip_prefix(SKIPPED)).map(str::to_owned);
    Ok(Count { ran: results.filter_map(passed).sum(), skipped: skipped.collect(), took: Vec::new() })
}

/// The report of Playwright, in JSON. Where tests failed the error says of each how.
pub fn of_playwright(json: &str) -> Result<Count> {
    let report: Value = serde_json::from_str(json).context("the report of the browser tests is not readable")?;
    let (mut failed, mut took) = (Vec::new(), Vec::new());
    collect_specs(&report, &mut |spec| {
        let title = spec["title"].as_str().unwrap_or("without a title").to_owned();
        if spec["ok"] == false {
            failed.push(format!("  {title}: {}", how(spec)));
        }
        let results = spec["tests"].as_array().into_iter().flatten().filter_map(|test| test["results"].as_array());
        let longest = results.flatten().filter_map(|result| result["duration"].as_u64()).max();
        took.extend(longest.map(|ms| (Duration::from_millis(ms), title)));
    });
    let number = |name: &str| report["stats"][name].as_u64().unwrap_or(0);
    ensure!(
        failed.is_empty() && number("unexpected") == 0 && number("flaky") == 0,
        "some tests failed\n{}",
        failed.join("\n")
    );
    let mut skipped = Vec::new();
    collect_skipped(&report, &mut skipped);
    Ok(Count { ran: u32::try_from(number("expected"))?, skipped, took })
}

/// Finds the tests, wherever they stand.
fn collect_specs(value: &Value, found: &mut impl FnMut(&Value)) {
    value["specs"].as_array().into_iter().flatten().for_each(&mut *found);
    value["suites"].as_array().into_iter().flatten().for_each(|suite| collect_specs(suite, found));
}

/// How a test failed: the beginning of what was said, in one line.
fn how(spec: &Value) -> String {
    let results = spec["tests"].as_array().into_iter().flatten().filter_map(|test| test["results"].as_array());
    let mut messages = results.flatten().filter_map(|result| result["error"]["message"].as_str());
    let said = messages.next_back().unwrap_or("nothing was said");
    let plain = without_colours(said);
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(SAID).collect()
}

/// Takes out what colours a terminal.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or(part, |(_, rest)| rest))
}

/// Finds the tests that were skipped, wherever they stand.
fn collect_skipped(value: &Value, skipped: &mut Vec<String>) {
    if value["type"] == "skip" {
        skipped.push(value["description"].as_str().unwrap_or("without a reason").to_owned());
    }
    match value {
        Value::Array(parts) => parts.iter().for_each(|part| collect_skipped(part, skipped)),
        Value::Object(parts) => {
            parts.iter().filter(|(name, _)| *name != "results").for_each(|(_, part)| collect_skipped(part, skipped))
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{of_cargo, of_playwright};
    use crate::kinds::Count;
    use crate::process::Output;
    use anyhow::Result;
    use std::time::Duration;

    #[test]
    fn tests_of_all_programs_are_counted() -> Result<()> {
        let text = "running 2 tests\ntest result: ok. 2 passed; 0 failed\nSKIPPED laws: not here\ntest result: ok. 3 passed; 0 failed\n";
        let output = |success| Output { text: text.to_owned(), success };
        let skipped = vec!["laws: not here".to_owned()];
        assert_eq!(of_cargo(&output(true))?, Count { ran: 5, skipped, took: Vec::new() });
        assert!(of_cargo(&output(false)).is_err());
        Ok(())
    }

    /// A report with one test: whether it passed, how often something passed at the second try, and what was said.
    fn report(ok: bool, flaky: u32, said: &str) -> String {
        format!(
            r#"{{"suites":[{{"suites":[{{"specs":[{{"title":"it opens","ok":{ok},"tests":[{{
                "annotations":[{{"type":"skip","description":"no"}}],
                "results":[{{"duration":1500,"error":{{"message":"{said}"}}}}]}}]}}]}}]}}],
                "stats":{{"expected":4,"unexpected":{},"flaky":{flaky}}}}}"#,
            u32::from(!ok)
        )
    }

    #[test]
    fn a_test_that_passed_at_the_second_try_has_failed() -> Result<()> {
        let took = vec![(Duration::from_millis(1500), "it opens".to_owned())];
        assert_eq!(of_playwright(&report(true, 0, ""))?, Count { ran: 4, skipped: vec!["no".to_owned()], took });
        assert!(of_playwright(&report(true, 1, "")).is_err());
        Ok(())
    }

    #[test]
    fn it_is_told_how_a_test_failed() {
        let outcome = of_playwright(&report(false, 0, "\\u001b[31mexpected 3\\u001b[39m,\\n got 2"));
        let error = outcome.err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("some tests failed\n  it opens: expected 3, got 2"));
    }
}
