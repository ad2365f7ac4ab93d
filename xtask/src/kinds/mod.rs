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
    /// Whether it runs when none is named. Those that do not are young, and not yet seen green often enough.
    pub always: bool,
    /// Runs all of it; an error when one fails.
    pub run: fn() -> Result<Count>,
}

/// All of them.
pub static ALL: [Kind; 8] = [
    Kind { name: "format", always: true, run: format::run },
    Kind { name: "lint", always: true, run: lint::run },
    Kind { name: "native", always: true, run: native::run },
    Kind { name: "oracles", always: true, run: oracles::run },
    Kind { name: "store", always: true, run: store::run },
    Kind { name: "browser", always: true, run: browser::run },
    Kind { name: "old", always: false, run: old::run },
    Kind { name: "engines", always: false, run: engines::run },
];
