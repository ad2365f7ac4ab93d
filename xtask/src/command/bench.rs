//! `bench`: the figures of docs/BENCHMARKS.md, all from one run.
//!
//! The text that is measured is a long law. It is not part of the project; without it there is nothing to measure.

use crate::make::{self, Effort};
use crate::options::Options;
use crate::setup::{self, cargo_tools, npm};
use crate::{place, process};
use anyhow::{Result, bail, ensure};
use std::path::Path;
use std::process::Command;

/// Measures, and writes the document; with `--target` only the part that was named, into the document that is there.
pub fn run(options: &Options) -> Result<()> {
    match options.target.as_deref() {
        None => all(options),
        Some("studying") => part("bench/studying.js", options),
        Some("youth") => part("bench/youth.js", options),
        Some("damage") => part("bench/damage.js", options),
        Some("leaving") => part("bench/leaving.js", options),
        Some("first-run") => first_run(),
        Some(other) => bail!("there is no part {other}: --target studying, youth, damage, leaving or first-run"),
    }
}

/// A part that needs nothing but the sample and the app as it is released.
fn part(script: &str, options: &Options) -> Result<()> {
    setup::for_tests()?;
    make::publisher()?;
    let app = make::app(Effort::Release)?;
    process::run(bench(script, &app, options).env("HUAIDE_GECKODRIVER", cargo_tools::geckodriver()?))
}

/// The part that builds everything by itself, elsewhere.
fn first_run() -> Result<()> {
    setup::npm::node()?;
    process::run(process::program("node").arg(place::tests().join("bench/first-run.js")))
}

fn bench(script: &str, app: &Path, options: &Options) -> Command {
    let mut bench = process::program("node");
    bench
        .arg(place::tests().join(script))
        .env("HUAIDE_PUBLISH", place::huaide())
        .env("HUAIDE_APP", app)
        .env("HUAIDE_MADE", place::made("bench"))
        .env("HUAIDE_ROUNDS", options.rounds.to_string());
    bench
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
    let mut bench = bench("bench/main.js", &app, options);
    bench
        .env("HUAIDE_PUBLISH_RELEASE", release)
        .env("HUAIDE_LAWS", laws)
        .env("HUAIDE_RUNS", options.runs.to_string())
        .env("HUAIDE_MDBOOK", mdbook)
        .env("HUAIDE_VITEPRESS", vitepress);
    process::run(&mut bench)
}
