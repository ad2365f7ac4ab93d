//! `host`: serves a finished site, as a plain web server would.

use crate::host::Host;
use crate::options::Options;
use anyhow::{Context, Result};

/// Serves until it is stopped.
pub fn run(options: &Options) -> Result<()> {
    let folder = options.dir.clone().context("--dir names the folder of the site")?;
    let host = Host::open(folder, options.port, &options.base)?;
    println!("{}", host.address());
    host.run();
    Ok(())
}
