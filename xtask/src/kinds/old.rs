//! The core tasks in browsers of 2020 and 2021 (Puppeteer), on the app as readers get it.

use super::{Count, browser};
use crate::setup::old_chromium;
use anyhow::Result;

/// Runs them.
pub fn run(only: Option<&str>) -> Result<Count> {
    let (chromium, puppeteer) = (old_chromium::ready()?, old_chromium::puppeteer()?);
    browser::playwright("old", only, |tests| {
        tests.env("HUAIDE_OLD_CHROMIUM", chromium).env("HUAIDE_PUPPETEER", puppeteer);
        Ok(())
    })
}
