//! The project runner: what a person types and what a build server runs.
//!
//! In the order of the work: [`options`] reads the command line, [`command`] holds one file for each command, [`setup`] fetches what a
//! command needs, [`make`] has the steps that make a site, [`bindgen`] stands between Trunk and wasm-bindgen, [`kinds`] holds the kinds of
//! tests. [`place`] knows the folders, [`process`] runs programs, [`lock`] keeps two of this program apart.
//!
//! No test stands beside this folder: cargo would build this program anew to run it, in the middle of a run of all tests.

mod options;

mod command;
mod setup;

mod bindgen;
mod kinds;
mod lock;
mod make;
mod names;

mod place;
mod process;
mod scripts;

#[cfg(test)]
mod house;

use anyhow::Result;
use options::Options;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve   [--content DIR] [--port N] [--base /p/]      build, serve, build again on every change
cargo xtask build   [--content DIR] [--out DIR] [--base /p/]     a complete static site, as small as it can be
cargo xtask publish [--content DIR] [--out DIR] [--base /p/]     the whole site, with the app that was built before
cargo xtask check   [--content DIR] [--lang zh|en]               look for faults in the content
cargo xtask new     DIR                                          a small commented content folder to begin with
cargo xtask attendance [CODE] [--lang zh|en]                     a code for the wall of an activity, with the lines that confirm it
cargo xtask kit     [--out DIR]                                  one program for organisers who have neither Rust nor Node
cargo xtask test    [KIND...] [--only TEXT]                      every test: format, lint, native, oracles, store, browser, old, engines
cargo xtask fuzz    [--target NAME] [--seconds N]                throw odd files at what reads files, one kind after the other
cargo xtask bench   [--runs N] [--rounds N] [--target NAME]      the figures of docs/BENCHMARKS.md
cargo xtask host    --dir DIR [--port N] [--base /p/]            serve a finished site

Every command sets up what it needs, says what it does, and can be run again.";

fn main() -> ExitCode {
    let done = if bindgen::is_called() { bindgen::run() } else { run() };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    let mut arguments = lexopt::Parser::from_env();
    let name = options::command(&mut arguments)?;
    let mut read = |allowed: &[&str]| Options::read(&mut arguments, allowed);
    let _alone = match name.as_deref() {
        // They serve most of the time, and take the lock when they build.
        Some("serve" | "host") | None | Some("help") => None,
        Some(name) => Some(lock::take(name)?),
    };
    match name.as_deref() {
        Some("serve") => command::serve::run(&read(&["content", "port", "base"])?)?,
        Some("build") => command::build::run(&read(&["content", "out", "base"])?)?,
        Some("publish") => command::publish::run(&read(&["content", "out", "base"])?)?,
        Some("check") => return command::check::run(&read(&["content", "lang"])?),
        Some("new") => command::new::run(&read(&["dir"])?)?,
        Some("attendance") => command::attendance::run(&read(&["code", "lang"])?)?,
        Some("kit") => command::kit::run(&read(&["out"])?)?,
        Some("test") => return command::test::run(&read(&["kinds", "only"])?),
        Some("fuzz") => command::fuzz::run(&read(&["target", "seconds"])?)?,
        Some("bench") => command::bench::run(&read(&["runs", "rounds", "target"])?)?,
        Some("host") => command::host::run(&read(&["dir", "port", "base"])?)?,
        None | Some("help") => println!("{HELP}"),
        Some(other) => anyhow::bail!("there is no command {other}\n\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}
