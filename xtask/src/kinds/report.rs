//! Reads what test programs report.

use super::Count;
use crate::process::Output;
use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// What begins a line that a native test prints when it could not test something.
const SKIPPED: &str = "SKIPPED ";

/// The report of `cargo test`.
pub fn of_cargo(output: &Output) -> Result<Count> {
    ensure!(output.success, "some tests failed");
    let results = output.text.lines().filter_map(|line| line.split_once("test result: ok. "));
    let passed = |(_, rest): (&str, &str)| rest.split(" passed").next().and_then(|number| number.parse::<u32>().ok());
    let skipped = output.text.lines().filter_map(|line| line.strip_prefix(SKIPPED)).map(str::to_owned);
    Ok(Count { ran: results.filter_map(passed).sum(), skipped: skipped.collect() })
}

/// The report of Playwright, in JSON.
pub fn of_playwright(json: &str) -> Result<Count> {
    let report: Value = serde_json::from_str(json).context("the report of the browser tests is not readable")?;
    let number = |name: &str| report["stats"][name].as_u64().unwrap_or(0);
    ensure!(number("unexpected") == 0 && number("flaky") == 0, "some tests failed");
    let mut skipped = Vec::new();
    collect_skipped(&report, &mut skipped);
    Ok(Count { ran: u32::try_from(number("expected"))?, skipped })
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

    #[test]
    fn tests_of_all_programs_are_counted() -> Result<()> {
        let text = "running 2 tests\ntest result: ok. 2 passed; 0 failed\nSKIPPED laws: not here\ntest result: ok. 3 passed; 0 failed\n";
        let output = |success| Output { text: text.to_owned(), success };
        assert_eq!(of_cargo(&output(true))?, Count { ran: 5, skipped: vec!["laws: not here".to_owned()] });
        assert!(of_cargo(&output(false)).is_err());
        Ok(())
    }

    #[test]
    fn a_test_that_passed_at_the_second_try_has_failed() -> Result<()> {
        let report = |flaky: u32| {
            format!(
                r#"{{"suites":[{{"specs":[{{"tests":[{{"annotations":[{{"type":"skip","description":"no"}}]}}]}}]}}],
                "stats":{{"expected":4,"unexpected":0,"flaky":{flaky}}}}}"#
            )
        };
        assert_eq!(of_playwright(&report(0))?, Count { ran: 4, skipped: vec!["no".to_owned()] });
        assert!(of_playwright(&report(1)).is_err());
        Ok(())
    }
}
