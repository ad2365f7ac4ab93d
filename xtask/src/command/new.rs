//! `new`: begins a small content folder that explains itself.

use crate::options::Options;
use crate::{make, place, process};
use anyhow::{Context, Result};

/// Makes it.
pub fn run(options: &Options) -> Result<()> {
    let folder = options.dir.as_ref().context("name the new folder, as in cargo xtask new my-portal")?;
    make::publisher()?;
    process::run(process::program(place::huaide()).arg("new").arg(folder))
}
