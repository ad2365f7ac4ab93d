//! `test`: every test there is. A kind that ran no test has failed.

use crate::kinds::{self, Count, Kind};
use crate::setup;
use anyhow::{Result, ensure};
use std::process::ExitCode;
use std::time::Instant;

/// Runs all kinds, also after one failed, and sums up.
pub fn run() -> Result<ExitCode> {
    let start = Instant::now();
    setup::for_tests()?;
    println!("Set-up: complete after {} s", start.elapsed().as_secs());
    let lines: Vec<(bool, String)> = kinds::ALL.iter().map(one).collect();
    println!("\nTests, after {} s in all:", start.elapsed().as_secs());
    for (_, line) in &lines {
        println!("  {line}");
    }
    Ok(if lines.iter().all(|(passed, _)| *passed) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
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
