//! `test`: every test there is. A kind that ran no test has failed.

use crate::kinds::{self, Count, Kind};
use crate::setup;
use anyhow::{Context, Result, ensure};
use std::process::ExitCode;
use std::time::Instant;

/// Runs all kinds, also after one failed, and sums up.
pub fn run(names: &[String]) -> Result<ExitCode> {
    let start = Instant::now();
    let wanted = chosen(names)?;
    setup::for_tests()?;
    println!("Set-up: complete after {} s", start.elapsed().as_secs());
    let lines: Vec<(bool, String)> = wanted.into_iter().map(one).collect();
    println!("\nTests, after {} s in all:", start.elapsed().as_secs());
    for (_, line) in &lines {
        println!("  {line}");
    }
    Ok(if lines.iter().all(|(passed, _)| *passed) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The kinds of these names; without any, those that every run has.
fn chosen(names: &[String]) -> Result<Vec<&'static Kind>> {
    if names.is_empty() {
        return Ok(kinds::ALL.iter().filter(|kind| kind.always).collect());
    }
    let find = |name: &String| {
        kinds::ALL
            .iter()
            .find(|kind| kind.name == name.as_str())
            .with_context(|| format!("there is no kind of tests {name}"))
    };
    names.iter().map(find).collect()
}

/// Runs one kind; gives whether it passed, and a line about it.
fn one(kind: &Kind) -> (bool, String) {
    println!("\n== {}", kind.name);
    let start = Instant::now();
    let outcome = (kind.run)().and_then(|count| {
        ensure!(count.ran > 0, "no test ran");
        Ok(count)
    });
    let seconds = start.elapsed().as_secs();
    match outcome {
        Ok(count) => (true, format!("passed  {:8} {} in {seconds} s", kind.name, said(&count))),
        Err(error) => {
            eprintln!("xtask: {}: {error:#}", kind.name);
            (false, format!("FAILED  {:8} {error:#}", kind.name))
        }
    }
}

fn said(Count { ran, skipped }: &Count) -> String {
    let mut said = format!("{ran} ran, {} skipped", skipped.len());
    for reason in skipped {
        said.push_str(&format!(" [{reason}]"));
    }
    said
}
