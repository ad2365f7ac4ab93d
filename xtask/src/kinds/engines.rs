//! The tests of the six core tasks in Firefox and in WebKit, on the app as readers get it.

use super::{Count, browser};
use crate::setup::cargo_tools;
use anyhow::Result;

/// Runs them.
pub fn run(only: Option<&str>) -> Result<Count> {
    browser::playwright("engines", only, |tests| {
        tests.env("HUAIDE_GECKODRIVER", cargo_tools::geckodriver()?);
        Ok(())
    })
}
