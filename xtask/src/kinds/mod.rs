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

use anyhow::Result;

/// What a kind of tests did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// How many tests ran, and passed.
    pub ran: u32,
    /// What was not tested, each with its reason.
    pub skipped: Vec<String>,
}

/// A kind of tests.
pub struct Kind {
    /// Its name.
    pub name: &'static str,
    /// Runs all of it; an error when one fails.
    pub run: fn() -> Result<Count>,
}

/// All of them.
pub const ALL: [Kind; 8] = [
    Kind { name: "format", run: format::run },
    Kind { name: "lint", run: lint::run },
    Kind { name: "native", run: native::run },
    Kind { name: "oracles", run: oracles::run },
    Kind { name: "store", run: store::run },
    Kind { name: "browser", run: browser::run },
    Kind { name: "old", run: old::run },
    Kind { name: "engines", run: engines::run },
];
