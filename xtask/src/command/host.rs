//! `host`: serves a finished site, as a plain web server would.

use crate::options::Options;
use crate::{lock, make, place, process};
use anyhow::{Context, Result};

/// Serves until it is stopped.
pub fn run(options: &Options) -> Result<()> {
    let folder = options.dir.as_ref().context("--dir names the folder of the site")?;
    let alone = lock::take("host")?;
    make::publisher()?;
    drop(alone);
    let mut host = process::program(place::huaide());
    host.arg("host").arg("--dir").arg(folder).args(["--port", &options.port.to_string(), "--base", &options.base]);
    process::run(&mut host)
}
