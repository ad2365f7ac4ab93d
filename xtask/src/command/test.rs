//! `test`: every kind of tests, or the kinds that are named. A kind that ran no test has failed.

use crate::kinds::{self, Count, Kind, Run};
use crate::options::Options;
use anyhow::{Result, bail, ensure};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// So many of the slowest tests are named.
const SLOWEST: usize = 10;

/// Runs the kinds, also after one failed, and sums up.
pub fn run(options: &Options) -> Result<ExitCode> {
    let start = Instant::now();
    let wanted = wanted(options)?;
    wanted.iter().try_for_each(|kind| (kind.needs)())?;
    println!("Set-up: complete after {} s", start.elapsed().as_secs());
    let (mut took, mut lines) = (Vec::new(), Vec::new());
    for kind in wanted {
        lines.push(one(kind, options.only.as_deref(), &mut took));
    }
    took.sort();
    if !took.is_empty() {
        println!("\nThe slowest:");
    }
    for (time, title) in took.iter().rev().take(SLOWEST) {
        println!("  {:3} s  {title}", time.as_secs());
    }
    println!("\nTests, after {} s in all:", start.elapsed().as_secs());
    for (_, line) in &lines {
        println!("  {line}");
    }
    Ok(if lines.iter().all(|(passed, _)| *passed) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The kinds that were asked for, in the order they run.
fn wanted(options: &Options) -> Result<Vec<&'static Kind>> {
    let names = || kinds::ALL.iter().map(|kind| kind.name).collect::<Vec<_>>().join(", ");
    if let Some(unknown) = options.kinds.iter().find(|name| kinds::ALL.iter().all(|kind| kind.name != **name)) {
        bail!("there is no kind of tests {unknown}; there are {}", names());
    }
    ensure!(
        options.only.is_none() || !options.kinds.is_empty(),
        "--only needs a kind: cargo xtask test KIND --only TEXT"
    );
    let is_wanted = |kind: &&Kind| options.kinds.is_empty() || options.kinds.iter().any(|name| name == kind.name);
    let wanted: Vec<&Kind> = kinds::ALL.iter().filter(is_wanted).collect();
    if let Some(whole) = wanted.iter().find(|kind| options.only.is_some() && matches!(kind.run, Run::Whole(_))) {
        bail!("{} runs as a whole: --only does not go with it", whole.name);
    }
    Ok(wanted)
}

/// Runs one kind; gives whether it passed, and a line about it. How long its tests took goes to the others.
fn one(kind: &Kind, only: Option<&str>, took: &mut Vec<(Duration, String)>) -> (bool, String) {
    println!("\n== {}", kind.name);
    let start = Instant::now();
    let outcome = match kind.run {
        Run::Whole(run) => run(),
        Run::Named(run) => run(only),
    };
    let outcome = outcome.and_then(|count| {
        ensure!(count.ran > 0, "no test ran");
        Ok(count)
    });
    let seconds = start.elapsed().as_secs();
    match outcome {
        Ok(mut count) => {
            took.append(&mut count.took);
            (true, format!("passed  {:8} {} in {seconds} s", kind.name, said(&count)))
        }
        Err(error) => {
            eprintln!("xtask: {}: {error:#}", kind.name);
            (false, format!("FAILED  {:8} {error:#}", kind.name))
        }
    }
}

fn said(Count { ran, skipped, .. }: &Count) -> String {
    let mut said = format!("{ran} ran, {} skipped", skipped.len());
    for reason in skipped {
        said.push_str(&format!(" [{reason}]"));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::wanted;
    use crate::kinds;
    use crate::options::Options;
    use anyhow::Result;

    fn asked(kinds: &[&str], only: Option<&str>) -> Result<Vec<&'static str>> {
        let kinds = kinds.iter().map(|&name| name.to_owned()).collect();
        let options = Options { kinds, only: only.map(str::to_owned), ..Options::standard() };
        Ok(wanted(&options)?.iter().map(|kind| kind.name).collect())
    }

    #[test]
    fn kinds_are_chosen_by_name() -> Result<()> {
        assert_eq!(asked(&[], None)?, kinds::ALL.iter().map(|kind| kind.name).collect::<Vec<_>>());
        assert_eq!(asked(&["browser", "native"], None)?, ["native", "browser"]);
        assert_eq!(asked(&["browser"], Some("essay"))?, ["browser"]);
        assert!(asked(&["browsers"], None).is_err(), "an unknown name");
        assert!(asked(&[], Some("essay")).is_err(), "a text without a kind");
        assert!(asked(&["lint"], Some("essay")).is_err(), "a kind that runs as a whole");
        Ok(())
    }
}
