//! The kinds of tests, in the order they run: the quick ones first.

mod browser;
mod engines;
mod format;
mod lint;
mod native;
mod old;
mod oracles;
mod report;
mod store;

use crate::setup;
use anyhow::Result;
use std::time::Duration;

/// What a kind of tests did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many tests ran, and passed.
    pub ran: u32,
    /// What was not tested, each with its reason.
    pub skipped: Vec<String>,
    /// How long tests took and what they are called, where that is known.
    pub took: Vec<(Duration, String)>,
}

/// A kind of tests.
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// Fetches what it needs and is missing.
    pub needs: fn() -> Result<()>,
    /// How it is run.
    pub run: Run,
}

/// How a kind is run; an error when a test fails.
pub enum Run {
    /// As a whole.
    Whole(fn() -> Result<Count>),
    /// As a whole, or only the tests whose names have a text in them.
    Named(fn(Option<&str>) -> Result<Count>),
}

/// All of them.
pub static ALL: [Kind; 8] = [
    Kind { name: "format", needs: || Ok(()), run: Run::Whole(format::run) },
    Kind { name: "lint", needs: setup::for_lint, run: Run::Whole(lint::run) },
    Kind { name: "native", needs: setup::system::ready, run: Run::Named(native::run) },
    Kind { name: "oracles", needs: setup::npm::packages, run: Run::Whole(oracles::run) },
    Kind { name: "store", needs: setup::for_store, run: Run::Named(store::run) },
    Kind { name: "browser", needs: setup::for_browser, run: Run::Named(browser::run) },
    Kind { name: "old", needs: setup::for_old, run: Run::Named(old::run) },
    Kind { name: "engines", needs: setup::for_tests, run: Run::Named(engines::run) },
];
