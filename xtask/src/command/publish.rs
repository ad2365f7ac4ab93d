//! `publish`: the pages alone, with the app that was built before.

use crate::options::Options;
use crate::{make, place};
use anyhow::{Result, ensure};

/// Publishes them.
pub fn run(options: &Options) -> Result<()> {
    let app = place::made("app");
    ensure!(app.exists(), "the app was not built yet: run cargo xtask build once");
    make::publisher()?;
    make::site(options, &app, &options.site())
}
