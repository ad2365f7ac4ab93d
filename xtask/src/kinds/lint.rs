//! Whether the compilers and linters have anything to say.
//!
//! The app and the publisher draw the same components in two ways that one call of cargo must not mix, so each is looked at alone.

use super::Count;
use crate::setup::rust_target::WASM;
use crate::{place, process};
use anyhow::Result;

const NATIVE: [&str; 4] = ["--workspace", "--exclude", "huaide", "--all-targets"];
const APP: [&str; 4] = ["--package", "huaide", "--target", WASM];
const STORE: [&str; 5] = ["--package", "store", "--all-targets", "--target", WASM];
/// What is documented, apart from one another for the same reason.
const BOOKS: [&[&str]; 2] =
    [&["--workspace", "--exclude", "huaide"], &["--package", "huaide", "--lib", "--target", WASM]];
/// A link that leads nowhere is a warning. What the house says of itself may lead to its private rooms.
const LINKS: &str = "-D warnings -A rustdoc::private_intra_doc_links";

/// Looks.
pub fn run() -> Result<Count> {
    let looks: [&[&str]; 3] = [&NATIVE, &APP, &STORE];
    for what in looks {
        let mut clippy = process::cargo();
        process::run(clippy.args(["clippy", "--quiet", "--locked"]).args(what).args(["--", "--deny", "warnings"]))?;
    }
    for what in BOOKS {
        let mut doc = process::cargo();
        doc.args(["doc", "--quiet", "--locked", "--no-deps", "--document-private-items"]).args(what);
        process::run(doc.env("RUSTDOCFLAGS", LINKS))?;
    }
    let eslint = place::tests().join("node_modules/eslint/bin/eslint.js");
    let mut scripts = process::program("node");
    scripts.arg(eslint).args([
        "--config",
        "tests/eslint.config.js",
        "--max-warnings",
        "0",
        "public",
        "tests",
        "crates/kit/src",
    ]);
    process::run(&mut scripts)?;
    Ok(Count { ran: (looks.len() + BOOKS.len()) as u32 + 1, ..Count::default() })
}
