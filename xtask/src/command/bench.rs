//! `bench`: the figures of docs/BENCHMARKS.md, all from one run.
//!
//! The text that is measured is a long law. It is not part of the project; without it there is nothing to measure.

use crate::make::{self, Effort};
use crate::options::Options;
use crate::setup::{self, cargo_tools, npm};
use crate::{place, process};
use anyhow::{Result, bail, ensure};

/// Measures, and writes the document; with `--target studying` only the part about studying, into the document that is there.
pub fn run(options: &Options) -> Result<()> {
    match options.target.as_deref() {
        None => all(options),
        Some("studying") => studying(),
        Some(other) => bail!("there is no part {other}: --target studying"),
    }
}

fn studying() -> Result<()> {
    setup::for_tests()?;
    make::publisher()?;
    let app = make::app(Effort::Release)?;
    let mut bench = process::program("node");
    bench
        .arg(place::tests().join("bench/studying.js"))
        .env("HUAIDE_PUBLISH", place::huaide())
        .env("HUAIDE_APP", app)
        .env("HUAIDE_MADE", place::made("bench"));
    process::run(&mut bench)
}

fn all(options: &Options) -> Result<()> {
    let laws = place::shared("laws");
    ensure!(
        laws.join("d0032.md").exists(),
        "the text to measure with is not here: {} (HUAIDE_SHARED names the folder that has `laws`)",
        laws.display()
    );
    setup::for_tests()?;
    let (mdbook, vitepress) = (cargo_tools::mdbook()?, npm::vitepress()?);
    make::publisher()?;
    let app = make::app(Effort::Release)?;
    let release = make::kit(&app)?;
    let mut bench = process::program("node");
    bench
        .arg(place::tests().join("bench/main.js"))
        .env("HUAIDE_PUBLISH", place::huaide())
        .env("HUAIDE_PUBLISH_RELEASE", release)
        .env("HUAIDE_APP", app)
        .env("HUAIDE_MADE", place::made("bench"))
        .env("HUAIDE_LAWS", laws)
        .env("HUAIDE_RUNS", options.runs.to_string())
        .env("HUAIDE_MDBOOK", mdbook)
        .env("HUAIDE_VITEPRESS", vitepress);
    process::run(&mut bench)
}
