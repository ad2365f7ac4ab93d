//! `fuzz`: throws odd files at what reads files, and keeps those that break it in `tests/fixtures/fuzz`.

use crate::options::Options;
use crate::process;
use anyhow::{Context, Result};

/// Goes on for as long as it is told to.
pub fn run(options: &Options) -> Result<()> {
    let mut fuzz = process::cargo();
    fuzz.args(["run", "--quiet", "--locked", "--package", "fuzz", "--", "--seconds", &options.seconds.to_string()]);
    if let Some(target) = &options.target {
        fuzz.args(["--target", target]);
    }
    process::run(&mut fuzz).context("a file broke what reads it")
}
